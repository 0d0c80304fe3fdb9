import type { Stratum } from '#core/statistics/strata.ts';
import type { Paper, PaperComparison, PaperProportion } from './paper.ts';
import { countsPrinting, endsOf, printsAs } from './printed-number.ts';
import {
  type Recomputed,
  recomputeDifference,
  recomputeOddsRatio,
  recomputeP,
  recomputeProportion,
  recomputeRiskRatio,
  recomputeStrataOddsRatio,
  recomputeStrataP,
} from './recompute.ts';

/** One printed number, what each method makes of the counts, and which of them print it. */
export interface ReproducedNumber {
  readonly id: string;
  readonly what:
    | 'p'
    | 'percent'
    | 'interval'
    | 'difference'
    | 'odds ratio'
    | 'risk ratio'
    | 'difference interval'
    | 'odds ratio interval';
  readonly printed: string;
  readonly computed: readonly Recomputed[];
  /** Methods that print it; none where the counts do not give it. */
  readonly by: readonly string[];
}

const valueMatches =
  (printed: string) =>
  (found: Recomputed): boolean =>
    printsAs(found.value, printed);

const endsMatch = (printed: string) => {
  const [low, high] = endsOf(printed);
  return ({ lower, upper }: Recomputed): boolean =>
    lower !== undefined && upper !== undefined && printsAs(lower, low) && printsAs(upper, high);
};

const reproduced = (
  id: string,
  what: ReproducedNumber['what'],
  printed: string | undefined,
  computed: readonly Recomputed[],
): readonly ReproducedNumber[] => {
  if (printed === undefined) return [];
  const matches = what.endsWith('interval') ? endsMatch(printed) : valueMatches(printed);
  return [{ id, what, printed, computed, by: computed.filter(matches).map(({ by }) => by) }];
};

/** A percentage of a count, or of a number of people of whom no count was printed. */
const percentOf = ({ id, count, of, percent }: PaperProportion): readonly ReproducedNumber[] => {
  if (percent === undefined) return [];
  const people = count?.of ?? of ?? 0;
  const counts = count === undefined ? countsPrinting(percent, people) : [count.events];
  const computed = counts.map((events) => ({
    by: `${events} of ${people}`,
    value: (100 * events) / people,
    lower: undefined,
    upper: undefined,
  }));
  return reproduced(id, 'percent', percent, computed);
};

const ofProportion = (written: PaperProportion): readonly ReproducedNumber[] => [
  ...percentOf(written),
  ...reproduced(
    written.id,
    'interval',
    written.interval,
    written.count === undefined ? [] : recomputeProportion(written.count),
  ),
];

const strataOf = ({ strata }: PaperComparison): readonly Stratum[] =>
  (strata ?? []).map(({ first, second }) => ({ arm1: first, arm0: second }));

/** The groups as a whole: as they were printed, or as their strata add up. */
const wholeOf = ({ first, second, strata = [] }: PaperComparison) => {
  const sum = (side: 'first' | 'second') =>
    strata.reduce((all, each) => ({ events: all.events + each[side].events, of: all.of + each[side].of }), {
      events: 0,
      of: 0,
    });
  return { first: first ?? sum('first'), second: second ?? sum('second') };
};

const ofComparison = (written: PaperComparison): readonly ReproducedNumber[] => {
  const { first, second } = wholeOf(written);
  const strata = strataOf(written);
  const differences = recomputeDifference(first, second);
  const odds = [...recomputeOddsRatio(first, second), ...(strata.length === 0 ? [] : recomputeStrataOddsRatio(strata))];
  const { id } = written;
  return [
    ...reproduced(id, 'p', written.p, [
      ...recomputeP(first, second),
      ...(strata.length === 0 ? [] : recomputeStrataP(strata)),
    ]),
    ...reproduced(id, 'difference', written.difference, differences),
    ...reproduced(id, 'difference interval', written['difference interval'], differences),
    ...reproduced(id, 'odds ratio', written['odds ratio'], odds),
    ...reproduced(id, 'odds ratio interval', written['odds ratio interval'], odds),
    ...reproduced(id, 'risk ratio', written['risk ratio'], recomputeRiskRatio(first, second)),
  ];
};

/**
 * Every printed number of a paper beside what the methods make of its counts. A number that none prints came from
 * something else than the counts: a model, strata that were not printed, imputation, or a slip.
 */
export const reproducePaper = ({ proportions = [], comparisons = [] }: Paper): readonly ReproducedNumber[] => [
  ...proportions.flatMap(ofProportion),
  ...comparisons.flatMap(ofComparison),
];
