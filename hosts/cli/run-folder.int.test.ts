import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import test, { after } from 'node:test';
import { derivedNames } from './derived-files.ts';
import { openScratch } from './given.ts';
import { readRunMark, writeRunFolder } from './run-folder.ts';

const scratch = openScratch('run-folder');
after(scratch.remove);
const mark = JSON.stringify({ trial: 'nct05631717', seed: 7, start: '2026-01-05' });
const files = new Map([
  ['run.json', mark],
  ['log.ndjson', 'one\n'],
]);
const hidden = (): readonly string[] => readdirSync(scratch.folder).filter((name) => name.startsWith('.'));

test('all files are written, into folders that need not be there', () => {
  const place = scratch.at('new', 'deeper', 'run');
  assert.equal(writeRunFolder(place, files), undefined);
  assert.deepEqual(readdirSync(place).sort(), ['log.ndjson', 'run.json']);
  assert.deepEqual(readRunMark(place), { trial: 'nct05631717', seed: 7, start: '2026-01-05' });
});

test('an empty folder is taken, and so is an earlier run', () => {
  const place = scratch.makeFolder('taken');
  assert.equal(writeRunFolder(place, files), undefined);
  assert.equal(writeRunFolder(place, new Map([...files, ['log.ndjson', 'two\n']])), undefined);
  assert.equal(readFileSync(`${place}/log.ndjson`, 'utf8'), 'two\n');
  assert.deepEqual(hidden(), []);
});

test('an earlier run that had fewer files is taken, and so is one with all that follow from a log', () => {
  const place = scratch.makeFolder('fuller');
  const fuller = new Map([...files, ...derivedNames.map((name) => [name, name] as const)]);
  for (const written of [files, fuller, fuller]) assert.equal(writeRunFolder(place, written), undefined);
  assert.deepEqual(readdirSync(place).sort(), [...fuller.keys()].sort());
  assert.deepEqual(writeRunFolder(place, files), { occupied: place }, 'nothing is lost that is not written again');
});

/** What lies in the folder that was named; each is left as it was. */
const occupied: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['files of somebody', { 'letter.txt': 'dear' }],
  ['files of the same names without a mark', { 'log.ndjson': 'mine' }],
  ['an earlier run with a file of somebody', { 'run.json': mark, 'notes.txt': 'mine' }],
  ['a run.json of another program', { 'run.json': '{"scripts":{}}' }],
  ['a run.json that is no JSON', { 'run.json': 'hello' }],
];

for (const [index, [what, content]] of occupied.entries())
  test(`${what}: left alone`, () => {
    const place = scratch.makeFolder(`occupied-${index}`);
    for (const [name, text] of Object.entries(content)) scratch.write(`occupied-${index}/${name}`, text);
    assert.deepEqual(writeRunFolder(place, files), { occupied: place });
    assert.deepEqual(readdirSync(place).sort(), Object.keys(content).sort());
    for (const [name, text] of Object.entries(content)) assert.equal(readFileSync(`${place}/${name}`, 'utf8'), text);
    assert.equal(readRunMark(place) === undefined, content['run.json'] !== mark);
  });

test('a file stands at the place, or above it', () => {
  const file = scratch.write('file', 'mine');
  assert.deepEqual(writeRunFolder(file, files), { occupied: file });
  const answer = writeRunFolder(`${file}/run`, files);
  assert.ok(answer !== undefined && 'unwritable' in answer);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
});

test('a write that fails midway leaves neither the folder nor a half of it', () => {
  const place = scratch.at('half');
  const answer = writeRunFolder(place, new Map([...files, ['log.ndjson/below', 'x']]));
  assert.ok(answer !== undefined && 'unwritable' in answer);
  assert.ok(!existsSync(place));
  assert.deepEqual(hidden(), []);
});

test('a write that fails midway leaves the earlier run as it was', () => {
  const place = scratch.at('earlier');
  writeRunFolder(place, files);
  writeRunFolder(
    place,
    new Map([
      ['run.json', 'new'],
      ['run.json/below', 'x'],
    ]),
  );
  assert.equal(readFileSync(`${place}/run.json`, 'utf8'), mark);
  assert.deepEqual(hidden(), []);
});

test('a link to nowhere is not written over', () => {
  symlinkSync(scratch.at('nowhere'), scratch.at('link'));
  const answer = writeRunFolder(scratch.at('link'), files);
  assert.ok(answer !== undefined && 'unwritable' in answer);
  assert.equal(readlinkSync(scratch.at('link')), scratch.at('nowhere'));
  assert.deepEqual(hidden(), []);
});

test('where there is no run there is no mark', () => {
  assert.equal(readRunMark(scratch.at('missing')), undefined);
  assert.equal(readRunMark(scratch.folder), undefined);
});
