import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { openCsv } from './csv.ts';
import { openScratch, tell } from './given.ts';

const scratch = openScratch('analyse');
after(scratch.remove);

const run = scratch.at('run');
const place = scratch.at('report');
const rehearsed = await tell(['rehearse', 'nct05631717', '--seed', '5', '--participants', '8', '--out', run]);
const analysed = await tell(['analyse', run, '--out', place]);
const read = (file: string): string => readFileSync(`${place}/${file}`, 'utf8');
const files = (folder: string): readonly string[] => readdirSync(`${place}/${folder}`).toSorted();

const rowsOf = (file: string): readonly (readonly string[])[] => {
  const next = openCsv(read(file));
  const rows: (readonly string[])[] = [];
  for (let row = next(); row !== undefined; row = next()) rows.push(row.cells);
  return rows;
};

test('a run becomes a report folder', () => {
  assert.deepEqual([rehearsed.code, analysed.code], [0, 0]);
  assert.deepEqual(files(''), [
    'contents.json',
    'data',
    'figures',
    'report.html',
    'report.pdf',
    'results.csv',
    'tables',
  ]);
  assert.match(analysed.out, /report of \d+ events, written to/);
});

test('the page is that of the run folder', () =>
  assert.equal(read('report.html'), readFileSync(`${run}/report.html`, 'utf8')));

test('the document for paper is a PDF that says whose it is', () => {
  const bytes = readFileSync(`${place}/report.pdf`);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.match(bytes.toString('latin1'), /\/Lang \(en\)/);
});

test('every figure is there as a picture and as numbers', () => {
  const pictures = files('figures').filter((name) => name.endsWith('.svg'));
  assert.ok(pictures.length > 5);
  for (const name of pictures.filter((each) => each !== 'flow.svg'))
    assert.ok(rowsOf(`figures/${name.replace('.svg', '.csv')}`).length > 1, name);
});

test('numbers of results are numbers, and stand in the table that they name', () => {
  const [head, ...rows] = rowsOf('results.csv');
  assert.deepEqual(head, ['table', 'row', 'figure', 'quantity', 'number', 'shown']);
  assert.ok(rows.length > 200);
  for (const [table = '', , , , number = ''] of rows) {
    assert.ok(Number.isFinite(Number(number)) && number !== '', number);
    assert.ok(files('tables').includes(`${table}.csv`), table);
  }
});

test('each table has as many cells in a row as in its head or fewer', () => {
  for (const name of files('tables')) {
    const [head = [], ...rows] = rowsOf(`tables/${name}`);
    assert.ok(rows.length > 0, name);
    for (const row of rows) assert.ok(row.length <= head.length, name);
  }
});

test('data have a line for each participant, and a dictionary of every column', () => {
  assert.equal(rowsOf('data/participants.csv').length, 8 + 1);
  const described = new Set(rowsOf('data/dictionary.csv').map(([set, column]) => `${set}/${column}`));
  for (const name of files('data').filter((each) => each !== 'dictionary.csv'))
    for (const column of rowsOf(`data/${name}`)[0] ?? [])
      assert.ok(described.has(`${name.replace('.csv', '')}/${column}`), `${name} ${column}`);
});

test('the contents name every file with its hash', () => {
  const { sha256, report, kind } = JSON.parse(read('contents.json'));
  assert.deepEqual([report, kind], ['nct05631717', 'final']);
  for (const [file, hash] of Object.entries(sha256))
    assert.equal(
      createHash('sha256')
        .update(readFileSync(`${place}/${file}`))
        .digest('hex'),
      hash,
      file,
    );
});

test('the same run gives the same bytes, and an earlier report is replaced', async () => {
  const before = read('contents.json');
  assert.equal((await tell(['analyse', run, '--out', place])).code, 0);
  assert.equal(read('contents.json'), before);
});

test('data for others hold no code of the study and go with a report that has them', async () => {
  const shared = scratch.at('shared');
  assert.equal((await tell(['analyse', run, '--out', shared, '--share'])).code, 0);
  const codes = rowsOf('data/participants.csv')
    .slice(1)
    .map(([code]) => code);
  const people = readFileSync(`${shared}/share/participants.csv`, 'utf8');
  for (const code of codes) assert.ok(!people.includes(`\n${code},`));
  assert.match(people, /\nP\d{3},/);
  assert.doesNotMatch(people, /nanjing/);
});

test('a file of somebody in the folder is not lost', async () => {
  writeFileSync(`${place}/notes.txt`, 'mine');
  const { code, err } = await tell(['analyse', run, '--out', place]);
  assert.equal(code, 2);
  assert.match(err, /holds something else; nothing was written/);
  assert.equal(read('notes.txt'), 'mine');
});

test('what is no run is refused, and a log that was changed too', async () => {
  const none = await tell(['analyse', scratch.makeFolder('empty'), '--out', scratch.at('none')]);
  assert.equal(none.code, 2);
  assert.match(none.err, /study.yaml was not read/);
  const log = readFileSync(`${run}/log.ndjson`, 'utf8');
  writeFileSync(`${run}/log.ndjson`, log.replace('"nanjing"', '"beijing"'));
  const broken = await tell(['analyse', run, '--out', scratch.at('none')]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /log.ndjson is broken at line \d+/);
});
