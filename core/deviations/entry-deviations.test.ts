import assert from 'node:assert/strict';
import test from 'node:test';
import { findDeviations } from './find-deviations.ts';
import {
  added,
  changed,
  courses,
  day,
  type Edit,
  home,
  isNumber,
  isSection,
  isVisit,
  kindsAfter,
  personOf,
  saidAfter,
  stopped,
  whatever,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const signedOn = (source: string, n: number) => (each: { readonly source: string; readonly through: string }) =>
  each.source === source && each.through === day(n);

/** 7 days to enter what happened. */
const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['a visit after 7 days', 'cells', [changed('visit held', isVisit('week 8'), {}, 7)], []],
  ['a visit after 8 days', 'cells', [changed('visit held', isVisit('week 8'), {}, 8)], ['visit entered late']],
  ['a section after 7 days', 'cells', [changed('section recorded', isSection('week 8', 'kidney'), {}, 7)], []],
  [
    'a section after 8 days',
    'cells',
    [changed('section recorded', isSection('week 8', 'kidney'), {}, 8)],
    ['form filled late'],
  ],
  [
    'a whole visit after 10 days is said once',
    'cells',
    [
      changed('visit held', isVisit('week 8'), {}, 10),
      changed('section recorded', isVisit('week 8'), {}, 10),
      changed('judgements recorded', isVisit('week 8'), {}, 10),
    ],
    ['visit entered late'],
  ],
  [
    'judgements after 8 days',
    'cells',
    [changed('judgements recorded', isVisit('week 8'), {}, 8)],
    ['judgement given late'],
  ],
  ['a dose after 7 days', 'il-2', [changed('dose given', isNumber(9), {}, 7)], []],
  ['a dose after 8 days', 'il-2', [changed('dose given', isNumber(9), {}, 8)], ['dose entered late']],
  ['a preparation after 8 days', 'infusions', [changed('dose prepared', isNumber(2), {}, 8)], ['dose entered late']],
  [
    'tablets that came back, after 8 days',
    'tablets',
    [changed('medicine returned', home('week 12'), {}, 8)],
    ['medicine entered late'],
  ],
  ['consent after 8 days', 'cells', [changed('consent given', whatever, {}, 8)], ['consent entered late']],
  ['assent after 8 days', 'minor', [changed('assent given', whatever, {}, 8)], ['consent entered late']],
  ['the end of the treatment after 7 days', 'cells', [added(17, stopped(10))], []],
  ['the end of the treatment after 8 days', 'cells', [added(18, stopped(10))], ['discontinuation entered late']],
  [
    'the end of participation after 8 days',
    'cells',
    [changed('participation ended', whatever, {}, 8)],
    ['end entered late'],
  ],
  ['a signature after 7 days', 'cells', [changed('history completed', signedOn('condition', 56), {}, 7)], []],
  [
    'a signature after 8 days',
    'cells',
    [changed('history completed', signedOn('condition', 56), {}, 8)],
    ['history signed late'],
  ],
  [
    'a signature through an earlier day covers nothing',
    'cells',
    [changed('history completed', signedOn('condition', 56), { through: day(55) })],
    ['history signed late'],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('where the stream is not handed over, nobody knows when things were entered', () => {
  const { study, asOf, ...late } = changed('visit held', isVisit('week 8'), {}, 8)(courses.cells);
  assert.deepEqual(findDeviations(study, personOf({ study, asOf, ...late }), [], asOf), []);
});

test('the sentences have both days', () => {
  assert.deepEqual(saidAfter('cells', changed('section recorded', isSection('week 8', 'kidney'), {}, 9)), [
    'Section kidney of visit week 8, due from 2026-07-27, was entered on 2026-08-05, 9 days later; 7 are usual.',
  ]);
  assert.deepEqual(saidAfter('cells', changed('history completed', signedOn('condition', 56), {}, 9)), [
    'The condition history was signed through visit week 8 of 2026-07-27 on 2026-08-05, 9 days after it was due.',
  ]);
});
