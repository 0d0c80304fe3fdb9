import assert from 'node:assert/strict';
import test from 'node:test';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { healthyNumbers, resting, visit } from './given.ts';
import { isAssessed, readAssessment } from './read-assessment.ts';

const values = (written: Readonly<Record<string, string>>) => [...readAssessment(visit(written)).values];

/** Codes of the form (isenberg2005): not present 0, improving 1, same 2, worse 3, new 4. */
test('each kind of answer is read as the rules take it', () => {
  const rows = [
    ['BILAG.05', 'not present', [[5, 0]]],
    ['BILAG.05', 'improving', [[5, 1]]],
    ['BILAG.05', 'same', [[5, 2]]],
    ['BILAG.05', 'worse', [[5, 3]]],
    ['BILAG.05', 'new', [[5, 4]]],
    ['BILAG.95', 'new', [[95, 4]]],
    ['BILAG.05', 'not done', [[5, 'not done']]],
    ['BILAG.05', '2', [[5, 'unreadable']]],
    ['BILAG.88', 'yes', [[88, 'yes']]],
    ['BILAG.88', 'no', [[88, 'no']]],
    ['BILAG.88', 'maybe', [[88, 'unreadable']]],
    ['BILAG.81', '2', [[81, 2]]],
    ['BILAG.81', '4', [[81, 'unreadable']]],
    ['BILAG.83', '180 mg/mmol', [[83, exactly(rational(180))]]],
    ['BILAG.83', '180', [[83, 'unreadable']]],
    ['BILAG.98', 'new', []],
  ] as const;
  for (const [item, written, expected] of rows) assert.deepEqual(values({ [item]: written }), expected, written);
});

test('a number that is not due to lupus counts as absent; without an answer it is due to lupus', () => {
  const due = (answer: string) => values({ 'BILAG.83': '180 mg/mmol', 'BILAG.83.due-to-lupus': answer });
  assert.deepEqual(due('no'), [[83, 'no']]);
  assert.deepEqual(due('yes'), [[83, exactly(rational(180))]]);
  assert.deepEqual(due('not done'), [[83, exactly(rational(180))]]);
  assert.deepEqual(due('maybe'), [[83, 'unreadable']]);
  assert.deepEqual(values({ 'BILAG.81': '3', 'BILAG.81.due-to-lupus': 'no' }), [[81, 'no']]);
});

test('evidence for what was read, and what is missing of the rest', () => {
  const { evidence, missing } = readAssessment(
    visit({ 'BILAG.05': 'worse', 'BILAG.06': 'not done', 'BILAG.83.due-to-lupus': 'maybe', 'BILAG.88': 'perhaps' }),
  );
  assert.deepEqual(
    [...evidence],
    [[5, { record: 'now BILAG.05', what: 'BILAG.05', written: 'worse', date: '2026-05-18' }]],
  );
  assert.equal(missing.size, 96);
  const at = { point: 'now' } as const;
  assert.deepEqual(missing.get(6), { kind: 'item', item: 'BILAG.06', ...at, why: 'not done' });
  assert.deepEqual(missing.get(7), { kind: 'item', item: 'BILAG.07', ...at, why: 'not recorded' });
  const why = (written: string) => `"${written}" is none of yes, no`;
  assert.deepEqual(missing.get(83), { kind: 'unreadable', item: 'BILAG.83.due-to-lupus', ...at, why: why('maybe') });
  assert.deepEqual(missing.get(88), { kind: 'unreadable', item: 'BILAG.88', ...at, why: why('perhaps') });
});

test('a whole form is read without a gap', () => {
  const { values: read, missing } = readAssessment(visit(resting(healthyNumbers)));
  assert.equal(read.size, 97);
  assert.equal(missing.size, 0);
});

test('assessed: at least one of the 97 items, done', () => {
  const rows = [
    [{}, false],
    [{ 'BILAG.05': 'not done' }, false],
    [{ 'BILAG.before.renal': 'yes' }, false],
    [{ 'BILAG.83.due-to-lupus': 'no' }, false],
    [{ 'SLEDAI-2K.rash': 'present' }, false],
    [{ 'BILAG.97': 'no' }, true],
    [{ 'BILAG.05': 'not done', 'BILAG.06': 'new' }, true],
  ] as const;
  for (const [written, expected] of rows) assert.equal(isAssessed(visit(written)), expected);
});

test('what is absent is evidence of nothing, and not missing', () => {
  const { values: read, evidence, missing } = readAssessment(visit({ 'BILAG.05': 'not present', 'BILAG.88': 'no' }));
  assert.deepEqual(
    [...read],
    [
      [5, 0],
      [88, 'no'],
    ],
  );
  assert.equal(evidence.size, 0);
  assert.equal(missing.size, 95);
});
