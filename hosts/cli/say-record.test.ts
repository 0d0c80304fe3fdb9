import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { closeEnvelope } from '#core/record/envelope.ts';
import { readRecordId, sayRecord } from './say-record.ts';

const said = (event: ParticipantEvent, item: string): string => {
  const at = { instant: '2026-03-02T01:00:00Z', offset: '+08:00', zone: 'Asia/Shanghai', date: '2026-03-02' };
  const actor = { id: 'a', role: 'investigator' };
  const place = { position: 9, stream: 'participant/001', version: 7, study: 's', previous: '0'.repeat(64) };
  return sayRecord(closeEnvelope<ParticipantEvent>({ ...place, event, at, actor }), item);
};
const prednisone = {
  source: 'medication',
  concept: 'prednisone',
  start: '2026-01-10',
  end: 'ongoing',
  dose: { amount: '30', unit: 'mg', everyDays: 1, timesADay: 1 },
  kind: 'taper',
} as const;
const rituximab = { source: 'medication', concept: 'rituximab', start: '2026-03' } as const;
const head = 'event 9 participant/001 #7 on 2026-03-02 by investigator: ';

/** The event, the item that is asked for, and the line without its head. */
const rows: readonly (readonly [ParticipantEvent, string, string])[] = [
  [
    {
      type: 'section recorded',
      visit: 'week 4',
      section: 'kidney',
      items: [{ item: 'UPCR', value: '0.50', unit: 'g/g' }],
    },
    'UPCR',
    'section recorded: week 4, kidney: UPCR = 0.50 g/g',
  ],
  [
    { type: 'section recorded', visit: 'week 4', section: 'kidney', items: [{ item: 'UPCR', value: 'not done' }] },
    'UPCR',
    'section recorded: week 4, kidney: UPCR = not done',
  ],
  [
    {
      type: 'item corrected',
      visit: 'week 4',
      replaces: 'participant/001#5/UPCR',
      entry: { item: 'UPCR', value: '5.0', unit: 'g/g' },
    },
    'UPCR',
    'item corrected: week 4: UPCR = 5.0 g/g, instead of participant/001#5/UPCR',
  ],
  [
    { type: 'history recorded', records: [rituximab, prednisone] },
    'prednisone.2',
    'history recorded: prednisone from 2026-01-10, ongoing, 30 mg every 1 d, 1 a day (taper)',
  ],
  [
    { type: 'history recorded', records: [rituximab, prednisone] },
    'rituximab.1',
    'history recorded: rituximab on 2026-03',
  ],
  [
    { type: 'judgements recorded', visit: 'screening', answers: [{ text: 'able/willing', answer: 'yes' }] },
    'able/willing',
    'judgements recorded: screening: "able/willing" yes',
  ],
  [
    {
      type: 'eligibility assessed',
      on: '2026-03-02',
      verdict: 'not eligible',
      found: [
        { criterion: 'I1', result: 'fails', because: ['too few', 'two'] },
        { criterion: 'I2', result: 'passes', because: [] },
      ],
    },
    'last',
    'eligibility assessed: not eligible | I1 fails: too few; two',
  ],
  [
    { type: 'participation ended', on: '2026-03-02', how: 'completed' },
    'last',
    'participation ended: on 2026-03-02, how completed',
  ],
];

for (const [event, item, expected] of rows) test(expected, () => assert.equal(said(event, item), head + expected));

test('record ids are read from the left: an item may hold any character', () => {
  assert.deepEqual(readRecordId('participant/001#7/SLEDAI-2K.rash'), {
    stream: 'participant/001',
    version: 7,
    item: 'SLEDAI-2K.rash',
  });
  assert.deepEqual(readRecordId('participant/001#17/a/b #3/c'), {
    stream: 'participant/001',
    version: 17,
    item: 'a/b #3/c',
  });
  for (const none of ['flow/screened', 'value/response/001', '', 'participant/001', 'participant/001#x/y'])
    assert.equal(readRecordId(none), undefined);
});
