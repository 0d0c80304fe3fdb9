import assert from 'node:assert/strict';
import test from 'node:test';
import { criteriaAsked, missingForEligibility } from './criteria-not-shown.ts';
import { added, all, corrected, courses, dossierOf, type Edit, until, without } from './given.ts';

test('every criterion is asked of who was allocated, and none before', () => {
  const asked = criteriaAsked(dossierOf(courses.cells));
  assert.deepEqual(
    asked.map(({ criterion }) => criterion.id),
    courses.cells.study.criteria.map(({ id }) => id),
  );
  assert.ok(asked.every(({ criterion, proof }) => (proof.truth === 'true') === (criterion.kind === 'include')));
  assert.deepEqual(criteriaAsked(dossierOf(until(-1)(courses.cells))), []);
});

/** What is missing, as the item or source that is wanting. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['nothing', [], []],
  ['creatinine', [added(-12, corrected('screening', 'creatinine', 'not done'))], ['creatinine']],
  ['one of two measures, of which one suffices', [added(-12, corrected('screening', 'UPCR', 'not done'))], []],
  [
    'vaccinations never signed',
    [without('history completed', ({ source }) => source === 'vaccination')],
    ['vaccination'],
  ],
];
for (const [what, edits, expected] of rows)
  test(`missing for eligibility: ${what}`, () => {
    const missing = missingForEligibility(dossierOf(all(...edits)(courses.cells)));
    const names = missing.flatMap((each) =>
      each.kind === 'item' ? [each.item] : each.kind === 'source' ? [each.source] : [],
    );
    assert.deepEqual([...new Set(names)], expected);
  });
