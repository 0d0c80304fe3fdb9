import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { nobody } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { isExact } from '#core/quantities/range.ts';
import { deriveValue } from './derive-value.ts';
import { deriveValues } from './derived-values.ts';
import { sixPeople } from './given.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));
const people = sixPeople(study);

test('every endpoint: the values of the randomised, in their order, as each is derived alone', () => {
  const valuesOf = deriveValues(study, [nobody, ...people]);
  for (const endpoint of study.endpoints)
    assert.deepEqual(
      valuesOf(endpoint),
      people.map((participant) => deriveValue(endpoint, study, participant)),
    );
});

test('asked again it is the same value, not another computation', () => {
  const valuesOf = deriveValues(study, people);
  for (const endpoint of study.endpoints) assert.equal(valuesOf(endpoint), valuesOf(endpoint));
});

/** P-001 went from SLEDAI-2K 10 to 4 at week 24, and nobody was seen at week 4. */
test('at another visit it is another value, derived there and kept', () => {
  const valuesOf = deriveValues(study, people);
  const endpoint = study.endpoints.find(({ of }) => of.id === 'sledai-change');
  assert.ok(endpoint);
  const [atWeek4] = valuesOf(endpoint, 'week 4');
  const [atWeek24] = valuesOf(endpoint);
  assert.deepEqual([atWeek4?.at, atWeek24?.at], ['week 4', 'week 24']);
  assert.ok(atWeek24?.outcome.kind === 'number' && isExact(atWeek24.outcome.range));
  assert.ok(atWeek4?.outcome.kind === 'number' && !isExact(atWeek4.outcome.range));
  assert.equal(valuesOf(endpoint, 'week 4'), valuesOf(endpoint, 'week 4'));
  assert.equal(valuesOf(endpoint, 'week 24'), valuesOf(endpoint));
});

test('another population holds the same values, of those who belong to it', () => {
  const valuesOf = deriveValues(study, people);
  const endpoint = study.endpoints.find(({ of }) => of.id === 'response');
  assert.ok(endpoint);
  const [all, treated] = [valuesOf(endpoint), valuesOf(endpoint, undefined, 'treated')];
  assert.deepEqual(
    treated.map(({ participant }) => participant),
    ['P-001', 'P-002'],
    'the two who had an infusion',
  );
  for (const value of treated) assert.ok(all.includes(value));
  assert.equal(valuesOf(endpoint, undefined, 'treated'), treated);
});

test('a deviation of the kinds that exclude keeps somebody from the values per protocol', () => {
  const endpoint = study.endpoints[0];
  assert.ok(endpoint);
  const found: Deviation = {
    kind: 'found ineligible later',
    importance: 'important',
    participant: 'P-001',
    on: '2026-06-01',
    record: 'participant/P-001#1/x',
    says: 'x',
  };
  const ids = (deviations: readonly Deviation[]) =>
    deriveValues(study, people, deviations)(endpoint, undefined, 'per protocol').map(({ participant }) => participant);
  assert.deepEqual([ids([]), ids([found])], [['P-001', 'P-002'], ['P-002']]);
});
