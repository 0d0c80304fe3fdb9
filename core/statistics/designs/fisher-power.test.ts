import assert from 'node:assert/strict';
import test from 'node:test';
import { computeFisherPower } from './fisher-power.ts';

/**
 * Exact size and power of Fisher's two-sided test (`fisher1935`) at 5 %: 20 against 20 with .60 and .30 gives .347, and
 * its size is at most .0253, as the enumeration in R of all tables prints (fisher.test, R 4.2.2).
 */
test('20 against 20: power .347 at .60 and .30, and a size that never passes .0253', () => {
  assert.ok(Math.abs(computeFisherPower(20, 0.6, 20, 0.3, 0.05) - 0.347) < 0.0005);
  const sizes = Array.from({ length: 99 }, (_, index) =>
    computeFisherPower(20, (index + 1) / 100, 20, (index + 1) / 100, 0.05),
  );
  assert.ok(Math.max(...sizes) < 0.02535, String(Math.max(...sizes)));
  assert.ok(Math.max(...sizes) > 0.02);
});

test('whichever arm is called first, and whether events or their absence are counted', () => {
  const power = computeFisherPower(15, 0.7, 25, 0.4, 0.05);
  assert.ok(Math.abs(computeFisherPower(25, 0.4, 15, 0.7, 0.05) - power) < 1e-12);
  assert.ok(Math.abs(computeFisherPower(15, 0.3, 25, 0.6, 0.05) - power) < 1e-12);
});

test('certainties: nobody against everybody is always told, nobody against nobody never', () => {
  assert.equal(computeFisherPower(5, 0, 5, 1, 0.05), 1);
  assert.equal(computeFisherPower(5, 0, 5, 0, 0.05), 0);
  assert.equal(computeFisherPower(1, 0, 1, 1, 0.05), 0);
});
