import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { deviationTable } from './deviation-table.ts';

const study = g.shipped('nct05631717');
const person = g.participantAfter(g.randomisedTo(study, 'msc'));
const other = { ...person, id: 'P-002', arm: 'il-2' };
const screened = { ...g.participantAfter([g.identified]), id: 'P-003' };
const found = (participant: string, kind: Deviation['kind'], importance: Deviation['importance']): Deviation => ({
  kind,
  importance,
  participant,
  on: '2026-06-01',
  record: `participant/${participant}#9/visit`,
  says: `${kind} of ${participant}`,
});

test('what is important stands first, then what came most; each cell leads to its records and sentences', () => {
  const table = deviationTable(
    study,
    [person, other, screened],
    [
      found('P-001', 'visit missed', 'minor'),
      found('P-002', 'visit missed', 'minor'),
      found('P-003', 'section empty', 'minor'),
      found('P-002', 'no contact', 'important'),
    ],
  );
  assert.deepEqual(table.columns, ['msc', 'il-2', 'no arm']);
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['no contact !', '0', '1', '0'],
      ['visit missed', '1', '1', '0'],
      ['section empty', '0', '0', '1'],
    ],
  );
  const cell = table.rows[1]?.cells[0];
  assert.deepEqual(
    [cell?.id, cell?.rests, cell?.because],
    ['deviations/visit-missed/msc', ['participant/P-001#9/visit'], ['P-001: visit missed of P-001']],
  );
});

test('without deviations the table is empty, and has no column for nobody', () => {
  const table = deviationTable(study, [person], []);
  assert.deepEqual([table.rows, table.columns], [[], ['msc', 'il-2']]);
});

test('while one arm is not told all who were allocated are one group, and no arm is named', () => {
  const table = deviationTable(
    study,
    [person, { ...other, arm: undefined }, screened],
    [
      found('P-001', 'visit missed', 'minor'),
      found('P-002', 'visit missed', 'minor'),
      found('P-003', 'no contact', 'minor'),
    ],
  );
  assert.deepEqual(table.columns, ['all participants', 'no arm']);
  assert.deepEqual(
    table.rows.map(({ cells }) => cells.map(({ value }) => value)),
    [
      ['0', '1'],
      ['2', '0'],
    ],
  );
});
