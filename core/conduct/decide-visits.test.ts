import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import { itemAt } from './participant.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');

const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), ...events);
const holdWeek4 = (on: string): ParticipantCommand => ({ type: 'hold visit', visit: 'week 4', on });

test('a visit is in its window, or is not and is held all the same', () => {
  const randomised = g.randomisedTo(study, 'il-2');
  const rows = [
    ['2026-06-25', false],
    ['2026-06-26', true],
    ['2026-06-29', true],
    ['2026-07-02', true],
    ['2026-07-03', false],
  ] as const;
  for (const [on, inWindow] of rows)
    past(...randomised)
      .when(holdWeek4(on))
      .then({ type: 'visit held', visit: 'week 4', on, inWindow });
});

test('before randomisation there is no window', () => {
  past(g.identified, g.consented)
    .when({ type: 'hold visit', visit: 'screening', on: '2026-05-11' })
    .then(g.held('screening', '2026-05-11'));
  past(g.identified, g.consented)
    .when({ type: 'miss visit', visit: 'screening' })
    .then({ type: 'visit missed', visit: 'screening' });
});

test('a section is recorded as it was entered, also what was not done, also in two parts', () => {
  const here = [g.identified, g.consented, g.screeningHeld];
  const first = g.entries('creatinine 1.20 mg/dL', 'UPCR <0.04 g/g', 'protein-24h not done');
  past(...here)
    .when({ type: 'record section', visit: 'screening', section: 'kidney', items: first })
    .then(g.section('screening', 'kidney', first));
  past(...here, g.kidney('screening', 'UPCR 1 g/g'))
    .when({ type: 'record section', visit: 'screening', section: 'kidney', items: g.entries('creatinine 90 umol/L') })
    .then(g.kidney('screening', 'creatinine 90 umol/L'));
});

test('a correction replaces the value that stands, under a new record; only a change of the same item conflicts', () => {
  const recorded = [
    g.identified,
    g.consented,
    g.screeningHeld,
    g.kidney('screening', 'UPCR 20 g/g', 'creatinine 1 mg/dL'),
  ];
  const [entry] = g.entries('UPCR 2.0 g/g');
  assert.ok(entry);
  const correct = (replaces: string): ParticipantCommand => ({
    type: 'correct item',
    visit: 'screening',
    replaces,
    entry,
    reason: 'typed once too often',
  });
  const corrected: ParticipantEvent = {
    type: 'item corrected',
    visit: 'screening',
    replaces: 'participant/P-001#4/UPCR',
    entry,
  };
  past(...recorded)
    .when(correct('participant/P-001#4/UPCR'))
    .then(corrected);
  const after = g.participantAfter([...recorded, corrected]);
  assert.deepEqual(itemAt(after, 'screening', 'UPCR'), { ...entry, record: 'participant/P-001#5/UPCR' });
  assert.equal(itemAt(after, 'screening', 'creatinine')?.record, 'participant/P-001#4/creatinine');
  past(...recorded, corrected)
    .when(correct('participant/P-001#4/UPCR'))
    .refuses('value not found');
  past(...recorded, corrected)
    .when(correct('participant/P-001#5/UPCR'))
    .then({ ...corrected, replaces: 'participant/P-001#5/UPCR' });
});

test('judgements that the visit asks for', () => {
  const text = 'live vaccine expected during the study';
  past(g.identified, g.consented, g.screeningHeld)
    .when({ type: 'record judgements', visit: 'screening', answers: [{ text, answer: 'no' }] })
    .then({ type: 'judgements recorded', visit: 'screening', answers: [{ text, answer: 'no' }] });
  past(g.identified, g.consented, g.screeningHeld)
    .when({
      type: 'record judgements',
      visit: 'screening',
      answers: [
        { text, answer: 'no' },
        { text, answer: 'yes' },
      ],
    })
    .refuses('done already');
});

test('a name that is nearly right is answered with the right one', () => {
  const answer = (command: ParticipantCommand) =>
    g.deciderOf(study).decide(command, g.participantAfter([g.identified, g.consented, g.screeningHeld]));
  const rows = [
    [{ type: 'hold visit', visit: 'wek 4', on: '2026-06-29' }, 'visit', 'week 4'],
    [{ type: 'record section', visit: 'screening', section: 'kidny', items: [] }, 'section', 'kidney'],
    [{ type: 'record section', visit: 'screening', section: 'kidney', items: g.entries('UPRC 1 g/g') }, 'item', 'UPCR'],
    [
      {
        type: 'record judgements',
        visit: 'screening',
        answers: [{ text: 'live vacine expected during the study', answer: 'no' }],
      },
      'judgement',
      'live vaccine expected during the study',
    ],
  ] as const;
  for (const [command, kind, nearest] of rows) {
    const refused = answer(command);
    assert.ok('refused' in refused && refused.refused === 'name unknown', command.type);
    assert.deepEqual([refused.kind, refused.nearest], [kind, nearest]);
  }
});
