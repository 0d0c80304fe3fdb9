import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { askedAt, askedByEndpoint, measuresHere, visitsOf } from './asked-at.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { readSentences } from './sentences.ts';
import { lexiconOf } from './study-lexicon.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const setUp = () => {
  const read = readDefinition(text);
  assert.ok(isDefinition(read));
  const sentences = readSentences(read.definition, lexiconOf(read.definition));
  return { study: read.definition, ...sentences };
};
const { study, criteria, definitions, endpoints } = setUp();

test('a named point is itself; an open one stands for the visits at which it is asked', () => {
  assert.deepEqual(visitsOf({ kind: 'named', name: 'baseline' }, ['week 4']), ['baseline']);
  assert.deepEqual(visitsOf({ kind: 'here' }, ['week 4', 'week 8']), ['week 4', 'week 8']);
});

test('a response asks its levels and what they refer to, at the visit of the endpoint', () => {
  const [response] = study.endpoints;
  assert.ok(response);
  const asked = askedByEndpoint(response, study, endpoints, definitions);
  assert.equal(asked.length, 4, 'CR, PR and the two definitions that PR refers to');
  assert.ok(asked.every(({ here }) => here.join() === 'week 24'));
  assert.deepEqual(
    new Set(asked.flatMap(measuresHere).map(({ measure, visit }) => `${measure} at ${visit}`)),
    new Set(['creatinine at week 24', 'UPCR at week 24', 'protein-24h at week 24', 'prednisone-equivalent at week 24']),
  );
});

test('a time asks at every visit from its first to its last', () => {
  const time = study.endpoints.find(({ kind }) => kind === 'time');
  assert.ok(time);
  const [first] = askedByEndpoint(time, study, endpoints, definitions);
  assert.deepEqual(first?.here, ['week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24']);
});

test('a criterion names its own points, so nothing in it is asked here', () => {
  for (const [id, condition] of criteria)
    assert.deepEqual(askedAt(condition, [], definitions).flatMap(measuresHere), [], id);
});

test('a circle of definitions is cut', () => {
  const pr = definitions.get('PR');
  assert.ok(pr);
  const span = { start: 0, end: 0 };
  const circle = new Map([['A', { kind: 'reference', definition: 'A', point: { kind: 'here' }, span } as const]]);
  const [own] = circle.values();
  assert.ok(own);
  assert.equal(askedAt(own, ['week 4'], circle).length, 2);
});
