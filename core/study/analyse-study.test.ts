import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { analyseStudy } from './analyse-study.ts';
import { readStudy } from './compile-study.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');

const analysed = (edit: (text: string) => string) => {
  const { study, findings } = readStudy(edit(text));
  assert.ok(study, JSON.stringify(findings));
  return analyseStudy(study);
};

test('the first trial: no criterion contradicts, repeats or is empty', () =>
  assert.deepEqual(analysed((same) => same).relations, []));

/** S002-15 and S002-17 of the record: PR has no rule for normal urine protein, and does not exclude CR. */
test('the first trial: the cells of its response', () => {
  const [response] = analysed((same) => same).responses;
  assert.deepEqual([response?.response, response?.at, response?.table.complete], ['renal-response', 'week 24', true]);
  const verdicts = response?.table.cells.map(({ truths, verdict }) => `${truths.join(' ')}: ${verdict}`).toSorted();
  assert.deepEqual(verdicts, [
    'false false: none',
    'false true: one level',
    'false unknown: no rule',
    'true false: one level',
    'true true: several levels',
    'true unknown: one level',
  ]);
});

test('a criterion that repeats another in other units is found', () => {
  const { relations } = analysed((same) =>
    same.replace('creatinine at screening > 0 mg/dL', 'SLEDAI-2K at screening >= 2'),
  );
  assert.deepEqual(relations, [{ relation: 'implied by', criteria: ['I8', 'I3'] }]);
});

test('a criterion that nobody can pass beside another is found', () => {
  const { relations } = analysed((same) =>
    same.replace('creatinine at screening > 0 mg/dL', 'SLEDAI-2K at screening < 6'),
  );
  assert.deepEqual(relations, [{ relation: 'nobody passes', criteria: ['I3', 'I8'] }]);
});

test('a response has a table for each visit at which it is asked', () => {
  const at = '    at least: PR\n    at: week 24\n';
  const { responses } = analysed((same) => same.replace(at, `${at}    also at: [week 12]\n`));
  assert.deepEqual(
    responses.map((each) => each.at),
    ['week 24', 'week 12'],
  );
});
