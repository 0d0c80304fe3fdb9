import assert from 'node:assert/strict';
import test from 'node:test';
import { resultsCsv, tableCsv, wordsCsv } from './table-csv.ts';

test('a table is written as it is printed', () => {
  const figure = (value: string) => ({ id: value, label: value, value, rests: [] });
  const table = {
    id: 't',
    title: 'T',
    columns: ['cells', 'il-2'],
    rows: [{ label: 'responders, all', cells: [figure('3 of 4 (75.0%)'), figure('"none"')] }],
  };
  assert.equal(tableCsv(table), ',cells,il-2\r\n"responders, all",3 of 4 (75.0%),"""none"""\r\n');
});

test('numbers keep all of their digits, and small ones their power of ten', () => {
  const row = { table: 't', row: '=1', figure: 'f', quantity: 'p', shown: '<0.0001' };
  assert.equal(
    resultsCsv([
      { ...row, number: 1 / 3 },
      { ...row, number: 1e-12 },
      { ...row, number: -2 },
    ]),
    [
      'table,row,figure,quantity,number,shown',
      "t,'=1,f,p,0.3333333333333333,<0.0001",
      "t,'=1,f,p,1e-12,<0.0001",
      "t,'=1,f,p,-2,<0.0001",
      '',
    ].join('\r\n'),
  );
});

test('what a spreadsheet would compute is kept as text', () => {
  assert.equal(wordsCsv(['a'], [['=cmd()'], ['-1'], ['x']]), "a\r\n'=cmd()\r\n'-1\r\nx\r\n");
});
