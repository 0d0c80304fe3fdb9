import assert from 'node:assert/strict';
import test from 'node:test';
import { noStudy, type StudyState } from '#core/conduct/study-state.ts';
import { publishedFlow } from '#core/reports/given.ts';
import type { ParticipantStanding } from '#core/reports/standing.ts';
import { colourStyle, plainStyle } from '#hosts/render/text.ts';
import { sayFlow, sayParticipants, sayStudyState } from './say-standing.ts';

const open: StudyState = {
  ...noStudy,
  approved: 'b69e2ca015acf782',
  sealed: { commitment: 'c', slots: 42 },
  openFor: 'rehearsal',
};

/** What happened to the study, and how it is said. */
const states: readonly (readonly [StudyState, string])[] = [
  [noStudy, 'The study: not approved, not open.'],
  [{ ...noStudy, approved: 'b69e2ca015acf782' }, 'The study: approved as b69e2ca015ac, not open.'],
  [open, 'The study: approved as b69e2ca015ac, allocation list sealed (42 slots), opened for rehearsal.'],
  [
    { ...open, sealed: undefined, closedOn: '2026-05-01', lockedOn: '2026-12-01', unblindedOn: '2026-12-02' },
    'The study: approved as b69e2ca015ac, opened for rehearsal, recruitment closed on 2026-05-01, data locked on 2026-12-01, unblinded on 2026-12-02.',
  ],
  [
    {
      ...open,
      drafted: { hash: 'aaaaaaaaaaaaaaaa', by: 'x' },
      versions: ['v1', 'b69e2ca015acf782'],
      paused: { on: '2026-04-01', what: 'recruitment' },
      cuts: [{ on: '2026-05-01', events: 812, head: 'x' }],
      lockedVisits: ['baseline', 'week 24'],
    },
    'The study: approved as b69e2ca015ac, amended 1 time, aaaaaaaaaaaa drafted, allocation list sealed (42 slots), opened for rehearsal, recruitment paused since 2026-04-01, data cut on 2026-05-01 after event 812, locked through week 24.',
  ],
];

for (const [state, said] of states) test(said, () => assert.equal(sayStudyState(state), said));

test('a flow in lines, each number with its label', () => {
  assert.deepEqual(sayFlow(publishedFlow, plainStyle), [
    'Participant flow',
    '  Screened      1038',
    '  Not enrolled   975',
    '  Randomised      63',
    '  Not treated      3',
    'cells',
    '  Treated  40',
    'placebo',
    '  Treated  20',
  ]);
});

test('a flow that does not close is no flow of ours', () => {
  assert.throws(
    () => sayFlow({ ...publishedFlow, screened: 1 }, plainStyle),
    /the flow of published is refused: .*975/,
  );
});

const standing: ParticipantStanding = {
  participant: '0001',
  site: 'nanjing',
  place: 'randomised',
  arm: 'msc',
  lastVisit: { visit: 'week 4', on: '2026-06-29', record: 'participant/0001#30/week 4' },
  nextVisit: { visit: 'week 8', earliest: '2026-07-24', latest: '2026-07-30' },
  doses: 1,
  ended: undefined,
};
const early: ParticipantStanding = {
  ...standing,
  participant: '0002',
  place: 'in screening',
  arm: undefined,
  lastVisit: undefined,
  nextVisit: { visit: 'screening', earliest: undefined, latest: undefined },
  doses: 0,
};
const gone: ParticipantStanding = {
  ...standing,
  participant: '0003',
  nextVisit: undefined,
  ended: { on: '2026-07-10', how: 'withdrawn' },
};

test('participants in a line each, in columns', () => {
  assert.deepEqual(sayParticipants([standing, early, gone], plainStyle), [
    '  participant  site     place         arm  last visit           next visit                         doses  ended',
    '  0001         nanjing  randomised    msc  week 4 (2026-06-29)  week 8 (2026-07-24 to 2026-07-30)  1',
    '  0002         nanjing  in screening                            screening                          0',
    '  0003         nanjing  randomised    msc  week 4 (2026-06-29)                                     1      withdrawn (2026-07-10)',
  ]);
});

test('without participants there are the names of the columns; on a terminal they are faint', () => {
  assert.equal(sayParticipants([], plainStyle).length, 1);
  assert.ok(sayParticipants([standing], colourStyle)[0]?.startsWith('\u001b[2m'));
});
