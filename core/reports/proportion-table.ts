import type { ArmProportion, ProportionResult } from '#core/endpoints/analyse-proportion.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent } from './round.ts';

const populations = {
  randomised: 'all randomised',
  treated: 'all treated',
  'per protocol': 'treated per protocol',
  'all enrolled': 'all enrolled',
} as const;

const say = ({ counts: { events, of }, interval, unknown }: ArmProportion): string => {
  if (of === 0) return '0 of 0';
  const ends =
    'notEstimable' in interval ? '' : ` (${writePercent(interval.lower)} to ${writePercent(interval.upper)})`;
  const open = unknown === 0 ? '' : `, ${unknown} not known`;
  return `${events} of ${of}, ${writePercent(events / of)}${ends}${open}`;
};

/** Shares with their intervals, one analysis a row. */
export const proportionTable = (results: readonly ProportionResult[], study: Study): Table => {
  const arms = study.definition.arms.map(({ id }) => id);
  const titleOf = ({ analysis }: ProportionResult): string =>
    study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const cell = (result: ProportionResult, arm: string): Figure => {
    const found = result.arms.find((each) => each.arm === arm);
    return {
      id: `${result.analysis.id}/${arm}/share`,
      label: `${titleOf(result)}, ${arm}`,
      value: found === undefined ? '' : say(found),
      rests: (found?.values ?? []).map((value) => valueId(value)),
    };
  };
  const named = ({ analysis: { interval, level } }: ProportionResult): string =>
    `${writePercent(Number(level), 0)} ${interval === 'wilson' ? 'Wilson' : 'Clopper–Pearson'}`;
  const names = [...new Set(results.map(named))];
  const rows = results.map((result) => ({
    label: `${titleOf(result)}, ${populations[result.analysis.population]}${names.length === 1 ? '' : `, ${named(result)}`}`,
    cells: arms.map((arm) => cell(result, arm)),
  }));
  return { id: 'shares', title: `Shares with their intervals, ${names.join(' and ')}`, columns: arms, rows };
};
