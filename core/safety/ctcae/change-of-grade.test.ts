import assert from 'node:assert/strict';
import test from 'node:test';
import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { changeOfGrade } from './change-of-grade.ts';
import { gradeWritten } from './given.ts';

const creatinine = (value: string, high?: string) =>
  gradeWritten('creatinine increased', value, { ...(high === undefined ? {} : { high }), baseline: '1.0 mg/dL' });

/** Grades by ctcae5 with the baseline 1.0: 1.0 is 0, 1.9 is 2, 3.5 is 3; without an upper limit 1.9 is 2 to 4. */
const shifts = [
  ['from 0 to 2', creatinine('1.0 mg/dL', '1.2'), creatinine('1.9 mg/dL', '1.2'), 2, 2],
  ['from 3 to 0', creatinine('3.5 mg/dL', '1.2'), creatinine('1.0 mg/dL', '1.2'), -3, -3],
  ['from 2 to 2', creatinine('1.9 mg/dL', '1.2'), creatinine('1.9 mg/dL', '1.2'), 0, 0],
  ['from 0 to 2, 3 or 4', creatinine('1.0 mg/dL', '1.2'), creatinine('1.9 mg/dL'), 2, 4],
  ['from 2, 3 or 4 to 3', creatinine('1.9 mg/dL'), creatinine('3.5 mg/dL', '1.2'), -1, 1],
  ['from 2, 3 or 4 to the same', creatinine('1.9 mg/dL'), creatinine('1.9 mg/dL'), -2, 2],
] as const;

for (const [name, before, now, least, most] of shifts)
  test(`${name}: ${least} to ${most}`, () => {
    const found = changeOfGrade(before, now);
    assert.ok('change' in found);
    assert.deepEqual(found.change, between(rational(least), rational(most)));
    assert.deepEqual([found.from, found.to], [before, now]);
  });

test('grades that do not count the same are not subtracted', () => {
  const one = creatinine('1.9 mg/dL', '1.2');
  const old = gradeWritten('creatinine increased', '1.9 mg/dL', { version: 'v4.03', high: '1.2' });
  assert.deepEqual(changeOfGrade(one, old), { problem: 'another version' });
  assert.deepEqual(changeOfGrade(one, gradeWritten('anemia', '90 g/L')), { problem: 'another term' });
  const astct = { ...one, scale: 'ASTCT', version: '2019' } as const;
  assert.deepEqual(changeOfGrade(one, astct), { problem: 'another scale' });
});
