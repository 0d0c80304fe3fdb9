import { choleskyOf, invertFromCholesky, logDeterminantFromCholesky } from '../linear/cholesky.ts';
import { dot, entry, type Matrix, matrixOf, product, quadraticForm } from '../linear/matrix.ts';
import { type BinaryResponse, designOf } from './binary-response.ts';
import type { LikelihoodHeight } from './newton-ascent.ts';

/** The chance of a response on the logit scale, exact at both ends. */
export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** chance · (1 − chance), which keeps its digits far out. */
export const bernoulliVariance = (logit: number): number => {
  const small = Math.exp(-Math.abs(logit));
  return small / (1 + small) ** 2;
};

const logChance = (responded: boolean, logit: number): number => {
  const towards = responded ? logit : -logit;
  return towards > 0 ? -Math.log1p(Math.exp(-towards)) : towards - Math.log1p(Math.exp(towards));
};

/** Sum over participants of a weight times the square of their row. */
const weightedSquares = (design: Matrix, weightOf: (who: number) => number): Matrix => {
  const size = design[0]?.length ?? 0;
  const sums = new Float64Array(size * size);
  design.forEach((row, who) => {
    const weight = weightOf(who);
    for (let i = 0; i < size; i += 1) {
      const part = weight * (row[i] ?? 0);
      for (let j = 0; j <= i; j += 1) sums[i * size + j] = (sums[i * size + j] ?? 0) + part * (row[j] ?? 0);
    }
  });
  return matrixOf(size, size, (i, j) => sums[Math.max(i, j) * size + Math.min(i, j)] ?? 0);
};

interface Terms {
  readonly logits: readonly number[];
  readonly residuals: readonly number[];
  readonly logLikelihood: number;
  readonly information: Matrix;
}

const termsOf = (responses: readonly boolean[], design: Matrix, point: readonly number[]): Terms => {
  const logits = design.map((row) => dot(row, point));
  return {
    logits,
    residuals: logits.map((logit, who) => (responses[who] === true ? chanceOf(-logit) : -chanceOf(logit))),
    logLikelihood: logits.reduce((sum, logit, who) => sum + logChance(responses[who] === true, logit), 0),
    information: weightedSquares(design, (who) => bernoulliVariance(logits[who] ?? 0)),
  };
};

const scoreOf = (design: Matrix, residuals: readonly number[]): readonly number[] =>
  (design[0] ?? []).map((_, j) => design.reduce((sum, row, who) => sum + (row[j] ?? 0) * (residuals[who] ?? 0), 0));

/** Log-likelihood of the logistic model with its slope and (observed = expected) information (`mccullagh1989`, 4.4). */
export const bernoulliHeight = (data: BinaryResponse): ((point: readonly number[]) => LikelihoodHeight) => {
  const design = designOf(data);
  return (point) => {
    const { residuals, logLikelihood, information } = termsOf(data.responses, design, point);
    return { value: logLikelihood, score: scoreOf(design, residuals), information };
  };
};

/** The trace of a product of two square matrices. */
const traceOfProduct = (a: Matrix, b: Matrix): number =>
  a.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + value * entry(b, j, i), 0), 0);

/** How the penalised likelihood bends: the information less the second derivatives of half its log determinant. */
const penalisedCurvature = (design: Matrix, { logits, information }: Terms, inverse: Matrix): Matrix => {
  const variances = logits.map(bernoulliVariance);
  const slopes = logits.map((logit, who) => (variances[who] ?? 0) * (1 - 2 * chanceOf(logit)));
  const turns = (design[0] ?? []).map((_, k) =>
    product(
      inverse,
      weightedSquares(design, (who) => (slopes[who] ?? 0) * (design[who]?.[k] ?? 0)),
    ),
  );
  const bends = weightedSquares(design, (who) => {
    const variance = variances[who] ?? 0;
    return variance * (1 - 6 * variance) * quadraticForm(inverse, design[who] ?? []);
  });
  return matrixOf(information.length, information.length, (i, j) => {
    const [one, other] = [turns[i] ?? [], turns[j] ?? []];
    return entry(information, i, j) - (entry(bends, i, j) - traceOfProduct(one, other)) / 2;
  });
};

/**
 * The same with half of the logarithm of the information's determinant added, with the slope and the curvature of that:
 * Firth's likelihood (`firth1993`), whose residuals carry each participant's leverage times (1/2 − chance). Where the
 * information has lost its determinant the value is −Infinity.
 */
export const penalisedHeight = (data: BinaryResponse): ((point: readonly number[]) => LikelihoodHeight) => {
  const design = designOf(data);
  return (point) => {
    const terms = termsOf(data.responses, design, point);
    const { residuals, logits, information, logLikelihood } = terms;
    const lower = choleskyOf(information);
    if (lower === undefined) {
      return { value: Number.NEGATIVE_INFINITY, score: scoreOf(design, residuals), information };
    }
    const inverse = invertFromCholesky(lower);
    const modified = residuals.map((residual, who) => {
      const logit = logits[who] ?? 0;
      const leverage = bernoulliVariance(logit) * quadraticForm(inverse, design[who] ?? []);
      return residual + leverage * (0.5 - chanceOf(logit));
    });
    return {
      value: logLikelihood + logDeterminantFromCholesky(lower) / 2,
      score: scoreOf(design, modified),
      information: penalisedCurvature(design, terms, inverse),
      steadier: information,
    };
  };
};
