import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import type { HistoryEntry, ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');

const base = [g.identified, g.consented];
const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), ...base, ...events);
const prednisone: HistoryEntry = {
  source: 'medication',
  concept: 'prednisone',
  start: '2026-01',
  end: 'ongoing',
  dose: { amount: '10', unit: 'mg', everyDays: 2, timesADay: 1 },
  kind: 'maintenance',
};

test('records of any source, with partial dates, attributes and doses', () => {
  const records: readonly HistoryEntry[] = [
    prednisone,
    { source: 'medication', concept: 'rituximab', start: '2025' },
    { source: 'medication', concept: 'mycophenolate', start: '2025-UK-UK', end: '2026-01-31' },
    {
      source: 'condition',
      concept: 'infection',
      start: '2026-04-01',
      end: '2026-04',
      attributes: { severe: true, treated: false },
    },
    { source: 'adverse event', concept: 'infusion-reaction', start: '2026-06-01', attributes: { serious: false } },
  ];
  past().when({ type: 'record history', records }).then({ type: 'history recorded', records });
});

test('one wrong record keeps all of them out', () => {
  past()
    .when({ type: 'record history', records: [prednisone, { ...prednisone, concept: 'prednisoon' }] })
    .refuses('name unknown');
});

test('a course that goes on is ended under its own record, not before its start, once', () => {
  const recorded: ParticipantEvent = {
    type: 'history recorded',
    records: [prednisone, { ...prednisone, concept: 'tacrolimus' }],
  };
  const end = (record: string, on: string): ParticipantCommand => ({ type: 'end course', record, end: on });
  const ended: ParticipantEvent = { type: 'course ended', record: 'participant/P-001#3/tacrolimus.2', end: '2026-02' };
  past(recorded).when(end('participant/P-001#3/tacrolimus.2', '2026-02')).then(ended);
  past(recorded).when(end('participant/P-001#3/tacrolimus.2', '2025-12-31')).refuses('date impossible');
  past(recorded)
    .when(end('participant/P-001#3/tacrolimus.2', '2026-01'))
    .then({ ...ended, end: '2026-01' });
  past(recorded, ended).when(end('participant/P-001#3/tacrolimus.2', '2026-03-01')).refuses('done already');
  assert.deepEqual(
    g.participantAfter([...base, recorded, ended]).history.map(({ concept, end: until }) => [concept, until]),
    [
      ['prednisone', 'ongoing'],
      ['tacrolimus', '2026-02'],
    ],
  );
});

test('a history is signed through a day; the latest signature stands', () => {
  const sign = (through: string): ParticipantEvent => ({ type: 'history completed', source: 'medication', through });
  past().when({ type: 'complete history', source: 'medication', through: '2026-05-18' }).then(sign('2026-05-18'));
  const through = (...events: readonly ParticipantEvent[]) =>
    g.participantAfter([...base, ...events]).completeThrough.get('medication');
  assert.equal(through(sign('2026-05-18'), sign('2026-06-01')), '2026-06-01');
  assert.equal(through(sign('2026-06-01'), sign('2026-05-18')), '2026-06-01');
});

test('a record is corrected with a reason, by one of its source, and stands under the new record', () => {
  const recorded: ParticipantEvent = { type: 'history recorded', records: [prednisone] };
  const replaces = 'participant/P-001#3/prednisone.1';
  const entry: HistoryEntry = { ...prednisone, start: '2025-11', end: '2026-03' };
  const correct = (changed: object): ParticipantCommand => ({
    type: 'correct history',
    replaces,
    entry,
    reason: 'discharge letter',
    ...changed,
  });
  const corrected: ParticipantEvent = { type: 'history corrected', replaces, entry };
  past(recorded).when(correct({})).then(corrected);
  past(recorded)
    .when(correct({ reason: ' ' }))
    .refuses('reason missing');
  past(recorded)
    .when(correct({ replaces: 'participant/P-001#2/prednisone.1' }))
    .refuses('value not found');
  past(recorded, corrected).when(correct({})).refuses('value not found');
  past(recorded)
    .when(correct({ entry: { ...entry, end: '2025-10' } }))
    .refuses('date impossible');
  past(recorded)
    .when(correct({ entry: { source: 'condition', concept: 'infection', start: '2026-01' } }))
    .refuses('value not accepted');
  assert.deepEqual(g.participantAfter([...base, recorded, corrected]).history, [
    { ...entry, record: 'participant/P-001#4/prednisone.1' },
  ]);
});

test('a record of somebody else is struck: it stands no longer, and its number is not given again', () => {
  const recorded: ParticipantEvent = {
    type: 'history recorded',
    records: [prednisone, { ...prednisone, concept: 'tacrolimus' }],
  };
  const record = 'participant/P-001#3/prednisone.1';
  const strike = (reason: string): ParticipantCommand => ({ type: 'strike history', record, reason });
  const struck: ParticipantEvent = { type: 'history struck', record };
  past(recorded).when(strike('chart of another person')).then(struck);
  past(recorded).when(strike('')).refuses('reason missing');
  past(recorded, struck).when(strike('again')).refuses('value not found');
  assert.deepEqual(
    g.participantAfter([...base, recorded, struck]).history.map((entry) => entry.record),
    ['participant/P-001#3/tacrolimus.2'],
  );
});
