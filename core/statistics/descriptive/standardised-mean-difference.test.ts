import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, estimated, expectedOf, group, publicCases } from '../given.ts';
import {
  computeLevelsDifferenceInDeviations,
  computeMeanDifferenceInDeviations,
  computeShareDifferenceInDeviations,
} from './standardised-mean-difference.ts';

interface TwoLists {
  readonly arm1: readonly number[];
  readonly arm0: readonly number[];
  readonly value: number;
}
interface Expected {
  readonly continuous: readonly TwoLists[];
  readonly binary: readonly { readonly table: readonly [number, number, number, number]; readonly value: number }[];
  readonly levels: readonly TwoLists[];
}
const { continuous, binary, levels } = expectedOf<Expected>('standardised-mean-difference');

test('as R, evidence/oracles/standardised-mean-difference', () => {
  assert.deepEqual([continuous.length, binary.length, levels.length], [8, 8, 8]);
  for (const { arm1, arm0, value } of continuous) {
    assertNear(estimated(computeMeanDifferenceInDeviations(arm1, arm0)).value, value, 1e-12);
  }
  for (const { table, value } of binary) {
    const [x1, n1, x0, n0] = table;
    assertNear(estimated(computeShareDifferenceInDeviations(group(x1, n1), group(x0, n0))).value, value, 1e-12);
  }
  for (const { arm1, arm0, value } of levels) {
    assertNear(estimated(computeLevelsDifferenceInDeviations(arm1, arm0)).value, value, 1e-12);
  }
});

type Input = Readonly<Record<'arm' | 'y' | 'binary', readonly number[]>>;
for (const { id, input, output } of publicCases<Input, Readonly<Record<'continuous' | 'binary', number>>>(
  'smd_baseline',
)) {
  test(`public: ${id}`, () => {
    const of = (values: readonly number[], arm: number) => values.filter((_, who) => input.arm[who] === arm);
    const means = estimated(computeMeanDifferenceInDeviations(of(input.y, 1), of(input.y, 0)));
    assertClose(means.value, output.continuous, 1e-12);
    const counts = [1, 0].map((arm) => of(input.binary, arm));
    const [one, none] = counts.map((values) => group(values.filter((value) => value === 1).length, values.length));
    assert.ok(one && none);
    assertClose(estimated(computeShareDifferenceInDeviations(one, none)).value, output.binary, 1e-12);
  });
}

test('by hand: 1, 2, 3 against 3, 4, 5 is two standard deviations of 1 (austin2009)', () => {
  const found = estimated(computeMeanDifferenceInDeviations([1, 2, 3], [3, 4, 5]));
  assert.deepEqual([found.value, found.conventions.kind], [-2, 'continuous']);
});

const counts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 });
test('two levels give the size of the binary difference; the order of levels says nothing', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const size = Math.min(a.length, b.length);
      const [one, none] = [a.slice(0, size), b.slice(0, size)];
      const { value } = estimated(computeLevelsDifferenceInDeviations(one, none));
      assertNear(
        estimated(computeLevelsDifferenceInDeviations(one.toReversed(), none.toReversed())).value,
        value,
        1e-9,
      );
      assertNear(estimated(computeLevelsDifferenceInDeviations(none, one)).value, value, 1e-9);
      const [x1 = 0, y1 = 0, x0 = 0, y0 = 0] = [...one.slice(0, 2), ...none.slice(0, 2)];
      const two = estimated(computeLevelsDifferenceInDeviations([x1, y1], [x0, y0])).value;
      const share = estimated(computeShareDifferenceInDeviations(group(x1, x1 + y1), group(x0, x0 + y0))).value;
      assertNear(two, Math.abs(share), 1e-9);
    }),
  );
});

test('neither unit nor zero point says anything', () => {
  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (a, b, unit, zero) => {
      const [own, other] = [
        computeMeanDifferenceInDeviations(a, b),
        computeMeanDifferenceInDeviations(
          a.map((value) => value * unit + zero),
          b.map((value) => value * unit + zero),
        ),
      ];
      fc.pre('method' in own && 'method' in other);
      assertNear(own.value, other.value, 1e-9);
    }),
  );
});

test('without variation: 0 where equal, otherwise refused', () => {
  assert.equal(estimated(computeMeanDifferenceInDeviations([2, 2], [2, 2, 2])).value, 0);
  assert.deepEqual(computeMeanDifferenceInDeviations([2, 2], [3, 3]), {
    notEstimable: 'different without any variation',
  });
  assert.deepEqual(computeShareDifferenceInDeviations(group(0, 5), group(4, 4)), {
    notEstimable: 'different without any variation',
  });
  assert.equal(estimated(computeLevelsDifferenceInDeviations([5, 0, 0], [3, 0, 0])).value, 0);
  const apart = computeLevelsDifferenceInDeviations([5, 0], [0, 3]);
  assert.deepEqual(apart, { notEstimable: 'a level that tells the arms apart' });
});

test('refuses what is no group', () => {
  assert.deepEqual(computeMeanDifferenceInDeviations([1], [1, 2]), { notEstimable: 'fewer than two participants' });
  assert.deepEqual(computeMeanDifferenceInDeviations([1, Number.NaN], [1, 2]), { notEstimable: 'not a number' });
  assert.deepEqual(computeShareDifferenceInDeviations(group(3, 2), group(1, 2)), {
    notEstimable: 'more events than participants',
  });
  assert.deepEqual(computeLevelsDifferenceInDeviations([1, 2], [1]), {
    notEstimable: 'not the same levels in both arms',
  });
  assert.deepEqual(computeLevelsDifferenceInDeviations([0, 0], [1, 2]), { notEstimable: 'no participants' });
});
