import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  asked,
  beginningOn,
  changed,
  corrected,
  day,
  type Edit,
  ended,
  kindsAfter,
  movedVisit,
  recorded,
  saidAfter,
  until,
  whatever,
  withWindow,
} from './given.ts';

const screenedOn =
  (n: number): Edit =>
  (course) =>
    [beginningOn(n), movedVisit('screening', n)].reduce((now, edit) => edit(now), course);
const enrolledOn = (n: number): Edit => changed('participant enrolled', whatever, { on: day(n) }, n + 10);

/** Screening is from 28 days to 1 day before day 0; 21 days from enrolment to allocation are the default. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['screened 28 days before', [screenedOn(-28)], []],
  ['screened 29 days before', [screenedOn(-29)], ['screening too early']],
  ['screened the day before', [screenedOn(-1), enrolledOn(-1)], []],
  [
    'screened after a window that ends on day -5',
    [withWindow('screening', -28, -5), screenedOn(-4), enrolledOn(-3)],
    ['screening too late'],
  ],
  ['screened on day 0', [movedVisit('screening', 0)], ['screening too late']],
  ['enrolled 21 days before', [screenedOn(-22), enrolledOn(-21)], []],
  ['enrolled 22 days before', [screenedOn(-22), enrolledOn(-22)], ['enrolled long before allocation']],
  ['enrolled and waiting for 21 days', [until(-1), asked(11)], []],
  ['enrolled and waiting for 22 days', [until(-1), asked(12)], ['enrolled and not allocated']],
  ['enrolled, and left', [until(-1), added(-5, ended(-5, 'withdrawn'))], []],
  [
    'a live vaccine 12 weeks before allocation, recorded later',
    [added(50, recorded('vaccination', 'yellow-fever-vaccine', day(-84)))],
    ['found ineligible later'],
  ],
  ['the same 85 days before', [added(50, recorded('vaccination', 'yellow-fever-vaccine', day(-85)))], []],
  [
    'the same after allocation: no matter of eligibility',
    [added(50, recorded('vaccination', 'yellow-fever-vaccine', day(20)))],
    [],
  ],
  [
    'urine protein corrected to the limit, both measures',
    [added(5, corrected('screening', 'UPCR', '1.0', 'g/g'), corrected('screening', 'protein-24h', '1.0', 'g/24h'))],
    ['found ineligible later'],
  ],
  ['one of them, and the other suffices', [added(5, corrected('screening', 'UPCR', '1.0', 'g/g'))], []],
  [
    'creatinine withdrawn',
    [added(5, corrected('screening', 'creatinine', 'not done'))],
    ['eligibility no longer shown'],
  ],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter('cells', ...edits), expected));

test('a date of which only the month is known makes nobody ineligible, but no longer shown to be eligible', () =>
  assert.deepEqual(kindsAfter('cells', added(50, recorded('vaccination', 'yellow-fever-vaccine', '2026-03'))), [
    'eligibility no longer shown',
  ]));

test('each criterion that fails is said with its reasons', () => {
  const said = saidAfter('cells', added(50, recorded('vaccination', 'yellow-fever-vaccine', day(-20))));
  assert.equal(said.length, 1);
  assert.match(
    said[0] ?? '',
    /^By what is recorded today criterion E6 \(Live vaccine\) was not met on allocation: .*yellow-fever-vaccine 2026-05-12/,
  );
});

test('the sentence of a screening and of an enrolment', () => {
  assert.deepEqual(saidAfter('cells', screenedOn(-30)), [
    'Visit screening was held on 2026-05-02, 2 days before its window from 2026-05-04 to 2026-05-31.',
  ]);
  assert.deepEqual(saidAfter('cells', screenedOn(-25), enrolledOn(-25)), [
    'From enrolment on 2026-05-07 to allocation on 2026-06-01 there were 25 days, at most 21 are usual.',
  ]);
});
