import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import type { ArmResult, BinaryResult } from '#core/endpoints/analyse.ts';
import { noResponse } from '#core/endpoints/ordered-response.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { writePercent, writeProbability } from './round.ts';

const describe = (value: AnalysisValue): string => {
  const { outcome, reported, policy } = value;
  const observed = outcome.kind === 'level' ? (outcome.worst === outcome.best ? outcome.worst : `${outcome.worst} or ${outcome.best}`) : (reported ?? 'unknown');
  return policy === 'observed' ? observed : `not known (${observed}), reported as non-responder`;
};

/** The figure of one participant's value: it rests on the records that the endpoint read. */
export const valueFigure = (value: AnalysisValue): Figure => ({
  id: `value/${value.endpoint}/${value.participant}`,
  label: `${value.endpoint} of ${value.participant}${value.at === undefined ? '' : ` at ${value.at}`}`,
  value: describe(value),
  rests: value.records,
  because: value.because,
});

const idOf = (value: AnalysisValue): string => valueFigure(value).id;

const countOf = (result: BinaryResult, arm: ArmResult, id: string, label: string, holds: (value: AnalysisValue) => boolean): Figure => {
  const values = arm.values.filter(holds);
  return { id: `${result.analysis.id}/${arm.arm}/${id}`, label: `${label}, ${arm.arm}`, value: String(values.length), rests: values.map(idOf) };
};

const certainly = (level: string) => ({ outcome, policy }: AnalysisValue): boolean =>
  policy === 'observed' && outcome.kind === 'level' && outcome.worst === level && outcome.best === level;

const open = ({ outcome, policy }: AnalysisValue): boolean => policy === 'observed' && outcome.kind === 'level' && outcome.worst !== outcome.best;

/** Rows of the ordered response: each level, those between levels, none, and those the policy decided. */
const levelRows = (result: BinaryResult, study: Study): Table['rows'] => {
  const endpoint = study.endpoints.find((each) => each.of.id === result.analysis.endpoint);
  if (endpoint?.kind !== 'response') return [];
  const arms = [result.experimental, result.control];
  const row = (id: string, label: string, holds: (value: AnalysisValue) => boolean) => ({ label, cells: arms.map((arm) => countOf(result, arm, id, label, holds)) });
  const levels = endpoint.response.levels.map(({ id }) => row(id, id, certainly(id)));
  const between = row('between', 'a response, level not known', open);
  return [
    ...levels,
    ...(between.cells.some((cell) => cell.value !== '0') ? [between] : []),
    row(noResponse, noResponse, certainly(noResponse)),
    row('by-policy', 'not known, reported as non-responder', (value) => value.policy === 'non-responder'),
  ];
};

const respondersOf = (result: BinaryResult, arm: ArmResult): Figure => {
  const { events, of } = arm.counts;
  return {
    id: `${result.analysis.id}/${arm.arm}/responders`,
    label: `responders, ${arm.arm}`,
    value: of === 0 ? '0 of 0' : `${events} of ${of} (${writePercent(events / of)})`,
    rests: arm.values.filter((value) => value.reported === 'true').map(idOf),
  };
};

/** Counts by arm for one analysis. */
export const responseTable = (result: BinaryResult, study: Study): Table => {
  const arms = [result.experimental, result.control];
  const title = study.endpoints.find((each) => each.of.id === result.analysis.endpoint)?.of.title ?? result.analysis.endpoint;
  const analysed = arms.map((arm) => countOf(result, arm, 'analysed', 'analysed', () => true));
  return {
    id: result.analysis.id,
    title,
    columns: arms.map((arm) => arm.arm),
    rows: [{ label: 'analysed', cells: analysed }, ...levelRows(result, study), { label: 'responders', cells: arms.map((arm) => respondersOf(result, arm)) }],
  };
};

/** The comparison: difference with its interval, and the test; each rests on the responders of both arms. */
export const comparisonTable = (result: BinaryResult): Table => {
  const { analysis, interval, test } = result;
  const rests = [result.experimental, result.control].flatMap((arm) => [`${analysis.id}/${arm.arm}/responders`, `${analysis.id}/${arm.arm}/analysed`]);
  const figure = (id: string, label: string, value: string): Figure => ({ id: `${analysis.id}/${id}`, label, value, rests });
  const difference =
    'notEstimable' in interval
      ? `not estimable: ${interval.notEstimable}`
      : `${writePercent(interval.estimate)} (${writePercent(interval.lower)} to ${writePercent(interval.upper)})`;
  const p = 'notEstimable' in test ? `not estimable: ${test.notEstimable}` : writeProbability(test.twoSided);
  return {
    id: `${analysis.id}-comparison`,
    title: `${analysis.experimental} minus ${analysis.control}`,
    columns: [''],
    rows: [
      { label: `difference, ${writePercent(1 - Number(analysis.alpha), 0)} Miettinen–Nurminen`, cells: [figure('difference', 'difference of proportions', difference)] },
      { label: 'Fisher exact, two-sided p', cells: [figure('p', "Fisher's exact test, two-sided", p)] },
    ],
  };
};
