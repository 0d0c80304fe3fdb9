import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import { scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { coverOf } from './report-cover.ts';

const masked = shipped('nct03673748');
const scenario = scenarioWith({ participants: 4 });
const events = rehearse({ study: masked, seed: 3, start: '2026-01-05', scenario }).log.all();
const unblinded = events.findIndex(({ event }) => event.type === 'study unblinded');

test('a masked trial is masked until it is unblinded', () => {
  assert.ok(unblinded > 0);
  assert.equal(coverOf(masked, events.slice(0, unblinded)).kind, 'masked');
  assert.equal(coverOf(masked, events).kind, 'final');
});

test('an open trial has nothing to mask', () => assert.equal(coverOf(shipped('nct05631717'), []).kind, 'final'));

test('the cut is the number of events and the hash of the last', () => {
  const some = events.slice(0, 100);
  assert.deepEqual(coverOf(masked, some).cut, {
    events: 100,
    head: some.at(-1)?.hash,
    through: some.at(-1)?.at.date,
  });
  assert.deepEqual(coverOf(masked, []).cut, { events: 0, head: '', through: undefined });
});

test('a rehearsal says that nobody is real, a trial does not', () => {
  assert.match(coverOf(masked, events).virtual ?? '', /virtual/);
  assert.equal(coverOf(masked, []).virtual, undefined);
});
