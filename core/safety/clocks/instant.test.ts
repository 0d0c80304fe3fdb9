import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isBefore, isMoment, readInstant, secondsOf, secondsOfDay, writeInstant } from './instant.ts';

/** Expected by the calendar of the platform, which the core does not use; no number of a paper. */
const instants: readonly (readonly [written: string, expected: number | undefined])[] = [
  ['1970-01-01T00:00:00Z', 0],
  ['1970-01-02T00:00:01Z', secondsOfDay + 1],
  ['2028-02-29T15:59:00Z', Date.UTC(2028, 1, 29, 15, 59) / 1000],
  ['2026-05-04T07:15:00.250Z', Date.UTC(2026, 4, 4, 7, 15) / 1000],
  ['2027-02-29T00:00:00Z', undefined],
  ['2026-05-04T24:00:00Z', undefined],
  ['2026-05-04T07:60:00Z', undefined],
  ['2026-05-04T07:15:00+02:00', undefined],
  ['2026-05-04', undefined],
  ['', undefined],
];
for (const [written, expected] of instants)
  test(`"${written}" is read as ${expected}`, () => assert.equal(readInstant(written), expected));

test('what is written is read again', () =>
  fc.assert(
    fc.property(fc.integer({ min: -4e9, max: 8e9 }), (seconds) => {
      const instant = writeInstant(seconds);
      assert.equal(secondsOf({ instant }), seconds);
      assert.equal(new Date(instant).getTime(), seconds * 1000);
    }),
  ));

test('a text that is no instant stops the program', () =>
  assert.throws(() => secondsOf({ instant: 'yesterday' }), /"yesterday" is no instant in UTC/));

/** Instant, offset, date: do they agree? */
const moments: readonly (readonly [instant: string, offset: string, date: string, expected: boolean])[] = [
  ['2026-05-04T16:00:00Z', '+08:00', '2026-05-05', true],
  ['2026-05-04T15:59:59Z', '+08:00', '2026-05-04', true],
  ['2026-05-04T15:59:59Z', '+08:00', '2026-05-05', false],
  ['2028-03-01T03:00:00Z', '-05:00', '2028-02-29', true],
  ['2026-05-04T16:00:00Z', '+05:30', '2026-05-04', true],
  ['2026-05-04T16:00:00Z', '08:00', '2026-05-05', false],
  ['2026-05-04T16:00:00Z', '+15:00', '2026-05-05', false],
  ['today', '+08:00', '2026-05-05', false],
];
for (const [instant, offset, date, expected] of moments)
  test(`${instant} at ${offset} ${expected ? 'is' : 'is not'} on ${date}`, () =>
    assert.equal(isMoment({ instant, offset, zone: 'as written', date }), expected));

test('of two moments the instant counts, not the date of the place', () => {
  const beijing = { instant: '2026-05-04T16:30:00Z', offset: '+08:00', zone: '', date: '2026-05-05' };
  const madrid = { instant: '2026-05-04T21:30:00Z', offset: '+02:00', zone: '', date: '2026-05-04' };
  assert.deepEqual(
    [isBefore(beijing, madrid), isBefore(madrid, beijing), isBefore(madrid, madrid)],
    [true, false, false],
  );
});
