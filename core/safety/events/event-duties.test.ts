/** Dated by hand from the rules as `core/safety/clocks` cites them, as its own cases are. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { at, fatal, file, hospital, mild, record, version } from '#core/conduct/safety-file/given.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import type { EventFile } from '#core/conduct/safety-file/safety-file.ts';
import type { Study } from '#core/study/study.ts';
import { eventDuties, rulesFor } from './event-duties.ts';
import { everywhere, having, infection, nowhere, studyWith } from './given.ts';

const european = studyWith('{ regions: [European Union] }');
const dying: EventAnswers = { ...hospital, seriousness: ['life-threatening'], grade: 4 };
const determined = (file: EventFile, written: string, causality: 'related' | 'not related' = 'related'): EventFile => ({
  ...file,
  assessments: [...file.assessments, { determined: at(written), causality, expectedness: 'unexpected' }],
});
const answered = (file: EventFile, duty: string, written: string): EventFile => ({
  ...file,
  sent: [...file.sent, { duty, sent: at(written) }],
});

/** Until when and in which state a duty is at a moment; nothing where it is not asked. */
const askedOf = (study: Study, opened: EventFile, duty: string, now: string): string | undefined => {
  const found = eventDuties(study, having(opened), at(now)).find((each) => each.duty === duty);
  if (found === undefined) return undefined;
  const { due, state } = found;
  return `${due === undefined ? 'no day' : due.by === 'instant' ? due.instant : due.date}, ${state}`;
};

const prompt = file(version('2026-05-04 09:15 +02:00', hospital, '2026-05-04 18:00 +02:00'));
const slow = file(version('2026-05-04 09:15 +02:00', hospital, '2026-05-05 09:16 +02:00'));
const summer = file(version('2026-03-28 20:30 +01:00', hospital, '2026-03-29 21:30 +02:00'));
const leap = file(version('2028-02-28 23:59 +08:00', hospital, '2028-02-29 23:59 +08:00'));
const friday = file(version('2026-05-01 15:00 -04:00', dying, '2026-05-01 16:00 -04:00'));
const february = file(version('2028-02-23 09:00 -05:00', dying, '2028-02-23 10:00 -05:00'));
const common = file(version('2027-02-23 09:00 -05:00', dying, '2027-02-23 10:00 -05:00'));
const later = file(version('2026-05-01 09:00 +02:00', mild), version('2026-05-12 09:00 +02:00', hospital));
const worse = file(version('2026-05-01 09:00 +02:00', hospital), version('2026-05-12 09:00 +02:00', dying));
const died = file(version('2026-05-01 09:00 +02:00', dying), version('2026-05-05 09:00 +02:00', fatal));
const unsuspected = file(version('2026-05-01 09:00 +02:00', { ...hospital, causality: 'not related' }));

const rows: readonly (readonly [
  what: string,
  Study,
  EventFile,
  duty: string,
  now: string,
  expected: string | undefined,
])[] = [
  ['reported in 9 hours', nowhere, prompt, 'site-24-hours', '2026-06-01', '2026-05-05T07:15:00Z, done'],
  [
    'reported in 24 hours and a minute',
    nowhere,
    slow,
    'site-24-hours',
    '2026-06-01',
    '2026-05-05T07:15:00Z, done late',
  ],
  ['24 hours into summer time, Madrid', nowhere, summer, 'site-24-hours', '2026-06-01', '2026-03-29T19:30:00Z, done'],
  ['24 hours over the leap day', nowhere, leap, 'site-24-hours', '2028-06-01', '2028-02-29T15:59:00Z, done'],
  ['harmless: no duty', everywhere, file(version('2026-05-01', mild)), 'site-24-hours', '2026-06-01', undefined],
  [
    'serious later: from when that was learnt',
    nowhere,
    later,
    'site-24-hours',
    '2026-06-01',
    '2026-05-13T07:00:00Z, done',
  ],
  ['no region is named: no report to an authority', nowhere, friday, 'us-7-days', '2026-05-02', undefined],
  ['received on a Friday', everywhere, friday, 'us-7-days', '2026-05-05', '2026-05-08, open'],
  ['and six days later', everywhere, friday, 'us-7-days', '2026-05-07', '2026-05-08, due soon'],
  ['and eight', everywhere, friday, 'us-7-days', '2026-05-09', '2026-05-08, late'],
  [
    'sent on the last day',
    everywhere,
    answered(friday, 'us-7-days', '2026-05-08'),
    'us-7-days',
    '2026-06-01',
    '2026-05-08, done',
  ],
  [
    'sent a day late',
    everywhere,
    answered(friday, 'us-7-days', '2026-05-09'),
    'us-7-days',
    '2026-06-01',
    '2026-05-08, done late',
  ],
  [
    'the report to another authority is none',
    everywhere,
    answered(friday, 'eu-7-days', '2026-05-05'),
    'us-7-days',
    '2026-05-09',
    '2026-05-08, late',
  ],
  ['in February of a leap year', everywhere, february, 'us-7-days', '2028-02-24', '2028-03-01, open'],
  ['in February of a common year', everywhere, common, 'us-7-days', '2027-02-24', '2027-03-02, open'],
  ['in Europe alone', european, friday, 'us-7-days', '2026-05-05', undefined],
  ['in Europe', european, friday, 'eu-7-days', '2026-05-05', '2026-05-08, open'],
  ['and eight days more', european, friday, 'eu-8-days-more', '2026-05-05', '2026-05-16, open'],
  ['no danger to life: 15 days', european, prompt, 'eu-15-days', '2026-05-05', '2026-05-19, open'],
  ['not determined: the clock has not begun', everywhere, prompt, 'us-15-days', '2026-05-05', undefined],
  [
    'determined after a weekend',
    everywhere,
    determined(prompt, '2026-05-11 09:00 -04:00'),
    'us-15-days',
    '2026-05-12',
    '2026-05-26, open',
  ],
  ['became a danger to life: 7 days from then', european, worse, 'eu-7-days', '2026-05-13', '2026-05-19, open'],
  [
    'a report before that does not answer it',
    european,
    answered(worse, 'eu-7-days', '2026-05-02'),
    'eu-7-days',
    '2026-05-13',
    '2026-05-19, open',
  ],
  [
    'one after it does',
    european,
    answered(worse, 'eu-7-days', '2026-05-14'),
    'eu-7-days',
    '2026-05-30',
    '2026-05-19, done',
  ],
  [
    'died of what was a danger to life: the first 7 days stand',
    european,
    died,
    'eu-7-days',
    '2026-05-06',
    '2026-05-08, open',
  ],
  ['suspected by nobody', european, unsuspected, 'eu-15-days', '2026-05-06', undefined],
  [
    'suspected by the sponsor alone',
    european,
    determined(unsuspected, '2026-05-04'),
    'eu-15-days',
    '2026-05-06',
    '2026-05-16, open',
  ],
  [
    'the sponsor takes no suspicion away',
    european,
    determined(prompt, '2026-05-05', 'not related'),
    'eu-15-days',
    '2026-05-06',
    '2026-05-19, open',
  ],
  ['to be assessed within the shortest clock', european, unsuspected, 'assessment', '2026-05-06', '2026-05-16, open'],
  ['which of a danger to life has 7 days', everywhere, friday, 'assessment', '2026-05-09', '2026-05-08, late'],
  ['assessed in time', european, determined(unsuspected, '2026-05-16'), 'assessment', '2026-06-01', '2026-05-16, done'],
  [
    'assessed late',
    european,
    determined(unsuspected, '2026-05-17'),
    'assessment',
    '2026-06-01',
    '2026-05-16, done late',
  ],
  [
    'where no region is named nothing says until when',
    nowhere,
    unsuspected,
    'assessment',
    '2026-06-01',
    'no day, open',
  ],
  ['assessed there', nowhere, determined(unsuspected, '2026-05-17'), 'assessment', '2026-06-01', 'no day, done'],
];
for (const [what, study, opened, duty, now, expected] of rows)
  test(`${what}: ${duty} ${expected ?? 'is not asked'}`, () =>
    assert.equal(askedOf(study, opened, duty, now), expected));

test('what more was learnt after a report to the United States is sent within 15 days', () => {
  const opened = answered(determined(prompt, '2026-05-05'), 'us-15-days', '2026-05-10');
  const more = { ...opened, versions: [opened.versions[0], version('2026-05-20', hospital)] } as const;
  assert.equal(askedOf(everywhere, opened, 'us-follow-up', '2026-05-21'), undefined);
  assert.equal(askedOf(everywhere, more, 'us-follow-up', '2026-05-21'), '2026-06-04, open');
  const sent = answered(more, 'us-follow-up', '2026-06-05');
  assert.equal(askedOf(everywhere, sent, 'us-follow-up', '2026-06-09'), '2026-06-04, done late');
});

test('a serious event that nobody reported is open, and nothing says until when', () => {
  const person = (attributes: Readonly<Record<string, boolean>>) =>
    having(undefined, { history: [infection({ attributes })] });
  const [found, ...more] = eventDuties(everywhere, person({ serious: true }), at('2026-07-01'));
  assert.deepEqual(
    [found?.duty, found?.record, found?.state, found?.due, more],
    ['report', record, 'open', undefined, []],
  );
  assert.deepEqual(eventDuties(everywhere, person({ serious: false }), at('2026-07-01')), []);
  assert.deepEqual(eventDuties(everywhere, person({}), at('2026-07-01')), []);
});

test('what holds everywhere is asked always, and the rules of the regions that are named', () => {
  const ids = (study: Study) => rulesFor(study).map(({ id }) => id);
  assert.deepEqual(ids(nowhere), ['site-24-hours']);
  assert.deepEqual(ids(european), ['site-24-hours', 'eu-7-days', 'eu-8-days-more', 'eu-15-days', 'eu-urgent-measure']);
  assert.equal(ids(everywhere).length, 8);
});
