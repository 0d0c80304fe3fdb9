import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { HistoryEntry, ParticipantEvent } from '#core/conduct/trial-event.ts';
import { conductTable } from './conduct-table.ts';

const study = g.shipped('nct05631717');

const happened = (concept: string, start: string, attributes?: HistoryEntry['attributes']): ParticipantEvent => ({
  type: 'history recorded',
  records: [{ source: 'adverse event', concept, start, ...(attributes === undefined ? {} : { attributes }) }],
});
const given = (number: number, on: string): ParticipantEvent => ({
  type: 'dose given',
  dose: 'il-2-injection',
  number,
  on,
  planned: on,
  amount: '1000000',
  unit: 'IU',
});
const handed = (type: 'medicine dispensed' | 'medicine returned', units: number): ParticipantEvent => ({
  type,
  dose: 'tablets',
  visit: 'week 4',
  on: '2026-06-29',
  units,
});

/** Randomised on 2026-06-01. The window of week 4 is day 25 to 31: 2026-06-26 to 2026-07-02; of week 8, day 53 to 59. */
const busy = g.participantAfter(
  g.randomisedTo(
    study,
    'msc',
    g.held('week 4', '2026-07-02'),
    g.held('week 8', '2026-07-31'),
    { type: 'visit missed', visit: 'week 12' },
    given(1, '2026-06-01'),
    given(2, '2026-06-03'),
    { type: 'dose missed', dose: 'il-2-injection', number: 3, on: '2026-06-05', why: 'fever' },
    handed('medicine dispensed', 56),
    handed('medicine dispensed', 28),
    handed('medicine returned', 3),
    { type: 'item corrected', visit: 'week 4', replaces: 'x', entry: { item: 'UPCR', value: '1.0', unit: 'g/g' } },
    happened('infection-event', '2026-06-10', { serious: true }),
    happened('adverse-event', '2026-06', { serious: false }),
    happened('adverse-event', '2026-05-31', { serious: true }),
    happened('adverse-event', '2026-07-01'),
  ),
);
const quiet = g.participantAfter(g.randomisedTo(study, 'il-2'));

const valuesOf = (people: readonly Participant[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    conductTable(study, people).rows.map(({ label, cells }) => [label, cells.map(({ value }) => value)]),
  );

test('one to whom much happened, one to whom nothing did', () => {
  assert.deepEqual(valuesOf([busy, quiet]), {
    'visits held': ['4', '2'],
    'of these outside their window': ['1', '0'],
    'visits missed': ['1', '0'],
    'doses given': ['2', '0'],
    'doses missed': ['1', '0'],
    'medicine handed out': ['2 (84 doses)', '0'],
    'medicine brought back': ['1 (3 doses)', '0'],
    'participants with a corrected item': ['1', '0'],
    'adverse events': ['3', '0'],
    'of these serious': ['1', '0'],
    'of these not said whether serious': ['1', '0'],
    'participants with an adverse event': ['1', '0'],
    'participants with a serious one': ['1', '0'],
  });
});

test('what may not happen in a trial is not shown where it did not; what always may is shown as none', () => {
  assert.deepEqual(Object.keys(valuesOf([quiet])), [
    'visits held',
    'of these outside their window',
    'visits missed',
    'doses given',
    'adverse events',
    'of these serious',
    'participants with an adverse event',
  ]);
  for (const values of Object.values(valuesOf([]))) assert.deepEqual(values, ['0', '0']);
});

test('those who were screened alone are in no arm', () => {
  assert.deepEqual(valuesOf([g.participantAfter(g.screened(study))]), valuesOf([]));
});

test('as soon as one arm is not told all are one group', () => {
  const untold = g.participantAfter(g.maskedPast());
  const { columns, rows } = conductTable(study, [busy, untold]);
  assert.deepEqual(columns, ['all participants']);
  assert.ok(rows.every(({ cells }) => cells.length === 1));
});

test('each figure rests on the records that it counts', () => {
  const { rows } = conductTable(study, [busy, quiet]);
  for (const { cells } of rows)
    for (const { id, value, rests } of cells) {
      assert.equal(rests.length, Number.parseInt(value, 10), id);
      assert.equal(new Set(rests).size, rests.length, id);
      for (const record of rests) assert.match(record, /^participant\/P-001#\d+\/./);
    }
  const [held, outside] = rows.map(({ cells }) => cells[0]?.rests.map((record) => record.replace(/.*\//, '')));
  assert.deepEqual([held, outside], [['screening', 'baseline', 'week 4', 'week 8'], ['week 8']]);
});
