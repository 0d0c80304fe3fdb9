import assert from 'node:assert/strict';
import test from 'node:test';
import { type ColumnAnswer, type ColumnTable, emptyColumn, setAnswer } from '#core/criteria/columns/column.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import { readAnswer } from './read-answer.ts';
import { readTrialRules } from './trial-rules.ts';

const parameters = readTrialRules().flatMap(({ library }) => library.parameters);
const firstOf = (type: ElmParameter['type']): ElmParameter => {
  const found = parameters.find((parameter) => parameter.type === type);
  assert(found !== undefined, type);
  return found;
};

const level = firstOf('String');
assert(level.type === 'String');
const rows: readonly (readonly [of: ElmParameter, answers: readonly ColumnAnswer[]])[] = [
  [firstOf('Integer'), [0, null, 12_000, -5]],
  [firstOf('Boolean'), [true, null, false, true]],
  [level, [level.levels[0] ?? '', null, level.levels[1] ?? '', null]],
];

for (const [parameter, answers] of rows)
  test(`what was written into a column of ${parameter.type} is read again, also what is not known`, () => {
    const column = emptyColumn(parameter, answers.length);
    for (const [row, answer] of answers.entries()) setAnswer(column, row, answer);
    const table: ColumnTable = { rows: answers.length, columns: new Map([[parameter.name, column]]) };
    assert.deepEqual(
      answers.map((_, row) => readAnswer(table, parameter.name, row)),
      answers,
    );
  });

test('a parameter without a column is refused by name', () => {
  assert.throws(() => readAnswer({ rows: 0, columns: new Map() }, 'age at consent', 0), /no column for age at consent/);
});
