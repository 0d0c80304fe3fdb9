import assert from 'node:assert/strict';
import test from 'node:test';
import type { ElmParameter } from '../translate/elm-parameter.ts';
import { type ColumnAnswer, emptyColumn, setAnswer } from './column.ts';
import { libraryOf } from './given.ts';
import { hasBit } from './plane.ts';

const library = libraryOf([
  'creatinine at screening <= 1.2 mg/dL',
  'urine-hCG at screening = negative',
  'reached consent',
]);
const parameter = (name: string): ElmParameter => {
  const found = library.parameters.find((each) => each.name === name);
  assert(found !== undefined, name);
  return found;
};
const [creatinine, hCG, consent] = ['creatinine at screening', 'urine-hCG at screening', 'reached consent'].map(
  parameter,
);
assert(creatinine !== undefined && hCG !== undefined && consent !== undefined);

test('numbers stand in whole words beside what is known of them', () => {
  const column = emptyColumn(creatinine, 33);
  assert(column.type === 'Integer');
  setAnswer(column, 32, 12_000n);
  setAnswer(column, 1, -3);
  setAnswer(column, 0, null);
  assert.equal(column.parts.length, 64);
  assert.deepEqual([...column.known], [0b10, 0b1]);
  assert.deepEqual([column.parts[0], column.parts[1], column.parts[32]], [0, -3, 12_000]);
});

test('a level is true of itself and false of the others; nothing known is neither', () => {
  const column = emptyColumn(hCG, 2);
  assert(column.type === 'String');
  setAnswer(column, 1, 'positive');
  setAnswer(column, 0, null);
  const said = [...column.levels].map(([level, { holds, fails }]) => [level, holds[0], fails[0]]);
  assert.deepEqual(said, [
    ['negative', 0, 0b10],
    ['positive', 0b10, 0],
  ]);
});

test('a truth is set in one of two planes', () => {
  const column = emptyColumn(consent, 3);
  assert(column.type === 'Boolean');
  setAnswer(column, 0, true);
  setAnswer(column, 1, false);
  const { holds, fails } = column.truth;
  assert.deepEqual(
    [0, 1, 2].map((row) => [hasBit(holds, row), hasBit(fails, row)]),
    [
      [true, false],
      [false, true],
      [false, false],
    ],
  );
});

const refused: readonly (readonly [of: ElmParameter, answer: ColumnAnswer, message: RegExp])[] = [
  [creatinine, 1.5, /1.5 is no whole number/],
  [creatinine, 2n ** 31n, /of at most 2147483647/],
  [creatinine, -(2n ** 31n), /of at most 2147483647/],
  [creatinine, Number.NaN, /NaN is no whole number/],
  [creatinine, true, /true is no Integer/],
  [hCG, 'maybe', /maybe is none of negative, positive/],
  [hCG, 1n, /1 is no String/],
  [consent, 'yes', /yes is no Boolean/],
];
for (const [of, answer, message] of refused)
  test(`${answer} is no answer to ${of.name}`, () =>
    assert.throws(() => setAnswer(emptyColumn(of, 1), 0, answer), message));
