import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { edited } from '#core/study/given.ts';
import { minus } from './round.ts';
import { secondaryTable } from './secondary-table.ts';
import { deriveReport } from './trial-report.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = studyIn(text);

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

test('an endpoint at further visits has a row for each, in the order of time; figures have ids of their own', () => {
  const at = '    at: week 24\n    from: secondary[4]\n';
  const primary = '    at least: PR\n    at: week 24\n';
  const further = studyIn(
    edited(edited(text, at, `${at}    also at: [week 12, week 4]\n`), primary, `${primary}    also at: [week 12]\n`),
  );
  const report = deriveReport(further, sixPeople(further));
  const rows = report.tables.find(({ id }) => id === 'secondary')?.rows ?? [];
  const named = rows.filter(({ label }) => label.includes('week'));
  assert.deepEqual(
    named.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['Complete or partial response, week 12', '0 of 3', '0 of 3'],
      ['Change of SLEDAI-2K, week 4', '0 of 3 known', '0 of 3 known'],
      ['Change of SLEDAI-2K, week 12', '0 of 3 known', '0 of 3 known'],
      ['Change of SLEDAI-2K, week 24', `mean ${minus}2.50 (2 of 3 known)`, '0 of 3 known'],
    ],
  );
  const shown = report.tables.flatMap((each) => each.rows.flatMap(({ cells }) => cells));
  assert.equal(new Set(shown.map(({ id }) => id)).size, shown.length);
  for (const { rests } of shown)
    for (const rest of rests) assert.ok(report.figures.has(rest) || rest.includes('#'), rest);
  assert.equal(report.figures.get('value/sledai-change/P-001/week 4')?.label, 'sledai-change of P-001 at week 4');
});

/** SLEDAI-2K of P-001 went from 10 to 4, of P-002 from 8 to 9: (−60 + 12.5) / 2 percent; areas of 168·7 and 168·8.5. */
test('a value over its visits has its own unit', () => {
  const rule = '    rule: change of prednisone-equivalent from baseline\n';
  const score = '    rule: change of SLEDAI-2K from baseline\n';
  const of = (from: string, to: string): string | undefined => {
    const other = studyIn(edited(text, from, to));
    const title = from === rule ? 'Change of daily prednisone equivalent' : 'Change of SLEDAI-2K';
    const found = secondaryTable(other, deriveValues(other, sixPeople(other)));
    return found.rows.find(({ label }) => label === title)?.cells[0]?.value;
  };
  const summed = (measure: string, as: string): string =>
    `    rule: ${measure}\n    summarised: { as: ${as}, since: baseline }\n`;
  assert.equal(of(score, summed('SLEDAI-2K', 'percent change')), `mean ${minus}23.75% (2 of 3 known)`);
  assert.equal(of(score, summed('SLEDAI-2K', 'area')), 'mean 1302.00·d (2 of 3 known)');
  assert.equal(of(rule, summed('prednisone-equivalent', 'area')), 'mean 1820.00 mg/d·d (3 of 3 known)');
});

test('cells keep what they print unrounded: the exact mean, counts, and how many are not known', () => {
  const numbers = (label: string) => table.rows.find((each) => each.label === label)?.cells.map((cell) => cell.numbers);
  assert.deepEqual(numbers('Change of SLEDAI-2K'), [
    { mean: -2.5, n: 2, of: 3 },
    { n: 0, of: 3 },
  ]);
  assert.deepEqual(numbers('Any serious adverse event'), [
    { events: 0, of: 3, unknown: 1 },
    { events: 0, of: 3, unknown: 3 },
  ]);
});

test('while the arms are masked all participants are one column, and nobody can be told apart by arm', () => {
  const people = sixPeople(study);
  const pooled = secondaryTable(study, deriveValues(study, people), true);
  assert.deepEqual([pooled.title, ...pooled.columns], ['Other endpoints, all arms together', 'all participants']);
  const shown = pooled.rows.find(({ label }) => label === 'Complete response');
  assert.deepEqual(
    shown?.cells.map(({ id, value }) => [id, value]),
    [['secondary/complete-response/all participants', '1 of 6']],
  );
});

/** The classes of NCT03673748 have numbers in their names: they stand in the label, where nobody takes them for counts. */
test('classes have a row each', () => {
  const trial = readFileSync(new URL('../../trials/nct03673748/study.yaml', import.meta.url), 'utf8');
  const line =
    '  - { id: classes, kind: description, endpoint: glucocorticoid-class, population: randomised, assumes: [A-10] }\n';
  const other = studyIn(edited(trial, line, ''));
  const rows = secondaryTable(other, () => []).rows.filter(({ label }) => label.startsWith('Reduction of the daily'));
  assert.ok(rows.length > 3);
  for (const { label, cells } of rows) {
    assert.match(label, /: .+$/);
    assert.deepEqual(
      cells.map(({ value }) => value),
      ['0 of 0', '0 of 0'],
    );
  }
});
