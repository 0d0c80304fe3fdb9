import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { binomialUpperTail } from '../distributions/binomial.ts';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { designSingleArm, refuseSingleArm, type SingleArmDesign } from './single-arm.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/single-arm/make.R` (`ahern2001`).

const designed = (p0: number, p1: number, alpha: number, power: number): SingleArmDesign => {
  const result = designSingleArm({ p0, p1 }, { alpha, power });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'p0' | 'p1' | 'alpha' | 'beta', number>>;
type PublicOutput = Readonly<Record<'n' | 'r' | 'size' | 'power', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('single_arm_exact')) {
  test(`public ${id}`, () => {
    const found = designed(input.p0, input.p1, input.alpha, 1 - input.beta);
    assert.deepEqual([found.participants, found.responses], [output.n, output.r]);
    assertNear(found.size, output.size, 1e-12);
    assertNear(found.power, output.power, 1e-12);
  });
}

type Row = Readonly<
  Record<'p0' | 'p1' | 'alpha' | 'power' | 'participants' | 'responses' | 'size' | 'reached', number>
>;
const { ahern } = expectedOf<{ readonly ahern: readonly Row[] }>('single-arm');
test('the oracle has its rows', () => assert.equal(ahern.length, 9));
for (const { p0, p1, alpha, power, participants, responses, size, reached } of ahern) {
  test(`R pbinom: ${p0} against ${p1} at ${alpha} with ${power}`, () => {
    const found = designed(p0, p1, alpha, power);
    assert.deepEqual([found.participants, found.responses], [participants, responses]);
    assertNear(found.size, size, 1e-12);
    assertNear(found.power, reached, 1e-12);
  });
}

test('by hand: .5 against .9 with 8 participants: seven responses, 9/256', () => {
  const found = designed(0.5, 0.9, 0.05, 0.8);
  assert.deepEqual([found.participants, found.responses, found.size], [8, 7, 9 / 256]);
  assertNear(found.power, 0.9 ** 8 + 8 * 0.9 ** 7 * 0.1, 1e-14);
});

test('from the stable size on every trial has the power; one below does not', () => {
  const share = fc.double({ min: 0.05, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(share, fc.double({ min: 0.25, max: 0.45, noNaN: true }), (p0, more) => {
      const { participants, stableFrom, conventions } = designed(p0, p0 + more, 0.05, 0.8);
      const powerOf = (n: number): number => {
        let responses = 0;
        while (responses <= n && binomialUpperTail(responses, n, p0) > 0.05) responses += 1;
        return responses > n ? 0 : binomialUpperTail(responses, n, p0 + more);
      };
      assert.ok(stableFrom >= participants && powerOf(participants) >= 0.8);
      for (let n = stableFrom; n <= conventions.lookedUpTo; n += 1) assert.ok(powerOf(n) >= 0.8, `${n}`);
      if (participants > 1) assert.ok(powerOf(participants - 1) < 0.8);
      if (stableFrom > participants) assert.ok(powerOf(stableFrom - 1) < 0.8);
    }),
    { numRuns: 25 },
  );
});

const refusals: readonly (readonly [p0: number, p1: number, alpha: number, expected: string])[] = [
  [0.2, 0.2, 0.05, 'p1 not above p0'],
  [0.4, 0.2, 0.05, 'p1 not above p0'],
  [0, 0.2, 0.05, 'proportion not between 0 and 1'],
  [0.2, 1, 0.05, 'proportion not between 0 and 1'],
  [0.2, 0.4, 0, 'alpha not between 0 and a half'],
];
for (const [p0, p1, alpha, expected] of refusals) {
  test(`${p0} against ${p1} at ${alpha}: ${expected}`, () => {
    assert.deepEqual(refuseSingleArm({ p0, p1 }, { alpha, power: 0.8 }), { notEstimable: expected });
    assert.deepEqual(designSingleArm({ p0, p1 }, { alpha, power: 0.8 }), { notEstimable: expected });
  });
}

test('a difference that takes thousands is refused, not looked for', () => {
  const found = designSingleArm({ p0: 0.5, p1: 0.51 }, { alpha: 0.05, power: 0.9 });
  assert.deepEqual(found, { notEstimable: 'more participants than looked at' });
});
