import type { Refusal } from '#core/conduct/refusal.ts';
import { isLotRefusal, type LotRefusal, sayLotRefusal } from './say-lot-refusal.ts';
import { isReviewRefusal, type ReviewRefusal, sayReviewRefusal } from './say-review-refusal.ts';

const near = (name: string | undefined): string => (name === undefined ? '' : `; did you mean ${name}?`);
const list = (names: readonly string[]): string => names.join(', ');

/** Refusals that carry nothing to be named. */
const bare = {
  'study not approved': 'the study is not approved',
  'not drafted': 'this version was not drafted: what is approved is what was drafted',
  'allocation fixed':
    'arms and allocation are those that the sealed list was drawn by; an amendment cannot change them',
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
  'partner has not agreed': 'details of a partner’s pregnancy are recorded once she has agreed',
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

/** Refusals of a site, its people and the versions of the study. */
const ofSites = [
  'own draft',
  'definition faulty',
  'version unknown',
  'study paused',
  'site not active',
  'site closed',
  'site paused',
  'not the principal',
  'not delegated',
  'not trained',
  'visit locked',
] as const satisfies readonly Refusal['refused'][];

type SiteRefusal = Extract<Refusal, { readonly refused: (typeof ofSites)[number] }>;

const isOfSites = (refusal: Refusal): refusal is SiteRefusal => ofSites.some((each) => each === refusal.refused);

const saySite = (refusal: SiteRefusal): string => {
  switch (refusal.refused) {
    case 'own draft':
      return `${refusal.author} wrote this version; somebody else has to approve it`;
    case 'definition faulty':
      return `the definition is faulty: ${refusal.faults.join('; ')}`;
    case 'version unknown':
      return `no version ${refusal.version.slice(0, 12)} was approved`;
    case 'study paused':
      return `${refusal.what} paused since ${refusal.on}`;
    case 'site not active':
      return `site ${refusal.site} is not active`;
    case 'site closed':
      return `site ${refusal.site} was closed on ${refusal.on}`;
    case 'site paused':
      return `site ${refusal.site} is paused since ${refusal.on}`;
    case 'not the principal':
      return `${refusal.person} is not the principal investigator, who alone delegates`;
    case 'not delegated':
      return `${refusal.person} is not delegated as ${refusal.role} at ${refusal.site} on that day`;
    case 'not trained':
      return `${refusal.person} has no training in version ${refusal.version.slice(0, 12)}, which is in force`;
    case 'visit locked':
      return `${refusal.visit} is locked for the primary analysis`;
    default:
      return refusal satisfies never;
  }
};

const sayState = (
  refusal: Exclude<Refusal, LotRefusal | ReviewRefusal | EntryRefusal | SiteRefusal | { readonly refused: Bare }>,
): string => {
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
    case 'not given or not watched':
      return `${refusal.dose} ${refusal.number} was not given, or nothing is measured around it`;
    case 'weight missing':
      return `the weight at ${refusal.visit} is missing`;
    case 'treatment discontinued':
      return `treatment was discontinued on ${refusal.on}`;
    case 'event not reported':
      return `${refusal.record} has to be reported first`;
    case 'event contradicts itself':
      return `${refusal.why}; set right what is wrong first`;
    default:
      return refusal satisfies never;
  }
};

/** A refusal as an English sentence: what may not be done and what to do. */
export const sayRefusal = (refusal: Refusal): string => {
  if (isBare(refusal)) return bare[refusal.refused];
  if (isLotRefusal(refusal)) return sayLotRefusal(refusal);
  if (isReviewRefusal(refusal)) return sayReviewRefusal(refusal);
  if (isOfSites(refusal)) return saySite(refusal);
  return isOfWritten(refusal) ? sayWritten(refusal) : sayState(refusal);
};
