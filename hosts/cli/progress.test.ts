import assert from 'node:assert/strict';
import test from 'node:test';
import { openProgress } from './progress.ts';

const written: string[] = [];
const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) });
const rows = (count: number): string => 'a\n'.repeat(count);

test('progress is told on a terminal, of more than 10,000 rows', () => {
  assert.equal(openProgress(rows(10_000), stream(true)), undefined);
  assert.equal(openProgress(rows(10_001), stream(false)), undefined);
  assert.equal(openProgress('', stream(true)), undefined);
  openProgress(rows(10_001), stream(true))?.(10_000);
  assert.deepEqual(written, ['\r10000 rows …\r']);
});
