import assert from 'node:assert/strict';
import test from 'node:test';
import { sixScene } from '#core/reports/charts/given.ts';
import { baselineData, baselineSet } from './baseline-data.ts';
import { maskedData } from './given.ts';

const rows = baselineData(sixScene);
const sledai = rows.filter(({ endpoint }) => endpoint === 'sledai-change');

/** P-001 had proteinuria (4), haematuria (4) and rash (2) at baseline: 10; P-002 proteinuria and haematuria: 8 (`gladman2002`). */
test('the value from which each change is taken, where it is known', () => {
  assert.deepEqual(
    sledai.map(({ participant, value }) => [participant, value]),
    [
      ['P-001', 10],
      ['P-002', 8],
      ['P-003', undefined],
      ['P-004', undefined],
      ['P-005', undefined],
      ['P-006', undefined],
    ],
  );
  assert.ok(sledai.every(({ visit, isAdded }) => visit === 'baseline' && isAdded));
});

test('only endpoints that are changes have one', () => {
  const named = new Set(rows.map(({ endpoint }) => endpoint));
  assert.deepEqual([...named], ['sledai-change', 'bilag-change', 'steroid-change']);
});

test('what is not known is an empty cell, and while arms are masked none is named', () => {
  const { rows: cells } = baselineSet(sledai);
  assert.deepEqual(cells[2]?.slice(3, 5), [{ words: 'baseline' }, { words: '' }]);
  assert.ok(maskedData.baselines.length > 0);
  for (const { arm } of maskedData.baselines) assert.doesNotMatch(arm ?? '', /msc|il-2/);
});
