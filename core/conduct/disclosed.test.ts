import assert from 'node:assert/strict';
import test from 'node:test';
import { disclosedEvent } from './disclosed.ts';
import type { ParticipantEvent } from './trial-event.ts';

const places = new Map([[2, 31]]);
const entry = { source: 'adverse event', concept: 'fever', start: '2026-06-01' } as const;
const sent = { instant: '2026-06-20T08:00:00Z', offset: '+00:00', zone: 'UTC', date: '2026-06-20' };
const opinion = { causality: 'related', expectedness: 'unexpected' } as const;
const rows: readonly (readonly [ParticipantEvent, ParticipantEvent])[] = [
  [
    { type: 'course ended', record: 'sealed/P-001#2/fever.1', end: '2026-06' },
    { type: 'course ended', record: 'participant/P-001#31/fever.1', end: '2026-06' },
  ],
  [
    { type: 'history struck', record: 'sealed/P-001#2/fever.1' },
    { type: 'history struck', record: 'participant/P-001#31/fever.1' },
  ],
  [
    { type: 'report sent', record: 'sealed/P-001#2/fever.1', duty: 'eu-15-days', sent },
    { type: 'report sent', record: 'participant/P-001#31/fever.1', duty: 'eu-15-days', sent },
  ],
  [
    { type: 'event assessed', record: 'sealed/P-001#2/fever.1', determined: sent, ...opinion },
    { type: 'event assessed', record: 'participant/P-001#31/fever.1', determined: sent, ...opinion },
  ],
  [
    { type: 'history corrected', replaces: 'sealed/P-001#2/fever.1', entry },
    { type: 'history corrected', replaces: 'participant/P-001#31/fever.1', entry },
  ],
  [
    { type: 'item corrected', visit: 'week 4', replaces: 'sealed/P-001#2/a/b', entry: { item: 'a/b', value: '1' } },
    {
      type: 'item corrected',
      visit: 'week 4',
      replaces: 'participant/P-001#31/a/b',
      entry: { item: 'a/b', value: '1' },
    },
  ],
];

test('what a sealed event refers to is found in public under its record there', () => {
  for (const [sealed, said] of rows) assert.deepEqual(disclosedEvent(sealed, 'P-001', places), said);
});

test('what refers to nothing sealed, to nobody else or to nothing disclosed is said as it is', () => {
  const same: readonly ParticipantEvent[] = [
    { type: 'assignment disclosed', arm: 'cells' },
    { type: 'history struck', record: 'participant/P-001#2/fever.1' },
    { type: 'history struck', record: 'sealed/P-002#2/fever.1' },
    { type: 'history struck', record: 'sealed/P-001#3/fever.1' },
  ];
  for (const event of same) assert.deepEqual(disclosedEvent(event, 'P-001', places), event);
});
