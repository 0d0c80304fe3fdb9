import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const judgements = (of: string) => {
  const { study, findings } = readStudy(of);
  assert.ok(study, JSON.stringify(findings));
  return study.judgements;
};

test('each question in quotes is asked at the visits where a sentence needs it, once', () => {
  assert.deepEqual(judgements(text), [
    { text: 'able and willing to comply with the study', visits: ['screening'] },
    {
      text: 'severe and uncontrolled disease of the heart, nervous system, lung, liver, endocrine or digestive system',
      visits: ['screening'],
    },
    { text: 'major surgery needed during the study at an unacceptable risk', visits: ['screening'] },
    { text: 'live vaccine expected during the study', visits: ['screening'] },
    {
      text: 'other indicator of deterioration',
      visits: ['week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24'],
    },
  ]);
});

test('the same words at two visits are one question at both, in the order of the visits', () => {
  const twice = edited(
    text,
    'rule: SLEDAI-2K at screening >= 6',
    'rule: judged "other indicator of deterioration" at screening',
  );
  assert.deepEqual(judgements(twice).find(({ text: asked }) => asked.startsWith('other'))?.visits, [
    'screening',
    'week 4',
    'week 8',
    'week 12',
    'week 16',
    'week 20',
    'week 24',
  ]);
});

test('rules on safety, stopping rules and strata ask too', () => {
  const safety = `safety:
  rules:
    - { id: S1, title: One, rule: judged "too ill to go on", at: [week 4, week 8], action: stop treatment }
  stopping:
    - { id: T1, title: Two, event: judged "harmed by the product", at: week 24, participants: 2, action: stop the trial }
`;
  const strata = '  strata: [{ id: frail, title: Frail, rule: judged "frail" at screening }]\n';
  const asked = judgements(edited(withSections(text, safety), '  assumes: [A-18]\n', `${strata}  assumes: [A-18]\n`));
  const visitsOf = (question: string) => asked.find((each) => each.text === question)?.visits;
  assert.deepEqual(visitsOf('too ill to go on'), ['week 4', 'week 8']);
  assert.deepEqual(visitsOf('harmed by the product'), ['week 24']);
  assert.deepEqual(visitsOf('frail'), ['screening']);
});
