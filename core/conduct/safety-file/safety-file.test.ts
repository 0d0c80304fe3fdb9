import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { at, hospital, infection, learnt, mild, now, person, record, reported } from './given.ts';
import { emptySafetyFile, evolveSafetyFile, lastVersion, withRecordMoved, withRecordStruck } from './safety-file.ts';

const later = at('2026-06-20');
const followed: ParticipantEvent = {
  type: 'event followed up',
  record,
  awareness: later,
  received: now,
  changed: { grade: 3, seriousness: ['hospitalisation'] },
  learnt: 'taken to hospital',
};
const assessed: ParticipantEvent = {
  type: 'event assessed',
  record,
  determined: now,
  causality: 'related',
  expectedness: 'unexpected',
};
const sent: ParticipantEvent = { type: 'report sent', record, duty: 'eu-15-days', sent: now };

test('a report opens the file of a record; what follows is added to it and nothing is replaced', () => {
  const { safety } = person(reported(mild), followed, assessed, sent);
  assert.deepEqual(safety.events.get(record), {
    versions: [
      { awareness: learnt, received: now, said: mild, learnt: undefined },
      {
        awareness: later,
        received: now,
        said: { ...mild, grade: 3, seriousness: ['hospitalisation'] },
        learnt: 'taken to hospital',
      },
    ],
    assessments: [{ determined: now, causality: 'related', expectedness: 'unexpected' }],
    sent: [{ duty: 'eu-15-days', sent: now }],
  });
});

test('what stands is the last version', () => {
  const file = person(reported(hospital), followed).safety.events.get(record) ?? assert.fail();
  assert.deepEqual(lastVersion(file).awareness, later);
  assert.equal(lastVersion(file).said.outcome, 'not recovered', 'what did not change stays');
});

test('a record that is corrected keeps its file, under the record that stands now', () => {
  const correction: ParticipantEvent = {
    type: 'history corrected',
    replaces: record,
    entry: { source: 'adverse event', concept: 'adverse-event', start: '2026-06-09' },
  };
  const { safety, history } = person(reported(hospital), correction);
  assert.deepEqual([...safety.events.keys()], ['participant/P-001#5/adverse-event.1']);
  assert.deepEqual(
    history.map((entry) => entry.record),
    [...safety.events.keys()],
  );
});

test('a record that is struck takes its file along; others keep theirs', () => {
  const struck: ParticipantEvent = { type: 'history struck', record };
  assert.equal(person(reported(hospital), struck).safety.events.size, 0);
  const { safety } = person(reported(hospital), { type: 'history struck', record: 'participant/P-001#9/a.1' });
  assert.equal(safety.events.size, 1);
});

test('a record without a file is corrected and struck without one', () => {
  assert.equal(withRecordMoved(emptySafetyFile, 'a', 'b'), emptySafetyFile);
  assert.equal(withRecordStruck(emptySafetyFile, 'a'), emptySafetyFile);
});

test('a pregnancy stands under its report until it ended, and after it', () => {
  const report: ParticipantEvent = {
    type: 'pregnancy reported',
    of: 'partner',
    awareness: learnt,
    received: now,
    lastPeriod: '2026-04',
  };
  const pregnancy = 'participant/P-001#4/pregnancy';
  const found = person(report, { type: 'pregnancy ended', pregnancy, outcome: 'live birth', on: '2027-01-20' });
  assert.deepEqual(found.safety.pregnancies, [
    {
      record: pregnancy,
      of: 'partner',
      awareness: learnt,
      received: now,
      lastPeriod: '2026-04',
      ended: { outcome: 'live birth', on: '2027-01-20' },
    },
  ]);
});

test('nothing of it is an act that comes once: milestones hang on those', () => {
  const before = g.participantAfter([g.identified, g.consented, infection()]);
  assert.deepEqual(person(reported(), followed, assessed, sent).acts, before.acts);
});

test('an entry into a file that was never opened stops the program', () =>
  assert.throws(
    () => evolveSafetyFile(emptySafetyFile, { type: 'report sent', record, duty: 'eu-15-days', sent: now }, ''),
    /infection-event\.1 has no file/,
  ));
