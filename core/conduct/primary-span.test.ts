import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import { visitsThroughPrimary } from './primary-span.ts';

/** The primary endpoints as the registry records name them. */
test('every visit through that of the primary endpoint, in the order of the plan', () => {
  const rows = [
    ['nct05631717', 'week 24', 'screening'],
    ['nct03673748', 'week 24', 'selection'],
  ] as const;
  for (const [trial, last, first] of rows) {
    const visits = visitsThroughPrimary(g.shipped(trial));
    assert.deepEqual([visits[0], visits.at(-1)], [first, last], trial);
  }
});

test('a primary endpoint that is a time is asked through the last visit of its span', () => {
  const study = g.shipped('nct05631717');
  const times = study.endpoints.filter(({ kind }) => kind === 'time');
  const [time] = times;
  assert.ok(time?.kind === 'time' && time.time.to.kind === 'named');
  const primary = { ...time, of: { ...time.of, role: 'primary' as const } };
  assert.equal(visitsThroughPrimary({ ...study, endpoints: [primary] }).at(-1), time.time.to.name);
});
