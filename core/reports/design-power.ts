import {
  chanceOfRejection,
  type ExactSize,
  exactSize,
  type RejectionRegion,
  rejectionRegion,
} from '#core/statistics/designs/rejection-region.ts';
import { normalQuantile } from '#core/statistics/distributions/normal-quantile.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { scoreOfDifference } from '#core/statistics/tests/difference-score.ts';
import { testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';

/** Rates at which two arms respond. */
export interface ResponseRates {
  readonly experimental: number;
  readonly control: number;
}

export interface PowerCell extends ResponseRates {
  readonly power: number;
}

/** What a comparison of two proportions can and cannot show with the participants that are planned. */
export interface ComparisonPower {
  readonly analysis: string;
  readonly endpoint: string;
  readonly test: 'Fisher exact, two-sided' | 'Miettinen–Nurminen score, one-sided';
  readonly experimental: { readonly arm: string; readonly participants: number };
  readonly control: { readonly arm: string; readonly participants: number };
  readonly level: number;
  readonly margin: number | undefined;
  readonly size: ExactSize;
  readonly asked: PowerCell;
  readonly curve: readonly PowerCell[];
  /** For each rate of the control, the least rate of the experimental arm that is found in 80%; undefined where none is. */
  readonly detectable: readonly { readonly control: number; readonly experimental: number | undefined }[];
  /** The 95% interval of the difference where both arms respond as asked, at the nearest counts. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  /** The least participants an arm, alike in both, from which on the power at the asked rates stays at 80%. */
  readonly needed: number | undefined;
}

/** What a single arm can show of a share: its interval at some shares, and what is seen of a rare event. */
export interface ArmPrecision {
  readonly arm: string;
  readonly participants: number;
  readonly intervals: readonly { readonly events: number; readonly lower: number; readonly upper: number }[];
  /** The chance to see at least one event of one that happens to 10%. */
  readonly seesTenPercent: number;
  /** One-sided 95% upper bound where none is seen. */
  readonly noneSeen: number;
}

const steps = (from: number, to: number, by: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => Math.round((from + index * by) * 1e6) / 1e6);

/** Participants of each arm as they are planned: by the ratio, by the places, or all in the only arm. */
export const plannedArms = ({ arms, allocation, design }: StudyDefinition): ReadonlyMap<string, number> => {
  if (allocation.method === 'assigned') return new Map(Object.entries(allocation.participants));
  if (!isByChance(allocation)) return new Map(arms.map(({ id }) => [id, design.participants]));
  const total = Object.values(allocation.ratio).reduce((sum, each) => sum + each, 0);
  return new Map(arms.map(({ id }) => [id, Math.floor((design.participants * (allocation.ratio[id] ?? 0)) / total)]));
};

const regionFor = (analysis: ProportionComparison, n1: number, n0: number): RejectionRegion => {
  const alpha = Number(analysis.alpha);
  if (analysis.hypothesis === 'non-inferiority') {
    const limit = -normalQuantile(analysis.sides === 1 ? alpha : alpha / 2);
    const margin = Number(analysis.margin ?? 0);
    return rejectionRegion(n1, n0, (arm1, arm0) => scoreOfDifference(arm1, arm0, -margin, 'N / (N - 1)') > limit);
  }
  return rejectionRegion(n1, n0, (arm1, arm0) => {
    const found = testFisherExact(arm1, arm0);
    return 'twoSided' in found && (analysis.sides === 1 ? found.greater : found.twoSided) <= alpha;
  });
};

const enough = 0.8;
const mostNeeded = 400;
/** The power is a saw in n: it has to stay up for so many more participants of each arm. */
const staysFor = 5;

const neededFor = (analysis: ProportionComparison, { experimental, control }: ResponseRates): number | undefined => {
  const isEnough = (n: number): boolean =>
    chanceOfRejection(regionFor(analysis, n, n), experimental, control) >= enough;
  let [low, high] = [1, 8];
  while (high < mostNeeded && !isEnough(high)) [low, high] = [high, high * 2];
  if (!isEnough(Math.min(high, mostNeeded))) return undefined;
  high = Math.min(high, mostNeeded);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  for (let kept = 0; kept < staysFor; ) {
    if (isEnough(high + kept + 1)) kept += 1;
    else [high, kept] = [high + kept + 2, 0];
  }
  return high;
};

const controls = steps(0.1, 0.6, 0.1);

/** What one comparison of the study can show; `asked` are the rates that are assumed, not rates of the record. */
export const comparisonPower = (
  analysis: ProportionComparison,
  definition: StudyDefinition,
  asked: ResponseRates,
): ComparisonPower => {
  const planned = plannedArms(definition);
  const [n1, n0] = [planned.get(analysis.experimental) ?? 0, planned.get(analysis.control) ?? 0];
  const region = regionFor(analysis, n1, n0);
  const margin = analysis.hypothesis === 'non-inferiority' ? Number(analysis.margin ?? 0) : undefined;
  const at = (rates: ResponseRates): PowerCell => ({
    ...rates,
    power: chanceOfRejection(region, rates.experimental, rates.control),
  });
  const differences = margin === undefined ? [0.1, 0.2, 0.3, 0.4, 0.5] : [-0.1, -0.05, 0, 0.05, 0.1];
  const curve = controls.flatMap((control) =>
    differences
      .map((difference) => Math.round((control + difference) * 1e6) / 1e6)
      .filter((rate) => rate >= 0 && rate <= 1)
      .map((experimental) => at({ experimental, control })),
  );
  const interval = computeDifferenceInterval(
    { events: Math.round(n1 * asked.experimental), of: n1 },
    { events: Math.round(n0 * asked.control), of: n0 },
  );
  return {
    analysis: analysis.id,
    endpoint: analysis.endpoint,
    test: margin === undefined ? 'Fisher exact, two-sided' : 'Miettinen–Nurminen score, one-sided',
    experimental: { arm: analysis.experimental, participants: n1 },
    control: { arm: analysis.control, participants: n0 },
    level: Number(analysis.alpha),
    margin,
    size: exactSize(region, margin === undefined ? 0 : -margin),
    asked: at(asked),
    curve,
    detectable: controls.map((control) => ({
      control,
      experimental: steps(Math.max(0, control - (margin ?? 0)), 1, 0.01).find(
        (experimental) => at({ experimental, control }).power >= enough,
      ),
    })),
    interval: 'lower' in interval ? { lower: interval.lower, upper: interval.upper } : undefined,
    needed: neededFor(analysis, asked),
  };
};

/** What so many participants of one arm say of a share, by Clopper and Pearson's interval. */
export const armPrecision = (arm: string, participants: number): ArmPrecision => ({
  arm,
  participants,
  intervals: [...new Set([0.1, 0.25, 0.5, 0.75].map((share) => Math.round(share * participants)))].flatMap((events) => {
    const found = computeClopperPearson({ events, of: participants });
    return 'lower' in found ? [{ events, lower: found.lower, upper: found.upper }] : [];
  }),
  seesTenPercent: 1 - 0.9 ** participants,
  noneSeen: 1 - 0.05 ** (1 / participants),
});
