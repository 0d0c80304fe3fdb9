import assert from 'node:assert/strict';
import test from 'node:test';
import { bindColumns, rowsInBlock, wordsInBlock } from './block.ts';
import { type Column, type ColumnAnswer, emptyColumn, setAnswer } from './column.ts';
import { compileColumns } from './compile-columns.ts';
import { libraryOf } from './given.ts';

const sentence = 'SLEDAI-2K at screening >= 6 and reached consent';
const library = libraryOf([sentence, 'reached consent']);
const program = compileColumns(library);

const filled = (rows: number, answers: (name: string, row: number) => ColumnAnswer) => {
  const columns = new Map<string, Column>();
  for (const parameter of library.parameters) {
    const column = emptyColumn(parameter, rows);
    for (let row = 0; row < rows; row += 1) setAnswer(column, row, answers(parameter.name, row));
    columns.set(parameter.name, column);
  }
  return { rows, columns };
};

test('a block is computed in the same buffers, from its own rows', () => {
  const inSecond = (row: number): boolean => row >= rowsInBlock;
  const table = filled(2 * rowsInBlock, (name, row) => (name === 'reached consent' ? true : inSecond(row) ? 6 : 5));
  const bound = bindColumns(program, table);
  const signal = program.statements.get(sentence);
  assert(signal !== undefined);
  const found = bound.read(signal);
  bound.asked.fill(-1);
  const wordsOf = (plane: Int32Array): readonly number[] => [
    ...new Set(plane.subarray(found.from, found.from + wordsInBlock)),
  ];
  for (const [from, holds, fails] of [
    [0, 0, -1],
    [wordsInBlock, -1, 0],
    [0, 0, -1],
  ] as const) {
    bound.moveTo(from, wordsInBlock);
    for (const [step] of program.instructions.entries()) bound.take(step);
    assert.deepEqual([wordsOf(found.holds), wordsOf(found.fails)], [[holds], [fails]]);
  }
});

test('a truth that the table holds is read where the block stands', () => {
  const table = filled(2 * rowsInBlock, (name, row) =>
    name === 'reached consent' && row === rowsInBlock ? true : null,
  );
  const columns = new Map([...table.columns].filter(([name]) => name === 'reached consent'));
  const only = compileColumns(libraryOf(['reached consent', 'not reached consent']));
  const bound = bindColumns(only, { rows: table.rows, columns });
  const [yes, no] = ['reached consent', 'not reached consent'].map((name) => {
    const signal = only.statements.get(name);
    assert(signal !== undefined);
    return bound.read(signal);
  });
  assert(yes !== undefined && no !== undefined);
  bound.moveTo(wordsInBlock, wordsInBlock);
  assert.deepEqual([yes.holds[yes.from], yes.fails[yes.from], no.holds[no.from], no.fails[no.from]], [1, 0, 0, 1]);
});

const broken: readonly (readonly [what: string, run: () => unknown, message: RegExp])[] = [
  [
    'a column that is missing',
    () => bindColumns(program, { rows: 1, columns: new Map() }),
    /none for SLEDAI-2K at scr/,
  ],
  [
    'a number asked of a column of truths',
    () => {
      const { columns } = filled(1, () => null);
      const truth = columns.get('reached consent');
      assert(truth !== undefined);
      return bindColumns(program, { rows: 1, columns: new Map([...columns, ['SLEDAI-2K at screening', truth]]) });
    },
    /SLEDAI-2K at screening holds no numbers/,
  ],
  [
    'a truth asked of a column of numbers',
    () => {
      const { columns } = filled(1, () => null);
      const number = columns.get('SLEDAI-2K at screening');
      assert(number !== undefined);
      return bindColumns(program, { rows: 1, columns: new Map([...columns, ['reached consent', number]]) });
    },
    /reached consent holds no truth/,
  ],
  [
    'a step that is not there',
    () =>
      bindColumns(
        program,
        filled(1, () => null),
      ).read({ kind: 'computed', step: 9, negated: false }),
    /no step 9/,
  ],
];
for (const [what, run, message] of broken) test(`broken: ${what}`, () => assert.throws(run, message));
