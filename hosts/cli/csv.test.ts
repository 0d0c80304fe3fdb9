import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type CsvRow, countLineEnds, openCsv, writeCsvLine } from './csv.ts';

const rowsOf = (text: string): readonly CsvRow[] => {
  const next = openCsv(text);
  const rows: CsvRow[] = [];
  for (let row = next(); row !== undefined; row = next()) rows.push(row);
  return rows;
};

/** The rules of RFC 4180, one or two each. */
const readings: readonly (readonly [text: string, cells: readonly (readonly string[])[], lines: readonly number[]])[] =
  [
    ['', [], []],
    ['\n\n', [], []],
    ['a', [['a']], [1]],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['\uFEFFa,b', [['a', 'b']], [1]],
    ['a,', [['a', '']], [1]],
    [',', [['', '']], [1]],
    ['a\n\n\nb', [['a'], ['b']], [1, 4]],
    [
      'a,b\n,\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
      [1, 2],
    ],
    ['"a,b",c', [['a,b', 'c']], [1]],
    ['"say ""yes""",c', [['say "yes"', 'c']], [1]],
    [
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
      [1, 3],
    ],
    ['"a\r\nb"\r\nd', [['a\r\nb'], ['d']], [1, 3]],
    ['"",""', [['', '']], [1]],
    ['""""', [['"']], [1]],
    [' a , b ', [[' a ', ' b ']], [1]],
    ['a\rb,c', [['a\rb', 'c']], [1]],
  ];

for (const [text, cells, lines] of readings)
  test(`${JSON.stringify(text)} has ${cells.length} rows`, () => {
    const rows = rowsOf(text);
    assert.deepEqual(
      rows.map((row) => row.cells),
      cells,
    );
    assert.deepEqual(
      rows.map(({ line }) => line),
      lines,
    );
    for (const { problem, isOpen } of rows) assert.deepEqual([problem, isOpen], [undefined, false]);
  });

/** Quotes where they may not stand; the row is wrong, the next one is not. */
const faulty: readonly (readonly [text: string, what: string, at: number, isOpen: boolean, rows: number])[] = [
  ['a"b,c\nd,e', 'a quote inside a cell that does not begin with one', 0, false, 2],
  ['a, "b"\nd,e', 'a quote inside a cell that does not begin with one', 2, false, 2],
  ['a,"b"c\nd,e', 'text after a closing quote', 2, false, 2],
  ['a,"b\nd,e', 'a quote that never closes', 2, true, 1],
  ['"', 'a quote that never closes', 0, true, 1],
];

for (const [text, what, at, isOpen, count] of faulty)
  test(`${JSON.stringify(text)}: ${what}`, () => {
    const rows = rowsOf(text);
    assert.deepEqual(rows[0]?.problem, { what, at });
    assert.deepEqual([rows[0]?.isOpen, rows.length], [isOpen, count]);
    for (const row of rows.slice(1)) assert.deepEqual(row.cells, ['d', 'e']);
  });

test('each cell knows where it begins', () => {
  const text = '\uFEFFid,"a\nb",c\nd,,e';
  assert.deepEqual(
    rowsOf(text).map(({ at }) => at.map((offset) => text[offset] ?? 'end')),
    [
      ['i', '"', 'c'],
      ['d', ',', 'e'],
    ],
  );
});

test('what was written is read back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é') });
  const row = fc.array(cell, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      assert.deepEqual(
        rowsOf(rows.map(writeCsvLine).join('')).map(({ cells }) => cells),
        rows,
      );
    }),
  );
});

test('any text at all is read to its end, and a line of ten megabytes too', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') }), (text) => {
      for (const { cells, at } of rowsOf(text)) assert.equal(cells.length, at.length);
    }),
  );
  assert.equal(rowsOf('x'.repeat(10_000_000))[0]?.cells[0]?.length, 10_000_000);
});

test('line ends are counted up to an offset', () => {
  assert.deepEqual(
    [countLineEnds('a\nb\nc', 5), countLineEnds('a\nb\nc', 2), countLineEnds('a\nb\nc', 5, 2)],
    [2, 1, 1],
  );
});
