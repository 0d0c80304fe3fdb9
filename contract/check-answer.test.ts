import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checkAnswer, checkAnswerSchema } from './check-answer.ts';

test('the published schema is that of the code', () =>
  assert.deepEqual(
    JSON.parse(readFileSync(new URL('check.schema.json', import.meta.url), 'utf8')),
    JSON.parse(JSON.stringify(checkAnswerSchema())),
    'run node tools/schema.ts',
  ));

const sound = { file: 'study.yaml', valid: true, findings: [], questions: [] };
const finding = { severity: 'error', line: 1, column: 1, path: '', what: 'wrong', expected: [] };

/** An answer, whether it is one. */
const rows: readonly (readonly [string, unknown, boolean])[] = [
  ['nothing found', sound, true],
  ['an error', { ...sound, valid: false, findings: [finding] }, true],
  ['a place before the first line', { ...sound, findings: [{ ...finding, line: 0 }] }, false],
  ['an unknown severity', { ...sound, findings: [{ ...finding, severity: 'fatal' }] }, false],
  ['no questions', { file: 'x', valid: true, findings: [] }, false],
  ['a member of another kind', { ...sound, note: 'x' }, false],
];
for (const [name, value, expected] of rows)
  test(name, () => assert.equal(checkAnswer.safeParse(value).success, expected));
