import assert from 'node:assert/strict';
import test from 'node:test';
import { clinicalCriteriaAbove } from './clinical-criteria.ts';
import type { CtcaeVersion, Grade } from './grade.ts';
import { rulesOf } from './laboratory-rules.ts';
import { type LaboratoryTerm, laboratoryTerms } from './laboratory-term.ts';

/** Words of ctcae5 and ctcae403 that stand beside the numbers. */
const criteria: readonly (readonly [Grade, LaboratoryTerm, CtcaeVersion, readonly string[]])[] = [
  [2, 'anemia', 'v5.0', ['3 transfusion indicated', '4 life-threatening consequences']],
  [3, 'anemia', 'v5.0', ['4 life-threatening consequences']],
  [1, 'hyperkalemia', 'v4.03', ['3 hospitalization indicated', '4 life-threatening consequences']],
  [
    1,
    'hyperkalemia',
    'v5.0',
    ['2 intervention initiated', '3 hospitalization indicated', '4 life-threatening consequences'],
  ],
  [4, 'hyperkalemia', 'v5.0', []],
  [0, 'creatinine increased', 'v5.0', []],
  [0, 'eosinophilia', 'v5.0', ['3 steroids initiated']],
];

for (const [grade, term, version, expected] of criteria)
  test(`above ${grade}, ${term} in ${version}: ${expected.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(
      clinicalCriteriaAbove(grade, term, version).map((each) => `${each.grade} ${each.text}`),
      expected,
    );
  });

test('no criterion for a term that the version does not grade', () => {
  for (const version of ['v5.0', 'v4.03'] as const)
    for (const term of laboratoryTerms)
      if (rulesOf(term, version).length === 0) assert.deepEqual(clinicalCriteriaAbove(0, term, version), [], term);
});
