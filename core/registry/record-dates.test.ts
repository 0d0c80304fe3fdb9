import assert from 'node:assert/strict';
import test from 'node:test';
import { recordFrom } from './given.ts';
import { contentsOf } from './passages.ts';
import { dateIn, datesOf, latestOf, placeOf } from './record-dates.ts';

const record = recordFrom({
  dates: { start: { date: '2022-10', type: 'actual' } },
  copies: [
    { where: 'a', kind: 'copy', dates: { start: { date: '2022-10-01' }, completion: { date: '2026-07' } } },
    { where: 'b', kind: 'other register', dates: { completion: { date: '2027' } } },
    { where: 'c', kind: 'publication', dates: { completion: { date: '2030' } } },
  ],
});

test('statements of a date, the page first, publications left out', () => {
  assert.deepEqual(
    datesOf(record, 'start').map(({ place, quote }) => `${place} ${quote}`),
    ['dates.start.date 2022-10', 'copies[1].dates.start.date 2022-10-01'],
  );
  assert.deepEqual(datesOf(record, 'verified'), []);
});

test('the latest statement is the one that can be the latest day', () => {
  assert.equal(latestOf(record, 'completion')?.quote, '2027');
  assert.equal(latestOf(record, 'first posted'), undefined);
});

test('a month is any of its days', () => {
  const [page] = contentsOf(record);
  assert(page !== undefined);
  const start = dateIn(page, 'start');
  assert(start !== undefined);
  assert.equal(start.when.last - start.when.first, 30);
  assert.deepEqual(placeOf(start), { place: 'dates.start.date', quote: '2022-10' });
});
