import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { deriveOutcome, levelReached } from './derive-outcome.ts';
import { courses, endpointOf, person } from './given.ts';

const study = g.shipped('nct05631717');
const derived = (id: string, course: Parameters<typeof person>[3], at?: string) => {
  const someone = person(study, 'P-001', 'msc', course);
  return deriveOutcome(endpointOf(study, id), study, someone, chartOf(study, someone), at);
};

test('a level counts as a response from the one that the endpoint asks at least', () => {
  const [any, complete] = ['response', 'complete-response'].map((id) => endpointOf(study, id));
  assert.ok(any?.kind === 'response' && complete?.kind === 'response');
  const rows = [
    ['CR', 'CR', 'true', 'true'],
    ['PR', 'CR', 'true', 'unknown'],
    ['PR', 'PR', 'true', 'false'],
    ['none', 'CR', 'unknown', 'unknown'],
    ['none', 'PR', 'unknown', 'false'],
    ['none', 'none', 'false', 'false'],
  ] as const;
  for (const [worst, best, inAny, inComplete] of rows) {
    assert.equal(levelReached(any, worst, best), inAny, `${worst} ${best}`);
    assert.equal(levelReached(complete, worst, best), inComplete, `${worst} ${best}`);
  }
});

test('what was observed, before any strategy and any policy: a missed visit stays unknown, a death changes nothing', () => {
  const died = { type: 'participation ended', on: '2026-09-01', how: 'died' } as const;
  const { outcome, missing, records } = derived('response', { ...courses.missed, more: [died] });
  assert.deepEqual(outcome, { kind: 'level', worst: 'none', best: 'CR', reached: 'unknown' });
  assert.ok(missing.length > 0);
  assert.ok(!records.some((record) => record.includes('participation ended')));
});

test('each kind of endpoint comes to its kind of outcome, at its own visit unless another is named', () => {
  for (const [id, kind] of [
    ['response', 'level'],
    ['sri-4', 'claim'],
    ['sledai-change', 'number'],
    ['time-to-response', 'time'],
  ] as const)
    assert.equal(derived(id, courses.complete).outcome.kind, kind);
  assert.deepEqual(derived('response', courses.complete), derived('response', courses.complete, 'week 24'));
  const early = derived('response', courses.complete, 'week 4').outcome;
  assert.ok(early.kind === 'level' && early.reached === 'unknown', 'nobody was seen at week 4');
});
