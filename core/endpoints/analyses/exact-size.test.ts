import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import { sizeAtMargin } from './exact-size.ts';

const { size } = expectedOf<{ readonly size: readonly number[] }>('planned-analyses');
const [arm1, arm0] = [
  { events: 5, of: 8, missing: 1 },
  { events: 4, of: 6, missing: 2 },
];

test('chances by enumeration as R has them, with nobody missing and with those missing as no response', () => {
  const found = sizeAtMargin(arm1, arm0, 0.2, 0.025) ?? assert.fail();
  assertNear(found.complete, size[0] ?? 0, 1e-9);
  assertNear(found.withMissing, size[1] ?? 0, 1e-9);
  assert.deepEqual([found.rate0, found.missing1, found.missing0], [4 / 6, 1 / 9, 1 / 4]);
});

/** T6 of the published characteristics: 60 an arm, .4 against .6, margin .2: .02600, above its level (farrington1990). */
test('the size of 60 an arm is beyond its level', () => {
  const whole = { events: 36, of: 60, missing: 0 };
  const found = sizeAtMargin(whole, whole, 0.2, 0.025) ?? assert.fail();
  assert.ok(found.complete > 0.025 && found.complete < 0.027, String(found.complete));
  assert.equal(found.withMissing, found.complete);
});

test('nobody known, an empty arm, and arms too large have none', () => {
  const empty = { events: 0, of: 0, missing: 0 };
  assert.equal(sizeAtMargin(empty, arm0, 0.2, 0.025), undefined);
  assert.equal(sizeAtMargin(arm1, { ...empty, missing: 3 }, 0.2, 0.025), undefined);
  assert.equal(sizeAtMargin(arm1, { events: 100, of: 301, missing: 0 }, 0.2, 0.025), undefined);
});
