import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { valueRows } from '#core/reports/value-rows.ts';
import { openCsv } from './csv.ts';
import { valuesCsv, writeCell } from './values-csv.ts';

/** A cell, and what is written: CSV injection as OWASP describes it. */
const cells: readonly (readonly [Parameters<typeof writeCell>[0], string])[] = [
  [{ words: 'CR' }, 'CR'],
  [{ words: '' }, ''],
  [{ words: '=1+1' }, "'=1+1"],
  [{ words: '+86 25' }, "'+86 25"],
  [{ words: '-5' }, "'-5"],
  [{ words: '@SUM(A1)' }, "'@SUM(A1)"],
  [{ words: '\t=1' }, "'\t=1"],
  [{ words: 'a=b' }, 'a=b'],
  [{ number: '-5' }, '-5'],
  [{ number: '-0.333333333333' }, '-0.333333333333'],
];

for (const [cell, written] of cells)
  test(`${JSON.stringify(cell)} is written ${JSON.stringify(written)}`, () => assert.equal(writeCell(cell), written));

const value: AnalysisValue = {
  endpoint: 'change',
  participant: '=cmd|x',
  arm: 'a, "b"',
  at: 'week 24',
  outcome: { kind: 'number', range: exactly(rational(-7, 2)) },
  reported: undefined,
  policy: 'observed',
  because: [],
  records: ['participant/001#1/x', 'participant/001#2/y z'],
  missing: [],
};

test('the table reads back: a line of names, and a line for each value', () => {
  const next = openCsv(valuesCsv(valueRows([value, value])));
  const [head, row, again, end] = [next(), next(), next(), next()];
  assert.equal(head?.cells.length, 26);
  const named = Object.fromEntries((head?.cells ?? []).map((name, index) => [name, row?.cells[index]]));
  assert.deepEqual(
    [named.participant, named.arm, named.value, named.records],
    ["'=cmd|x", 'a, "b"', '-3.5', 'participant/001#1/x participant/001#2/y z'],
  );
  assert.deepEqual(row?.cells, again?.cells);
  assert.equal(end, undefined);
});

test('without values there is the line of names alone', () => {
  assert.match(valuesCsv([]), /^participant,arm,arm received,[^\n]*records\r\n$/);
});
