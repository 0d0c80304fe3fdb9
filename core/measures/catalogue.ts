import { acr1997Count } from './acr-1997.ts';
import { bilagItems, bilagItemsTotal } from './bilag/bilag-items.ts';
import { bilag2004, bilag2004Total } from './bilag-2004.ts';
import { creatinineClearance } from './creatinine-clearance.ts';
import { egfrByAge } from './egfr-by-age.ts';
import { egfrCkdEpi2009 } from './egfr-ckd-epi-2009.ts';
import { egfr } from './egfr-ckd-epi-2021.ts';
import { egfrCkidU25 } from './egfr-ckid-u25.ts';
import { egfrCreatinineCystatin } from './egfr-creatinine-cystatin.ts';
import { egfrCystatin } from './egfr-cystatin.ts';
import { egfrMdrd } from './egfr-mdrd.ts';
import { egfrSchwartz } from './egfr-schwartz.ts';
import { eularAcr2019, eularAcr2019Score } from './eular-acr-2019.ts';
import { findings } from './findings.ts';
import { laboratory } from './laboratory.ts';
import { lnClass } from './ln-class.ts';
import { lupusQol } from './lupus-qol.ts';
import type { Measure } from './measure.ts';
import { nihActivity, nihChronicity } from './nih-indices.ts';
import { pga, pgaMillimetres, pgaTen } from './pga.ts';
import { prednisoneEquivalent, prednisoneEquivalentWithoutPulses } from './prednisone-equivalent.ts';
import { rand36 } from './rand-36.ts';
import { sdi } from './sdi.ts';
import { sex } from './sex.ts';
import { sf36 } from './sf-36.ts';
import { sledai2k, sledai2kClinical, sledai2kRenal } from './sledai-2k.ts';
import { slicc2012 } from './slicc-2012.ts';

/** Every measure that a study may name; `age` joins it by the study's convention. One line for each measure. */
export const catalogue: readonly Measure[] = [
  ...laboratory,
  egfr,
  egfrCkdEpi2009,
  egfrMdrd,
  egfrCystatin,
  egfrCreatinineCystatin,
  egfrSchwartz,
  egfrCkidU25,
  egfrByAge,
  creatinineClearance,
  ...findings,
  sex,
  lnClass,
  nihActivity,
  nihChronicity,
  sledai2k,
  sledai2kClinical,
  sledai2kRenal,
  bilag2004,
  bilag2004Total,
  bilagItems,
  bilagItemsTotal,
  pga,
  pgaMillimetres,
  pgaTen,
  sdi,
  acr1997Count,
  slicc2012,
  eularAcr2019,
  eularAcr2019Score,
  ...sf36,
  ...rand36,
  ...lupusQol,
  prednisoneEquivalent,
  prednisoneEquivalentWithoutPulses,
];
