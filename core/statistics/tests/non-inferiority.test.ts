import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { type NonInferiority, testNonInferiority } from './non-inferiority.ts';

const pairs = ['miettinen-nurminen', 'farrington-manning with mee', 'wald'] as const;
const wanted = 'more events are better';
const unwanted = 'fewer events are better';
const numeric = (z: NonInferiority['z']): number => {
  if (typeof z === 'number') return z;
  return z === 'unbounded above' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
};

interface Row extends Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'margin', number>> {
  readonly z: readonly number[];
  readonly p: readonly number[];
}
const rows = expectedOf<readonly Row[]>('non-inferiority');
test('the oracle, evidence/oracles/non-inferiority, has its rows', () => assert.equal(rows.length, 10));
for (const { x1, n1, x2, n2, margin, z, p } of rows) {
  test(`as base R: ${x1}/${n1} against ${x2}/${n2}, margin ${margin}`, () => {
    pairs.forEach((pair, index) => {
      const question = { margin, direction: wanted, pair } as const;
      const found = estimated(testNonInferiority(group(x1, n1), group(x2, n2), question));
      // Newton's constrained estimate is better than uniroot's where the score is flat.
      assertNear(numeric(found.z), z[index] ?? Number.NaN, 1e-11, pair);
      assertNear(found.p, p[index] ?? Number.NaN, 1e-12, pair);
      const turned = testNonInferiority(group(n1 - x1, n1), group(n2 - x2, n2), { ...question, direction: unwanted });
      assertNear(numeric(estimated(turned).z), z[index] ?? Number.NaN, 1e-9, `${pair}, failures counted`);
    });
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'margin', number>>;
type Output = Readonly<Record<'zFM' | 'pFM' | 'zMN' | 'pMN' | 'zWald' | 'pWald', number>>;
for (const { id, input, output } of publicCases<Input, Output>('ni_test_rd')) {
  test(`public: ${id}`, () => {
    const expected = [
      [output.zMN, output.pMN],
      [output.zFM, output.pFM],
      [output.zWald, output.pWald],
    ] as const;
    expected.forEach(([z, p], index) => {
      const question = { margin: input.margin, direction: wanted, pair: pairs[index] ?? 'wald' } as const;
      const found = estimated(testNonInferiority(group(input.x1, input.n1), group(input.x2, input.n2), question));
      assertNear(numeric(found.z), z, 1e-12);
      assertNear(found.p, p, 1e-13);
    });
  });
}

const arm = fc.integer({ min: 1, max: 60 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('p, interval and verdict cannot disagree, in either direction (miettinen1985)', () => {
  const margin = fc.double({ min: 0.01, max: 0.5, noNaN: true });
  const direction = fc.constantFrom(wanted, unwanted);
  fc.assert(
    fc.property(arm, arm, margin, direction, fc.constantFrom(...pairs), (arm1, arm0, m, way, pair) => {
      const found = estimated(testNonInferiority(arm1, arm0, { margin: m, direction: way, pair, alphaOneSided: 0.05 }));
      fc.pre(Math.abs(found.p - 0.05) > 1e-9);
      assert.equal(found.isNonInferior, found.p < 0.05);
      assert.equal(found.isNonInferior, way === wanted ? found.lower > -m : found.upper < m);
    }),
    { numRuns: 1000 },
  );
});

test("without variance Wald's z has a sign and no size", () => {
  const z = (x1: number, x0: number) =>
    estimated(testNonInferiority(group(x1, 7), group(x0, 7), { margin: 0.1, direction: wanted, pair: 'wald' })).z;
  assert.deepEqual([z(7, 7), z(0, 7)], ['unbounded above', 'unbounded below']);
});

test('a wider margin is easier to keep', () => {
  const p = [0.05, 0.1, 0.15, 0.2].map(
    (margin) => estimated(testNonInferiority(group(30, 50), group(33, 50), { margin, direction: wanted })).p,
  );
  assert.deepEqual(
    p,
    p.toSorted((a, b) => b - a),
  );
});

test('refuses what has no answer', () => {
  const [arm1, arm0] = [group(1, 2), group(1, 2)];
  const of = (margin: number, alphaOneSided: number) =>
    testNonInferiority(arm1, arm0, { margin, direction: wanted, alphaOneSided });
  assert.deepEqual(of(0, 0.025), { notEstimable: 'margin not between 0 and 1' });
  assert.deepEqual(of(-0.1, 0.025), { notEstimable: 'margin not between 0 and 1' });
  assert.deepEqual(of(0.1, 0.5), { notEstimable: 'alpha not between 0 and 1/2' });
  assert.deepEqual(testNonInferiority(group(0, 0), arm0, { margin: 0.1, direction: wanted }), {
    notEstimable: 'no participants',
  });
});

test('a result says by which method and conventions it was found', () => {
  const found = testNonInferiority(group(12, 20), group(11, 20), { margin: 0.3, direction: 'more events are better' });
  assertSays(found, 'non-inferiority/1', {
    pair: 'miettinen-nurminen',
    margin: 0.3,
    alphaOneSided: 0.025,
    direction: 'more events are better',
    differences: 'arm 1 - arm 0',
  });
});
