import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { contactGaps, longestGap } from './contact-gaps.ts';
import {
  added,
  all,
  asked,
  courses,
  dossierOf,
  type Edit,
  ended,
  movedVisit,
  until,
  without,
  withoutVisit,
} from './given.ts';

/** By hand from the schedules: the latest day of a visit minus the earliest of the one before the one before it. */
const gaps: readonly (readonly [trial: string, why: string, days: number])[] = [
  ['nct05631717', 'week 12 by day 87, week 4 from day 25', 62],
  ['nct04318600', 'week 36 by day 259, week 12 from day 77', 182],
  ['nct01741857', 'month 12 by day 379, month 3 from day 84', 295],
];
for (const [trial, why, days] of gaps)
  test(`${trial}: ${days} days, ${why}`, () =>
    assert.equal(longestGap({ visits: shipped(trial).definition.visits.toSorted((a, b) => a.day - b.day) }), days));

test('a schedule of two visits after day 0 leaves the time from one to the other', () => {
  const visit = (id: string, day: number) => ({ id, day, earliest: day - 3, latest: day + 3 });
  assert.equal(longestGap({ visits: [visit('before', -10), visit('first', 10), visit('last', 40)] }), 36);
});

/** Edits, then since and until in days of the study. */
const rows: readonly (readonly [
  what: string,
  edits: readonly Edit[],
  expected: readonly (readonly [number, number])[],
])[] = [
  ['clean', [], []],
  ['one visit without a word', [withoutVisit('week 8')], []],
  ['two visits in a row', [withoutVisit('week 8'), withoutVisit('week 12')], [[28, 112]]],
  ['two visits that are not in a row', [withoutVisit('week 8'), withoutVisit('week 16')], []],
  ['gone after week 4, asked 62 days later', [until(30), asked(90)], []],
  ['gone after week 4, asked 63 days later', [until(30), asked(91)], [[28, 91]]],
  ['gone after week 4 for good: to the end of the schedule', [until(30)], [[28, 171]]],
  ['gone after week 4, and ended 40 days later', [until(30), added(68, ended(68, 'withdrawn'))], []],
  [
    'one visit, and those around it away from their days',
    [withoutVisit('week 8'), movedVisit('week 4', 20), movedVisit('week 12', 90)],
    [],
  ],
  ['after the last visit nobody expects one', [without('participation ended'), asked(400)], []],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${JSON.stringify(expected)}`, () => {
    const dossier = dossierOf(all(...edits)(courses.cells));
    const { dayZero = 0 } = dossier;
    assert.deepEqual(
      contactGaps(dossier).map(({ since, until: last }) => [since - dayZero, last - dayZero]),
      expected,
    );
  });

test('what was due in a gap is named, entered as missed or not', () => {
  const missed = added(88, { type: 'visit missed', visit: 'week 12' });
  const [gap] = contactGaps(dossierOf(all(withoutVisit('week 8'), withoutVisit('week 12'), missed)(courses.cells)));
  assert.deepEqual(
    gap?.due.map(({ id }) => id),
    ['week 8', 'week 12'],
  );
});

test('a dose is a contact too', () =>
  assert.deepEqual(contactGaps(dossierOf(all(withoutVisit('week 4'), withoutVisit('week 8'))(courses['il-2']))), []));

test('nobody is missed before allocation', () =>
  assert.deepEqual(contactGaps(dossierOf(until(-1)(courses.cells))), []));
