import assert from 'node:assert/strict';
import test from 'node:test';
import { six } from '#core/reports/charts/given.ts';
import { bedsideSet } from './bedside-data.ts';
import { dataOfPeople } from './given.ts';

const [person] = six;
const read = (items: readonly { readonly item: string; readonly value: string; readonly unit?: string }[]) => {
  assert.ok(person !== undefined);
  const reading = { dose: 'msc-infusion', number: 1, on: '2026-06-01', at: '09:30', items, record: 'r' };
  return dataOfPeople([{ ...person, bedside: [{ ...reading, point: 'start' }, reading] }]).bedside;
};

test('each item of each reading is a line, one in between has no moment', () => {
  const rows = read([
    { item: 'heart-rate', value: '78', unit: '/min' },
    { item: 'temperature', value: '36.8', unit: 'Cel' },
  ]);
  assert.deepEqual(
    rows.map(({ moment, item, value, unit, day, time }) => [moment, item, value, unit, day, time]),
    [
      ['start', 'heart-rate', 78, '/min', 0, '09:30'],
      ['start', 'temperature', 36.8, 'Cel', 0, '09:30'],
      [undefined, 'heart-rate', 78, '/min', 0, '09:30'],
      [undefined, 'temperature', 36.8, 'Cel', 0, '09:30'],
    ],
  );
  assert.equal(bedsideSet(rows).rows.length, 4);
});

test('what is no number has no value', () => {
  assert.deepEqual(
    ['not done', '', '1e3', '< 36', '-2'].flatMap((value) => read([{ item: 'x', value }])[0]?.value),
    [undefined, undefined, undefined, undefined, -2],
  );
});
