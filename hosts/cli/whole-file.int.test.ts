import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { openScratch } from './given.ts';
import { writeWholeFile } from './whole-file.ts';

const scratch = openScratch('whole-file');
after(scratch.remove);

test('a file is written, and replaced where it is named', () => {
  const path = scratch.at('a.csv');
  assert.equal(writeWholeFile(path, 'one'), undefined);
  assert.equal(writeWholeFile(path, 'two'), undefined);
  assert.equal(readFileSync(path, 'utf8'), 'two');
  assert.deepEqual(scratch.list(), ['a.csv']);
});

test('what is no file stays, and a folder that is not there is not made; nothing is left beside', () => {
  scratch.makeFolder('folder.csv');
  assert.equal(writeWholeFile(scratch.at('folder.csv'), 'x'), 'it is not a file');
  assert.match(writeWholeFile(scratch.at('missing', 'a.csv'), 'x') ?? '', /ENOENT/);
  assert.deepEqual(scratch.list(), ['a.csv', 'folder.csv']);
});
