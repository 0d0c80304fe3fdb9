import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { computeNewcombe } from './newcombe.ts';

type Row = Readonly<
  Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence' | 'lower' | 'upper' | 'correctedLower' | 'correctedUpper', number>
>;
const rows = expectedOf<readonly Row[]>('newcombe');
test('the oracle, evidence/oracles/newcombe, has its rows', () => assert.equal(rows.length, 13));
for (const { x1, n1, x2, n2, confidence, ...ends } of rows) {
  test(`as R: ${x1}/${n1} - ${x2}/${n2} at ${confidence}`, () => {
    const plain = estimated(computeNewcombe(group(x1, n1), group(x2, n2), confidence));
    assertNear(plain.lower, ends.lower, 1e-12, 'lower');
    assertNear(plain.upper, ends.upper, 1e-12, 'upper');
    const corrected = estimated(computeNewcombe(group(x1, n1), group(x2, n2), confidence, 'continuity'));
    assertNear(corrected.lower, ends.correctedLower, 1e-12, 'corrected lower');
    assertNear(corrected.upper, ends.correctedUpper, 1e-12, 'corrected upper');
  });
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'conf', number>>;
for (const { id, input, output } of publicCases<Input, Readonly<Record<'newcombe' | 'newcombeCC', Ends>>>(
  'rd_newcombe',
)) {
  test(`public: ${id}`, () => {
    const [arm1, arm0] = [group(input.x1, input.n1), group(input.x2, input.n2)];
    for (const [how, ends] of [
      ['none', output.newcombe],
      ['continuity', output.newcombeCC],
    ] as const) {
      const { lower, upper } = estimated(computeNewcombe(arm1, arm0, input.conf, how));
      assertNear(lower, ends.lower, 1e-12);
      assertNear(upper, ends.upper, 1e-12);
    }
  });
}

// newcombe1998, table II, methods 10 and 11, as printed.
const printed: readonly (readonly [x1: number, n1: number, x2: number, n2: number, ten: string, eleven: string])[] = [
  [56, 70, 48, 80, '0.0524 0.3339', '0.0428 0.3422'],
  [9, 10, 3, 10, '0.1705 0.8090', '0.1013 0.8387'],
  [6, 7, 2, 7, '0.0582 0.8062', '-0.0290 0.8423'],
  [5, 56, 0, 29, '-0.0381 0.1926', '-0.0667 0.2037'],
  [0, 10, 0, 20, '-0.1611 0.2775', '-0.2005 0.3445'],
  [10, 10, 0, 10, '0.6075 1.0000', '0.5128 1.0000'],
];
for (const [x1, n1, x2, n2, ten, eleven] of printed) {
  test(`printed: ${x1}/${n1} - ${x2}/${n2}`, () => {
    const found = (['none', 'continuity'] as const).map((how) => {
      const { lower, upper } = estimated(computeNewcombe(group(x1, n1), group(x2, n2), 0.95, how));
      return `${lower.toFixed(4)} ${upper.toFixed(4)}`;
    });
    assert.deepEqual(found, [ten, eleven]);
  });
}

const arm = fc.integer({ min: 1, max: 60 }).chain((n) => fc.record({ events: fc.nat(n), of: fc.constant(n) }));

test('exchanging the arms mirrors it; it holds the estimate and stays within -1 and 1', () => {
  fc.assert(
    fc.property(arm, arm, fc.constantFrom('none', 'continuity'), (arm1, arm0, how) => {
      const [one, other] = [
        estimated(computeNewcombe(arm1, arm0, 0.9, how)),
        estimated(computeNewcombe(arm0, arm1, 0.9, how)),
      ];
      assertNear(one.lower, -other.upper, 1e-14);
      assert.ok(-1 <= one.lower && one.lower <= one.estimate && one.estimate <= one.upper && one.upper <= 1);
    }),
  );
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(computeNewcombe(group(1, 2), group(3, 2)), { notEstimable: 'more events than participants' });
  assert.deepEqual(computeNewcombe(group(-1, 2), group(1, 2)), { notEstimable: 'negative count' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeNewcombe(group(3, 10), group(5, 10)), 'newcombe/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    direction: 'arm 1 - arm 0',
    correction: 'none',
  });
});
