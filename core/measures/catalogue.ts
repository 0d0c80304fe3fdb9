import { acr1997Count } from './acr-1997.ts';
import { bilag2004, bilag2004Total } from './bilag-2004.ts';
import { findings } from './findings.ts';
import { laboratory } from './laboratory.ts';
import type { Measure } from './measure.ts';
import { pga } from './pga.ts';
import { prednisoneEquivalent } from './prednisone-equivalent.ts';
import { sledai2k } from './sledai-2k.ts';

/** Every measure that a study may name; `age` joins it by the study's convention. One line for each measure. */
export const catalogue: readonly Measure[] = [
  ...laboratory,
  ...findings,
  sledai2k,
  bilag2004,
  bilag2004Total,
  pga,
  acr1997Count,
  prednisoneEquivalent,
];
