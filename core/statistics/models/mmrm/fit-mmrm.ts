import type { NotEstimable } from '../../counts.ts';
import { solveLeastSquares } from '../../linear/householder.ts';
import { dot, type Matrix } from '../../linear/matrix.ts';
import { inferByStudent, type StudentInference } from '../../tests/student-t-test.ts';
import { type CovarianceStructure, covarianceStructures } from './covariance-structure.ts';
import { empiricalPrecisionAt } from './empirical.ts';
import type { InformationKind } from './information.ts';
import { type Maximum, type MaximumProblem, maximiseLikelihood } from './maximise.ts';
import { arrangeRepeated, type Repeated, type RepeatedValue, stackDesign } from './repeated.ts';
import { type ContrastPrecision, precisionAt, type SmallSampleMethod } from './small-sample.ts';

export type MmrmProblem =
  | 'not a number'
  | 'not a visit'
  | 'a visit observed twice'
  | 'a visit without both arms'
  | 'terms that depend on one another'
  | 'no variation'
  | 'no covariance structure fits'
  | 'confidence not between 0 and 1';

/** A structure that was tried and left, and why. */
export interface StructureLeft {
  readonly structure: CovarianceStructure;
  readonly why: MaximumProblem | 'precision not estimable';
}

export interface MmrmVisit {
  readonly visit: number;
  /** Adjusted mean of arm 1 − adjusted mean of arm 0. */
  readonly difference: StudentInference;
  readonly adjustedMeans: Readonly<Record<'arm1' | 'arm0', StudentInference>>;
}

export interface Mmrm {
  readonly method: 'mmrm/1';
  readonly visits: readonly MmrmVisit[];
  readonly structure: CovarianceStructure;
  readonly left: readonly StructureLeft[];
  /** Covariance of the visits. */
  readonly covariance: Matrix;
  /** Restricted, at its maximum. */
  readonly logLikelihood: number;
  readonly participants: number;
  readonly observations: number;
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0';
    readonly likelihood: 'restricted';
    readonly precision: SmallSampleMethod | 'empirical, Mancl-DeRouen';
    readonly information: InformationKind | 'none';
    readonly covariates: 'at their means, by visit';
    readonly factorWeights: 'equal';
    readonly missing: 'at random';
  };
}

export interface MmrmChoices {
  /** In the order in which they are tried; the ladder belongs in the statistical analysis plan. */
  readonly structures: readonly CovarianceStructure[];
  readonly precision: SmallSampleMethod;
  /** The observed one counts for the unstructured covariance only; others take the expected one. */
  readonly information: InformationKind;
  readonly confidence: number;
}

const defaults: MmrmChoices = {
  structures: covarianceStructures,
  precision: 'Kenward-Roger',
  information: 'expected',
  confidence: 0.95,
};

const problemOf = (observations: readonly RepeatedValue[], confidence: number): MmrmProblem | undefined => {
  const numbers = observations.flatMap(({ value, covariates }) => [value, ...covariates]);
  if (!numbers.every(Number.isFinite)) return 'not a number';
  if (!observations.every(({ visit }) => Number.isInteger(visit) && visit >= 0)) return 'not a visit';
  const seen = new Set(observations.map(({ participant, visit }) => JSON.stringify([participant, visit])));
  if (seen.size < observations.length) return 'a visit observed twice';
  const arms = new Set(observations.map(({ arm, visit }) => `${visit} ${arm}`));
  const last = Math.max(-1, ...observations.map(({ visit }) => visit));
  const both = Array.from({ length: last + 1 }, (_, visit) => arms.has(`${visit} 0`) && arms.has(`${visit} 1`));
  if (last < 0 || both.includes(false)) return 'a visit without both arms';
  return confidence > 0 && confidence < 1 ? undefined : 'confidence not between 0 and 1';
};

const designProblem = (data: Repeated): MmrmProblem | undefined => {
  const values = data.patterns.flatMap((pattern) => pattern.values.flat());
  const plain = solveLeastSquares(stackDesign(data), values);
  if (plain === undefined || plain.residualDf < 1) return 'terms that depend on one another';
  return plain.residualSumOfSquares <= 1e-20 * dot(values, values) ? 'no variation' : undefined;
};

interface Chosen {
  readonly maximum: Maximum;
  readonly precise: ContrastPrecision;
  readonly conventions: Pick<Mmrm['conventions'], 'precision' | 'information'>;
}

const preciseAt = (data: Repeated, maximum: Maximum, choices: MmrmChoices): Omit<Chosen, 'maximum'> | undefined => {
  if (maximum.structure === 'compound symmetry') {
    const precise = empiricalPrecisionAt(data, maximum);
    return precise && { precise, conventions: { precision: 'empirical, Mancl-DeRouen', information: 'none' } };
  }
  const information = maximum.structure === 'unstructured' ? choices.information : 'expected';
  const precise = precisionAt(maximum, choices.precision, information);
  return precise && { precise, conventions: { precision: choices.precision, information } };
};

/** What is reported of a visit: the difference of the arms, then the mean of each. */
const contrastsOf = (data: Repeated, visit: number) => {
  const [arm1, arm0] = [data.meanRow(1, visit), data.meanRow(0, visit)];
  return { difference: arm1.map((at, i) => at - (arm0[i] ?? 0)), arm1, arm0 };
};

/** With less than one degree of freedom an interval says nothing, and the approximation has left its ground. */
const isPrecise = (data: Repeated, precise: ContrastPrecision): boolean =>
  Array.from({ length: data.visits }, (_, visit) => Object.values(contrastsOf(data, visit)))
    .flat()
    .map(precise)
    .every(({ standardError, df }) => standardError > 0 && df > 1 - 1e-9 && Number.isFinite(standardError + df));

const tryStructure = (
  data: Repeated,
  structure: CovarianceStructure,
  choices: MmrmChoices,
): Chosen | StructureLeft['why'] => {
  const maximum = maximiseLikelihood(data, structure);
  if (typeof maximum === 'string') return maximum;
  const precision = preciseAt(data, maximum, choices);
  return precision && isPrecise(data, precision.precise) ? { maximum, ...precision } : 'precision not estimable';
};

const visitsOf = (data: Repeated, { maximum, precise }: Chosen, confidence: number): readonly MmrmVisit[] => {
  const infer = (contrast: readonly number[]): StudentInference => {
    const { standardError, df } = precise(contrast);
    return inferByStudent(dot(contrast, maximum.likelihood.coefficients), standardError, df, confidence);
  };
  return Array.from({ length: data.visits }, (_, visit) => {
    const { difference, arm1, arm0 } = contrastsOf(data, visit);
    return { visit, difference: infer(difference), adjustedMeans: { arm1: infer(arm1), arm0: infer(arm0) } };
  });
};

const report = (data: Repeated, chosen: Chosen, left: readonly StructureLeft[], confidence: number): Mmrm => ({
  method: 'mmrm/1',
  visits: visitsOf(data, chosen, confidence),
  structure: chosen.maximum.structure,
  left,
  covariance: chosen.maximum.at.covariance,
  logLikelihood: chosen.maximum.likelihood.logLikelihood,
  participants: data.participants,
  observations: data.observations,
  conventions: {
    confidence,
    direction: 'arm 1 - arm 0',
    likelihood: 'restricted',
    ...chosen.conventions,
    covariates: 'at their means, by visit',
    factorWeights: 'equal',
    missing: 'at random',
  },
});

/**
 * Mixed model for repeated measures (`mallinckrodt2008`): value ~ visit + arm × visit + covariate × visit + factors, one
 * covariance of the visits for all participants, by restricted maximum likelihood, with Kenward and Roger's standard
 * errors and degrees of freedom (`kenward1997`; the covariance as linear in its elements, expected information; or
 * Satterthwaite's). Missing values are taken to be missing at random. Where the unstructured covariance has no maximum
 * inside its domain the next structure of the ladder is tried, and the result says which were left and why; compound
 * symmetry comes with the empirical covariance of the coefficients (`mancl2001`).
 * In the unit of the values; no rounding. With complete data equal to analysis of covariance at each visit, to 1e-9.
 * Against R's mmrm (public oracle `mmrm`: standard errors and df to 1e-4, estimates to 1e-4, since mmrm stops short of the
 * maximum) and nlme::gls with Kenward and Roger's formulas written out over all observations: log-likelihood to 1e-9,
 * estimates, standard errors and df to 1e-6 (`evidence/oracles/mmrm`).
 * Refuses visits that one participant has twice, a visit that an arm lacks, terms that depend on one another.
 */
export const fitMmrm = (
  observations: readonly RepeatedValue[],
  chosen: Partial<MmrmChoices> = {},
): Mmrm | (NotEstimable<MmrmProblem> & { readonly left?: readonly StructureLeft[] }) => {
  const choices = { ...defaults, ...chosen };
  const problem = problemOf(observations, choices.confidence);
  if (problem !== undefined) return { notEstimable: problem };
  const data = arrangeRepeated(observations);
  const dependent = designProblem(data);
  if (dependent !== undefined) return { notEstimable: dependent };
  const left: StructureLeft[] = [];
  for (const structure of choices.structures) {
    const found = tryStructure(data, structure, choices);
    if (typeof found !== 'string') return report(data, found, left, choices.confidence);
    left.push({ structure, why: found });
  }
  return { notEstimable: 'no covariance structure fits', left };
};
