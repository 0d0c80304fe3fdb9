import type { NonInferiorityResult, ViewedNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import { confidenceOfAlpha } from '#core/endpoints/analyses/two-arm-test.ts';
import type { Study } from '#core/study/study.ts';
import {
  confidenceWords,
  endsOf,
  populationWords,
  type SaidCell,
  sayShares,
  sayWhyNot,
  titleOf,
} from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent, writeProbability } from './round.ts';

const sayCounts = ({ experimental, control }: ViewedNonInferiority): SaidCell => {
  const [one, other] = [experimental.counts, control.counts];
  return {
    value: [one, other].map(({ events, of }) => `${events} of ${of}`).join(' against '),
    numbers: { events1: one.events, of1: one.of, events0: other.events, of0: other.of },
  };
};

const sayP = (p: number, z?: number | string): SaidCell => ({
  value: writeProbability(p),
  numbers: typeof z === 'number' ? { p, statistic: z } : { p },
});

const dash: SaidCell = { value: '–', numbers: {} };

const sayVerdict = (isShown: boolean): SaidCell => ({ value: isShown ? 'yes' : 'no', numbers: {} });

interface RowSaid {
  readonly id: string;
  readonly label: string;
  readonly suffix: string;
  readonly counts: SaidCell;
  readonly difference: SaidCell;
  readonly p: SaidCell;
  readonly shown: SaidCell;
}

const viewSaid = (viewed: ViewedNonInferiority, index: number): RowSaid => {
  const { view, test } = viewed;
  const own = { id: `view-${index}`, label: `missing ${view}`, suffix: `missing ${view}`, counts: sayCounts(viewed) };
  if ('notEstimable' in test)
    return { ...own, difference: { value: sayWhyNot(test.notEstimable), numbers: {} }, p: dash, shown: dash };
  return {
    ...own,
    difference: { value: sayShares(test), numbers: endsOf(test) },
    p: sayP(test.p, test.z),
    shown: sayVerdict(test.isNonInferior),
  };
};

const strataSaid = ({ stratified, views }: NonInferiorityResult): readonly RowSaid[] => {
  if (stratified === undefined || 'notEstimable' in stratified) return [];
  const { interval, p, isNonInferior } = stratified;
  return [
    {
      id: 'strata',
      label: `as reported, by ${interval.dropped.length === 0 ? '' : 'usable '}strata`,
      suffix: 'with the strata',
      counts: sayCounts(views[0]),
      difference: { value: sayShares(interval), numbers: endsOf(interval) },
      p: sayP(p),
      shown: sayVerdict(isNonInferior),
    },
  ];
};
/**
 * Non-inferiority in each view of those who are missing, and with the strata: counts, the difference with Miettinen and
 * Nurminen's interval, one-sided p, and whether it is shown. Never one view alone.
 */
export const nonInferiorityTable = (result: NonInferiorityResult, study: Study): Table => {
  const { analysis, views } = result;
  const rowOf = (said: RowSaid, { experimental, control }: ViewedNonInferiority): Table['rows'][number] => {
    const rests = [...experimental.values, ...control.values].map((value) => valueId(value));
    const figure = (id: string, label: string, cell: SaidCell): Figure => ({
      id: `${analysis.id}/${said.id}/${id}`,
      label: `${label}, ${said.suffix}`,
      ...cell,
      rests,
    });
    return {
      label: said.label,
      cells: [
        figure('responders', 'responders', said.counts),
        figure('difference', 'difference', said.difference),
        figure('p', 'one-sided p', said.p),
        figure('shown', 'non-inferiority', said.shown),
      ],
    };
  };
  const level = confidenceWords(confidenceOfAlpha(analysis));
  return {
    id: analysis.id,
    title: `${titleOf(analysis, study)}: ${analysis.experimental} not inferior to ${analysis.control} by ${writePercent(Number(analysis.margin))}, ${populationWords[analysis.population]}`,
    columns: ['responders', `difference, ${level} MN`, 'p', 'shown'],
    rows: [
      ...views.map((viewed, index) => rowOf(viewSaid(viewed, index), viewed)),
      ...strataSaid(result).map((said) => rowOf(said, views[0])),
    ],
  };
};
