import type { Refusal } from './refusal.ts';

/** Every reason to refuse, first things first: rights, the study, the person, the entry, eligibility, treatment. */
export const precedence = [
  'role may not',
  'already approved',
  'study not approved',
  'not drafted',
  'own draft',
  'definition faulty',
  'allocation fixed',
  'version unknown',
  'questions open',
  'allocation not supported',
  'list not sealed',
  'list sealed already',
  'study not open',
  'study paused',
  'recruitment closed',
  'data locked',
  'data not locked',
  'participants still followed',
  'data not ready',
  'participant exists',
  'participant unknown',
  'site unknown',
  'site not active',
  'site closed',
  'site paused',
  'not the principal',
  'not delegated',
  'not trained',
  'visit locked',
  'participation ended',
  'lot exists',
  'lot unknown',
  'consent missing',
  'consent wanting',
  'done already',
  'date impossible',
  'name unknown',
  'value not accepted',
  'unit not accepted',
  'sealed',
  'visit not held',
  'value not found',
  'event not reported',
  'event contradicts itself',
  'partner has not agreed',
  'frozen',
  'not frozen',
  'queries open',
  'query stands otherwise',
  'reason missing',
  'not assessed',
  'not eligible',
  'information missing',
  'not enrolled',
  'stratum not known',
  'list exhausted',
  'arm full',
  'not randomised',
  'assignment not known',
  'dose not of this arm',
  'given otherwise',
  'dose not due',
  'not masked',
  'second person missing',
  'dose not prepared',
  'weight missing',
  'treatment discontinued',
  'lot missing',
  'lot not usable',
  'out of specification',
  'kits not there',
  'units not there',
  'not given or not watched',
  'dose called back',
] as const satisfies readonly Refusal['refused'][];

/** A reason that is not in the list above has no rank: then this line does not compile. */
const rankOf = (refused: Refusal['refused'] & (typeof precedence)[number]): number => precedence.indexOf(refused);

/** A condition that may refuse: `undefined` or `false` where it does not. */
export type Objection = Refusal | undefined | false;

/** Of several reasons to refuse, the one that comes first in `precedence`; of two alike, the one that stands first. */
export const firstRefusal = (objections: readonly Objection[]): Refusal | undefined =>
  objections
    .filter((objection) => objection !== undefined && objection !== false)
    .toSorted((a, b) => rankOf(a.refused) - rankOf(b.refused))[0];

/** Answers with the first refusal in order of precedence, or with what the act brings about. */
export const unless = <T>(objections: readonly Objection[], events: () => T): T | Refusal =>
  firstRefusal(objections) ?? events();
