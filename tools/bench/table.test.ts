import assert from 'node:assert/strict';
import test from 'node:test';
import { layOut } from './table.ts';

test('measurements stand in columns, the ratio is ours over the peer', () => {
  const lines = layOut([
    { what: 'fold of 1e6 events', unit: 'ms', ours: 123.4, peer: { name: 'R 4.5', value: 246.8 } },
    { what: 'parse', unit: 'µs', ours: 0.5 },
  ]);
  assert.deepEqual(lines, [
    'what                ours      peer          ratio',
    'fold of 1e6 events  123 ms    247 ms R 4.5  0.500',
    'parse               0.500 µs  –             –',
  ]);
});
