import { choleskyOf, invertFromCholesky } from '../linear/cholesky.ts';
import { entry, type Matrix, matrixOf, product, timesVector, transposed } from '../linear/matrix.ts';

/**
 * What is assumed of a participant after the last observed visit (`carpenter2013`): goes on as the own arm does (missing at
 * random), jumps to the reference arm, was always like the reference arm, or changes from here on as the reference does.
 */
export const referenceAssumptions = [
  'missing at random',
  'jump to reference',
  'copy reference',
  'copy increments in reference',
] as const;

export type ReferenceAssumption = (typeof referenceAssumptions)[number];

/** What a participant's visits are expected to be, and their covariance, the same in both arms. */
export interface VisitModel {
  readonly ownMeans: readonly number[];
  readonly referenceMeans: readonly number[];
  readonly covariance: Matrix;
}

/** Normal distribution of the missing visits. */
export interface MissingVisits {
  readonly means: readonly number[];
  readonly covariance: Matrix;
}

const at = (values: readonly number[], i: number): number => values[i] ?? Number.NaN;

/** Expectations of all visits as the assumption has them, where `seen` visits were observed. */
const expectedVisits = (
  { ownMeans, referenceMeans }: VisitModel,
  assumption: ReferenceAssumption,
  seen: number,
): readonly number[] => {
  switch (assumption) {
    case 'missing at random':
      return ownMeans;
    case 'copy reference':
      return referenceMeans;
    case 'jump to reference':
      return ownMeans.map((mean, visit) => (visit < seen ? mean : at(referenceMeans, visit)));
    case 'copy increments in reference': {
      // Nobody seen after baseline: both arms start from the same place.
      const lead = seen === 0 ? 0 : at(ownMeans, seen - 1) - at(referenceMeans, seen - 1);
      return ownMeans.map((mean, visit) => (visit < seen ? mean : at(referenceMeans, visit) + lead));
    }
    default:
      throw new Error(`reference-based imputation: no assumption ${assumption satisfies never}`);
  }
};

/**
 * Distribution of the visits after the last observed one, given the observed ones, under an assumption about the reference
 * arm (`carpenter2013`, `little2002`). `observed` are the first visits of the model, in their order (monotone dropout).
 * In the unit of the visits; no rounding. Against R's matrix algebra to 1e-9 (public oracle `reference_based_mean`;
 * `evidence/oracles/reference-based`). Undefined where the covariance is none.
 */
export const deriveMissingVisits = (
  model: VisitModel,
  assumption: ReferenceAssumption,
  observed: readonly number[],
): MissingVisits | undefined => {
  const [seen, all] = [observed.length, model.ownMeans.length];
  const triangle = choleskyOf(matrixOf(seen, seen, (i, j) => entry(model.covariance, i, j)));
  if (triangle === undefined || choleskyOf(model.covariance) === undefined) return undefined;
  const across = matrixOf(all - seen, seen, (i, j) => entry(model.covariance, seen + i, j));
  const slopes = seen === 0 ? across : product(across, invertFromCholesky(triangle));
  const expected = expectedVisits(model, assumption, seen);
  const surprise = observed.map((value, visit) => value - at(expected, visit));
  const pull = timesVector(slopes, surprise);
  const explained = seen === 0 ? matrixOf(all, all, () => 0) : product(slopes, transposed(across));
  return {
    means: pull.map((by, i) => at(expected, seen + i) + by),
    covariance: matrixOf(
      all - seen,
      all - seen,
      (i, j) => entry(model.covariance, seen + i, seen + j) - entry(explained, i, j),
    ),
  };
};

/**
 * One draw of the missing visits: means + L·z, with L·L′ the covariance and z standard normal numbers of the caller's
 * stream, asked for one by one in the order of the visits.
 */
export const drawMissingVisits = ({ means, covariance }: MissingVisits, normal: () => number): readonly number[] => {
  const triangle = choleskyOf(covariance);
  if (triangle === undefined)
    throw new Error('reference-based imputation: the covariance of the missing visits is none');
  const moved = timesVector(
    triangle,
    means.map(() => normal()),
  );
  return means.map((mean, i) => mean + at(moved, i));
};
