import assert from 'node:assert/strict';
import test from 'node:test';
import type { ColumnCriterion } from '#core/criteria/columns/screen-columns.ts';
import { type ElmResults, elmParameters, elmRunner, screeningOf } from './emitted-elm.ts';
import { readTrialRules } from './trial-rules.ts';

const criteria: readonly ColumnCriterion[] = [
  { id: 'I1', kind: 'include', statement: 'I1' },
  { id: 'E1', kind: 'exclude', statement: 'E1' },
];

const rows: readonly (readonly [results: ElmResults, verdict: string, reason: number])[] = [
  [{ I1: true, E1: false }, 'eligible', -1],
  [{ I1: false, E1: false }, 'not eligible', 0],
  [{ I1: true, E1: true }, 'not eligible', 1],
  [{ I1: null, E1: true }, 'not eligible', 1],
  [{ I1: null, E1: null }, 'needs information', 0],
  [{ I1: true, E1: null }, 'needs information', 1],
];
for (const [results, verdict, reason] of rows)
  test(`${JSON.stringify(results)}: ${verdict}`, () => {
    assert.deepEqual(screeningOf(criteria, results), [verdict, reason]);
  });

test('someone of whom nothing is known is eligible for no trial, and every criterion is answered', async () => {
  for (const trial of readTrialRules()) {
    const results = await elmRunner(trial)(elmParameters(trial, () => null));
    for (const { statement } of trial.criteria) assert(statement in results, statement);
    assert.notEqual(screeningOf(trial.criteria, results)[0], 'eligible');
  }
});
