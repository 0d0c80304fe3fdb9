import type { ArmProportion, ProportionResult } from '#core/endpoints/analyse-proportion.ts';
import type { Study } from '#core/study/study.ts';
import { populationWords, type SaidCell, titleOf } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent } from './round.ts';

const say = ({ counts: { events, of }, interval, unknown }: ArmProportion): SaidCell => {
  if (of === 0) return { value: '0 of 0', numbers: { events, of } };
  const share = events / of;
  const numbers = { events, of, share, unknown };
  const open = unknown === 0 ? '' : `, ${unknown} not known`;
  if ('notEstimable' in interval) return { value: `${events} of ${of}, ${writePercent(share)}${open}`, numbers };
  const { lower, upper } = interval;
  const ends = `${writePercent(lower)} to ${writePercent(upper)}`;
  return {
    value: `${events} of ${of}, ${writePercent(share)} (${ends})${open}`,
    numbers: { ...numbers, lower, upper },
  };
};

/** Shares with their intervals, one analysis a row. */
export const proportionTable = (results: readonly ProportionResult[], study: Study): Table => {
  const arms = study.definition.arms.map(({ id }) => id);
  const cell = (result: ProportionResult, arm: string): Figure => {
    const found = result.arms.find((each) => each.arm === arm);
    return {
      id: `${result.analysis.id}/${arm}/share`,
      label: `${titleOf(result.analysis, study)}, ${arm}`,
      ...(found === undefined ? { value: '', numbers: {} } : say(found)),
      rests: (found?.values ?? []).map((value) => valueId(value)),
    };
  };
  const named = ({ analysis: { interval, level } }: ProportionResult): string =>
    `${writePercent(Number(level), 0)} ${interval === 'wilson' ? 'Wilson' : 'Clopper–Pearson'}`;
  const names = [...new Set(results.map(named))];
  const rows = results.map((result) => ({
    label: `${titleOf(result.analysis, study)}, ${populationWords[result.analysis.population]}${names.length === 1 ? '' : `, ${named(result)}`}`,
    cells: arms.map((arm) => cell(result, arm)),
  }));
  return { id: 'shares', title: `Shares with their intervals, ${names.join(' and ')}`, columns: arms, rows };
};
