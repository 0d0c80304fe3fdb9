import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear } from '#core/statistics/given.ts';
import { computeWaldDifference } from '#core/statistics/intervals/wald-difference.ts';
import { imputationStream } from './imputation-stream.ts';
import { imputeUnderNull } from './null-imputation.ts';

const question = { margin: 0.15, alphaOneSided: 0.025 };
const uniform = (name: string) => {
  const stream = imputationStream('trial', 'primary', name);
  return () => stream.uniform();
};
const arm = (events: number, of: number, missing: number) => ({ events, of, missing });

test('with nobody missing it is Wald’s difference (newcombe1998), nearly: t with many degrees of freedom', () => {
  const found = imputeUnderNull(arm(600, 1000, 0), arm(580, 1000, 0), question, uniform('none'));
  const wald = computeWaldDifference({ events: 600, of: 1000 }, { events: 580, of: 1000 });
  assert.ok('estimate' in found && 'lower' in wald);
  assertNear(found.estimate, wald.estimate, 1e-12);
  assertNear(found.lower, wald.lower, 1e-4);
  assert.equal(found.isShown, true);
});

/** Expected: 60/100 of 150 and 60/100 of the control, the 50 missing at .6 − .15 and .6: −.15 of a third. */
test('those missing are drawn worse by the margin under the new treatment', () => {
  const found = imputeUnderNull(arm(600, 1000, 500), arm(600, 1000, 500), question, uniform('many'));
  assert.ok('estimate' in found);
  assert.ok(Math.abs(found.estimate + 0.15 / 3) < 0.01, String(found.estimate));
  assert.ok((found.more?.missingShare ?? 0) > 0.2, 'much of the variance is that of the missing');
});

test('the same stream gives the same answer, and p agrees with the interval', () => {
  const ask = (name: string) => imputeUnderNull(arm(30, 50, 8), arm(33, 50, 6), question, uniform(name));
  assert.deepEqual(ask('a'), ask('a'));
  for (const name of ['a', 'b', 'c']) {
    const found = ask(name);
    assert.ok('estimate' in found && found.p !== undefined);
    assert.equal(found.p < 0.025, found.isShown, name);
  }
});

test('an arm of whom nobody is known, and rates that do not vary, are refused', () => {
  const nobody = imputeUnderNull(arm(0, 0, 5), arm(3, 5, 0), question, uniform('a'));
  assert.deepEqual(nobody, { notEstimable: 'nobody known in an arm' });
  assert.ok('notEstimable' in imputeUnderNull(arm(5, 5, 0), arm(5, 5, 0), question, uniform('a')));
});
