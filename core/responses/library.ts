import { access } from './access.ts';
import { acr2006 } from './acr-2006.ts';
import { alms } from './alms.ts';
import { aurora } from './aurora.ts';
import { belong } from './belong.ts';
import { blissLn } from './bliss-ln.ts';
import { eularEra } from './eular-era.ts';
import { flares } from './flares.ts';
import { kdigo2024 } from './kdigo-2024.ts';
import type { LibraryDefinition } from './library-definition.ts';
import { lunar } from './lunar.ts';
import { nct03673748 } from './nct03673748.ts';
import { nct05631717 } from './nct05631717.ts';
import { sediment } from './sediment.ts';
import { sri } from './sri.ts';
import { steroidReduction } from './steroid-reduction.ts';

/** Every definition that a study may include by name. One line for each source. */
export const library: readonly LibraryDefinition[] = [
  ...access,
  ...acr2006,
  ...alms,
  ...aurora,
  ...belong,
  ...blissLn,
  ...eularEra,
  ...flares,
  ...kdigo2024,
  ...lunar,
  ...nct03673748,
  ...nct05631717,
  ...sediment,
  ...sri,
  ...steroidReduction,
];

const byId: ReadonlyMap<string, LibraryDefinition> = new Map(library.map((each) => [each.id, each]));

/** One definition by its name; undefined where the library has none. */
export const libraryDefinition = (id: string): LibraryDefinition | undefined => byId.get(id);
