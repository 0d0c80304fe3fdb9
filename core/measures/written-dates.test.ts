import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { mustFollow, writtenDate, writtenDay } from './written-dates.ts';
import { isFaulty } from './written-fault.ts';

const today = readDay('2026-05-18');

/** Dates of the civil calendar; the reader of a date is checked in core/quantities, no number of evidence/ is used. */
const rows: readonly (readonly [written: string, outcome: string])[] = [
  ['2026-05-18', 'read'],
  ['2026-05-19', 'in the future'],
  ['2026-05', 'read'],
  ['2026-06', 'in the future'],
  ['2026', 'read'],
  ['1992-06-14', 'read'],
  ['1992-UK-UK', 'read'],
  ['1900-01-01', 'read'],
  ['1899-12-31', 'outside the years 1900 to 2199'],
  ['2200-01-01', 'outside the years 1900 to 2199'],
  ['2026-02-29', 'no date'],
  ['2024-02-29', 'read'],
  ['2026-13-01', 'no date'],
  ['18.05.2026', 'no date'],
  ['2026-5-18', 'no date'],
  ['', 'no date'],
  ['soon', 'no date'],
];

for (const [written, outcome] of rows)
  test(`the date "${written}": ${outcome}`, () => {
    const answer = writtenDate(written, ['born'], today);
    if (!isFaulty(answer)) assert.equal(outcome, 'read');
    else assert.deepEqual(answer.faults, [{ fault: 'date impossible', path: ['born'], written, why: outcome }]);
  });

test('a date is read as it is written', () => {
  assert.deepEqual(writtenDate('2026-05', ['born'], today), { read: readDate('2026-05') });
});

test('without a today no date lies in the future', () => {
  assert.ok(!isFaulty(writtenDate('2199-12-31', ['date'], undefined)));
});

test('a day is whole', () => {
  for (const [written, why] of [
    ['2026-05', 'no date'],
    ['1899-01-01', 'outside the years 1900 to 2199'],
  ] as const)
    assert.deepEqual(writtenDay(written, ['x']), { faults: [{ fault: 'date impossible', path: ['x'], written, why }] });
  assert.deepEqual(writtenDay('1970-01-02', ['x']), { read: 1 });
});

test('a date that may be the same day follows; one that lies wholly before does not', () => {
  const date = (text: string) => readDate(text) ?? assert.fail(text);
  const order = (later: string, earlier: string) =>
    mustFollow(date(later), date(earlier), ['date'], 'before birth').length;
  assert.equal(order('2026-05-18', '2026-05-18'), 0);
  assert.equal(order('2026-05', '2026-05-18'), 0);
  assert.equal(order('2026-05-17', '2026-05-18'), 1);
  assert.equal(order('2026-04', '2026-05-01'), 1);
});
