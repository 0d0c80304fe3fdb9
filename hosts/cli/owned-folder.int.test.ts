import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import test, { after } from 'node:test';
import { openScratch } from './given.ts';
import { sayFolderProblem, writeOwnedFolder } from './owned-folder.ts';

const scratch = openScratch('owned-folder');
after(scratch.remove);
const files = new Map<string, string | Uint8Array>([
  ['mark', 'ours'],
  ['a/b/deep.csv', 'x'],
  ['bytes.pdf', Uint8Array.of(37, 80, 68, 70)],
]);
const isMarked = (place: string): boolean => existsSync(`${place}/mark`);

test('files in folders of folders, words and bytes', () => {
  const place = scratch.at('deep');
  assert.equal(writeOwnedFolder(place, files, isMarked), undefined);
  assert.equal(readFileSync(`${place}/a/b/deep.csv`, 'utf8'), 'x');
  assert.deepEqual([...readFileSync(`${place}/bytes.pdf`)], [37, 80, 68, 70]);
});

test('what was written earlier is replaced, also what is written no longer, where it is known as ours', () => {
  const place = scratch.at('again');
  writeOwnedFolder(place, files, isMarked);
  const fewer = new Map([['mark', 'ours']]);
  assert.deepEqual(writeOwnedFolder(place, fewer, isMarked), { occupied: place });
  assert.equal(
    writeOwnedFolder(place, fewer, isMarked, (file) => files.has(file)),
    undefined,
  );
  assert.deepEqual(readdirSync(place), ['mark']);
});

test('a file of somebody in a folder of ours keeps the whole folder', () => {
  const place = scratch.at('mixed');
  writeOwnedFolder(place, files, isMarked);
  scratch.write('mixed/a/b/notes.txt', 'mine');
  assert.deepEqual(writeOwnedFolder(place, files, isMarked), { occupied: place });
  assert.equal(readFileSync(`${place}/a/b/notes.txt`, 'utf8'), 'mine');
});

test('a link in a folder of ours is a file of somebody', () => {
  const place = scratch.at('linked');
  writeOwnedFolder(place, files, isMarked);
  symlinkSync(scratch.folder, `${place}/link`);
  assert.deepEqual(writeOwnedFolder(place, files, isMarked), { occupied: place });
});

test('why a folder was not written, in words', () => {
  assert.match(sayFolderProblem({ occupied: '/x' }, 'x'), /^\/x holds something else; nothing was written$/);
  assert.equal(sayFolderProblem({ unwritable: 'no room' }, 'x'), 'x was not written: no room');
});
