import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { standingOf } from './standing.ts';

const study = g.shipped('nct05631717');

const ended: ParticipantEvent = { type: 'participation ended', on: '2026-07-10', how: 'withdrawn' };
const missed: ParticipantEvent = { type: 'visit missed', visit: 'week 8' };
const dose: ParticipantEvent = {
  type: 'dose given',
  dose: 'msc-infusion',
  number: 1,
  on: '2026-06-01',
  planned: '2026-06-01',
  amount: '127000000',
  unit: '{cells}',
};
const failed: ParticipantEvent = {
  type: 'eligibility assessed',
  on: '2026-05-20',
  verdict: 'not eligible',
  found: [{ criterion: 'I3', result: 'fails', because: [] }],
};

/** Last visit, next visit with its window, doses and end of participation, in a line. */
const say = (events: readonly ParticipantEvent[]): string => {
  const {
    site,
    place,
    arm,
    lastVisit: last,
    nextVisit: next,
    doses,
    ended: end,
  } = standingOf(study, g.participantAfter(events));
  return [
    site,
    place,
    arm ?? '-',
    last === undefined ? '-' : `${last.visit} ${last.on}`,
    next === undefined ? '-' : `${next.visit} ${next.earliest ?? '?'} ${next.latest ?? '?'}`,
    doses,
    end === undefined ? '-' : `${end.how} ${end.on}`,
  ].join(' | ');
};

/** Randomised on 2026-06-01; the windows are day 25 to 31 for week 4, 53 to 59 for week 8, 81 to 87 for week 12. */
const rows: readonly (readonly [what: string, events: readonly ParticipantEvent[], expected: string])[] = [
  ['identified', [g.identified], 'nanjing | in screening | - | - | screening ? ? | 0 | -'],
  [
    'screened',
    [g.identified, g.consented, g.screeningHeld],
    'nanjing | in screening | - | screening 2026-05-18 | baseline ? ? | 0 | -',
  ],
  [
    'not eligible',
    [g.identified, g.consented, g.screeningHeld, failed],
    'nanjing | not eligible | - | screening 2026-05-18 | - | 0 | -',
  ],
  [
    'declined',
    [g.identified, { type: 'participant declined', on: '2026-05-11' }],
    'nanjing | declined | - | - | - | 0 | -',
  ],
  [
    'randomised',
    g.randomisedTo(study, 'msc'),
    'nanjing | randomised | msc | baseline 2026-06-01 | week 4 2026-06-26 2026-07-02 | 0 | -',
  ],
  [
    'randomised, arm not told',
    g.maskedPast(),
    'nanjing | randomised | - | baseline 2026-06-01 | week 4 2026-06-26 2026-07-02 | 0 | -',
  ],
  [
    'treated',
    g.randomisedTo(study, 'msc', dose, g.held('week 4', '2026-06-29')),
    'nanjing | randomised | msc | week 4 2026-06-29 | week 8 2026-07-24 2026-07-30 | 1 | -',
  ],
  [
    'missed a visit, and left one out',
    g.randomisedTo(study, 'msc', missed),
    'nanjing | randomised | msc | baseline 2026-06-01 | week 12 2026-08-21 2026-08-27 | 0 | -',
  ],
  [
    'withdrew',
    g.randomisedTo(study, 'il-2', ended),
    'nanjing | randomised | il-2 | baseline 2026-06-01 | - | 0 | withdrawn 2026-07-10',
  ],
  [
    'after the last visit',
    g.randomisedTo(study, 'il-2', g.held('week 24', '2026-11-16')),
    'nanjing | randomised | il-2 | week 24 2026-11-16 | - | 0 | -',
  ],
];

for (const [what, events, expected] of rows) test(what, () => assert.equal(say(events), expected));

test('the last visit leads to its event', () => {
  const { lastVisit } = standingOf(study, g.participantAfter(g.randomisedTo(study, 'msc')));
  assert.match(lastVisit?.record ?? '', /^participant\/P-001#\d+\/baseline$/);
});
