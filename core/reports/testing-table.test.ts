import assert from 'node:assert/strict';
import test from 'node:test';
import { studyWith } from '#core/endpoints/analyses/given.ts';
import type { TestingResult } from '#core/endpoints/analyses/testing.ts';
import { testingTable } from './testing-table.ts';

const study = studyWith([]);
const result: TestingResult = {
  procedure: 'holm',
  alpha: 0.05,
  isNamed: true,
  hypotheses: [
    { kind: 'protected', analysis: 'primary', p: 0.01, adjusted: 0.03, isRejected: true },
    { kind: 'protected', analysis: 'b', p: 0.04, adjusted: 0.08, isRejected: false },
    { kind: 'no p', analysis: 'c', why: 'no participants', isNamed: true },
    { kind: 'supporting', analysis: 'd', p: 0.2 },
    { kind: 'not protected', analysis: 'e', p: 0.00001 },
    { kind: 'no p', analysis: 'f', why: 'no participants', isNamed: false },
  ],
};

test('each hypothesis with its p, what the procedure makes of it, and what nothing protects', () => {
  const table = testingTable(result, study);
  assert.equal(table.title, "Hypotheses tested by Holm's procedure at 5%, two-sided");
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['Complete or partial response (primary)', '0.0100', '0.0300', 'rejected'],
      ['b', '0.0400', '0.0800', 'not rejected'],
      ['c', '–', '', 'not rejected, not estimable: no participants'],
      ['d', '0.2000', '', 'same endpoint: read with the first'],
      ['e', '<0.0001', '', 'not protected: a description'],
      ['f', '–', '', 'not protected, not estimable: no participants'],
    ],
  );
  assert.deepEqual(table.rows[0]?.cells[1]?.numbers, { adjusted: 0.03, alpha: 0.05 });
  assert.deepEqual(table.rows[0]?.cells[0]?.rests, ['primary-sensitivity/main/p']);
});

test('each procedure in words, at a level that may have decimals', () => {
  const rows = [
    ['one primary', 0.05, 'one primary analysis at 5%, two-sided'],
    ['fixed sequence', 0.1, 'a fixed sequence at 10%, two-sided'],
    ['hochberg', 0.025, "Hochberg's procedure at 2.5%, two-sided"],
    ['graphical', 0.05, 'a graph at 5%, two-sided'],
    ['none', 0.05, 'no procedure'],
  ] as const;
  for (const [procedure, alpha, said] of rows)
    assert.equal(testingTable({ ...result, procedure, alpha }, study).title, `Hypotheses tested by ${said}`);
  const noted = (procedure: TestingResult['procedure']) =>
    testingTable({ ...result, procedure, isNamed: false }, study).notes?.[0] ?? '';
  assert.match(
    noted('one primary'),
    /^the study names no procedure: all its tested primary analyses are of one endpoint/,
  );
  assert.match(noted('none'), /more than one primary endpoint or none that is tested$/);
});
