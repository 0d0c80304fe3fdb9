import assert from 'node:assert/strict';
import test from 'node:test';
import { answeredSheets } from './answered-sheets.ts';

const answers = (sheet: Readonly<Record<string, string>>): string => Object.values(sheet).join('');

/** Best and worst answers by the direction of each item in ware1994 and hays1993. */
test('each sheet answers the 36 items in their order', () => {
  for (const sheet of Object.values(answeredSheets))
    assert.deepEqual(
      Object.keys(sheet),
      Array.from({ length: 36 }, (_, index) => `sf36.${index + 1}`),
    );
  assert.equal(answers(answeredSheets.Q1), '113333333333222222211116611661655151');
  assert.equal(answers(answeredSheets.Q2), '551111111111111111156561166116111515');
  assert.equal(answers(answeredSheets.Q3), '322332323233212122123235433542443243');
});
