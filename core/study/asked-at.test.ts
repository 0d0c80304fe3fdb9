import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Condition } from '#core/criteria/syntax.ts';
import { askedAt, askedHere, sentencesOfEndpoint, sentencesOfSafety, visitsAsked, visitsOf } from './asked-at.ts';
import { withSections } from './given.ts';
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
const { study, definitions, endpoints } = setUp();

test('a named point is itself; an open one stands for the visits at which it is asked', () => {
  assert.deepEqual(visitsOf({ kind: 'named', name: 'baseline' }, ['week 4']), ['baseline']);
  assert.deepEqual(visitsOf({ kind: 'here' }, ['week 4', 'week 8']), ['week 4', 'week 8']);
});

test('a response asks its levels and what they refer to, at the visit of the endpoint', () => {
  const [response] = study.endpoints;
  assert.ok(response);
  const levels = sentencesOfEndpoint(response, study, endpoints, definitions);
  assert.deepEqual(
    levels,
    ['CR', 'PR'].map((id) => ({ formula: definitions.get(id), here: ['week 24'] })),
  );
  const asked = levels.flatMap(({ formula, here }) => askedAt(formula, here, definitions));
  assert.equal(asked.length, 4, 'CR, PR and the two definitions that PR refers to');
  assert.ok(asked.every(({ here }) => here.join() === 'week 24'));
});

test('a time asks at every visit from its first to its last', () => {
  const time = study.endpoints.find(({ kind }) => kind === 'time');
  assert.ok(time);
  const [first] = sentencesOfEndpoint(time, study, endpoints, definitions);
  assert.deepEqual(first?.here, ['week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24']);
});

const span = { start: 0, end: 0 };
const pointAt = (at: string) => (at === '' ? ({ kind: 'here' } as const) : ({ kind: 'named', name: at } as const));

/** "B, C at week 8": a condition that refers to these. */
const referring = (to: string): Condition => ({
  kind: 'and',
  terms: to
    .split(', ')
    .filter((each) => each !== '')
    .map((each) => {
      const [definition = '', at = ''] = each.split(' at ');
      return { kind: 'reference', definition, point: pointAt(at), span } as const;
    }),
  span,
});

test('each definition is asked once at a point, and here only by references without one', () => {
  const rows = [
    ['A', { A: 'B, B', B: '' }, ['A@here', 'B@here'], ['A', 'B']],
    [
      'A',
      { A: 'B, B at week 8', B: 'C', C: '' },
      ['A@here', 'B@here', 'C@here', 'B@week 8', 'C@week 8'],
      ['A', 'B', 'C'],
    ],
    ['A', { A: 'B at week 8', B: 'C', C: '' }, ['A@here', 'B@week 8', 'C@week 8'], ['A']],
    ['A', { A: 'A' }, ['A@here', 'A@here'], ['A', 'A']],
    ['A', { A: 'B', B: 'A' }, ['A@here', 'B@here', 'A@here'], ['A', 'B', 'A']],
    ['A', { A: 'B' }, ['A@here'], ['A']],
  ] as const;
  for (const [from, rules, reached, open] of rows) {
    const named = new Map(Object.entries(rules).map(([id, to]) => [id, referring(to)]));
    const nameOf = (formula: unknown): string => [...named].find(([, each]) => each === formula)?.[0] ?? '';
    const start = named.get(from);
    assert.ok(start);
    const asked = askedAt(start, ['here'], named).map(({ formula, here }) => `${nameOf(formula)}@${here.join()}`);
    assert.deepEqual(asked, reached);
    assert.deepEqual(askedHere(start, named).map(nameOf), open);
  }
});

test('the visits of an endpoint: that of the analyses first; a time has none of its own', () => {
  const value = study.endpoints.find(({ id }) => id === 'sledai-change');
  const time = study.endpoints.find(({ kind }) => kind === 'time');
  assert.ok(value?.kind === 'value' && time);
  assert.deepEqual(visitsAsked(value), ['week 24']);
  const further = { ...value, 'also at': ['week 4', 'week 12'] };
  assert.deepEqual(visitsAsked(further), ['week 24', 'week 4', 'week 12']);
  assert.deepEqual(sentencesOfEndpoint(further, study, endpoints, definitions)[0]?.here, [
    'week 24',
    'week 4',
    'week 12',
  ]);
  assert.deepEqual(visitsAsked(time), []);
});

test('the rules on safety ask at their visits; without visits, at the points that they name', () => {
  const rule = 'action: stop treatment';
  const safety = `safety:
  rules:
    - { id: S1, title: One, rule: creatinine > 3 mg/dL, at: [week 4, week 8], ${rule} }
    - { id: S2, title: Two, rule: pregnant at screening, ${rule} }
  stopping:
    - { id: T1, title: Three, event: creatinine > 3 mg/dL, at: week 4, participants: 2, action: stop the trial }
`;
  const read = readDefinition(withSections(text, safety));
  assert.ok(isDefinition(read));
  const { safetyRules, stoppingRules } = readSentences(read.definition, lexiconOf(read.definition));
  assert.deepEqual(
    sentencesOfSafety(read.definition, safetyRules, stoppingRules).map(({ id, here, path }) => [id, here, path]),
    [
      ['S1', ['week 4', 'week 8'], ['safety', 'rules', 0, 'at']],
      ['S2', [], ['safety', 'rules', 1, 'at']],
      ['T1', ['week 4'], ['safety', 'stopping', 0, 'at']],
    ],
  );
  assert.deepEqual(sentencesOfSafety(study, new Map(), new Map()), []);
});
