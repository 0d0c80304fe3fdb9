import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDay } from '#core/quantities/civil-date.ts';
import { momentAt, openClock, siteActor } from './moments.ts';

const investigator = siteActor('investigator', 's');

const site = (offset: string) => ({ id: 's', title: 'S', zone: 'Zone/Of', offset });

/** Day, minute of the day, offset, and the instant. */
const rows: readonly (readonly [string, number, string, string])[] = [
  ['2026-01-05', 540, '+08:00', '2026-01-05T01:00:00Z'],
  ['2026-01-05', 60, '+08:00', '2026-01-04T17:00:00Z'],
  ['2026-01-01', 0, '+05:45', '2025-12-31T18:15:00Z'],
  ['2026-12-31', 1439, '-03:30', '2027-01-01T03:29:00Z'],
  ['2028-02-29', 720, '+00:00', '2028-02-29T12:00:00Z'],
];

for (const [date, minute, offset, instant] of rows)
  test(`${date} minute ${minute} at ${offset} is ${instant}`, () => {
    const moment = momentAt(readDay(date) ?? Number.NaN, 60 * minute, site(offset));
    assert.deepEqual(moment, { instant, offset, zone: 'Zone/Of', date });
  });

test('the same instant as the clock of the platform computes', () => {
  const offset = fc.tuple(
    fc.constantFrom('+', '-'),
    fc.integer({ min: 0, max: 13 }),
    fc.constantFrom('00', '30', '45'),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.integer({ min: 0, max: 1439 }),
      offset,
      (day, minute, [sign, hours, minutes]) => {
        const written = `${sign}${String(hours).padStart(2, '0')}:${minutes}`;
        const { instant, date } = momentAt(day, 60 * minute, site(written));
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        assert.equal(new Date(`${date}T${clock}:00${written}`).toISOString(), instant.replace('Z', '.000Z'));
      },
    ),
  );
});

test('a clock goes on some seconds with each act of a day, from nine in the morning, and never into the next day', () => {
  const clock = openClock(site('+00:00'), 20);
  const at = (day: number): string => clock(day, investigator).at.instant.slice(11, 19);
  assert.deepEqual([at(10), at(10), at(11), at(10)], ['09:00:00', '09:00:20', '09:00:00', '09:00:40']);
  for (let act = 0; act < 3000; act += 1) clock(12, investigator);
  assert.deepEqual([at(12), at(13)], ['23:59:59', '09:00:00']);
  assert.equal(clock(14, investigator).actor, investigator);
  assert.equal(clock(15, investigator, site('+08:00')).at.offset, '+08:00');
});
