import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { deriveTime } from './derive-time.ts';
import { type Course, courses, endedOn, endpointOf, person, seenAt } from './given.ts';

const study = g.shipped('nct05631717');
const endpoint = endpointOf(study, 'time-to-response');

const timeOf = (course: Course, until?: number) => {
  assert.ok(endpoint.kind === 'time');
  const someone = person(study, 'P-001', 'msc', course);
  const { outcome } = deriveTime(endpoint, study, someone, chartOf(study, someone), until);
  assert.ok(outcome.kind === 'time');
  return outcome;
};
const said = (course: Course, until?: number): string => {
  const { reached, visit, day, by, interval, censored } = timeOf(course, until);
  const end = censored === undefined ? '' : `, censored ${censored.day} ${censored.why}`;
  return `${reached} ${visit}/${day}/${by} (${interval?.after}, ${interval?.by}]${end}`;
};

const dates = ['2026-06-29', '2026-07-27', '2026-08-24', '2026-09-21', '2026-10-19'] as const;
/** "h", "l" or "-" for weeks 4, 8, 12, 16 and 20: not reached, reached, not held. */
const course = (visits: string, week24: string | undefined, ...more: readonly ParticipantEvent[]): Course => ({
  ...courses.unchanged,
  week24,
  more: [
    ...dates.flatMap((on, index) => {
      const seen = visits[index] ?? '-';
      return seen === '-' ? [] : seenAt(`week ${4 * index + 4}`, on, seen === 'l' ? '0.4' : '1.9');
    }),
    ...more,
  ],
});
const [high, low] = ['1.0 1.9', '1.0 0.4'];

// The interval is open on the left: free of it on that day; the day of the first visit at which it holds closes it.
// biome-ignore format: one row a line
const rows: readonly (readonly [Course, string])[] = [
  [course('l', high), 'true week 4/28/week 4 (0, 28]'],
  [course('hl', high), 'true week 8/56/week 8 (28, 56]'],
  [course('h-l', high), 'true undefined/undefined/week 12 (28, 84]'],
  [course('--l', high), 'true undefined/undefined/week 12 (0, 84]'],
  [course('hhhhh', low), 'true week 24/168/week 24 (140, 168]'],
  [course('hhhhh', high), 'false undefined/undefined/undefined (168, undefined], censored 168 end of the plan'],
  // A visit in between that was not held: the estimate passes over it, the interval does not.
  [course('h-hhh', high), 'unknown undefined/undefined/undefined (28, undefined], censored 168 end of the plan'],
  [course('hh', undefined, endedOn('2026-08-20', 'withdrawn')), 'unknown undefined/undefined/undefined (56, undefined], censored 56 withdrawn'],
  [course('hh', undefined, endedOn('2026-08-20', 'lost to follow-up')), 'unknown undefined/undefined/undefined (56, undefined], censored 56 lost to follow-up'],
  [course('hh', undefined, endedOn('2026-08-20', 'excluded')), 'unknown undefined/undefined/undefined (56, undefined], censored 56 excluded'],
  [course('hh', undefined, endedOn('2026-08-20', 'died')), 'unknown undefined/undefined/undefined (56, undefined], censored 80 died'],
  [course('', undefined, endedOn('2026-06-10', 'withdrawn')), 'unknown undefined/undefined/undefined (0, undefined], censored 0 withdrawn'],
  [course('hhh', undefined), 'unknown undefined/undefined/undefined (84, undefined], censored 84 not seen again'],
  [course('hhh', undefined, endedOn('2026-12-01', 'completed')), 'unknown undefined/undefined/undefined (84, undefined], censored 84 not seen again'],
];

for (const [each, expected] of rows) test(expected, () => assert.equal(said(each), expected));

test('the end of the data: nobody has left and the last visit is still to come', () => {
  const someone = g.participantAfter(g.randomisedTo(study, 'msc', ...seenAt('week 4', '2026-06-29', '1.9')));
  assert.ok(endpoint.kind === 'time');
  const { outcome } = deriveTime(endpoint, study, someone, chartOf(study, someone));
  assert.ok(outcome.kind === 'time');
  assert.equal(outcome.censored?.why, 'data cut');
});

test('up to a day: visits on that day and later are not looked at', () => {
  const zero = Date.parse('2026-06-01') / 86_400_000;
  assert.match(said(course('hl', high), zero + 57), /^true week 8/);
  assert.match(said(course('hl', high), zero + 56), /^false .*\(28, undefined\], censored 28/);
  assert.match(
    said(course('hl', high), Number.NEGATIVE_INFINITY),
    /\(0, undefined\], censored 0 data cut|not seen again/,
  );
});
