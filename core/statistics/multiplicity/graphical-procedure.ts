import type { NotEstimable } from '../counts.ts';
import { type PValuesProblem, refusePValues } from './adjusted-p.ts';

/** Hypotheses as nodes: their shares of the level, and to whom a share goes when its hypothesis is rejected. */
export interface TestGraph {
  readonly weights: readonly number[];
  /** Row i: the shares of hypothesis i's weight that go to each other hypothesis. */
  readonly transitions: readonly (readonly number[])[];
}

export type GraphProblem =
  | PValuesProblem
  | 'graph of another size'
  | 'weights beyond 1'
  | 'transitions beyond 1'
  | 'loop at a hypothesis';

export interface GraphicalTest {
  readonly method: 'graphical-procedure/1';
  readonly adjusted: readonly number[];
  readonly rejected: readonly boolean[];
  /** The hypotheses, from 0, in the order in which they were, or would be, rejected. */
  readonly order: readonly number[];
  readonly conventions: { readonly alpha: number; readonly intersection: 'weighted Bonferroni' };
}

/** Shares are decimal fractions: their sum may pass 1 by rounding alone. */
const tolerance = 1e-9;
const areShares = (values: readonly number[]): boolean =>
  values.every((value) => value >= 0) && values.reduce((sum, value) => sum + value, 0) <= 1 + tolerance;

/** The first thing that keeps a graph from keeping the error rate. */
const refuseGraph = ({ weights, transitions }: TestGraph, size: number): NotEstimable<GraphProblem> | undefined => {
  const fits =
    weights.length === size && transitions.length === size && transitions.every((row) => row.length === size);
  if (!fits) return { notEstimable: 'graph of another size' };
  if (!areShares(weights)) return { notEstimable: 'weights beyond 1' };
  if (!transitions.every(areShares)) return { notEstimable: 'transitions beyond 1' };
  return transitions.every((row, i) => row[i] === 0) ? undefined : { notEstimable: 'loop at a hypothesis' };
};

const without = ({ weights, transitions }: TestGraph, gone: number): TestGraph => {
  const between = (i: number, j: number): number => transitions[i]?.[j] ?? 0;
  const passedOn = (i: number, j: number): number => {
    const loop = between(i, gone) * between(gone, i);
    if (i === j || i === gone || j === gone || loop >= 1) return 0;
    return (between(i, j) + between(i, gone) * between(gone, j)) / (1 - loop);
  };
  return {
    weights: weights.map((weight, i) => (i === gone ? 0 : weight + (weights[gone] ?? 0) * between(gone, i))),
    transitions: transitions.map((row, i) => row.map((_, j) => passedOn(i, j))),
  };
};

/**
 * Sequentially rejective graphical procedure with weighted Bonferroni tests (`bretz2009`): whichever hypothesis has the
 * smallest p / weight goes first, and passes its weight on along the graph. Controls the family-wise error rate
 * whatever the dependence. A hypothesis that never gets a weight has an adjusted p of 1. By hand: weights ½, ½, each to
 * the other, is Holm: .01 and .04 give .02 and .04. Against graphs solved by the closed test of all intersections in R
 * to 1e-12 (public oracle `graphical_mcp`; `evidence/oracles/adjusted-p`). Refuses shares beyond 1, loops at a
 * hypothesis, p values that are none.
 */
export const testByGraph = (
  graph: TestGraph,
  p: readonly number[],
  alpha: number,
): GraphicalTest | NotEstimable<GraphProblem> => {
  const refusal = refusePValues(p) ?? refuseGraph(graph, p.length);
  if (refusal !== undefined) return refusal;
  const adjusted = p.map(() => 1);
  const order: number[] = [];
  const ratio = (weights: readonly number[], i: number): number => {
    const weight = weights[i] ?? 0;
    return weight > 0 ? (p[i] ?? 1) / weight : Number.POSITIVE_INFINITY;
  };
  let [current, reached] = [graph, 0];
  for (const _ of p) {
    const open = p.map((_p, i) => i).filter((i) => !order.includes(i));
    const { weights } = current;
    const next = open.reduce((best, i) => (ratio(weights, i) < ratio(weights, best) ? i : best), open[0] ?? 0);
    reached = Math.min(1, Math.max(reached, ratio(weights, next)));
    adjusted[next] = reached;
    order.push(next);
    current = without(current, next);
  }
  return {
    method: 'graphical-procedure/1',
    adjusted,
    rejected: adjusted.map((value) => value <= alpha),
    order,
    conventions: { alpha, intersection: 'weighted Bonferroni' },
  };
};
