import assert from 'node:assert/strict';
import test from 'node:test';
import { findDeviations } from './find-deviations.ts';
import { added, all, corrected, courses, type Edit, kindsAfter, personOf, saidAfter, streamOf } from './given.ts';

/** 30 days to correct what was entered. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['corrected after 30 days', [added(86, corrected('week 8', 'PGA', '1.0'))], []],
  ['corrected after 31 days', [added(87, corrected('week 8', 'PGA', '1.0'))], ['item corrected late']],
  [
    'corrected twice',
    [added(60, corrected('week 8', 'PGA', '1.0')), added(61, corrected('week 8', 'PGA', '1.1'))],
    ['item corrected again'],
  ],
  [
    'two items corrected once',
    [added(60, corrected('week 8', 'PGA', '1.0')), added(61, corrected('week 8', 'ALT', '22', 'U/L'))],
    [],
  ],
  [
    'one item at two visits',
    [added(60, corrected('week 8', 'PGA', '1.0'), corrected('week 4', 'PGA', '1.0'))],
    ['item corrected late'],
  ],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter('cells', ...edits), expected));

test('each correction after the first is one, with its number', () =>
  assert.deepEqual(saidAfter('cells', ...[60, 61, 62].map((n) => added(n, corrected('week 8', 'PGA', '1.0')))), [
    'The item PGA of visit week 8 was corrected 2 times.',
    'The item PGA of visit week 8 was corrected 3 times.',
  ]));

test('a late one says how late', () =>
  assert.deepEqual(saidAfter('cells', added(90, corrected('week 8', 'PGA', '1.0'))), [
    'The item PGA of visit week 8 was corrected 34 days after it was entered.',
  ]));

test('where the first entry is not handed over, nobody knows how late it is', () => {
  const course = all(added(90, corrected('week 8', 'PGA', '1.0')))(courses.cells);
  const stream = streamOf(course).filter(({ event }) => event.type !== 'section recorded');
  assert.deepEqual(findDeviations(course.study, personOf(course), stream, course.asOf), []);
});
