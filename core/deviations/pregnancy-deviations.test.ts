import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  asked,
  changed,
  corrected,
  courses,
  dossierOf,
  type Edit,
  isSection,
  kindsAfter,
  saidAfter,
  stopped,
  until,
  whatever,
  withItem,
  without,
} from './given.ts';
import { canBePregnant, isPregnancyTest, missingTests } from './pregnancy-deviations.ts';

const man: Edit = changed('participant described', whatever, { sex: 'male' });
const said = (value: string | undefined): Edit => withItem('screening', 'childbearing-potential', value);

const possible: readonly (readonly [what: string, edits: readonly Edit[], expected: string])[] = [
  ['a woman who says so', [], 'true'],
  ['a woman who says no', [said('no')], 'false'],
  ['a woman of whom it is not said', [said(undefined)], 'unknown'],
  ['it was entered as not done', [said('not done')], 'unknown'],
  ['a man, whatever is said', [man], 'false'],
];
for (const [what, edits, expected] of possible)
  test(`${what}: ${expected}`, () =>
    assert.equal(canBePregnant(dossierOf(all(...edits)(courses.infusions))), expected));

test('two items are pregnancy tests', () => {
  assert.deepEqual(['urine-hCG', 'serum-hCG', 'pregnant', 'creatinine'].map(isPregnancyTest), [
    true,
    true,
    false,
    false,
  ]);
});

const tests: readonly (readonly [what: string, edits: readonly Edit[], visits: readonly string[]])[] = [
  ['all were done', [], []],
  ['one was not done', [withItem('week 8', 'urine-hCG', 'not done')], ['week 8']],
  ['one was left out', [without('section recorded', isSection('week 12', 'pregnancy test'))], ['week 12']],
  ['not yet due', [until(28), withItem('week 4', 'urine-hCG', 'not done'), asked(35)], []],
  ['where pregnancy is not possible', [said('no'), withItem('week 8', 'urine-hCG', 'not done')], []],
  [
    'of who was not enrolled',
    [until(-11), without('participant enrolled'), withItem('screening', 'urine-hCG', 'not done')],
    [],
  ],
];
for (const [what, edits, visits] of tests)
  test(`${what}: ${visits.join() || 'none is missing'}`, () =>
    assert.deepEqual(
      missingTests(dossierOf(all(...edits)(courses.infusions))).map(({ visit }) => visit.plan.id),
      visits,
    ));

const positive: Edit = added(-13, corrected('screening', 'serum-hCG', 'positive'));
test('treatment after a positive test is one deviation with the first dose', () => {
  assert.deepEqual(saidAfter('il-2', said('no'), positive), [
    'Dose 1 of il-2-injection was given on 2026-06-01, and 20 more after it, though the pregnancy test of visit screening on 2026-05-18 was positive.',
  ]);
});

test('where a rule of safety says the same, the rule says it', () =>
  assert.deepEqual(kindsAfter('infusions', withItem('week 8', 'urine-hCG', 'positive')), [
    'dose after a stopping rule',
  ]));

test('after the last dose a positive test is no deviation', () =>
  assert.deepEqual(kindsAfter('infusions', withItem('week 12', 'urine-hCG', 'positive')), []));

test('who was stopped in time was not treated after it', () =>
  assert.deepEqual(
    kindsAfter(
      'infusions',
      withItem('week 8', 'urine-hCG', 'positive'),
      without('dose given', ({ number }) => number === 3),
      without('dose prepared', ({ number }) => number === 3),
      added(56, stopped(56)),
    ),
    [],
  ));
