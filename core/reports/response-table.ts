import type { ArmResult, BinaryResult } from '#core/endpoints/analyse.ts';
import { confidenceOfAlpha, pOfTwoArms } from '#core/endpoints/analyses/two-arm-test.ts';
import type { AnalysisValue, Outcome } from '#core/endpoints/analysis-value.ts';
import { noResponse } from '#core/endpoints/ordered-response.ts';
import { sayRange } from '#core/measures/say.ts';
import type { Study } from '#core/study/study.ts';
import {
  confidenceWords,
  endsOf,
  intervalWords,
  type SaidCell,
  sayShares,
  sayWhyNot,
  sidedWords,
  testWords,
} from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { minus, writePercent, writeProbability } from './round.ts';

const sayTime = ({ visit, day, by, reached }: Extract<Outcome, { kind: 'time' }>): string => {
  if (visit !== undefined) return day === undefined ? visit : `${visit}, day ${day}`;
  if (by !== undefined) return `by ${by}, perhaps before`;
  return reached === 'false' ? 'not reached' : 'not known';
};

const sayOutcome = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'level':
      return outcome.worst === outcome.best ? outcome.worst : `${outcome.worst} or ${outcome.best}`;
    case 'claim':
      return { true: 'yes', false: 'no', unknown: 'not known' }[outcome.reached];
    case 'number':
      return sayRange(outcome.range).replaceAll('-', minus);
    case 'class':
      return outcome.possible.join(' or ');
    case 'time':
      return sayTime(outcome);
    default:
      return outcome satisfies never;
  }
};

/** What was observed, and where that is not what enters analyses, also this and what decided it. */
const describe = ({ outcome, entered, policy }: AnalysisValue): string => {
  const observed = sayOutcome(outcome);
  switch (policy) {
    case 'observed':
      return observed;
    case 'non-responder':
      return `not known (${observed}), reported as non-responder`;
    case 'composite':
    case 'hypothetical':
    case 'while on treatment':
    case 'principal stratum':
    case 'worst observed':
    case 'last observation':
      return `${observed}, enters as ${entered === undefined ? observed : sayOutcome(entered)} (${policy})`;
    default:
      return policy satisfies never;
  }
};

/** The figure of one participant's value; one at a visit beside that of the analyses is named by it. */
export const valueId = ({ endpoint, participant, at }: AnalysisValue, isFurther = false): string =>
  `value/${endpoint}/${participant}${isFurther && at !== undefined ? `/${at}` : ''}`;

/** One participant's value: it rests on the records that the endpoint read. */
export const valueFigure = (value: AnalysisValue, isFurther = false): Figure => ({
  id: valueId(value, isFurther),
  label: `${value.endpoint} of ${value.participant}${value.at === undefined ? '' : ` at ${value.at}`}`,
  value: describe(value),
  rests: value.records,
  because: value.because,
});

const countOf = (
  result: BinaryResult,
  arm: ArmResult,
  id: string,
  label: string,
  holds: (value: AnalysisValue) => boolean,
): Figure => {
  const values = arm.values.filter(holds);
  return {
    id: `${result.analysis.id}/${arm.arm}/${id}`,
    label: `${label}, ${arm.arm}`,
    value: String(values.length),
    numbers: { n: values.length },
    rests: values.map((value) => valueId(value)),
  };
};

const certainly =
  (level: string) =>
  ({ outcome, policy }: AnalysisValue): boolean =>
    policy === 'observed' && outcome.kind === 'level' && outcome.worst === level && outcome.best === level;

/** What the endpoint's own limit decided although the level is open, or what stays open. */
const betweenLevels =
  (reported: AnalysisValue['reported']) =>
  (value: AnalysisValue): boolean =>
    value.policy === 'observed' &&
    value.outcome.kind === 'level' &&
    value.outcome.worst !== value.outcome.best &&
    value.reported === reported;

/** Rows of the ordered response: each level, those between levels, none, and those the policy decided. */
const levelRows = (result: BinaryResult, study: Study): Table['rows'] => {
  const endpoint = study.endpoints.find((each) => each.of.id === result.analysis.endpoint);
  if (endpoint?.kind !== 'response') return [];
  const arms = [result.experimental, result.control];
  const row = (id: string, label: string, holds: (value: AnalysisValue) => boolean) => ({
    label,
    cells: arms.map((arm) => countOf(result, arm, id, label, holds)),
  });
  const levels = endpoint.response.levels.map(({ id }) => row(id, id, certainly(id)));
  const between = [
    row('between', 'a response, level not known', betweenLevels('true')),
    row('below', 'no response that counts, level not known', betweenLevels('false')),
    row('open', 'not known', betweenLevels('unknown')),
  ];
  const decided = [
    row(
      'by-event',
      'set by an intercurrent event',
      ({ policy }) => policy !== 'non-responder' && policy !== 'observed',
    ),
  ];
  const shownAtAll = (rows: readonly (typeof levels)[number][]) =>
    rows.filter(({ cells }) => cells.some((cell) => cell.value !== '0'));
  return [
    ...levels,
    ...shownAtAll(between),
    row(noResponse, noResponse, certainly(noResponse)),
    ...shownAtAll(decided),
    row('by-policy', 'not known, reported as non-responder', (value) => value.policy === 'non-responder'),
  ];
};

const respondersOf = (result: BinaryResult, arm: ArmResult): Figure => {
  const { events, of } = arm.counts;
  return {
    id: `${result.analysis.id}/${arm.arm}/responders`,
    label: `responders, ${arm.arm}`,
    value: of === 0 ? '0 of 0' : `${events} of ${of} (${writePercent(events / of)})`,
    numbers: of === 0 ? { events, of } : { events, of, share: events / of },
    rests: arm.values.filter((value) => value.reported === 'true').map((value) => valueId(value)),
  };
};

/** Counts by arm for one analysis. */
export const responseTable = (result: BinaryResult, study: Study): Table => {
  const arms = [result.experimental, result.control];
  const title =
    study.endpoints.find((each) => each.of.id === result.analysis.endpoint)?.of.title ?? result.analysis.endpoint;
  const analysed = arms.map((arm) => countOf(result, arm, 'analysed', 'analysed', () => true));
  return {
    id: result.analysis.id,
    title,
    columns: arms.map((arm) => arm.arm),
    rows: [
      { label: 'analysed', cells: analysed },
      ...levelRows(result, study),
      { label: 'responders', cells: arms.map((arm) => respondersOf(result, arm)) },
    ],
  };
};

const sayDifference = ({ interval }: BinaryResult): SaidCell =>
  'notEstimable' in interval
    ? { value: sayWhyNot(interval.notEstimable), numbers: {} }
    : { value: sayShares(interval), numbers: endsOf(interval) };

const sayTest = ({ analysis, test, experimental, control }: BinaryResult): SaidCell => {
  if ('notEstimable' in test) return { value: sayWhyNot(test.notEstimable), numbers: {} };
  const { p, more } = pOfTwoArms(test, experimental.counts, control.counts, analysis.sides);
  return { value: writeProbability(p), numbers: { p, ...more } };
};

/** The comparison: difference with its interval, and the test; each rests on the responders of both arms. */
export const comparisonTable = (result: BinaryResult): Table => {
  const { analysis } = result;
  const rests = [result.experimental, result.control].flatMap((arm) => [
    `${analysis.id}/${arm.arm}/responders`,
    `${analysis.id}/${arm.arm}/analysed`,
  ]);
  const figure = (id: string, label: string, said: SaidCell): Figure => ({
    id: `${analysis.id}/${id}`,
    label,
    ...said,
    rests,
  });
  const tested = `${testWords[analysis.test]}, ${sidedWords(analysis.sides)} p`;
  return {
    id: `${analysis.id}-comparison`,
    title: `${analysis.experimental} minus ${analysis.control}`,
    columns: [''],
    rows: [
      {
        label: `difference, ${confidenceWords(confidenceOfAlpha(analysis))} ${intervalWords[analysis.interval]}`,
        cells: [figure('difference', 'difference of proportions', sayDifference(result))],
      },
      { label: tested, cells: [figure('p', tested, sayTest(result))] },
    ],
  };
};
