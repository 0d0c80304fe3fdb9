import assert from 'node:assert/strict';
import test from 'node:test';
import { readLines, writeLines } from './lines.ts';
import { fillLog } from './log.contract.ts';
import { openMemoryLog } from './memory-log.ts';

const log = fillLog(openMemoryLog(), 12);
const text = writeLines(log.all());

test('one canonical line for each envelope', () => {
  assert.equal(text.split('\n').length, 13);
  assert.match(text, /^\{"actor":\{"id":"u1","role":"investigator"\},"at":\{"date":"2026-03-02",.*\}\n/);
});

test('what was written reads back', () => assert.deepEqual(readLines(text, log.head()), log.all()));

test('nothing reads back as nothing', () => assert.deepEqual(readLines(writeLines([])), []));

test('a broken log is not read', () => {
  const read = readLines(text.replace('entry 3', 'entry 4'));
  assert.ok('problem' in read);
  assert.deepEqual([read.problem, read.position], ['content differs from its hash', 4]);
});

test('a cut log is not read where a seal is at hand', () => {
  const cut = writeLines(log.all().slice(0, 5));
  const read = readLines(cut, log.head());
  assert.ok('problem' in read && read.problem === 'tail is missing');
});
