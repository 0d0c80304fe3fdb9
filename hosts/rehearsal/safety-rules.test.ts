import assert from 'node:assert/strict';
import test from 'node:test';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import { ruledAt, ruledOn } from './safety-rules.ts';

const rules = `safety:
  rules:
    - { id: stop, title: Stop, rule: creatinine > 200 umol/L, at: [week 1, week 2], action: stop treatment }
    - { id: pause, title: Pause, rule: UPCR >= 3 g/g, at: [week 1], action: interrupt treatment }
    - { id: look, title: Look, rule: weight > 20 kg, at: [week 1], action: review }
`;
const study = smallStudy(['eligibility:\n', `${rules}eligibility:\n`]);

/** What is found at week 1, and what the rules say of it. */
const rows: readonly (readonly [creatinine: string, protein: string, expected: string])[] = [
  ['80', '1.00', 'go on'],
  ['200', '2.99', 'go on'],
  ['201', '1.00', 'stop'],
  ['80', '3.00', 'interrupt'],
  ['201', '3.00', 'stop'],
  ['not done', '1.00', 'go on'],
  ['not done', '3.00', 'interrupt'],
  ['not done', 'not done', 'go on'],
];

const entry = (item: string, value: string, unit: string) =>
  value === 'not done' ? { item, value } : { item, value, unit };

const seenWith = (creatinine: string, protein: string, visit = 'week 1', of = study) => {
  const one = followedIn(of, 'drip');
  const items = [entry('creatinine', creatinine, 'umol/L'), entry('UPCR', protein, 'g/g')];
  one.clerk.act({ type: 'hold visit', visit, on: after(7) }, dayZero + 7);
  one.clerk.fill(visit, { id: 'kidney', items }, dayZero + 7);
  return one;
};

for (const [creatinine, protein, expected] of rows)
  test(`creatinine ${creatinine}, protein ${protein}: ${expected}`, () =>
    assert.equal(ruledAt(study, seenWith(creatinine, protein).clerk.state(), 'week 1'), expected));

test('a rule is asked at its visits alone, and of what was found there', () => {
  const bad = seenWith('500', '9.00', 'week 2').clerk.state();
  assert.equal(ruledAt(study, bad, 'week 2'), 'stop');
  assert.equal(ruledAt(study, bad, 'week 1'), 'go on');
  assert.equal(ruledAt(study, bad, 'week 4'), 'go on');
});

test('a study without rules goes on, whatever was found', () => {
  const one = seenWith('500', '9.00', 'week 1', smallStudy());
  assert.equal(ruledAt(smallStudy(), one.clerk.state(), 'week 1'), 'go on');
});

test('a rule without visits is asked at those that its sentence names', () => {
  const named = smallStudy([
    'eligibility:\n',
    'safety:\n  rules:\n    - { id: pause, title: Pause, rule: creatinine at week 1 > 200 umol/L, action: interrupt treatment }\neligibility:\n',
  ]);
  assert.equal(ruledAt(named, seenWith('201', '1.00', 'week 1', named).clerk.state(), 'week 1'), 'interrupt');
  assert.equal(ruledAt(named, seenWith('201', '1.00', 'week 1', named).clerk.state(), 'week 2'), 'go on');
  assert.equal(ruledAt(named, seenWith('80', '1.00', 'week 1', named).clerk.state(), 'week 1'), 'go on');
});

test('a stop lasts from its visit on, an interruption is of the day of its visit', () => {
  const [stopped, paused] = [seenWith('201', '1.00').clerk.state(), seenWith('80', '3.00').clerk.state()];
  const on = (days: number) => [ruledOn(study, stopped, after(days)), ruledOn(study, paused, after(days))];
  assert.deepEqual(on(6), ['go on', 'go on']);
  assert.deepEqual(on(7), ['stop', 'interrupt']);
  assert.deepEqual(on(8), ['stop', 'go on']);
});
