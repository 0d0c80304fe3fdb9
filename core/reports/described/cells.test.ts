import assert from 'node:assert/strict';
import test from 'node:test';
import { countCell, meanCell, medianCell, numberCell, wordCell } from './cells.ts';

const name = { id: 'x', label: 'x', rests: ['r'] };

/** People, of how many, events: as printed, and as numbers. */
const counts: readonly (readonly [number, number, number | undefined, string, Record<string, number>])[] = [
  [3, 20, undefined, '3 of 20 (15.0%)', { people: 3, of: 20, share: 0.15 }],
  [0, 20, undefined, '0 of 20 (0.0%)', { people: 0, of: 20, share: 0 }],
  [0, 0, undefined, '0 of 0', { people: 0, of: 0 }],
  [3, 20, 5, '3 (15.0%), 5 events', { people: 3, of: 20, share: 0.15, events: 5 }],
  [1, 3, 1, '1 (33.3%), 1 event', { people: 1, of: 3, share: 1 / 3, events: 1 }],
  [0, 20, 0, '0', { people: 0, of: 20, share: 0, events: 0 }],
];
for (const [events, of, times, value, numbers] of counts)
  test(`${events} of ${of}${times === undefined ? '' : `, ${times} events`}`, () =>
    assert.deepEqual(countCell(name, { events, of }, times), { ...name, value, numbers }));

test('a mean with its deviation: 2, 4, 9 have mean 5 and variance 13', () => {
  const cell = meanCell(name, [2, 4, 9]);
  assert.equal(cell.value, '5.00 (SD 3.61, n 3)');
  assert.deepEqual([cell.numbers?.mean, cell.numbers?.n], [5, 3]);
  assert.ok(Math.abs((cell.numbers?.sd ?? 0) ** 2 - 13) < 1e-12);
});

test('one value has no deviation, none has nothing', () => {
  assert.equal(meanCell(name, [-2.5]).value, '−2.50 (n 1)');
  assert.deepEqual(meanCell(name, []), { ...name, value: '– (n 0)', numbers: { n: 0 } });
  assert.equal(medianCell(name, []).value, '–');
});

test('quartiles are of type 2: of 1, 2, 3, 4 they are 1.5 and 3.5', () => {
  assert.deepEqual(medianCell(name, [4, 1, 3, 2]).numbers, { median: 2.5, q1: 1.5, q3: 3.5 });
  assert.equal(medianCell(name, [4, 1, 3, 2]).value, '2.50 (1.50 to 3.50)');
});

test('a number by itself, and words without one', () => {
  assert.deepEqual(numberCell(name, 'difference', -0.126, 2), {
    ...name,
    value: '−0.13',
    numbers: { difference: -0.126 },
  });
  assert.deepEqual(wordCell(name, '–'), { ...name, value: '–' });
});
