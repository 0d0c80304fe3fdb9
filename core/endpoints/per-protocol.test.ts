import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  type Course,
  corrected,
  courses,
  day,
  deviationsOf,
  type Edit,
  isNumber,
  personOf,
  recorded,
  stopped,
  withItem,
  without,
} from '#core/deviations/given.ts';
import type { Study } from '#core/study/study.ts';
import { studyEdited } from './given.ts';
import { usualPerProtocol, whyNotPerProtocol } from './per-protocol.ts';

const reasons = (from: Course, ...edits: readonly Edit[]): readonly string[] => {
  const course = all(...edits)(from);
  return whyNotPerProtocol(course.study, personOf(course), deviationsOf(course)).map(
    ({ says, records }) => `${says.split(':')[0]} [${records.length}]`,
  );
};

// Clean courses of the founding trials, each with one thing that went otherwise, under the usual rule.
// biome-ignore format: one row a line
const rows: readonly (readonly [what: string, from: Course, edits: readonly Edit[], ...expected: readonly string[]])[] = [
  ['a clean course', courses.cells, []],
  ['a clean course of tablets, by the rule of its own study', courses.tablets, []],
  ['a criterion that was not met', courses.cells, [added(20, recorded('vaccination', 'yellow-fever-vaccine', day(-20)))], 'found ineligible later [1]'],
  ['no urine protein at the primary visit', courses.cells, [withItem('week 24', 'UPCR', undefined), withItem('week 24', 'protein-24h', 'not done')], 'primary endpoint not known [1]'],
  ['a prohibited medicine', courses.infusions, [added(30, recorded('medication', 'rituximab', day(30)))], 'prohibited medicine begun [1]'],
  ['never treated', courses.cells, [without('dose prepared'), without('dose given'), added(0, stopped(0))], 'treatment never begun [1]', 'received 0 of 1 planned of msc-infusion, a share below 0.8 [1]'],
  ['17 of 21 injections', courses['il-2'], [1, 2, 3, 4].map((n) => without('dose given', isNumber(n)))],
  ['16 of 21 injections', courses['il-2'], [1, 2, 3, 4, 5].map((n) => without('dose given', isNumber(n))), 'received 16 of 21 planned of il-2-injection, a share below 0.8 [16]'],
  ['a laboratory value corrected late', courses.cells, [added(60, corrected('week 4', 'PGA', '1.1'))]],
];

for (const [what, from, edits, ...expected] of rows)
  test(`${what}: ${expected.join('; ') || 'in'}`, () => assert.deepEqual(reasons(from, ...edits), expected));

const ruled = (rule: string): Study =>
  studyEdited(['assumptions:\n', `populations:\n  per protocol: { ${rule} }\n\nassumptions:\n`]);
const under = (rule: string, from: Course, ...edits: readonly Edit[]): readonly string[] =>
  reasons({ ...from, study: ruled(rule) }, ...edits);

test('a team edits the rule in its study: other kinds, another share, no share', () => {
  const lacking = withItem('week 24', 'PGA', 'not done');
  assert.deepEqual(under('deviations: [item not done]', courses.cells, lacking), ['item not done [1]']);
  assert.deepEqual(under('deviations: []', courses.cells, lacking), []);
  const fewer = without('dose given', isNumber(7));
  assert.deepEqual(under('deviations: [], least doses: "0.99"', courses['il-2'], fewer), [
    'received 20 of 21 planned of il-2-injection, a share below 0.99 [20]',
  ]);
  assert.deepEqual(under('deviations: []', courses['il-2'], fewer, without('dose given')), []);
});

const light = (rule: string) => `deviations: [], conditions: [{ id: heavy, title: Not heavy, rule: ${rule} }]`;

test('a condition excludes where it holds and where it is not known, with the records of what was asked', () => {
  const weighed = withItem('week 4', 'PGA', '2.5');
  assert.deepEqual(under(light('PGA at week 4 > 2'), courses.cells, weighed), ['heavy (Not heavy) [1]']);
  assert.deepEqual(under(light('PGA at week 4 > 2'), courses.cells, withItem('week 4', 'PGA', '1.5')), []);
  assert.deepEqual(under(light('PGA at week 4 > 2'), courses.cells, withItem('week 4', 'PGA', undefined)), [
    'heavy (Not heavy) is not known [1]',
  ]);
});

test('the usual rule names kinds that there are, and what protocols usually list', () => {
  assert.ok(usualPerProtocol.deviations.includes('found ineligible later'));
  assert.equal(usualPerProtocol['least doses'], '0.8');
});
