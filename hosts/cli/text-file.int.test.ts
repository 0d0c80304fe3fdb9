import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openScratch } from './given.ts';
import { decodeStrictly, isUnread, readTextFile } from './text-file.ts';

const scratch = openScratch('text-file');
after(scratch.remove);

/** Bytes, and whether they are UTF-8 (Unicode 16.0, table 3-7). */
const rows: readonly (readonly [string, readonly number[], boolean])[] = [
  ['plain', [0x61, 0x0a], true],
  ['two bytes', [0xc3, 0xa9], true],
  ['four bytes', [0xf0, 0x9f, 0x98, 0x80], true],
  ['a byte alone', [0x61, 0xff], false],
  ['the start of two bytes', [0xc3], false],
  ['an overlong slash', [0xc0, 0xaf], false],
  ['a surrogate', [0xed, 0xa0, 0x80], false],
  ['above the last character', [0xf4, 0x90, 0x80, 0x80], false],
];

for (const [what, bytes, isText] of rows)
  test(`${what} ${isText ? 'is' : 'is not'} text`, () => {
    assert.equal(decodeStrictly(Uint8Array.from(bytes)) !== undefined, isText);
    const read = readTextFile(scratch.write('bytes', Uint8Array.from(bytes)));
    assert.deepEqual(isUnread(read) ? read.unread : 'text', isText ? 'text' : 'it is not UTF-8 text');
  });

test('a byte order mark is kept, so that nothing is hidden', () => {
  assert.equal(readTextFile(scratch.write('mark', '\ufeffa')), '\ufeffa');
});

test('what is no file says why', () => {
  for (const [path, why] of [
    [scratch.at('missing'), 'there is no such file'],
    [scratch.folder, 'it is a folder'],
    ['/dev/zero', 'it is a device'],
  ] as const)
    assert.deepEqual(readTextFile(path), { unread: why });
});
