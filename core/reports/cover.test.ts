import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { openQuestions } from './cover.ts';

const study = shipped('nct05631717');
const withQuestions = (questions: typeof study.definition.questions) =>
  openQuestions({ ...study, definition: { ...study.definition, questions } });

test('the gravest first, in the order of the study within one severity; what was answered is not asked', () => {
  const ask = 'Which?';
  assert.deepEqual(
    withQuestions([
      { id: 'a', severity: 'information', ask },
      { id: 'b', severity: 'warning', ask, assumption: 'A-01' },
      { id: 'c', severity: 'error', ask, answer: 'This one' },
      { id: 'd', severity: 'error', ask },
      { id: 'e', severity: 'warning', ask },
    ]).map(({ id, assumption }) => [id, assumption]),
    [
      ['d', undefined],
      ['b', 'A-01'],
      ['e', undefined],
      ['a', undefined],
    ],
  );
});

test('a shipped trial has open questions, each with an assumption', () => {
  const questions = openQuestions(study);
  assert.ok(questions.length > 10);
  for (const { id, assumption } of questions) assert.ok(assumption !== undefined, id);
});
