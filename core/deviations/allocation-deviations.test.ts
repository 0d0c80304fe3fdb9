import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  changed,
  corrected,
  day,
  type Edit,
  ended,
  isSection,
  kindsAfter,
  movedVisit,
  saidAfter,
  stopped,
  until,
  whatever,
  without,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const late = (visit: string, section: string, days: number): Edit =>
  changed('section recorded', isSection(visit, section), {}, days);
const untreated: readonly Edit[] = [
  without('dose given'),
  without('dose prepared'),
  without('medicine dispensed'),
  without('medicine returned'),
];
const screenedLate: readonly Edit[] = [
  movedVisit('screening', -5),
  changed('participant enrolled', whatever, { on: day(-4) }, 6),
];

const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  [
    'urine protein corrected below 3 g/g still',
    'tablets',
    [added(3, corrected('screening', 'UPCR', '2.9', 'g/g'))],
    [],
  ],
  ['corrected to 3 g/g', 'tablets', [added(3, corrected('screening', 'UPCR', '3.0', 'g/g'))], ['wrong stratum']],
  ['class V alone', 'tablets', [added(3, corrected('screening', 'LN-class', 'V'))], ['wrong stratum']],
  [
    'no class any more: not known is no other',
    'tablets',
    [added(3, corrected('screening', 'LN-class', 'not done'))],
    ['eligibility no longer shown'],
  ],
  ['a trial without strata', 'cells', [added(3, corrected('screening', 'UPCR', '3.0', 'g/g'))], []],
  ['allocated and entered on the same day', 'cells', [], []],
  ['entered a day later', 'cells', [changed('participant randomised', whatever, {}, 1)], ['allocation backdated']],
  [
    'assigned, and entered a day later',
    'infusions',
    [changed('participant assigned', whatever, {}, 1)],
    ['allocation backdated'],
  ],
  ['a section of day 0 filled on day 0', 'cells', [late('baseline', 'kidney', 0)], []],
  ['filled on day 1', 'cells', [late('baseline', 'kidney', 1)], ['baseline form after allocation']],
  ['filled on day 8', 'cells', [late('baseline', 'kidney', 8)], ['baseline form after allocation', 'form filled late']],
  ['a section of screening filled on day 0', 'cells', [...screenedLate, late('screening', 'kidney', 5)], []],
  [
    'filled on day 1, late by 6 days',
    'cells',
    [...screenedLate, late('screening', 'kidney', 6)],
    ['screening form after allocation'],
  ],
  ['a section of week 4 is filled after allocation by its nature', 'cells', [late('week 4', 'kidney', 1)], []],
  ['withdrew untreated', 'cells', [...untreated, until(0), added(0, ended(0, 'withdrawn'))], ['treatment never begun']],
  ['stopped untreated', 'tablets', [...untreated, added(0, stopped(0))], ['treatment never begun']],
  ['withdrew after the dose', 'cells', [until(0), added(0, ended(0, 'withdrawn'))], []],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('an arm without treatment has none to begin', () => {
  const control: Edit = changed('assignment disclosed', whatever, { arm: 'control' });
  assert.deepEqual(kindsAfter('infusions', control, ...untreated, until(0), added(0, ended(0, 'withdrawn'))), []);
});

test('minimisation has no strata to compare', () => {
  const minimised: Edit = (course) => ({
    ...course,
    study: {
      ...course.study,
      definition: { ...course.study.definition, allocation: { method: 'single group', assumes: [] } },
    },
  });
  assert.deepEqual(kindsAfter('tablets', added(3, corrected('screening', 'UPCR', '3.0', 'g/g')), minimised), []);
});

test('both strata stand in the sentence', () =>
  assert.deepEqual(saidAfter('tablets', added(3, corrected('screening', 'UPCR', '3.4', 'g/g'))), [
    'Allocation took a slot of the stratum "nanjing, class-v-only no, heavy-proteinuria no", and by what is recorded today it is "nanjing, class-v-only no, heavy-proteinuria yes".',
  ]));
