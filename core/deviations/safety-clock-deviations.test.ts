import assert from 'node:assert/strict';
import test from 'node:test';
import { at, fatal, hospital, mild } from '#core/conduct/safety-file/given.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import {
  added,
  adverseEvent,
  all,
  asked,
  courses,
  day,
  type Edit,
  ended,
  inEurope,
  kindsAfter,
  personOf,
  pregnancyOf,
  reportedEvent,
  saidAfter,
  serious,
  until,
  withItem,
} from './given.ts';

const attributes = { ...serious, related: true };
const recorded = (start: number): Edit => added(start, adverseEvent('infection-event', day(start), { attributes }));

const sent =
  (duty: string, on: string): Edit =>
  (course) => {
    const record = [...personOf(course).safety.events.keys()][0] ?? '';
    return added(last + 1, { type: 'report sent', record, duty, sent: at(on) })(course);
  };

/** Day 20 is 2026-06-21; the stream of a course is numbered by days, so reports are entered when all else is. */
const last = 170;
const prompt = (said: EventAnswers = hospital): Edit =>
  all(recorded(20), reportedEvent('2026-06-21 09:00 +08:00', '2026-06-22 09:00 +08:00', said, last));
const slow = all(recorded(20), reportedEvent('2026-06-21 09:00 +08:00', '2026-06-22 09:01 +08:00', hospital, last));

const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['reported after 24 hours', [prompt()], []],
  ['reported after 24 hours and a minute', [slow], ['serious event reported late']],
  ['no region is named: no authority', [prompt()], []],
  ['in Europe, never sent', [inEurope, prompt()], ['report to an authority late']],
  ['in Europe, asked before the 15 days are over', [inEurope, prompt(), asked(36)], []],
  ['on the last day', [inEurope, prompt(), sent('eu-15-days', '2026-07-07')], []],
  ['a day later', [inEurope, prompt(), sent('eu-15-days', '2026-07-08')], ['report to an authority late']],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter('cells', ...edits), expected));

test('it says what was due, until when, and whether it was done', () => {
  assert.deepEqual(saidAfter('cells', slow), [
    'Due by 2026-06-22T01:00:00Z (site-24-hours: the investigator reports a serious event to the sponsor), and was done later.',
  ]);
  assert.deepEqual(saidAfter('cells', inEurope, prompt()), [
    'Due through 2026-07-07 (eu-15-days: the sponsor reports any other suspected unexpected reaction), and has not been done.',
  ]);
});

test('of a death there are two reports, one after 7 days and one after 8 more', () => {
  const died = all(
    until(20),
    added(20, adverseEvent('infection-event', day(20), { attributes: { ...attributes, fatal: true } })),
    added(20, ended(20, 'died')),
    reportedEvent('2026-06-21 09:00 +08:00', '2026-06-21 10:00 +08:00', fatal, 21),
  );
  const said = saidAfter('cells', inEurope, died);
  assert.deepEqual(
    said.map((each) => each.slice(0, 45)),
    ['Due through 2026-06-28 (eu-7-days: the sponso', 'Due through 2026-07-06 (eu-8-days-more: the s'],
  );
});

test('an event that is not serious has no clock, however late it is reported', () => {
  const calm = { serious: false, related: false };
  const event = added(20, adverseEvent('infection-event', day(20), { attributes: calm }));
  assert.deepEqual(kindsAfter('cells', inEurope, event, reportedEvent('2026-06-21', '2026-09-01', mild, last)), []);
});

/** Infusions are given on days 0, 28 and 56: 2026-06-01, -29 and 2026-07-27. */
const pregnancies: readonly (readonly [what: string, ParticipantEvent, expected: readonly string[]])[] = [
  ['known after the last infusion', pregnancyOf('participant', '2026-07-28 09:00', '2026-07-28 12:00'), []],
  [
    'reported a day late',
    pregnancyOf('participant', '2026-07-28 09:00', '2026-07-29 09:01'),
    ['pregnancy reported late'],
  ],
  [
    'of a partner, a day late',
    pregnancyOf('partner', '2026-06-20 09:00', '2026-06-21 09:01'),
    ['pregnancy reported late'],
  ],
  [
    'known between two infusions',
    pregnancyOf('participant', '2026-07-01 09:00', '2026-07-01 12:00'),
    ['dose after a positive pregnancy test'],
  ],
  ['of a partner, between two infusions', pregnancyOf('partner', '2026-07-01 09:00', '2026-07-01 12:00'), []],
];
for (const [what, event, expected] of pregnancies)
  test(`a pregnancy ${what}: ${expected.join() || 'nothing'}`, () =>
    assert.deepEqual(kindsAfter('infusions', added(last + 260, event)), expected));

test('treatment in a pregnancy is said with its first dose and how many came after it', () =>
  assert.deepEqual(
    saidAfter('infusions', added(last + 260, pregnancyOf('participant', '2026-06-10 09:00', '2026-06-10 12:00'))),
    [
      'Dose 2 of cell-infusion was given on 2026-06-29, and 1 more after it, though a pregnancy was known on 2026-06-10.',
    ],
  ));

test('where a visit found it first, that is said, and once', () =>
  assert.deepEqual(
    kindsAfter(
      'infusions',
      withItem('week 8', 'urine-hCG', 'positive'),
      added(last + 260, pregnancyOf('participant', '2026-07-01 09:00', '2026-07-01 12:00')),
    ),
    ['dose after a stopping rule'],
  ));

test('after the pregnancy ended treatment may go on', () => {
  const known = pregnancyOf('participant', '2026-06-10 09:00', '2026-06-10 12:00');
  const over =
    (on: string): Edit =>
    (course) => {
      const report = personOf(course).safety.pregnancies[0]?.record ?? '';
      return added(last + 261, { type: 'pregnancy ended', pregnancy: report, outcome: 'miscarriage', on })(course);
    };
  assert.deepEqual(kindsAfter('infusions', added(last + 260, known), over('2026-06-20')), []);
});

test('everything done as it should be leaves nothing', () =>
  assert.deepEqual(personOf(courses.cells).safety, { events: new Map(), pregnancies: [] }));
