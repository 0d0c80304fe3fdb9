import { computeFisherPower } from '#core/statistics/designs/fisher-power.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import type { SimulatedTrials } from './simulate-trials.ts';
import type { TrialQuestion } from './trial-question.ts';

/** What a design came to over many simulated trials. */
export interface Characteristics {
  readonly trials: number;
  readonly experimental: ArmCharacteristics;
  readonly control: ArmCharacteristics;
  /** Trials whose analysis says what the hypothesis asks, and their share with the 95 % interval of Monte Carlo. */
  readonly successes: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** The mean of the estimated difference, experimental less control, and its standard deviation between trials. */
  readonly difference: number;
  readonly sd: number;
  /** The mean width of the interval of the difference. */
  readonly width: number;
  /** Of Fisher's test: the exact chance of success at the arms of each trial and the shares of all; otherwise undefined. */
  readonly exact: number | undefined;
}

export interface ArmCharacteristics {
  readonly arm: string;
  /** Mean participants, smallest and largest. */
  readonly participants: number;
  readonly fewest: number;
  readonly most: number;
  /** Responders among all participants of all trials. */
  readonly response: number;
}

/** Responders and participants of the experimental arm and of the control in one trial. */
export interface TwoArms {
  readonly x1: number;
  readonly n1: number;
  readonly x0: number;
  readonly n0: number;
}

/** Remembers by counts: many trials come to the same few tables. */
const remembering = <T>(compute: (counts: TwoArms) => T): ((counts: TwoArms) => T) => {
  const known = new Map<string, T>();
  return (counts) => {
    const key = `${counts.x1} ${counts.n1} ${counts.x0} ${counts.n0}`;
    const found = known.get(key) ?? compute(counts);
    known.set(key, found);
    return found;
  };
};

/** The counts of every trial, in their order. */
export const tablesOf = (simulated: SimulatedTrials): readonly TwoArms[] => {
  const { question, arms, events, of, trials } = simulated;
  const [one, zero] = [question.analysis.experimental, question.analysis.control].map((arm) => arms.indexOf(arm));
  const at = (list: Uint32Array, trial: number, arm: number | undefined): number =>
    list[trial * arms.length + (arm ?? 0)] ?? 0;
  return Array.from({ length: trials }, (_, trial) => ({
    x1: at(events, trial, one),
    n1: at(of, trial, one),
    x0: at(events, trial, zero),
    n0: at(of, trial, zero),
  }));
};

const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;

const armOf = (arm: string, tables: readonly (readonly [events: number, of: number])[]): ArmCharacteristics => {
  const sizes = tables.map(([, of]) => of);
  const sum = sizes.reduce((all, each) => all + each, 0);
  return {
    arm,
    participants: mean(sizes),
    fewest: sizes.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
    most: sizes.reduce((most, each) => Math.max(most, each), 0),
    response: tables.reduce((all, [events]) => all + events, 0) / sum,
  };
};

/**
 * Decides every simulated trial as its analysis would: Fisher's two-sided test at its level, or the lower end of the
 * Miettinen–Nurminen interval against minus the margin. A trial with an empty arm decides nothing.
 */
export const summariseTrials = (simulated: SimulatedTrials): Characteristics =>
  summariseTables(simulated.question, tablesOf(simulated));

/** The same of counts that came from elsewhere, such as from several parts of one run. */
export const summariseTables = ({ analysis }: TrialQuestion, tables: readonly TwoArms[]): Characteristics => {
  const alpha = Number(analysis.alpha);
  const confidence = 1 - (analysis.sides === 1 ? 2 : 1) * alpha;
  const intervalOf = remembering(({ x1, n1, x0, n0 }) =>
    computeDifferenceInterval({ events: x1, of: n1 }, { events: x0, of: n0 }, confidence),
  );
  const fisherOf = remembering(({ x1, n1, x0, n0 }) => testFisherExact({ events: x1, of: n1 }, { events: x0, of: n0 }));
  const margin = Number(analysis.margin ?? 0);
  const isSuccess = (table: TwoArms): boolean => {
    if (analysis.hypothesis === 'non-inferiority') {
      const interval = intervalOf(table);
      return 'lower' in interval && interval.lower > -margin;
    }
    const test = fisherOf(table);
    return 'twoSided' in test && (analysis.sides === 1 ? test.greater : test.twoSided) <= alpha;
  };
  const [experimental, control] = [
    armOf(
      analysis.experimental,
      tables.map(({ x1, n1 }) => [x1, n1]),
    ),
    armOf(
      analysis.control,
      tables.map(({ x0, n0 }) => [x0, n0]),
    ),
  ];
  const successes = tables.filter(isSuccess).length;
  const interval = computeClopperPearson({ events: successes, of: tables.length });
  const [lower, upper] = 'lower' in interval ? [interval.lower, interval.upper] : [0, 1];
  const differences = tables.filter(({ n1, n0 }) => n1 > 0 && n0 > 0).map(({ x1, n1, x0, n0 }) => x1 / n1 - x0 / n0);
  const difference = mean(differences);
  const widths = tables.flatMap((table) => {
    const found = intervalOf(table);
    return 'lower' in found ? [found.upper - found.lower] : [];
  });
  const exactOf = remembering(({ n1, n0 }) =>
    computeFisherPower(n1, experimental.response, n0, control.response, alpha),
  );
  const isFisher = analysis.hypothesis === 'superiority' && analysis.sides === 2;
  return {
    trials: tables.length,
    experimental,
    control,
    successes,
    share: successes / tables.length,
    lower,
    upper,
    difference,
    sd: Math.sqrt(mean(differences.map((each) => (each - difference) ** 2))),
    width: mean(widths),
    exact: isFisher ? mean(tables.map(({ n1, n0 }) => exactOf({ x1: 0, n1, x0: 0, n0 }))) : undefined,
  };
};
