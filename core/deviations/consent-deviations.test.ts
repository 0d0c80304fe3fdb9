import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  asked,
  assent,
  changed,
  courses,
  day,
  defined,
  type Edit,
  guardian,
  kindsAfter,
  kindsOf,
  movedVisit,
  ownAt,
  saidAfter,
  until,
  whatever,
  without,
  withoutVisit,
} from './given.ts';

type Name = keyof typeof courses;
const ownOn = (n: number): Edit =>
  changed('consent given', ({ version }) => version === '1.1', { on: day(n) }, n - 168);
const unasked: Edit = defined(({ consent, ...definition }) => ({
  ...definition,
  ...(consent === undefined ? {} : { consent: { ...consent, 'reconsent at majority': false } }),
}));

/** The trial asks from 14 years for assent, and anew at 18. Who was born on 2008-09-09 comes of age on day 100. */
const rows: readonly (readonly [what: string, from: Name, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['consent on the day of the first visit', 'cells', [], []],
  ['consent a day after it', 'cells', [changed('consent given', whatever, { on: day(-13) })], ['act without consent']],
  ['no consent at all', 'cells', [without('consent given')], ['act without consent', 'eligibility no longer shown']],
  ['a minor with guardian and assent', 'minor', [], []],
  ['a minor without assent', 'minor', [without('assent given')], ['assent missing']],
  [
    'assent after the first visit',
    'minor',
    [changed('assent given', whatever, { on: day(-13) }, 1)],
    ['assent missing'],
  ],
  [
    'a minor who signed alone',
    'minor',
    [changed('consent given', whatever, { by: 'participant' } as object)],
    ['guardian consent missing'],
  ],
  [
    'an adult with the consent of another',
    'infusions',
    [changed('consent given', whatever, { by: 'representative' })],
    ['re-consent late'],
  ],
  ['came of age on day 100, consented at the next visit', 'comes of age', [], []],
  ['a day after that visit', 'comes of age', [ownOn(169)], ['re-consent late']],
  [
    'in a trial that does not ask anew',
    'comes of age',
    [unasked, without('consent given', ({ version }) => version === '1.1')],
    [],
  ],
  [
    'a trial that says nothing of age asks for one consent',
    'cells',
    [changed('participant described', whatever, { born: '2005-06-15' })],
    [],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(kindsAfter(from, ...edits).toSorted(), expected));

/** The window of week 24, the first that opens after day 100, closes on day 175. */
const late: readonly (readonly [what: string, edits: readonly Edit[], expected: boolean])[] = [
  ['asked as the window closes', [asked(175)], false],
  ['asked a day later', [asked(176)], true],
  ['consented as the window closes', [added(175, ownAt(175))], false],
  ['consented a day later', [added(176, ownAt(176))], true],
  ['participation ended before', [added(170, { type: 'participation ended', on: day(170), how: 'withdrawn' })], false],
];
for (const [what, edits, expected] of late)
  test(`nobody came to the visit after coming of age, ${what}: ${expected ? 're-consent late' : 'nothing'}`, () => {
    const course = all(
      until(99),
      without('consent given', ({ version }) => version === '1.1'),
      ...edits,
    )(courses['comes of age']);
    assert.equal(kindsOf(course).includes('re-consent late'), expected);
  });

test('one sentence for each consent, with the first act and how many came after it', () => {
  assert.deepEqual(saidAfter('cells', until(0), changed('consent given', whatever, { on: day(-9) }, 5), asked(5)), [
    'Visit screening was held on 2026-05-18 without any consent, and 1 more was done after it.',
  ]);
  assert.deepEqual(
    saidAfter('minor', until(0), without('assent given'), asked(5))[0],
    "Visit screening was held on 2026-05-18 without the minor's assent, and 4 more was done after it.",
  );
});

test('guardian and assent on the same day as the visit are in time', () =>
  assert.deepEqual(kindsAfter('minor', movedVisit('screening', -14), added(-14, guardian, assent)), []));

test('when the last visits are over nobody is asked anew', () =>
  assert.deepEqual(
    kindsAfter(
      'minor',
      changed('participant described', whatever, { born: '2009-07-30' }),
      withoutVisit('week 60'),
      until(330),
      asked(331),
    ).filter((kind) => kind.startsWith('re')),
    [],
  ));
