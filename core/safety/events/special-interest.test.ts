import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { infection, studyWith, treatedOn } from './given.ts';
import { specialInterestOf } from './special-interest.ts';

const within = (span: string) =>
  studyWith(`{ special interest: [{ id: X1, title: X, concept: infection-event, within: ${span} }] }`);

/** Doses, start of the event, span, and whether it is of special interest. */
const rows: readonly (readonly [doses: readonly string[], start: string, span: string, expected: Truth])[] = [
  [['2026-06-10'], '2026-06-09', '24 hours', 'false'],
  [['2026-06-10'], '2026-06-10', '24 hours', 'true'],
  [['2026-06-10'], '2026-06-11', '24 hours', 'unknown'],
  [['2026-06-10'], '2026-06-12', '24 hours', 'false'],
  [['2026-06-10'], '2026-06-10', '2 hours', 'unknown'],
  [['2026-06-10'], '2026-06-11', '2 hours', 'unknown'],
  [['2026-06-10'], '2026-06-11', '48 hours', 'true'],
  [['2026-06-10'], '2026-06-10', '30 minutes', 'unknown'],
  [['2026-06-10'], '2026-06-17', '7 days', 'true'],
  [['2026-06-10'], '2026-06-18', '7 days', 'false'],
  [['2026-06-10'], '2026-06-17', '1 week', 'true'],
  [['2026-06-01', '2026-06-10'], '2026-06-12', '2 days', 'true'],
  [['2026-06-01', '2026-06-10'], '2026-06-08', '2 days', 'false'],
  [['2026-06-10'], '2026-06', '7 days', 'unknown'],
  [['2026-06-10'], '2026-07', '7 days', 'false'],
  [[], '2026-06-10', '7 days', 'false'],
];
for (const [doses, start, span, expected] of rows)
  test(`treated on ${doses.join(', ') || 'no day'}, began ${start}, within ${span}: ${expected}`, () =>
    assert.deepEqual(
      [...specialInterestOf(within(span), treatedOn(...doses), infection({ start }))],
      [['X1', expected]],
    ));

test('a narrower concept counts, another does not; without a span any day does', () => {
  const study = studyWith(
    '{ special interest: [{ id: X1, title: X, concept: adverse-event }, { id: X2, title: Y, concept: infusion-reaction }] }',
  );
  assert.deepEqual(
    [...specialInterestOf(study, treatedOn(), infection())],
    [
      ['X1', 'true'],
      ['X2', 'false'],
    ],
  );
});

test('a study without a list has no event of special interest', () =>
  assert.equal(specialInterestOf(g.shipped('nct05631717'), treatedOn(), infection()).size, 0));

test('what hangs on a dose that nobody may know of is not known', () => {
  const study = g.shipped('nct04318600');
  const masked = { ...treatedOn(), arm: undefined };
  assert.deepEqual(
    [...specialInterestOf(study, masked, infection({ concept: 'infusion-reaction' }))],
    [
      ['infusion-reaction', 'unknown'],
      ['infection', 'false'],
    ],
  );
});
