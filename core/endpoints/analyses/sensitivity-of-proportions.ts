import { computeConditionalOddsRatio } from '#core/statistics/intervals/conditional-odds-ratio.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Endpoint } from '#core/study/study.ts';
import { analysedValues } from '../analysed-values.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import { adjustForFactors } from './adjusted-difference.ts';
import type { AnalysisSetting } from './analysis-setting.ts';
import { alphaOfMargin, compareByStrata, compareValues } from './compare-values.ts';
import type { DrawnValue, EstimateRow, RowFinding, RowKind, SensitivityTable } from './estimate-row.ts';
import { sizeAtMargin } from './exact-size.ts';
import { imputationSeed, imputationStream, imputations } from './imputation-stream.ts';
import { countsIn, isMissing, knownAndMissing, type MissingReading, valuesInView } from './missing-views.ts';
import { imputeUnderNull, type NullDraw } from './null-imputation.ts';
import { otherPopulations, rowOf, sayCounts } from './row-parts.ts';
import { findTipping } from './tipping.ts';
import { confidenceOfAlpha, intervalOfTwoArms, pOfTwoArms, type TwoArmTestName, testTwoArms } from './two-arm-test.ts';

/** Up to so many participants every asymptotic result has an exact one beside it. */
const mostForExact = 60;

interface Asked {
  readonly analysis: ProportionComparison;
  readonly setting: AnalysisSetting;
  readonly values: readonly AnalysisValue[];
}

const compared = (kind: RowKind, values: readonly AnalysisValue[], { analysis, setting }: Asked): EstimateRow => {
  const { arm1, arm0, ...found } = compareValues(analysis, values, setting.stratumOf);
  const own = values.filter(({ arm }) => arm === analysis.experimental || arm === analysis.control);
  return rowOf(kind, found, sayCounts(arm1, arm0, own));
};

const populationRows = (asked: Asked): readonly EstimateRow[] =>
  otherPopulations(asked.analysis.population).map(({ population, kind }) =>
    compared(
      kind,
      analysedValues({ ...asked.analysis, population }, asked.setting.study, asked.setting.valuesOf),
      asked,
    ),
  );

const viewRows = (asked: Asked): readonly EstimateRow[] => {
  const { analysis, values } = asked;
  const missing = values.filter(isMissing);
  if (missing.length === 0) return [];
  const isCounted = missing.some(({ reported }) => reported === 'true');
  const views: readonly Exclude<MissingReading, 'as reported'>[] = [
    'complete cases',
    'worst case',
    'best case',
    ...(isCounted ? (['missing as non-response'] as const) : []),
  ];
  return views.map((view) => compared(view, valuesInView(view, values, analysis.experimental), asked));
};

/** The same endpoint under another policy for what is missing; intercurrent events keep their strategies. */
const underPolicy = (endpoint: Endpoint, missing: 'last observation' | 'worst observed'): Endpoint => {
  switch (endpoint.kind) {
    case 'response':
      return { ...endpoint, of: { ...endpoint.of, missing } };
    case 'condition':
      return { ...endpoint, of: { ...endpoint.of, missing } };
    case 'value':
    case 'class':
    case 'time':
      return endpoint;
    default:
      return endpoint satisfies never;
  }
};

/** Other policies, where there are other visits to take a value from. */
const policyRows = (asked: Asked): readonly EstimateRow[] => {
  const { analysis, setting, values } = asked;
  const endpoint = setting.study.endpoints.find(({ of }) => of.id === analysis.endpoint);
  if (endpoint === undefined || endpoint.kind === 'time' || endpoint.of['also at'] === undefined) return [];
  if (!values.some(isMissing)) return [];
  const policies = [
    ['last observation', 'last observation'],
    ...(endpoint.kind === 'response' ? ([['worst observed', 'worst observation']] as const) : []),
  ] as const;
  return policies
    .filter(([missing]) => missing !== endpoint.of.missing)
    .map(([missing, kind]) =>
      compared(kind, setting.valuesOf(underPolicy(endpoint, missing), undefined, analysis.population), asked),
    );
};

const testRow = (test: TwoArmTestName, { analysis, values }: Asked): EstimateRow => {
  const [arm1, arm0] = [countsIn(values, analysis.experimental), countsIn(values, analysis.control)];
  const tested = testTwoArms(test, arm1, arm0, analysis.sides);
  const found: RowFinding =
    'notEstimable' in tested
      ? { kind: 'not estimable', why: tested.notEstimable }
      : { kind: 'p', ...pOfTwoArms(tested, arm1, arm0, analysis.sides) };
  return rowOf(test, { found, method: 'method' in tested ? tested.method : test }, sayCounts(arm1, arm0, values));
};

const intervalRow = (interval: ProportionComparison['interval'], { analysis, values }: Asked): EstimateRow => {
  const [arm1, arm0] = [countsIn(values, analysis.experimental), countsIn(values, analysis.control)];
  const ends = intervalOfTwoArms(interval, arm1, arm0, confidenceOfAlpha(analysis));
  const found: RowFinding =
    'notEstimable' in ends
      ? { kind: 'not estimable', why: ends.notEstimable }
      : { kind: 'estimate', estimate: ends.estimate, lower: ends.lower, upper: ends.upper };
  return rowOf(interval, { found, method: 'method' in ends ? ends.method : interval }, sayCounts(arm1, arm0, values));
};

const oddsRow = ({ analysis, values }: Asked): EstimateRow => {
  const [arm1, arm0] = [countsIn(values, analysis.experimental), countsIn(values, analysis.control)];
  const ratio = computeConditionalOddsRatio(arm1, arm0, confidenceOfAlpha(analysis));
  const method = 'conditional-odds-ratio/1';
  const who = sayCounts(arm1, arm0, values);
  if ('notEstimable' in ratio)
    return rowOf('exact odds ratio', { found: { kind: 'not estimable', why: ratio.notEstimable }, method }, who);
  const { estimate, lower, upper } = ratio;
  const found: RowFinding =
    typeof estimate === 'number' && typeof upper === 'number'
      ? { kind: 'other scale', unit: 'odds ratio', estimate, lower, upper }
      : { kind: 'not estimable', why: 'no upper end' };
  return rowOf('exact odds ratio', { found, method }, who);
};

/** Exact beside asymptotic, and the other way round; of few participants only. */
const exactRows = (asked: Asked): readonly EstimateRow[] => {
  const { analysis, values } = asked;
  if (values.length > mostForExact) return [];
  const tests = (['fisher exact', 'boschloo', 'chi-squared'] as const).filter((test) => test !== analysis.test);
  const intervals = (['miettinen-nurminen', 'newcombe'] as const).filter((interval) => interval !== analysis.interval);
  return [
    ...tests.map((test) => testRow(test, asked)),
    ...intervals.map((interval) => intervalRow(interval, asked)),
    oddsRow(asked),
  ];
};

const tippingRow = ({ analysis, values }: Asked): EstimateRow => {
  const [arm1, arm0] = [analysis.experimental, analysis.control].map((arm) => knownAndMissing(values, arm));
  if (arm1 === undefined || arm0 === undefined) throw new Error('tipping point: two arms are compared');
  const above = analysis.hypothesis === 'non-inferiority' ? -Number(analysis.margin) : 0;
  const tipping = findTipping(arm1, arm0, above, confidenceOfAlpha(analysis));
  const method = 'tipping-point-binary/1, miettinen-nurminen/1';
  const who = sayCounts(arm1, arm0, values);
  if ('notEstimable' in tipping)
    return rowOf('tipping point', { found: { kind: 'not estimable', why: tipping.notEstimable }, method }, who);
  return rowOf('tipping point', { found: { kind: 'tipping', tipping }, method }, who);
};

const factorRows = (asked: Asked): readonly EstimateRow[] => {
  const { analysis, setting, values } = asked;
  const [first] = values;
  const who = sayCounts(countsIn(values, analysis.experimental), countsIn(values, analysis.control), values);
  const isParted = new Set(values.map(({ participant }) => setting.stratumOf(participant))).size > 1;
  const hasFactors = first !== undefined && setting.factorsOf(first.participant).length > 0;
  const isPlain = analysis.hypothesis === 'superiority' && analysis.test !== 'cochran-mantel-haenszel';
  return [
    ...(isParted && isPlain ? [rowOf('stratified', compareByStrata(analysis, values, setting.stratumOf), who)] : []),
    ...(hasFactors
      ? [rowOf('adjusted for the factors', adjustForFactors(analysis, values, setting.factorsOf), who)]
      : []),
  ];
};

/** Draws by who was not known, in the order of the values. */
const drawnOf = ({ analysis, values }: Asked, draws: readonly NullDraw[]): readonly DrawnValue[] => {
  const missing = values.filter(isMissing);
  const ofArm = (arm: string, drawn: readonly boolean[], imputation: number): readonly DrawnValue[] =>
    missing
      .filter((value) => value.arm === arm)
      .map(({ participant, at }, index) => ({ imputation, participant, visit: at, value: drawn[index] === true }));
  return draws.flatMap(({ arm1, arm0 }, index) => [
    ...ofArm(analysis.experimental, arm1, index + 1),
    ...ofArm(analysis.control, arm0, index + 1),
  ]);
};

const nullRow = (asked: Asked): EstimateRow => {
  const { analysis, setting, values } = asked;
  const [arm1, arm0] = [knownAndMissing(values, analysis.experimental), knownAndMissing(values, analysis.control)];
  const question = { margin: Number(analysis.margin), alphaOneSided: alphaOfMargin(analysis) };
  const study = setting.study.definition.id;
  const stream = imputationStream(study, analysis.id, 'null imputation');
  const imputed = imputeUnderNull(arm1, arm0, question, () => stream.uniform());
  const who = sayCounts(arm1, arm0, values);
  const notes = [`${imputations} imputations, seed "${imputationSeed(study, analysis.id)}"`];
  const method = 'null-imputation/1, rubin/1';
  if ('notEstimable' in imputed)
    return rowOf(
      'null imputation',
      { found: { kind: 'not estimable', why: imputed.notEstimable }, method },
      { ...who, notes },
    );
  const { draws, ...estimated } = imputed;
  const drawn = drawnOf(asked, draws);
  return rowOf('null imputation', { found: { kind: 'estimate', ...estimated }, method }, { ...who, notes, drawn });
};

const sizeRow = ({ analysis, values }: Asked): EstimateRow => {
  const [arm1, arm0] = [knownAndMissing(values, analysis.experimental), knownAndMissing(values, analysis.control)];
  const nominal = alphaOfMargin(analysis);
  const size = sizeAtMargin(arm1, arm0, Number(analysis.margin), nominal);
  const who = sayCounts(arm1, arm0, values);
  const method = 'non-inferiority/1, all tables';
  if (size === undefined)
    return rowOf('exact size', { found: { kind: 'not estimable', why: 'an arm of nobody, or too many' }, method }, who);
  return rowOf('exact size', { found: { kind: 'size', size, nominal }, method }, who);
};

/** Of non-inferiority: filling in may not favour the hypothesis, and the level is said that the test really has. */
const marginRows = (asked: Asked): readonly EstimateRow[] => {
  if (asked.analysis.hypothesis !== 'non-inferiority') return [];
  return [...(asked.values.some(isMissing) ? [nullRow(asked)] : []), sizeRow(asked)];
};

/**
 * A comparison of proportions as planned, then the same in the other populations, with those not known taken otherwise,
 * by the factors of the allocation, exact beside asymptotic up to 60 participants, for non-inferiority with those not
 * known imputed under the null and the exact size, and the tipping point. Rows that would change nothing are absent.
 */
export const sensitivityOfProportions = (
  analysis: ProportionComparison,
  setting: AnalysisSetting,
): SensitivityTable => {
  const all = analysedValues(analysis, setting.study, setting.valuesOf);
  const values = all.filter(({ arm }) => arm === analysis.experimental || arm === analysis.control);
  const asked: Asked = { analysis, setting, values };
  const rows = [
    compared('main', values, asked),
    ...populationRows(asked),
    ...viewRows(asked),
    ...policyRows(asked),
    ...marginRows(asked),
    ...factorRows(asked),
    ...(analysis.hypothesis === 'superiority' ? exactRows(asked) : []),
    ...(values.some(isMissing) ? [tippingRow(asked)] : []),
  ];
  return {
    analysis: analysis.id,
    endpoint: analysis.endpoint,
    scale: 'difference of proportions',
    confidence: confidenceOfAlpha(analysis),
    margin: analysis.margin === undefined ? undefined : Number(analysis.margin),
    rows,
  };
};
