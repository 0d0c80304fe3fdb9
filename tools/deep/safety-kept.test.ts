import assert from 'node:assert/strict';
import test from 'node:test';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import type { ParticipantEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { safetyFaults } from './safety-kept.ts';

const at = { instant: '2026-06-01T08:00:00Z', offset: '+00:00', zone: 'Etc/UTC', date: '2026-06-01' };
const before = { ...at, instant: '2026-06-01T07:00:00Z' };
const said: EventAnswers = {
  grade: 1,
  scale: 'CTCAE v5.0',
  seriousness: [],
  causality: 'related',
  byProcedure: 'not related',
  action: 'none',
  outcome: 'recovered',
};
const entry = { source: 'adverse event', concept: 'a', start: '2026-06-01' } as const;
const recorded: ParticipantEvent = { type: 'history recorded', records: [entry] };
const first = 'participant/P#1/a.1';
const report = (record = first): ParticipantEvent => ({
  type: 'event reported',
  record,
  awareness: before,
  received: at,
  said,
});
const assess = (record = first): ParticipantEvent => ({
  type: 'event assessed',
  record,
  determined: at,
  causality: 'related',
  expectedness: 'unexpected',
});
const correct: ParticipantEvent = { type: 'history corrected', replaces: first, entry: { ...entry, concept: 'b' } };
const strike: ParticipantEvent = { type: 'history struck', record: first };
const sent: ParticipantEvent = { type: 'report sent', record: first, duty: 'eu-15-days', sent: at };
const pregnant: ParticipantEvent = { type: 'pregnancy reported', of: 'partner', awareness: before, received: at };
const ended = (version: number): ParticipantEvent => ({
  type: 'pregnancy ended',
  pregnancy: `participant/P#${version}/pregnancy`,
  outcome: 'not known',
  on: '2026-06-01',
});

/** Events of one stream, and the place and fault that are seen. */
const rows: readonly (readonly [events: readonly ParticipantEvent[], fault: string | undefined])[] = [
  [[recorded, report(), assess(), sent], undefined],
  [[recorded, assess(), report()], '#2 event assessed: before the report'],
  [[recorded, sent], '#2 report sent: before the report'],
  [[recorded, report(), report()], '#3 event reported: again'],
  [[report()], '#1 event reported: of no adverse event that stands'],
  [[recorded, report(), correct, assess('participant/P#3/b.1')], undefined],
  [[recorded, report(), correct, assess()], '#4 event assessed: before the report'],
  [[recorded, report(), strike, assess()], '#4 event assessed: before the report'],
  [[recorded, strike, report()], '#3 event reported: of no adverse event that stands'],
  [
    [{ type: 'history recorded', records: [{ ...entry, source: 'condition' }] }, report()],
    '#2 event reported: of no adverse event that stands',
  ],
  [
    [recorded, { type: 'event reported', record: first, awareness: at, received: before, said }],
    '#2 event reported: received before it was learnt of',
  ],
  [[pregnant, ended(1)], undefined],
  [[pregnant, ended(2)], '#2 pregnancy ended: before the report'],
  [[pregnant, ended(1), ended(1)], '#3 pregnancy ended: again'],
];
for (const [events, fault] of rows)
  test(`${events.map(({ type }) => type).join(', ')}: ${fault ?? 'in order'}`, () => {
    const log = openMemoryLog<TrialEvent>();
    const stream = 'participant/P';
    log.append({
      reads: [{ stream, version: 0 }],
      events: events.map((event) => ({ stream, event })),
      at,
      actor: { id: 'dr-1', role: 'investigator' },
      study: 'hash',
    });
    assert.deepEqual(safetyFaults(log.all()), fault === undefined ? [] : [`${stream} ${fault}`]);
  });
