import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { bedsideTable } from './bedside-table.ts';
import { reading, twoArms } from './given.ts';

const study = shipped('nct05631717');

const lines = (readings: Parameters<typeof bedsideTable>[1]) =>
  bedsideTable(study, readings, twoArms).rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);

test('the change from the first reading of each administration, by moment', () => {
  const found = lines([
    reading('1', 'cells', { value: 70 }),
    reading('1', 'cells', { value: 76, moment: 'end', time: '10:00' }),
    reading('2', 'cells', { value: 80 }),
    reading('2', 'cells', { value: 90, moment: 'end', time: '10:00' }),
    reading('3', 'placebo', { value: 60 }),
    reading('3', 'placebo', { value: 58, moment: 'end', time: '10:00' }),
  ]);
  assert.equal(found.length, 1);
  assert.match(found[0]?.[0] ?? '', /\/min: end$/);
  assert.deepEqual(found[0]?.slice(1), ['8.00 (SD 2.83, n 2)', '−2.00 (n 1)', '4.67 (SD 6.11, n 3)']);
});

test('each administration has a first reading of its own, also over midnight', () => {
  const found = lines([
    reading('1', 'cells', { value: 70, time: '23:50' }),
    reading('1', 'cells', { value: 72, moment: 'end', day: 1, time: '00:10' }),
    reading('1', 'cells', { number: 2, value: 90, day: 7 }),
    reading('1', 'cells', { number: 2, value: 91, moment: 'end', day: 7, time: '10:00' }),
  ]);
  assert.deepEqual(found[0]?.slice(1, 2), ['1.50 (SD 0.71, n 2)']);
});

test('readings between the moments, and what is no number, have no place in the table', () => {
  assert.deepEqual(
    lines([
      reading('1', 'cells'),
      reading('1', 'cells', { moment: undefined, time: '09:20', value: 99 }),
      reading('1', 'cells', { moment: 'end', time: '10:00', value: undefined }),
    ]),
    [],
  );
});

test('a reading alone changes from nothing', () => assert.deepEqual(lines([reading('1', 'cells')]), []));
