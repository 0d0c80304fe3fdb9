import assert from 'node:assert/strict';
import test from 'node:test';
import { clockRules } from './clock-rules.ts';

test('each rule has a name of its own, a law and a stamp to count from; no number of a paper', () => {
  assert.equal(new Set(clockRules.map(({ id }) => id)).size, clockRules.length);
  for (const { id, source, from, within } of clockRules) {
    assert.match(source, /^(Regulation|21 CFR)/, id);
    assert.ok(from.length > 0, id);
    assert.ok(('hours' in within ? within.hours : within.days) > 0, id);
  }
});

test('the limits of the laws', () =>
  assert.deepEqual(
    clockRules.map(({ id, within }) => `${id}: ${JSON.stringify(within)}`),
    [
      'site-24-hours: {"hours":24}',
      'us-7-days: {"days":7}',
      'us-15-days: {"days":15}',
      'us-follow-up: {"days":15}',
      'eu-7-days: {"days":7}',
      'eu-8-days-more: {"days":15}',
      'eu-15-days: {"days":15}',
      'eu-urgent-measure: {"days":7}',
    ],
  ));
