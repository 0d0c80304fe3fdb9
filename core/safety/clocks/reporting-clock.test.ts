import assert from 'node:assert/strict';
import test from 'node:test';
import type { Moment } from '#core/record/envelope.ts';
import { type ReportingDuty, reportingDuties, stateOf } from './reporting-clock.ts';
import type { SafetyCase, SafetyStamps } from './safety-case.ts';

/**
 * Dated by hand from the rules as the docstrings cite them, so no key of evidence/references.bib. A moment is written
 * with its offset, "2026-03-28 20:30 +01:00", and gives its instant in UTC and its date where it was.
 */
const at = (written: string): Moment => {
  const [date = '', clock = '', offset = '+00:00'] = written.split(' ');
  const instant = new Date(`${date}T${clock}:00${offset}`).toISOString().replace('.000Z', 'Z');
  return { instant, offset, zone: 'as written', date };
};

const susar: SafetyCase = {
  isSerious: true,
  isExpected: false,
  isFatalOrLifeThreatening: false,
  byInvestigator: 'related',
  bySponsor: undefined,
  stamps: {},
};

const stamped = (
  more: Partial<SafetyCase>,
  stamps: Readonly<Partial<Record<keyof SafetyStamps, string>>>,
): SafetyCase => ({
  ...susar,
  ...more,
  stamps: Object.fromEntries(Object.entries(stamps).map(([name, written]) => [name, at(written)])),
});

const dueOf = ({ due }: ReportingDuty): string => {
  if (due === undefined) return 'not begun';
  return due.by === 'instant' ? due.instant : due.date;
};
const duties = (event: SafetyCase): Readonly<Record<string, string>> =>
  Object.fromEntries(reportingDuties(event).map((duty) => [duty.rule.id, dueOf(duty)]));

const fatal: Partial<SafetyCase> = { isFatalOrLifeThreatening: true };

/** What happened, the duty, until when. */
const rows: readonly (readonly [what: string, event: SafetyCase, rule: string, due: string | undefined])[] = [
  ['24 hours', stamped({}, { awareness: '2026-05-04 09:15 +02:00' }), 'site-24-hours', '2026-05-05T07:15:00Z'],
  [
    '24 hours into summer time, Madrid',
    stamped({}, { awareness: '2026-03-28 20:30 +01:00' }),
    'site-24-hours',
    '2026-03-29T19:30:00Z',
  ],
  [
    '24 hours out of summer time, Madrid',
    stamped({}, { awareness: '2026-10-24 20:30 +02:00' }),
    'site-24-hours',
    '2026-10-25T18:30:00Z',
  ],
  [
    '24 hours over the leap day',
    stamped({}, { awareness: '2028-02-28 23:59 +08:00' }),
    'site-24-hours',
    '2028-02-29T15:59:00Z',
  ],
  [
    '24 hours over the end of a year',
    stamped({}, { awareness: '2026-12-31 12:00 +08:00' }),
    'site-24-hours',
    '2027-01-01T04:00:00Z',
  ],
  [
    'serious, expected: the site reports all the same',
    stamped({ isExpected: true }, { awareness: '2026-05-04 09:15 +02:00' }),
    'site-24-hours',
    '2026-05-05T07:15:00Z',
  ],
  [
    'not serious: no duty',
    stamped({ isSerious: false }, { awareness: '2026-05-04 09:15 +02:00' }),
    'site-24-hours',
    undefined,
  ],
  ['fatal, received on a Friday', stamped(fatal, { receipt: '2026-05-01 16:00 -04:00' }), 'us-7-days', '2026-05-08'],
  [
    'fatal, in February of a leap year',
    stamped(fatal, { receipt: '2028-02-23 10:00 -05:00' }),
    'us-7-days',
    '2028-03-01',
  ],
  [
    'fatal, in February of a common year',
    stamped(fatal, { receipt: '2027-02-23 10:00 -05:00' }),
    'us-7-days',
    '2027-03-02',
  ],
  [
    'fatal, received late in the evening: the day is that of the recipient',
    stamped(fatal, { receipt: '2026-05-01 23:30 -04:00' }),
    'us-7-days',
    '2026-05-08',
  ],
  ['the same in Beijing', stamped(fatal, { receipt: '2026-05-02 11:30 +08:00' }), 'us-7-days', '2026-05-09'],
  [
    'both zeros: receipt',
    stamped(fatal, { receipt: '2026-05-01 09:00 -04:00', determination: '2026-05-04 09:00 -04:00' }),
    'us-7-days',
    '2026-05-08',
  ],
  [
    'both zeros: determination',
    stamped(fatal, { receipt: '2026-05-01 09:00 -04:00', determination: '2026-05-04 09:00 -04:00' }),
    'us-15-days',
    '2026-05-19',
  ],
  ['not determined yet', stamped({}, { receipt: '2026-05-01 09:00 -04:00' }), 'us-15-days', 'not begun'],
  ['not fatal: no 7 days', stamped({}, { receipt: '2026-05-01 09:00 -04:00' }), 'us-7-days', undefined],
  ['what more was learnt', stamped({}, { followUp: '2026-06-10 09:00 -04:00' }), 'us-follow-up', '2026-06-25'],
  ['fatal in the Union', stamped(fatal, { receipt: '2026-05-01 09:00 +02:00' }), 'eu-7-days', '2026-05-08'],
  ['and eight days more', stamped(fatal, { receipt: '2026-05-01 09:00 +02:00' }), 'eu-8-days-more', '2026-05-16'],
  ['not fatal in the Union', stamped({}, { receipt: '2026-05-01 09:00 +02:00' }), 'eu-15-days', '2026-05-16'],
  ['fatal: no 15 days of its own', stamped(fatal, { receipt: '2026-05-01 09:00 +02:00' }), 'eu-15-days', undefined],
  [
    'became fatal: the 7 days begin anew',
    stamped(fatal, { receipt: '2026-05-01 09:00 +02:00', worsened: '2026-05-12 09:00 +02:00' }),
    'eu-7-days',
    '2026-05-19',
  ],
  [
    'an urgent measure',
    stamped({ isSerious: false }, { measure: '2026-12-28 09:00 +01:00' }),
    'eu-urgent-measure',
    '2027-01-04',
  ],
  ['no measure: no duty', stamped({}, {}), 'eu-urgent-measure', undefined],
  [
    'expected: no report of a reaction',
    stamped({ ...fatal, isExpected: true }, { receipt: '2026-05-01 09:00 +02:00' }),
    'eu-7-days',
    undefined,
  ],
  [
    'only the sponsor suspects',
    stamped({ ...fatal, byInvestigator: 'not related', bySponsor: 'related' }, { receipt: '2026-05-01 09:00 +02:00' }),
    'eu-7-days',
    '2026-05-08',
  ],
  [
    'the sponsor does not take a suspicion away',
    stamped({ ...fatal, bySponsor: 'not related' }, { receipt: '2026-05-01 09:00 +02:00' }),
    'eu-7-days',
    '2026-05-08',
  ],
  [
    'nobody suspects',
    stamped(
      { ...fatal, byInvestigator: 'not related', bySponsor: 'not related' },
      { receipt: '2026-05-01 09:00 +02:00' },
    ),
    'eu-7-days',
    undefined,
  ],
];
for (const [what, event, rule, due] of rows)
  test(`${what}: ${rule} ${due ?? 'does not arise'}`, () => assert.equal(duties(event)[rule], due));

const [site] = reportingDuties(stamped({}, { awareness: '2026-05-04 09:00 +00:00' }));
const [, seven] = reportingDuties(stamped(fatal, { awareness: '2026-05-01 09:00', receipt: '2026-05-01 09:00' }));

/** The duty, now, when it was done, how it stands. */
const states: readonly (readonly [
  ReportingDuty | undefined,
  now: string,
  done: string | undefined,
  expected: string,
])[] = [
  [site, '2026-05-04 09:00', undefined, 'open'],
  [site, '2026-05-05 02:59', undefined, 'open'],
  [site, '2026-05-05 03:00', undefined, 'due soon'],
  [site, '2026-05-05 09:00', undefined, 'due soon'],
  [site, '2026-05-05 09:01', undefined, 'late'],
  [site, '2026-06-01 09:00', '2026-05-05 09:00', 'done'],
  [site, '2026-06-01 09:00', '2026-05-05 09:01', 'done late'],
  [seven, '2026-05-06 23:59', undefined, 'open'],
  [seven, '2026-05-07 00:00', undefined, 'due soon'],
  [seven, '2026-05-08 23:59', undefined, 'due soon'],
  [seven, '2026-05-09 00:00', undefined, 'late'],
  [seven, '2026-05-30 00:00', '2026-05-08 23:59', 'done'],
  [seven, '2026-05-30 00:00', '2026-05-09 00:00', 'done late'],
];
for (const [duty, now, done, expected] of states)
  test(`${duty?.rule.id} at ${now}${done === undefined ? '' : `, done ${done}`}: ${expected}`, () => {
    assert.ok(duty !== undefined);
    assert.equal(stateOf(duty, at(now), done === undefined ? undefined : at(done)), expected);
  });

test('a clock that has not begun is neither open nor late', () => {
  const [open] = reportingDuties(stamped({}, {}));
  assert.ok(open !== undefined);
  assert.equal(stateOf(open, at('2026-05-09 00:00')), 'not begun');
});

test('a region of which nobody checked the rules brings its own', () => {
  const [rule] = reportingDuties(stamped({}, {})).map((duty) => duty.rule);
  assert.ok(rule !== undefined);
  const own = { ...rule, id: 'own-3-days', within: { days: 3 }, from: ['receipt'] as const };
  const [duty] = reportingDuties(stamped({}, { receipt: '2026-05-01 09:00 +08:00' }), [own]);
  assert.equal(duty && dueOf(duty), '2026-05-04');
});

test('a moment that is none stops the program', () =>
  assert.throws(
    () => reportingDuties({ ...susar, stamps: { awareness: { ...at('2026-05-01 09:00'), instant: 'yesterday' } } }),
    /"yesterday" is no instant in UTC/,
  ));
