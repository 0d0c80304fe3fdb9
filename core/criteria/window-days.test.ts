import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Day, dayOf, readDay, writeDay } from '#core/quantities/civil-date.ts';
import { subtractDuration } from '#core/quantities/duration.ts';
import { onDay, readDate } from '#core/quantities/partial-date.ts';
import { chartFrom, conditionOf } from './given.ts';
import { daysOf, distance, firstDayBeyond, firstDayWithout, isNoDate } from './window-days.ts';

const windowOf = (text: string) => {
  const read = conditionOf(`received rituximab ${text}`);
  assert(read.kind === 'records');
  return read.window;
};

/** The two ends as dates, or the point that has none. */
const shown = (text: string, dates: Readonly<Record<string, string>>): string => {
  const days = daysOf(windowOf(text), chartFrom({ dates, due: { 'week 4': '2026-06' } }), undefined);
  if (isNoDate(days)) return `no ${days.noDateOf}`;
  const end = days.endsAt === undefined ? 'ever' : `${days.endsAt}, to come`;
  return `${days.from?.written ?? 'ever'} to ${days.to?.written ?? end}`;
};

const dates = {
  screening: '2026-05-18',
  'first dose': '2026-06',
  'week 24': '2026-11-16',
  consent: '2026-03-31',
  baseline: 'missed',
  'week 4': 'missed',
};
const rows: readonly (readonly [string, string])[] = [
  ['within 24 weeks before screening', '2025-12-01 to 2026-05-18'],
  ['within 24 weeks after screening', '2026-05-18 to 2026-11-02'],
  ['within 1 week around screening', '2026-05-11 to 2026-05-25'],
  ['within 0 days before screening', '2026-05-18 to 2026-05-18'],
  ['within 1 month before consent', '2026-02-28 to 2026-03-31'],
  ['within 1 month after consent', '2026-03-31 to 2026-04-30'],
  ['within 6 months before consent', '2025-09-30 to 2026-03-31'],
  ['within 1 year before consent', '2025-03-31 to 2026-03-31'],
  ['within 2 weeks before first dose', '2026-05-18 to 2026-06-16 to 2026-06'],
  ['from screening to week 24', '2026-05-18 to 2026-11-16'],
  ['from first dose to week 24', '2026-06 to 2026-11-16'],
  ['ever', 'ever to ever'],
  ['within 24 weeks before randomisation', 'no randomisation'],
  ['from randomisation to week 4', 'no randomisation'],
  ['from screening to week 4', '2026-05-18 to 2026-06'],
  ['from consent to randomisation', '2026-03-31 to randomisation, to come'],
  ['from screening to baseline', 'no baseline'],
];
for (const [text, expected] of rows) test(`${text}: ${expected}`, () => assert.equal(shown(text, dates), expected));

test('only a window before a point hangs on it', () => {
  const anchorOf = (text: string) => {
    const days = daysOf(windowOf(text), chartFrom({ dates }), undefined);
    return isNoDate(days) ? undefined : days.anchor?.point;
  };
  assert.equal(anchorOf('within 24 weeks before screening'), 'screening');
  assert.equal(anchorOf('within 24 weeks after screening'), undefined);
  assert.equal(anchorOf('within 24 weeks around screening'), undefined);
  assert.equal(anchorOf('from screening to week 24'), undefined);
});

const day = (written: string): Day => {
  const read = readDay(written);
  assert(read !== undefined);
  return read;
};

const distances: readonly (readonly [string, string])[] = [
  ['2026-05-18', 'on the day of'],
  ['2026-05-17', '1 day before'],
  ['2026-05-19', '1 day after'],
  ['2026-05-11', '1 week before'],
  ['2026-03-02', '11 weeks before'],
  ['2026-03-03', '76 days before'],
  ['2026-06-01', '2 weeks after'],
];
for (const [written, expected] of distances)
  test(`${written} lies ${expected} 2026-05-18`, () =>
    assert.equal(distance(day(written), day('2026-05-18')), expected));

/** The record ends on the first day, the window is so long, the point may stand on the second day. */
const beyond: readonly (readonly [string, number, 'day' | 'week' | 'month' | 'year', string])[] = [
  ['2026-03-02', 24, 'week', '2026-08-18'],
  ['2026-03-02', 0, 'day', '2026-03-03'],
  ['2026-03-02', 6, 'month', '2026-09-03'],
  ['2026-01-31', 1, 'month', '2026-03-01'],
  ['2026-02-28', 1, 'month', '2026-04-01'],
  ['2024-02-28', 1, 'month', '2024-03-29'],
  ['2024-02-29', 1, 'year', '2025-03-01'],
  ['2025-02-28', 1, 'year', '2026-03-01'],
  ['2023-02-28', 1, 'year', '2024-03-01'],
];
for (const [last, count, unit, expected] of beyond)
  test(`${last} is out of ${count} ${unit}(s) from ${expected}`, () =>
    assert.equal(writeDay(firstDayBeyond(day(last), { count, unit })), expected));

const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2040-12-31') });
const anyDuration = fc.record({
  count: fc.nat(40),
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
});

test('the first day beyond is the first of all days whose window misses the record', () =>
  fc.assert(
    fc.property(anyDay, anyDuration, (last, most) => {
      let searched = last;
      while (subtractDuration(searched, most) <= last) searched += 1;
      assert.equal(firstDayBeyond(last, most), searched);
    }),
    { numRuns: 200, seed: 3 },
  ));

test('on every day of a month end the clamp gives the same first day as counting', () => {
  for (let last = day('2023-12-25'); last <= day('2024-04-05'); last += 1)
    for (const count of [1, 2, 12]) {
      let searched = last;
      while (subtractDuration(searched, { count, unit: 'month' }) <= last) searched += 1;
      assert.equal(firstDayBeyond(last, { count, unit: 'month' }), searched, `${writeDay(last)} + ${count}`);
    }
});

const course = (from: string, to: string | undefined) => {
  const [first, last] = [readDate(from), to === undefined ? undefined : readDate(to)];
  assert(first !== undefined);
  return { from: first, to: last };
};
const anchor = { point: 'screening', date: onDay(day('2026-05-18')), most: { count: 4, unit: 'week' } as const };
const without: readonly (readonly [string, readonly ReturnType<typeof course>[], string | undefined])[] = [
  ['nothing', [], '2026-05-18'],
  ['one', [course('2026-05-01', '2026-05-01')], '2026-05-30'],
  ['an old one', [course('2026-01-01', '2026-01-01')], '2026-05-18'],
  ['the last of two', [course('2026-05-01', '2026-05-01'), course('2026-05-08', '2026-05-10')], '2026-06-08'],
  ['one that follows later', [course('2026-05-01', '2026-05-01'), course('2026-05-25', '2026-05-25')], '2026-06-23'],
  [
    'one later, beyond a free day',
    [course('2026-05-01', '2026-05-01'), course('2026-05-31', '2026-05-31')],
    '2026-05-30',
  ],
  ['one that goes on', [course('2026-05-01', undefined)], undefined],
  ['one that goes on, later', [course('2026-05-01', '2026-05-01'), course('2026-05-20', undefined)], undefined],
];
for (const [what, found, expected] of without)
  test(`the first day without ${what} is ${expected}`, () => {
    const first = firstDayWithout(found, anchor);
    assert.equal(first === undefined ? undefined : writeDay(first), expected);
  });

test('a window is as inclusive as the calendar says: 168 days before is in, 169 is out', () => {
  const days = daysOf(windowOf('within 24 weeks before screening'), chartFrom({ dates }), undefined);
  assert(!isNoDate(days));
  assert.equal(day('2026-05-18') - (days.from?.first ?? 0), 168);
  assert.equal(dayOf(2026, 5, 18), days.to?.last);
});
