import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays } from '../given.ts';
import { anyArm, armOf, type Columns, estimable, inDays, timeToEventSets, twoPublicCases } from './given.ts';
import { compareRestrictedMeans } from './restricted-mean.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R` (`uno2014`).

interface PublicInput extends Columns {
  readonly tau: number;
}
type PublicArm = Readonly<Record<'rmst' | 'se', number>>;
interface PublicOutput extends Readonly<Record<'diff' | 'seDiff' | 'lower' | 'upper' | 'p', number>> {
  readonly arm0: PublicArm;
  readonly arm1: PublicArm;
}

for (const { id, input, output } of twoPublicCases<PublicInput, PublicOutput>('rmst')) {
  test(`public ${id}`, () => {
    const found = estimable(compareRestrictedMeans(armOf(input, 1), armOf(input, 0), input.tau));
    assertNear(found.arm1.estimate, output.arm1.rmst, 1e-12);
    assertNear(found.arm1.standardError, output.arm1.se, 1e-12);
    assertNear(found.arm0.estimate, output.arm0.rmst, 1e-12);
    assertNear(found.arm0.standardError, output.arm0.se, 1e-12);
    assertNear(found.estimate, output.diff, 1e-12);
    assertNear(found.standardError, output.seDiff, 1e-12);
    assertNear(found.lower, output.lower, 1e-12);
    assertNear(found.upper, output.upper, 1e-12);
    assert.ok(typeof found.twoSided === 'number');
    assertNear(found.twoSided, output.p, 1e-12);
  });
}

for (const set of timeToEventSets()) {
  test(`R survfit, ${set.name}`, () => {
    const found = estimable(compareRestrictedMeans(armOf(set, 1), armOf(set, 0), set.tau));
    assertNear(found.arm1.estimate, set.restricted.means[0], 1e-12);
    assertNear(found.arm0.estimate, set.restricted.means[1], 1e-12);
    assertNear(found.arm1.standardError, set.restricted.standardErrors[0], 1e-12);
    assertNear(found.arm0.standardError, set.restricted.standardErrors[1], 1e-12);
  });
}

const seen = (...times: readonly number[]) => times.map((time) => ({ time, event: true }));
const left = (...times: readonly number[]) => times.map((time) => ({ time, event: false }));

test('by hand: events at 1 and 3 to tau 4 are 1 + 2 · ½; nobody with the event is tau', () => {
  const found = estimable(compareRestrictedMeans(seen(1, 3), left(4, 4), 4));
  assert.deepEqual([found.arm1.estimate, found.arm0.estimate, found.estimate], [2, 4, -2]);
  // The area after 1 is 1, with 1 of 2: variance 1 · 1 / (2 · 1); after 3 nothing is left.
  assertNear(found.standardError, Math.sqrt(1 / 2), 1e-15);
});

test('no event before tau in either arm: no difference, no error, and no p value', () => {
  const found = estimable(compareRestrictedMeans(left(9), [...seen(8), ...left(9)], 5));
  assert.deepEqual([found.estimate, found.lower, found.upper], [0, 0, 0]);
  assert.deepEqual(found.twoSided, { notEstimable: 'no event before tau' });
});

const rows: readonly (readonly [tau: number, last: 'event' | 'censored', expected: string | undefined])[] = [
  [5, 'censored', undefined],
  [5.1, 'censored', 'tau beyond follow-up'],
  [9, 'event', undefined],
  [0, 'event', 'tau not above 0'],
  [Number.NaN, 'event', 'tau not above 0'],
  [Number.POSITIVE_INFINITY, 'event', 'tau not above 0'],
];
for (const [tau, last, expected] of rows) {
  test(`tau ${tau}, the last of an arm at 5 ${last}: ${expected ?? 'estimable'}`, () => {
    const arm = [...seen(2), ...(last === 'event' ? seen(5) : left(5))];
    const found = compareRestrictedMeans(arm, seen(1, 2), tau);
    assert.equal('notEstimable' in found ? found.notEstimable : undefined, expected);
  });
}

test('exchanging the arms turns the difference; in days it is seven times as many', () => {
  fc.assert(
    fc.property(anyArm, anyArm, (arm1, arm0) => {
      const tau = Math.min(...[arm1, arm0].map((arm) => Math.max(...arm.map(({ time }) => time))));
      const found = estimable(compareRestrictedMeans(arm1, arm0, tau));
      const turned = estimable(compareRestrictedMeans(inDays(arm0), inDays(arm1).toReversed(), tau * 7));
      assertNear(turned.estimate, -7 * found.estimate, 1e-11);
      assertNear(turned.lower, -7 * found.upper, 1e-11);
    }),
  );
});

test('a result says by which method and conventions it was found', () => {
  const follow = (...times: readonly number[]) => times.map((time) => ({ time, event: true }));
  assertSays(compareRestrictedMeans(follow(1, 3), follow(2, 4), 2), 'restricted-mean/1', {
    confidence: 0.95,
    tau: 2,
    direction: 'arm 1 - arm 0',
  });
});
