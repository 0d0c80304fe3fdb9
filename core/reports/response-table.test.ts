import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { analyseBinary, isComputed } from '#core/endpoints/analyse.ts';
import type { AnalysisValue, Outcome } from '#core/endpoints/analysis-value.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople, studyWithEvent } from '#core/endpoints/given.ts';
import { between, everything, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { comparisonTable, responseTable, valueFigure } from './response-table.ts';
import { minus } from './round.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const [primary] = study.definition.analyses.filter(isComputed);
assert.ok(primary);
const result = analyseBinary(primary, study, deriveValues(study, sixPeople(study)));

/**
 * By hand. Cells: P-001 CR (urine 0.45, creatinine 1.10, prednisone 10), P-002 PR (prednisone 12.5, urine fell by 77.5%),
 * P-003 none (creatinine fell by 25%). IL-2: P-004 PR for certain and CR not known (steroids not signed), P-005 missed the
 * visit, P-006 none (urine fell by 5%).
 */
test('the table of six people, counted by hand', () => {
  const table = responseTable(result, study);
  assert.equal(table.title, 'Complete or partial response');
  assert.deepEqual(table.columns, ['msc', 'il-2']);
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['analysed', '3', '3'],
      ['CR', '1', '0'],
      ['PR', '1', '0'],
      ['a response, level not known', '0', '1'],
      ['none', '1', '1'],
      ['not known, reported as non-responder', '0', '1'],
      ['responders', '2 of 3 (66.7%)', '1 of 3 (33.3%)'],
    ],
  );
});

test('each row of levels closes, and each figure rests on the values of its people', () => {
  const table = responseTable(result, study);
  for (const column of [0, 1]) {
    const [analysed, ...levels] = table.rows.slice(0, -1).map(({ cells }) => cells[column]);
    assert.equal(
      levels.reduce((sum, cell) => sum + Number(cell?.value), 0),
      Number(analysed?.value),
    );
    assert.deepEqual(new Set(levels.flatMap((cell) => cell?.rests ?? [])), new Set(analysed?.rests));
  }
  assert.deepEqual(table.rows.at(-1)?.cells[1]?.rests, ['value/response/P-004']);
});

test('where an unknown is reported as unknown it is not called a response', () => {
  const endpoints = study.endpoints.map((each) =>
    each.kind === 'response' ? { ...each, of: { ...each.of, missing: 'unknown' as const } } : each,
  );
  const open = { ...study, endpoints };
  const rows = responseTable(analyseBinary(primary, open, deriveValues(open, sixPeople(study))), open).rows;
  const shown = Object.fromEntries(
    rows.map(({ label, cells }) => [label, cells.map(({ value }) => value).join(' | ')]),
  );
  assert.equal(shown['a response, level not known'], '0 | 1');
  assert.equal(shown['not known'], '0 | 1');
  assert.equal(shown['not known, reported as non-responder'], '0 | 0');
});

test('the comparison names its level, and rests on the figures of both arms', () => {
  const table = comparisonTable(result);
  assert.equal(table.rows[0]?.label, 'difference, 95% Miettinen–Nurminen');
  assert.match(table.rows[0]?.cells[0]?.value ?? '', new RegExp(`^33\\.3% \\(${minus}\\d+\\.\\d% to \\d+\\.\\d%\\)$`));
  assert.equal(table.rows[1]?.cells[0]?.value, '1.0000');
  assert.deepEqual(table.rows[1]?.cells[0]?.rests, [
    'primary/msc/responders',
    'primary/msc/analysed',
    'primary/il-2/responders',
    'primary/il-2/analysed',
  ]);
});

test('nobody analysed: nothing is estimated, and it says so', () => {
  const empty = analyseBinary(primary, study, deriveValues(study, []));
  assert.deepEqual(
    responseTable(empty, study)
      .rows.at(-1)
      ?.cells.map(({ value }) => value),
    ['0 of 0', '0 of 0'],
  );
  assert.deepEqual(
    comparisonTable(empty).rows.map(({ cells }) => cells[0]?.value),
    ['not estimable: no participants', 'not estimable: no participants'],
  );
});

test('a single value as a person reads it', () => {
  const value = (outcome: Outcome, policy: AnalysisValue['policy'] = 'observed', entered?: Outcome): string =>
    valueFigure({
      ...(entered === undefined ? {} : { entered }),
      endpoint: 'e',
      participant: 'P-001',
      arm: 'msc',
      at: 'week 24',
      outcome,
      reported: 'false',
      policy,
      because: [],
      records: [],
      missing: [],
    }).value;
  const time = (more: object) =>
    ({ kind: 'time', reached: 'true', visit: undefined, day: undefined, by: undefined, ...more }) as const;
  const rows = [
    [value({ kind: 'level', worst: 'CR', best: 'CR', reached: 'true' }), 'CR'],
    [value({ kind: 'level', worst: 'PR', best: 'CR', reached: 'true' }), 'PR or CR'],
    [
      value({ kind: 'level', worst: 'none', best: 'CR', reached: 'unknown' }, 'non-responder'),
      'not known (none or CR), reported as non-responder',
    ],
    [
      value({ kind: 'level', worst: 'CR', best: 'CR', reached: 'true' }, 'composite', {
        kind: 'level',
        worst: 'none',
        best: 'none',
        reached: 'false',
      }),
      'CR, enters as none (composite)',
    ],
    [
      value({ kind: 'number', range: everything }, 'last observation', { kind: 'number', range: exactly(rational(4)) }),
      'not known, enters as 4 (last observation)',
    ],
    [value({ kind: 'claim', reached: 'true' }), 'yes'],
    [value({ kind: 'claim', reached: 'false' }), 'no'],
    [value({ kind: 'claim', reached: 'unknown' }), 'not known'],
    [value({ kind: 'number', range: exactly(rational(-6)) }), `${minus}6`],
    [value({ kind: 'number', range: between(rational(-6), rational(-5)) }), `${minus}6 to ${minus}5`],
    [value(time({ visit: 'week 8', day: 57, by: 'week 8' })), 'week 8, day 57'],
    [value(time({ by: 'week 8' })), 'by week 8, perhaps before'],
    [value(time({ reached: 'false' })), 'not reached'],
    [value(time({ reached: 'unknown' })), 'not known'],
  ] as const;
  for (const [shown, expected] of rows) assert.equal(shown, expected);
});

test('what an intercurrent event set has a row of its own, and the rows still close', () => {
  const counted = studyWithEvent('kinds: [treatment discontinued], strategy: composite');
  const found = analyseBinary(primary, counted, deriveValues(counted, sixPeople(counted)));
  const { rows } = responseTable(found, counted);
  const shown = Object.fromEntries(
    rows.map(({ label, cells }) => [label, cells.map(({ value }) => value).join(' | ')]),
  );
  assert.equal(shown['set by an intercurrent event'], '0 | 1', 'P-004 stopped on 2026-06-10');
  assert.equal(shown['a response, level not known'], undefined);
  assert.equal(shown.responders, '2 of 3 (66.7%) | 0 of 3 (0.0%)');
  for (const column of [0, 1]) {
    const [analysed, ...levels] = rows.slice(0, -1).map(({ cells }) => Number(cells[column]?.value));
    assert.equal(
      levels.reduce((sum, each) => sum + each, 0),
      analysed,
    );
  }
});

/** By hand: 2 of 3 against 1 of 3; Fisher's p is 1 with margins of three. */
test('cells keep what they print unrounded, by its names', () => {
  const responders = responseTable(result, study).rows.at(-1)?.cells[0];
  assert.deepEqual(responders?.numbers, { events: 2, of: 3, share: 2 / 3 });
  const [difference, p] = comparisonTable(result).rows.map(({ cells }) => cells[0]?.numbers);
  assert.deepEqual(Object.keys(difference ?? {}), ['estimate', 'lower', 'upper']);
  assert.ok(Math.abs((difference?.estimate ?? 0) - 1 / 3) < 1e-12);
  assert.ok(Math.abs((p?.p ?? 0) - 1) < 1e-12);
});

test('another test and interval are named as they are, with the statistic where there is one', () => {
  const asked = { ...primary, test: 'chi-squared', interval: 'newcombe', sides: 1, alpha: '0.025' } as const;
  const table = comparisonTable(analyseBinary(asked, study, deriveValues(study, sixPeople(study))));
  assert.deepEqual(
    table.rows.map(({ label }) => label),
    ['difference, 95% Newcombe', 'chi-squared, one-sided p'],
  );
  assert.deepEqual(Object.keys(table.rows[1]?.cells[0]?.numbers ?? {}), ['p', 'statistic', 'df']);
});
