import { everything, hull, isExact } from '#core/quantities/range.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Endpoint } from '#core/study/study.ts';
import type { Outcome } from './analysis-value.ts';
import { unclassified } from './derive-class.ts';
import { noResponse } from './ordered-response.ts';

/** Levels of a response, best first, and what stands below them. */
export const levelsOf = ({ response }: Extract<Endpoint, { kind: 'response' }>): readonly string[] => [
  ...response.levels.map(({ id }) => id),
  noResponse,
];

const classesOf = ({ classes, classification }: Extract<Endpoint, { kind: 'class' }>): readonly string[] => [
  ...classes.map(({ label }) => label),
  classification.otherwise ?? unclassified,
];

/** Whether something is still open that a policy for what is missing would fill. */
export const isOpen = (outcome: Outcome): boolean => {
  switch (outcome.kind) {
    case 'level':
    case 'claim':
    case 'time':
      return outcome.reached === 'unknown';
    case 'number':
      return !isExact(outcome.range);
    case 'class':
      return outcome.possible.length !== 1;
    default:
      return outcome satisfies never;
  }
};

/** An outcome of an endpoint of which nothing is known. */
export const unknownOutcome = (endpoint: Endpoint): Outcome => {
  switch (endpoint.kind) {
    case 'response':
      return { kind: 'level', worst: noResponse, best: levelsOf(endpoint)[0] ?? noResponse, reached: 'unknown' };
    case 'condition':
      return { kind: 'claim', reached: 'unknown' };
    case 'value':
      return { kind: 'number', range: everything };
    case 'class':
      return { kind: 'class', possible: classesOf(endpoint) };
    case 'time':
      return { kind: 'time', reached: 'unknown', visit: undefined, day: undefined, by: undefined };
    default:
      return endpoint satisfies never;
  }
};

const either = <T>(a: T, b: T): T | undefined => (a === b ? a : undefined);
const eitherTruth = (a: Truth, b: Truth): Truth => either(a, b) ?? 'unknown';

/** What is known when it is one of two outcomes and nobody knows which. Throws for outcomes of two kinds. */
export const eitherOutcome = (a: Outcome, b: Outcome, endpoint: Endpoint): Outcome => {
  if (a.kind === 'level' && b.kind === 'level' && endpoint.kind === 'response') {
    const order = levelsOf(endpoint);
    const [best = a.best] = [a.best, b.best].toSorted((x, y) => order.indexOf(x) - order.indexOf(y));
    const [worst = a.worst] = [a.worst, b.worst].toSorted((x, y) => order.indexOf(y) - order.indexOf(x));
    return { kind: 'level', worst, best, reached: eitherTruth(a.reached, b.reached) };
  }
  if (a.kind === 'claim' && b.kind === 'claim') return { kind: 'claim', reached: eitherTruth(a.reached, b.reached) };
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', range: hull(a.range, b.range) };
  if (a.kind === 'class' && b.kind === 'class')
    return { kind: 'class', possible: [...new Set([...a.possible, ...b.possible])] };
  if (a.kind === 'time' && b.kind === 'time') return eitherTime(a, b);
  throw new Error(`an outcome is a ${a.kind} or a ${b.kind}`);
};

type Time = Extract<Outcome, { kind: 'time' }>;

const eitherTime = (a: Time, b: Time): Time => {
  const reached = eitherTruth(a.reached, b.reached);
  const known = { visit: either(a.visit, b.visit), day: either(a.day, b.day), by: either(a.by, b.by) };
  const after = Math.min(a.interval?.after ?? 0, b.interval?.after ?? 0);
  const ends = [a.interval?.by, b.interval?.by].flatMap((each) => each ?? []);
  const interval = { after, by: ends.length === 2 ? Math.max(...ends) : undefined };
  const [sooner] = [a.censored, b.censored].flatMap((each) => each ?? []).toSorted((x, y) => x.day - y.day);
  return { kind: 'time', reached, ...known, interval, ...(reached === 'true' || !sooner ? {} : { censored: sooner }) };
};
