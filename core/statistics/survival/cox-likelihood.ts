import type { CoxData, CoxTies } from './cox-data.ts';

/** Log partial likelihood with its first and (negative) second derivatives. */
export interface CoxLikelihood {
  readonly logLikelihood: number;
  readonly score: readonly number[];
  readonly information: readonly (readonly number[])[];
}

/** Sums over a set of rows: of the risks, of risk · x, and of risk · x·x′ (lower triangle, row by row). */
interface Sums {
  risk: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const emptySums = (width: number): Sums => ({
  risk: 0,
  first: new Float64Array(width),
  second: new Float64Array((width * (width + 1)) / 2),
});

const clear = (sums: Sums): void => {
  sums.risk = 0;
  sums.first.fill(0);
  sums.second.fill(0);
};

const addRow = (sums: Sums, { covariates, width }: CoxData, row: number, risk: number): void => {
  sums.risk += risk;
  for (let j = 0, at = 0; j < width; j += 1) {
    const weighted = risk * (covariates[row * width + j] ?? 0);
    sums.first[j] = (sums.first[j] ?? 0) + weighted;
    for (let k = 0; k <= j; k += 1, at += 1) {
      sums.second[at] = (sums.second[at] ?? 0) + weighted * (covariates[row * width + k] ?? 0);
    }
  }
};

interface Totals {
  logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/**
 * One event out of a risk set from which `share` of those who have it at this time is already taken (Efron; 0 in
 * Breslow).
 */
const addEvent = (totals: Totals, set: Sums, tied: Sums, share: number): void => {
  const risk = set.risk - share * tied.risk;
  totals.logLikelihood -= Math.log(risk);
  for (let j = 0, at = 0; j < totals.score.length; j += 1) {
    const mean = ((set.first[j] ?? 0) - share * (tied.first[j] ?? 0)) / risk;
    totals.score[j] = (totals.score[j] ?? 0) - mean;
    for (let k = 0; k <= j; k += 1, at += 1) {
      const other = ((set.first[k] ?? 0) - share * (tied.first[k] ?? 0)) / risk;
      const square = ((set.second[at] ?? 0) - share * (tied.second[at] ?? 0)) / risk;
      totals.information[at] = (totals.information[at] ?? 0) + square - mean * other;
    }
  }
};

const linearPredictor = ({ covariates, width }: CoxData, row: number, beta: readonly number[]): number => {
  let sum = 0;
  for (let j = 0; j < width; j += 1) sum += (covariates[row * width + j] ?? 0) * (beta[j] ?? 0);
  return sum;
};

/** Takes the rows of one time, from `from` on, into the risk set; returns where the next time, or stratum, begins. */
const takeTime = (data: CoxData, beta: readonly number[], totals: Totals, set: Sums, tied: Sums, from: number) => {
  let [to, events] = [from, 0];
  for (; to < data.rows && data.times[to] === data.times[from] && (to === from || data.begins[to] === 0); to += 1) {
    const eta = linearPredictor(data, to, beta);
    addRow(set, data, to, Math.exp(eta));
    if (data.events[to] === 0) continue;
    events += 1;
    addRow(tied, data, to, Math.exp(eta));
    totals.logLikelihood += eta;
    for (let j = 0; j < data.width; j += 1) {
      totals.score[j] = (totals.score[j] ?? 0) + (data.covariates[to * data.width + j] ?? 0);
    }
  }
  return { to, events };
};

/**
 * Log partial likelihood of Cox's model (`cox1972`) at coefficients `beta`, its score and observed information, with
 * ties as Efron (`efron1977`) or Breslow (`breslow1974`) has them. One pass from the latest time to the earliest.
 */
export const coxLikelihoodAt = (data: CoxData, beta: readonly number[], ties: CoxTies): CoxLikelihood => {
  const { width, rows } = data;
  const [set, tied] = [emptySums(width), emptySums(width)];
  const totals = { logLikelihood: 0, score: new Float64Array(width), information: emptySums(width).second };
  for (let from = 0; from < rows; ) {
    if (data.begins[from] === 1) clear(set);
    clear(tied);
    const { to, events } = takeTime(data, beta, totals, set, tied, from);
    for (let l = 0; l < events; l += 1) addEvent(totals, set, tied, ties === 'Efron' ? l / events : 0);
    from = to;
  }
  const at = (j: number, k: number): number =>
    totals.information[(Math.max(j, k) * (Math.max(j, k) + 1)) / 2 + Math.min(j, k)] ?? 0;
  return {
    logLikelihood: totals.logLikelihood,
    score: [...totals.score],
    information: Array.from({ length: width }, (_, j) => Array.from({ length: width }, (_other, k) => at(j, k))),
  };
};
