import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import { adjustP } from './adjusted-p.ts';
import { type GraphicalTest, type GraphProblem, type TestGraph, testByGraph } from './graphical-procedure.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/adjusted-p/make.R` (`bretz2009`).

const tested = (graph: TestGraph, p: readonly number[], alpha = 0.05): GraphicalTest => {
  const result = testByGraph(graph, p, alpha);
  assert.ok('adjusted' in result, JSON.stringify(result));
  return result;
};
const assertSame = (found: readonly number[], expected: readonly number[]): void => {
  assert.equal(found.length, expected.length);
  found.forEach((value, i) => {
    assertNear(value, expected[i] ?? Number.NaN, 1e-12);
  });
};

interface PublicInput extends TestGraph {
  readonly p: readonly number[];
  readonly alpha: number;
}
interface PublicOutput {
  readonly adj: readonly number[];
  readonly reject: readonly boolean[];
}
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('graphical_mcp')) {
  test(`public ${id}`, () => {
    const { adjusted, rejected } = tested(input, input.p, input.alpha);
    assertSame(adjusted, output.adj);
    assert.deepEqual(rejected, output.reject);
  });
}

interface ClosedGraph extends TestGraph {
  readonly p: readonly number[];
  readonly adjusted: readonly number[];
}
const { graphs } = expectedOf<{ readonly graphs: readonly ClosedGraph[] }>('adjusted-p');
test('the oracle has its rows', () => assert.equal(graphs.length, 11));
graphs.forEach((graph, i) => {
  test(`closed test of all intersections in R, graph ${i + 1} of ${graph.p.length} hypotheses`, () => {
    assertSame(tested(graph, graph.p).adjusted, graph.adjusted);
  });
});

test('by hand: a primary hypothesis, then two that share, then back and forth', () => {
  const graph = {
    weights: [1, 0, 0],
    transitions: [
      [0, 0.5, 0.5],
      [0, 0, 1],
      [0, 1, 0],
    ],
  };
  // .01 / 1; then .02 / .5 and .03 / .5: .04; the last then has all of the level: .03, but not below .04.
  const { adjusted, order, rejected } = tested(graph, [0.01, 0.02, 0.03], 0.035);
  assertSame(adjusted, [0.01, 0.04, 0.04]);
  assert.deepEqual(
    [order, rejected],
    [
      [0, 1, 2],
      [true, false, false],
    ],
  );
});

const anyP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 });
test('equal weights that all pass on to all others are Holm', () => {
  fc.assert(
    fc.property(anyP, (p) => {
      const [n, others] = [p.length, p.length - 1];
      const graph = {
        weights: p.map(() => 1 / n),
        transitions: p.map((_, i) => p.map((_p, j) => (i === j ? 0 : 1 / others))),
      };
      const holm = adjustP(p, 'Holm');
      assert.ok('adjusted' in holm);
      assertSame(tested(graph, p).adjusted, holm.adjusted);
    }),
  );
});

test('a chain with all weight at its head is the fixed sequence; no arrows at all are Bonferroni', () => {
  fc.assert(
    fc.property(anyP, (p) => {
      const chain = {
        weights: p.map((_, i) => (i === 0 ? 1 : 0)),
        transitions: p.map((_, i) => p.map((_p, j) => (j === i + 1 ? 1 : 0))),
      };
      const sequence = adjustP(p, 'fixed sequence');
      assert.ok('adjusted' in sequence);
      assertSame(tested(chain, p).adjusted, sequence.adjusted);
      const apart = { weights: p.map(() => 1 / p.length), transitions: p.map(() => p.map(() => 0)) };
      const bonferroni = adjustP(p, 'Bonferroni');
      assert.ok('adjusted' in bonferroni);
      const found = tested(apart, p).adjusted.toSorted((a, b) => a - b);
      assertSame(
        found,
        bonferroni.adjusted.toSorted((a, b) => a - b),
      );
    }),
  );
});

const two = [
  [0, 1],
  [1, 0],
];
const refusals: readonly (readonly [graph: TestGraph, p: readonly number[], expected: GraphProblem])[] = [
  [{ weights: [], transitions: [] }, [], 'no hypotheses'],
  [{ weights: [0.5, 0.5], transitions: two }, [0.1, 2], 'p value not between 0 and 1'],
  [{ weights: [1], transitions: two }, [0.1, 0.2], 'graph of another size'],
  [{ weights: [0.5, 0.5], transitions: [[0, 1], [1]] }, [0.1, 0.2], 'graph of another size'],
  [{ weights: [0.6, 0.5], transitions: two }, [0.1, 0.2], 'weights beyond 1'],
  [{ weights: [1.5, -0.5], transitions: two }, [0.1, 0.2], 'weights beyond 1'],
  [
    {
      weights: [0.5, 0.5],
      transitions: [
        [0, 1.1],
        [1, 0],
      ],
    },
    [0.1, 0.2],
    'transitions beyond 1',
  ],
  [
    {
      weights: [0.5, 0.5],
      transitions: [
        [0.5, 0.5],
        [1, 0],
      ],
    },
    [0.1, 0.2],
    'loop at a hypothesis',
  ],
];
for (const [graph, p, expected] of refusals) {
  test(`${JSON.stringify(graph)} with ${p}: ${expected}`, () => {
    assert.deepEqual(testByGraph(graph, p, 0.05), { notEstimable: expected });
  });
}

test('a result says by which method and conventions it was found', () => {
  const graph = {
    weights: [0.5, 0.5],
    transitions: [
      [0, 1],
      [1, 0],
    ],
  };
  assertSays(testByGraph(graph, [0.01, 0.2], 0.025), 'graphical-procedure/1', {
    alpha: 0.025,
    intersection: 'weighted Bonferroni',
  });
});
