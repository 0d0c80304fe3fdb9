import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, withSections } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { intercurrentId, isSentence, writtenSentences } from './written-sentences.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const written = (of: string) => {
  const read = readDefinition(of);
  assert.ok(isDefinition(read));
  return writtenSentences(read.definition);
};

test('the sentences of the trial: those of criteria name their points, the others may leave them open', () => {
  const { criteria, definitions, endpoints, strata, safetyRules, stoppingRules } = written(text);
  assert.equal(criteria.length, 18);
  assert.ok(criteria.every(({ isOpen }) => !isOpen));
  assert.deepEqual(
    definitions.map(({ id, isOpen }) => [id, isOpen]),
    ['urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline', 'CR', 'PR'].map((id) => [id, true]),
  );
  assert.equal(endpoints.length, 9, 'a response has no sentence of its own');
  assert.deepEqual([...strata, ...safetyRules, ...stoppingRules], []);
});

test('strata name their points; rules do where they are asked at no visit', () => {
  const safety = `safety:
  rules:
    - { id: S1, title: One, rule: creatinine > 3 mg/dL, at: [week 4], action: review }
    - { id: S2, title: Two, rule: pregnant at screening, action: review }
  stopping:
    - { id: T1, title: Three, event: had infection ever, participants: 2, action: stop the trial }
`;
  const strata = '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n';
  const all = written(edited(withSections(text, safety), '  assumes: [A-18]\n', `${strata}  assumes: [A-18]\n`));
  assert.deepEqual(
    [...all.strata, ...all.safetyRules, ...all.stoppingRules].map(({ id, path, isOpen }) => [
      id,
      path.join('.'),
      isOpen,
    ]),
    [
      ['heavy', 'allocation.strata.0.rule', false],
      ['S1', 'safety.rules.0.rule', true],
      ['S2', 'safety.rules.1.rule', false],
      ['T1', 'safety.stopping.0.event', false],
    ],
  );
});

test('sentences of estimands leave their points open; those of the population per protocol name them', () => {
  const stop = 'kinds: [treatment discontinued], strategy: treatment policy';
  const rule = 'rule: received rituximab from baseline to this visit, strategy: composite';
  const per =
    'populations: { per protocol: { deviations: [], conditions: [{ id: c, title: C, rule: PGA at week 4 > 2 }] } }';
  const all = written(edited(edited(text, stop, rule), 'assumptions:\n', `${per}\n\nassumptions:\n`));
  assert.deepEqual(
    [...all.intercurrent, ...all.perProtocol].map(({ id, path, isOpen }) => [id, path.join('.'), isOpen]),
    [
      ['response/0', 'endpoints.0.estimand.intercurrent events.0.rule', true],
      ['c', 'populations.per protocol.conditions.0.rule', false],
    ],
  );
  assert.equal(intercurrentId('response', 0), 'response/0');
});

test('where a sentence stands', () => {
  const rows = [
    [['eligibility', 'include', 0, 'rule'], true],
    [['safety', 'stopping', 0, 'event'], true],
    [['endpoints', 0, 'estimand', 'intercurrent events', 0, 'event'], false],
    [['title'], false],
  ] as const;
  for (const [path, expected] of rows) assert.equal(isSentence(path), expected, path.join('.'));
});
