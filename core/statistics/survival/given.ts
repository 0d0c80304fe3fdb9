import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expectedOf, publicCases } from '../given.ts';
import type { CompetingFollowUp } from './competing-risks.ts';
import type { CoxRow } from './cox-data.ts';
import type { FollowUp, FollowUpStratum } from './follow-up.ts';

/** The columns in which the oracles write down participants; status 2 is a competing event. */
export interface Columns {
  readonly time: readonly number[];
  readonly status: readonly number[];
  readonly arm: readonly number[];
  readonly stratum?: readonly number[];
  readonly x?: readonly number[];
}

interface Participant extends FollowUp {
  readonly arm: number | undefined;
  readonly stratum: string;
  readonly x: number;
  readonly ended: CompetingFollowUp['ended'];
}

const endings = ['censored', 'event of interest', 'competing event'] as const;

const participantsOf = ({ time, status, arm, stratum, x }: Columns): readonly Participant[] =>
  time.map((at, i) => {
    const ended = endings[status[i] ?? 0] ?? 'censored';
    const where = String(stratum?.[i] ?? 1);
    return { time: at, event: status[i] === 1, arm: arm[i], stratum: where, x: x?.[i] ?? 0, ended };
  });

/** The participants of an arm. */
export const armOf = (columns: Columns, arm: 0 | 1): readonly Participant[] =>
  participantsOf(columns).filter((participant) => participant.arm === arm);

/** Both arms, in one stratum or by the strata written down. */
export const strataOf = (columns: Columns, by: 'together' | 'by stratum' = 'together') => {
  const groups = Map.groupBy(participantsOf(columns), ({ stratum }) => (by === 'together' ? '' : stratum));
  return [...groups.values()].map((group) => ({
    arm1: group.filter(({ arm }) => arm === 1),
    arm0: group.filter(({ arm }) => arm === 0),
  }));
};

/** Rows of a model of the arm alone, with x beside it, or of the arm within strata. */
export const coxRowsOf = (columns: Columns, model: 'arm' | 'arm and x' | 'arm within strata'): readonly CoxRow[] =>
  participantsOf(columns).map(({ time, event, arm, x, stratum }) => ({
    time,
    event,
    covariates: model === 'arm and x' ? [arm ?? 0, x] : [arm ?? 0],
    ...(model === 'arm within strata' ? { stratum } : {}),
  }));

/** What R says of one set in `evidence/oracles/time-to-event/expected.json`; null where it gives no number. */
export interface ExpectedBand {
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly quantiles: readonly (number | null)[];
  readonly quantileLower: readonly (number | null)[];
  readonly quantileUpper: readonly (number | null)[];
}
interface ExpectedCurve extends Readonly<Record<'log-log' | 'log' | 'plain', ExpectedBand>> {
  readonly survival: readonly number[];
  readonly standardError: readonly (number | null)[];
  readonly atRisk: readonly number[];
}
type ExpectedRank = Readonly<Record<'observed1' | 'expected1' | 'variance' | 'chiSquare', number>>;
export interface ExpectedCox {
  /** coxph warned of a coefficient that may be infinite. */
  readonly isMonotone: boolean;
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly logLikelihood: readonly [number, number];
  readonly wald: number;
  readonly score: number;
}
interface ExpectedSet extends Columns {
  readonly name: string;
  readonly times: readonly number[];
  readonly tau: number;
  readonly arm1: ExpectedCurve;
  readonly arm0: ExpectedCurve;
  readonly logRank: ExpectedRank;
  readonly petoPeto: ExpectedRank;
  readonly stratified: ExpectedRank;
  readonly efron: ExpectedCox;
  readonly breslow: ExpectedCox;
  readonly strata: ExpectedCox;
  readonly profile: readonly [number, number];
  readonly restricted: {
    readonly means: readonly [number, number];
    readonly standardErrors: readonly [number, number];
  };
  readonly competing: { readonly status: readonly number[]; readonly incidence: readonly number[] };
}

/** All nine sets of R's survival package. */
export const timeToEventSets = (): readonly ExpectedSet[] => {
  const sets = expectedOf<readonly ExpectedSet[]>('time-to-event');
  assert.equal(sets.length, 9);
  return sets;
};

/** The public cases of a method, of which there are two. */
export const twoPublicCases = <Input, Output>(method: string) => {
  const cases = publicCases<Input, Output>(method);
  assert.ok(cases.length >= 2);
  return cases;
};

type Estimable<Result> = Exclude<Result, { readonly notEstimable: string }>;
const isEstimable = <Result extends object>(result: Result): result is Estimable<Result> => !('notEstimable' in result);

/** The result itself, or a failure that says why there is none. */
export const estimable = <Result extends object>(result: Result): Estimable<Result> => {
  if (isEstimable(result)) return result;
  throw new assert.AssertionError({ message: JSON.stringify(result) });
};

/** A number, or a failure that says why there is none. */
export const numberOf = (value: number | { readonly notEstimable: string }): number => {
  assert.ok(typeof value === 'number', JSON.stringify(value));
  return value;
};

const followUp = fc.record({ time: fc.integer({ min: 1, max: 12 }), event: fc.boolean() });
/** An arm of 1 to 20 with many ties. */
export const anyArm: fc.Arbitrary<readonly FollowUp[]> = fc.array(followUp, { minLength: 1, maxLength: 20 });
export const anyStratum: fc.Arbitrary<FollowUpStratum> = fc.record({ arm1: anyArm, arm0: anyArm });
/** Times in another unit: a factor that keeps ties. */
export const inDays = (arm: readonly FollowUp[]): readonly FollowUp[] =>
  arm.map(({ time, event }) => ({ time: time * 7, event }));
