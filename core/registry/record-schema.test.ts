import assert from 'node:assert/strict';
import test from 'node:test';
import { type RecordChanges, recordFrom } from './given.ts';
import { recordSchema } from './record-schema.ts';

const least = { registry: 'ClinicalTrials.gov', id: 'NCT00000000', 'read on': '2026-11-22' };

test('the least record has a register, a number and a day; all else is empty', () => {
  const record = recordSchema.parse(least);
  assert.deepEqual([record.inclusion, record['primary outcomes'], record.copies, record.dates], [[], [], [], {}]);
  assert.deepEqual(record.design, { 'masked roles': [] });
  assert.equal(record.enrolment, undefined);
});

const refused: readonly (readonly [what: string, changes: object])[] = [
  ['an unknown field', { sponsors: 'x' }],
  ['an unknown field of a copy', { copies: [{ where: 'a', kind: 'copy', url: 'x' }] }],
  ['a copy without its place', { copies: [{ kind: 'copy' }] }],
  ['a copy of a copy', { copies: [{ where: 'a', kind: 'copy', copies: [] }] }],
  ['a date that does not exist', { dates: { start: { date: '2022-02-30' } } }],
  ['a date with a month in words', { dates: { start: { date: 'May 2022' } } }],
  ['a day of reading that does not exist', { 'read on': '2026-11-31' }],
  ['a day of reading without its day', { 'read on': '2026-11' }],
  ['a date as forms write it', { dates: { start: { date: '2022-10-UK' } } }],
  ['an age without a unit', { ages: { minimum: '18' } }],
  ['half a participant', { enrolment: { participants: 0.5 } }],
  ['an empty criterion', { inclusion: [''] }],
  ['a number of its own kind', { id: 'NCT 1' }],
  ['an unknown masking', { design: { masking: 'open' } }],
];

test('what the schema refuses', () => {
  for (const [what, changes] of refused) assert.ok(!recordSchema.safeParse({ ...least, ...changes }).success, what);
});

test('what it takes in', () => {
  const taken: readonly RecordChanges[] = [
    { dates: { start: { date: '2022' }, completion: { date: '2022-02', type: 'not stated' } } },
    { ages: { minimum: '6 months' } },
    { copies: [{ where: 'a', kind: 'publication', 'cut off': ['exclusion'], version: 'later' }] },
  ];
  for (const changes of taken) assert.ok(recordFrom(changes));
});
