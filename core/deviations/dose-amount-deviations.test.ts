import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { percentOff } from './dose-amount-deviations.ts';
import {
  added,
  beginningOn,
  changed,
  corrected,
  doseBy,
  type Edit,
  isNumber,
  kindsAfter,
  movedVisit,
  saidAfter,
  whatever,
  without,
} from './given.ts';

const amounts: readonly (readonly [given: string, planned: string, expected: string | undefined])[] = [
  ['110 mL', '100 mL', '10'],
  ['90 mL', '100 mL', '10'],
  ['100 mL', '100 mL', '0'],
  ['120000000 {cells}', '100000000 {cells}', '20'],
  ['100 mL', '100 {cells}', undefined],
  ['much mL', '100 mL', undefined],
  ['100 mL', '0 mL', undefined],
];
const split = (text: string) => {
  const [amount = '', unit = ''] = text.split(' ');
  return { amount, unit };
};
for (const [given, planned, expected] of amounts)
  test(`${given} where ${planned} is planned: ${expected ?? 'cannot be said'}`, () => {
    const off = percentOff(split(given), split(planned));
    assert.equal(off && writeRational(off), expected);
  });

type From = Parameters<typeof kindsAfter>[0];
const weight = (visit: string, kg: string): Edit =>
  added(visit === 'week 4' ? 40 : 10, corrected(visit, 'weight', kg, 'kg'));
const preparedAmount = (amount: string): Edit => changed('dose prepared', isNumber(1), { amount });
const screenedOn = (n: number): readonly Edit[] => [beginningOn(n), movedVisit('screening', n)];

/** 2×10^6 cells a kilogram at 60 kg are 1.2×10^8; a tenth more or less is borne. In a double dummy the bag is 100 mL. */
const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['the weight was 66.6 kg: 9.9 % less', 'cells', [weight('baseline', '66.6')], []],
  ['the weight was 67 kg: 10.4 % less', 'cells', [weight('baseline', '67')], ['dose of a wrong amount']],
  ['the weight was 54.6 kg: 9.9 % more', 'cells', [weight('baseline', '54.6')], []],
  ['the weight was 54.5 kg: 10.1 % more', 'cells', [weight('baseline', '54.5')], ['dose of a wrong amount']],
  ['the weight of screening counts for nothing', 'cells', [weight('screening', '40')], []],
  [
    'no weight any more: nothing can be said of the amount',
    'cells',
    [weight('baseline', 'not done')],
    ['item not done'],
  ],
  [
    'of each infusion the weight of its own visit counts',
    'infusions',
    [weight('week 4', '80')],
    ['dose of a wrong amount'],
  ],
  ['a dose by no weight', 'il-2', [weight('baseline', '40')], []],
  ['a bag of 110 mL', 'tablets', [preparedAmount('110')], []],
  ['a bag of 111 mL', 'tablets', [preparedAmount('111')], ['dose prepared in a wrong amount']],
  ['an open dose goes by what was given, whatever was prepared', 'cells', [preparedAmount('1')], []],
  ['weighed 14 days before', 'cells', [doseBy({ 'weight at': 'screening' })], []],
  [
    'weighed 15 days before',
    'cells',
    [doseBy({ 'weight at': 'screening' }), ...screenedOn(-15)],
    ['dose by an old weight'],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('who does not know the arm says nothing of what is in the bag', () =>
  assert.deepEqual(kindsAfter('tablets', preparedAmount('500'), without('assignment disclosed')), []));

test('an amount in another unit is not compared', () =>
  assert.deepEqual(kindsAfter('cells', changed('dose given', whatever, { unit: 'mL' })), []));

test('the sentence has both amounts and their difference', () => {
  assert.deepEqual(saidAfter('cells', weight('baseline', '50')), [
    'Dose 1 of msc-infusion was 120000000 {cells}; plan and weight say 100000000 {cells}, a difference of 20 %.',
  ]);
  assert.deepEqual(saidAfter('cells', doseBy({ 'weight at': 'screening' }), ...screenedOn(-20)), [
    'Dose 1 of msc-infusion was given on 2026-06-01 by the weight of visit screening, 20 days before; at most 14 are usual.',
  ]);
});
