import type { Chart } from '#core/criteria/chart.ts';
import type { Worth } from '#core/criteria/worth.ts';
import type { Missing } from '#core/measures/measured.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { everything, type Range } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { SummarisedDefinition } from '#core/study/schema-endpoints.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { type Area, computeArea } from './area-under-curve.ts';
import { computePercentChange } from './change-from-anchor.ts';
import { type DerivedOutcome, unique } from './derived-outcome.ts';

type ValueEndpoint = Extract<Endpoint, { kind: 'value' }>;

interface Seen {
  readonly day: number;
  readonly worth: Worth;
}

const boundOf = (written: string | undefined): Rational | undefined => {
  const decimal = written === undefined ? undefined : readDecimal(written);
  return decimal && rationalOf(decimal);
};

/** What is known of a value that was not measured: that it lies on its scale. */
const bounded = (range: Range, { least, most }: SummarisedDefinition): Range => {
  const [low, high] = [boundOf(least), boundOf(most)];
  return {
    low: range.low ?? low,
    lowOpen: range.low === undefined ? low === undefined : range.lowOpen,
    high: range.high ?? high,
    highOpen: range.high === undefined ? high === undefined : range.highOpen,
  };
};

const derived = (range: Range, worths: readonly Worth[], because: readonly string[]): DerivedOutcome => ({
  outcome: { kind: 'number', range },
  because,
  records: unique(worths.flatMap(({ evidence }) => evidence.map(({ record }) => record))),
  missing: worths.flatMap(({ missing }) => missing),
});

/** The visits of the schedule from one to another. */
const visitsFrom = (study: Study, since: string, at: string): Study['definition']['visits'] => {
  const { visits } = study.definition;
  const [first, last] = [since, at].map((id) => visits.findIndex((visit) => visit.id === id));
  return visits.slice(first, (last ?? 0) + 1);
};

/** Values on the days of the visits; one that was not held lies on its planned day. */
const seenFrom = (endpoint: ValueEndpoint, study: Study, chart: Chart, since: string, at: string): readonly Seen[] => {
  const zero = chart.dateOf('randomisation')?.last;
  return visitsFrom(study, since, at).flatMap(({ id, day }) => {
    const worth = endpoint.ask(chart, id);
    const held = chart.dateOf(id);
    const isEnd = id === since || id === at;
    const isMeasured = worth.range.low !== undefined || worth.range.high !== undefined;
    // Between the ends a visit at which nothing was measured takes no part: the line goes from visit to visit.
    if (!isEnd && !isMeasured) return [];
    return [{ day: held === undefined || zero === undefined ? day : held.last - zero, worth }];
  });
};

const openEnds = (why: Extract<Area, { status: 'not evaluable' }>['why']): Missing => ({
  kind: 'no rule',
  reason: why,
});

const deriveArea = (summarised: SummarisedDefinition, seen: readonly Seen[]): DerivedOutcome => {
  const worths = seen.map(({ worth }) => worth);
  const area = computeArea(seen.map(({ day, worth }) => ({ day, range: bounded(worth.range, summarised) })));
  if (area.status === 'not evaluable') {
    const found = derived(everything, worths, []);
    return { ...found, missing: [...found.missing, openEnds(area.why)] };
  }
  const said = `${summarised.as} over ${area.days} days with values on ${seen.length}`;
  return derived(summarised.as === 'area' ? area.total : area.average, worths, [said]);
};

/**
 * A value over the visits up to the one asked: its percent change since an earlier one, the area under it by trapezoids
 * over the days on which visits were held, or its average over these days. Where the first or the last value is missing
 * it has the bounds of its scale, if the study gives them, and otherwise nothing is known.
 */
export const deriveSummarised = (
  endpoint: ValueEndpoint,
  summarised: SummarisedDefinition,
  study: Study,
  chart: Chart,
  at: string,
): DerivedOutcome => {
  if (summarised.as !== 'percent change')
    return deriveArea(summarised, seenFrom(endpoint, study, chart, summarised.since, at));
  const [value, anchor] = [endpoint.ask(chart, at), endpoint.ask(chart, summarised.since)];
  return derived(computePercentChange(value.range, anchor.range), [value, anchor], []);
};
