import { compare, type Rational } from '#core/quantities/rational.ts';
import type { Endpoint } from '#core/study/study.ts';
import type { Outcome } from './analysis-value.ts';
import type { SettledOutcome } from './apply-strategies.ts';
import { deriveOutcome } from './derive-outcome.ts';
import { noResponse } from './ordered-response.ts';
import { otherVisits } from './other-visits.ts';
import { isOpen, levelsOf } from './outcome-kinds.ts';
import type { ValueAsked } from './value-asked.ts';

interface SeenOutcome {
  readonly visit: string;
  readonly outcome: Outcome;
  readonly records: readonly string[];
}

/** What was observed, and is decided, at other visits; after an event whose strategy sets it aside nothing counts. */
const seenElsewhere = (settled: SettledOutcome, asked: ValueAsked): readonly SeenOutcome[] => {
  const { endpoint, study, participant, chart } = asked;
  return otherVisits(asked, settled.decidedBy?.on?.first)
    .map((visit) => ({ visit, ...deriveOutcome(endpoint, study, participant, chart, visit) }))
    .filter(({ outcome }) => !isOpen(outcome));
};

const numberOf = ({ outcome }: SeenOutcome): Rational | undefined =>
  outcome.kind === 'number' ? outcome.range.low : undefined;

const worstNumber = (seen: readonly SeenOutcome[], worse: 'higher' | 'lower'): SeenOutcome | undefined =>
  seen.reduce<SeenOutcome | undefined>((worst, each) => {
    const [a, b] = [worst && numberOf(worst), numberOf(each)];
    if (a === undefined || b === undefined) return worst ?? each;
    return compare(b, a) === (worse === 'higher' ? 1 : -1) ? each : worst;
  }, undefined);

/** The worst of what was seen, by the order of the levels or by which numbers are worse. */
const worstOf = (seen: readonly SeenOutcome[], endpoint: Endpoint): SeenOutcome | undefined => {
  if (endpoint.kind === 'response') {
    const order = levelsOf(endpoint);
    const placeOf = ({ outcome }: SeenOutcome) => (outcome.kind === 'level' ? order.indexOf(outcome.worst) : 0);
    return seen.toSorted((a, b) => placeOf(b) - placeOf(a))[0];
  }
  return endpoint.kind === 'value' && endpoint.of.worse !== undefined
    ? worstNumber(seen, endpoint.of.worse)
    : undefined;
};

const asNonResponder = (outcome: Outcome): Outcome => {
  if (outcome.kind === 'level') return { kind: 'level', worst: noResponse, best: noResponse, reached: 'false' };
  return outcome.kind === 'claim' ? { kind: 'claim', reached: 'false' } : outcome;
};

const takenFrom = (
  seen: SeenOutcome | undefined,
  settled: SettledOutcome,
  policy: 'worst observed' | 'last observation',
): SettledOutcome =>
  seen === undefined
    ? settled
    : {
        ...settled,
        outcome: seen.outcome,
        policy,
        because: [...settled.because, `${policy}, that of ${seen.visit}: nothing is known at the visit asked`],
        records: [...new Set([...settled.records, ...seen.records])],
      };

/**
 * Reports what is still unknown as the endpoint's policy says. `unknown` leaves it so; `non-responder` reports not met;
 * `worst observed` and `last observation` take a value that was observed at another visit of the endpoint up to the one
 * asked, and where there is none it stays unknown. Who is left out of a principal stratum has nothing to report.
 */
export const applyMissingPolicy = (settled: SettledOutcome, asked: ValueAsked): SettledOutcome => {
  const { missing } = asked.endpoint.of;
  const isLeftOut = settled.policy === 'principal stratum';
  if (!isOpen(settled.outcome) || missing === 'unknown' || isLeftOut) return settled;
  switch (missing) {
    case 'non-responder': {
      const outcome = asNonResponder(settled.outcome);
      return isOpen(outcome) ? settled : { ...settled, outcome, policy: missing };
    }
    case 'worst observed':
      return takenFrom(worstOf(seenElsewhere(settled, asked), asked.endpoint), settled, missing);
    case 'last observation':
      return takenFrom(seenElsewhere(settled, asked).at(-1), settled, missing);
    default:
      return missing satisfies never;
  }
};
