import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { ParticipantCommand } from './command.ts';
import { decideParticipant, refusedBefore } from './decide-participant.ts';
import { evolveParticipant } from './evolve-participant.ts';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';
import { noStudy } from './study-state.ts';

const study = g.shipped('nct05631717');

const identified = g.participantAfter([g.identified]);

test('what is asked whatever the command, in its order', () => {
  const left = g.participantAfter([
    g.identified,
    g.consented,
    { type: 'participation ended', on: '2026-06-10', how: 'died' },
  ]);
  const declined = g.participantAfter([g.identified, { type: 'participant declined', on: '2026-05-11' }]);
  const rows = [
    ['enrol', g.participantAfter([]), noStudy, 'sponsor', { refused: 'role may not', role: 'sponsor', act: 'enrol' }],
    ['enrol', g.participantAfter([]), noStudy, 'investigator', { refused: 'study not open' }],
    [
      'enrol',
      g.participantAfter([]),
      g.openTrial,
      'investigator',
      { refused: 'participant unknown', participant: 'P-001' },
    ],
    ['enrol', left, g.openTrial, 'investigator', { refused: 'participation ended', how: 'died', on: '2026-06-10' }],
    [
      'enrol',
      declined,
      g.openTrial,
      'investigator',
      { refused: 'participation ended', how: 'declined', on: '2026-05-11' },
    ],
    ['enrol', identified, g.openTrial, 'investigator', undefined],
    ['identify', g.participantAfter([]), g.openTrial, 'investigator', undefined],
  ] as const;
  for (const [act, person, trial, role, expected] of rows)
    assert.deepEqual(refusedBefore(act, person, trial, g.settingOf(study, role), 'P-001'), expected);
});

test('a person who is not there is named by the id that was asked for', () => {
  const answer = decideParticipant(
    { type: 'enrol', on: '2026-05-20' },
    g.participantAfter([]),
    g.openTrial,
    g.settingOf(study),
    'P-404',
  );
  assert.deepEqual(answer, { refused: 'participant unknown', participant: 'P-404' });
});

/** Commands with any text where a text may stand. */
const word = fc.constantFrom(
  'screening',
  'week 4',
  'kidney',
  'UPCR',
  'prednisone',
  'rituximab',
  'msc-infusion',
  '2026-05-18',
  '2026-05',
  'never',
  '',
  '__proto__',
);
const unit = fc.constantFrom('mg', 'g/g', 'mg/dL', '', 'x');
const item = fc.record({ item: word, value: fc.constantFrom('1', '<0.04', 'not done', 'x', 'present', ''), unit });
const day = fc.constantFrom('2026-05-18', '2026-06-01', '2028-01-01', '2026-02-30', 'x');
const record = fc.record({
  source: fc.constant('medication' as const),
  concept: word,
  start: word,
  end: word,
  dose: fc.record({ amount: word, unit, everyDays: fc.integer(), timesADay: fc.double() }),
});
const command: fc.Arbitrary<ParticipantCommand> = fc.oneof(
  fc.record({ type: fc.constant('hold visit' as const), visit: word, on: day }),
  fc.record({ type: fc.constant('miss visit' as const), visit: word }),
  fc.record({
    type: fc.constant('record section' as const),
    visit: word,
    section: word,
    items: fc.array(item, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('correct item' as const), visit: word, replaces: word, entry: item, reason: word }),
  fc.record({ type: fc.constant('record history' as const), records: fc.array(record, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('end course' as const), record: word, end: word }),
  fc.record({
    type: fc.constant('complete history' as const),
    source: fc.constant('medication' as const),
    through: day,
  }),
  fc.record({ type: fc.constant('assess eligibility' as const), on: day }),
  fc.record({ type: fc.constant('enrol' as const), on: day }),
  fc.record({ type: fc.constant('give dose' as const), dose: word, number: fc.integer({ min: -1, max: 3 }), on: day }),
  fc.record({ type: fc.constant('discontinue treatment' as const), on: day, why: word }),
);

test('any command is answered with events that fold, or with a refusal: nothing throws', () => {
  const starts = [
    [g.identified],
    [g.identified, g.consented, g.screeningHeld],
    g.screened(study),
    g.randomisedTo(study, 'msc'),
  ].map(g.participantAfter);
  let [accepted, refused] = [0, 0];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(command, { maxLength: 12 }), (start, commands) => {
      let person = start;
      for (const each of commands) {
        const answer = decideParticipant(each, person, g.openTrial, g.settingOf(study));
        if (isRefusal(answer)) refused += 1;
        else {
          accepted += 1;
          const before = person.version;
          person = answer.reduce(evolveParticipant, person);
          assert.equal(person.version, before + answer.length);
        }
      }
    }),
    { numRuns: 120 },
  );
  assert.ok(accepted > 5 && refused > 50, `${accepted} accepted, ${refused} refused`);
});
