import type { Refusal } from '#core/conduct/refusal.ts';
import { isLotRefusal, type LotRefusal, sayLotRefusal } from './say-lot-refusal.ts';

const near = (name: string | undefined): string => (name === undefined ? '' : `; did you mean ${name}?`);
const list = (names: readonly string[]): string => names.join(', ');

/** Refusals that carry nothing to be named. */
const bare = {
  'study not approved': 'the study is not approved',
  'list not sealed': 'there is no sealed allocation list',
  'list sealed already': 'the allocation list is sealed already',
  'study not open': 'the study is not open',
  'consent missing': 'there is no consent',
  'reason missing': 'a reason is required',
  'not assessed': 'eligibility has not been assessed',
  'not enrolled': 'not enrolled',
  'not randomised': 'not randomised',
  'assignment not known': 'the assignment is not known here',
  'data not locked': 'the data are not locked',
  'not masked': 'nothing is masked in this study',
  'second person missing': 'a second person has to check what one has prepared',
  'dose not prepared': 'the dose has not been prepared',
} as const satisfies Partial<Record<Refusal['refused'], string>>;

type Bare = keyof typeof bare;

const isBare = (refusal: Refusal): refusal is Extract<Refusal, { readonly refused: Bare }> =>
  Object.hasOwn(bare, refusal.refused);

/** Refusals of what was written: a name, a date, a value. */
const written = [
  'date impossible',
  'name unknown',
  'value not accepted',
  'unit not accepted',
  'visit not held',
  'value not found',
  'participant exists',
  'participant unknown',
  'site unknown',
  'done already',
] as const satisfies readonly Refusal['refused'][];

type EntryRefusal = Extract<Refusal, { readonly refused: (typeof written)[number] }>;

const isOfWritten = (refusal: Refusal): refusal is EntryRefusal => written.some((each) => each === refusal.refused);

const sayWritten = (refusal: EntryRefusal): string => {
  switch (refusal.refused) {
    case 'participant exists':
      return `participant ${refusal.participant} exists already`;
    case 'participant unknown':
      return `participant ${refusal.participant} is not known`;
    case 'site unknown':
      return `site ${refusal.site} is not known`;
    case 'done already':
      return `${refusal.what} is recorded already; correct it with a reason`;
    case 'date impossible':
      return refusal.why === 'no date'
        ? `"${refusal.date}" is no date; write 2026-03-02, 2026-03 or 2026`
        : `${refusal.date} is ${refusal.why}`;
    case 'name unknown':
      return `"${refusal.name}" is no ${refusal.kind}${near(refusal.nearest)}`;
    case 'value not accepted':
      return `"${refusal.value}" is not accepted for ${refusal.item}; expected ${refusal.accepted}`;
    case 'unit not accepted':
      return `${refusal.unit === undefined ? 'no unit' : `the unit "${refusal.unit}" is not accepted`} for ${refusal.item}; expected ${list(refusal.accepted)}`;
    case 'visit not held':
      return `${refusal.visit} has not been held`;
    case 'value not found':
      return `${refusal.record} is not what stands now`;
    default:
      return refusal satisfies never;
  }
};

const sayState = (refusal: Exclude<Refusal, LotRefusal | EntryRefusal | { readonly refused: Bare }>): string => {
  switch (refusal.refused) {
    case 'role may not':
      return `a ${refusal.role} may not ${refusal.act}`;
    case 'consent wanting':
      return `wanting first: ${list(refusal.wanting)}`;
    case 'already approved':
      return `the study is approved already (${refusal.hash.slice(0, 12)})`;
    case 'questions open':
      return `these questions must be answered first: ${list(refusal.questions)}`;
    case 'allocation not supported':
      return `this study allocates otherwise: ${refusal.method}`;
    case 'recruitment closed':
      return `recruitment was closed on ${refusal.on}`;
    case 'data locked':
      return `the data were locked on ${refusal.on}`;
    case 'participants still followed':
      return `still followed: ${list(refusal.participants)}`;
    case 'sealed':
      return `${list(refusal.items)} would tell the arm; whoever may know it records this as sealed results`;
    case 'stratum not known':
      return `not known, and allocation hangs on it: ${list(refusal.strata)}`;
    case 'arm full':
      return `${refusal.arm} has its ${refusal.participants} participants`;
    case 'given otherwise':
      return `${refusal.dose} is taken ${refusal.how}`;
    case 'participation ended':
      return `participation ended on ${refusal.on} (${refusal.how})`;
    case 'not eligible':
      return `not eligible by ${list(refusal.criteria)}`;
    case 'information missing':
      return `information is missing for ${list(refusal.criteria)}`;
    case 'list exhausted':
      return `the allocation list of ${refusal.stratum} is exhausted`;
    case 'dose not of this arm':
      return `${refusal.dose} is no dose of ${refusal.arm}`;
    case 'dose not due':
      return `${refusal.dose} ${refusal.number} is not due${refusal.next === undefined ? '; none is left' : `; next is ${refusal.next}`}`;
    case 'weight missing':
      return `the weight at ${refusal.visit} is missing`;
    case 'treatment discontinued':
      return `treatment was discontinued on ${refusal.on}`;
    default:
      return refusal satisfies never;
  }
};

/** A refusal as an English sentence: what may not be done and what to do. */
export const sayRefusal = (refusal: Refusal): string => {
  if (isBare(refusal)) return bare[refusal.refused];
  if (isLotRefusal(refusal)) return sayLotRefusal(refusal);
  return isOfWritten(refusal) ? sayWritten(refusal) : sayState(refusal);
};
