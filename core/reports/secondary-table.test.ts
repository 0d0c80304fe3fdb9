import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { minus } from './round.ts';
import { secondaryTable } from './secondary-table.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const table = secondaryTable(study, deriveValues(study, sixPeople(study)));
const row = (label: string): readonly string[] | undefined =>
  table.rows.find((each) => each.label === label)?.cells.map(({ value }) => value);

test('every endpoint that is not analysed is described, by arm', () => {
  assert.deepEqual(table.columns, ['msc', 'il-2']);
  assert.deepEqual(
    table.rows.map(({ label }) => label),
    study.definition.endpoints.filter(({ id }) => id !== 'response').map(({ title }) => title),
  );
});

/** By hand: P-001 went from 10 to 4, P-002 from 8 to 9; (−6 + 1) / 2 = −2.5. Nobody else has two forms. */
test('the mean of the changes that are known, with how many they are', () => {
  assert.deepEqual(row('Change of SLEDAI-2K'), [`mean ${minus}2.50 (2 of 3 known)`, '0 of 3 known']);
  assert.deepEqual(row('Change of daily prednisone equivalent'), [
    'mean 0.00 mg/d (3 of 3 known)',
    'mean 0.00 mg/d (1 of 3 known)',
  ]);
});

test('what is met, of how many, and of how many it is not known', () => {
  assert.deepEqual(row('Complete response'), ['1 of 3', '0 of 3']);
  assert.deepEqual(row('Any serious adverse event'), ['0 of 3, 1 not known', '0 of 3, 3 not known']);
});

test('each cell rests on the values of its people', () => {
  assert.deepEqual(
    table.rows[0]?.cells[1]?.rests,
    ['P-004', 'P-005', 'P-006'].map((id) => `value/complete-response/${id}`),
  );
});
