import assert from 'node:assert/strict';
import test from 'node:test';
import { layOut, listNotes } from './table.ts';

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

test('a ratio is never rounded to nothing', () => {
  const [, line] = layOut([{ what: 'screen', unit: 's', ours: 0.7, peer: { name: 'slow', value: 1400 } }]);
  assert.equal(line, 'screen  0.700 s  1400 s slow  0.000500');
});

test('a note is listed once, however many rows need it', () => {
  const one = { what: 'a', unit: 'ms', ours: 1, note: 'sampled' } as const;
  assert.deepEqual(listNotes([one, { ...one, what: 'b' }, { what: 'c', unit: 'ms', ours: 1 }]), ['– sampled']);
});
