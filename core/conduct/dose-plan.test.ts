import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { doseAmount, plannedDoses, plannedOn } from './dose-plan.ts';
import * as g from './given.ts';

const study = g.shipped('nct05631717');

const doseOf = (arm: number) => {
  const dose = study.definition.arms[arm]?.doses[0];
  assert.ok(dose);
  return dose;
};
const [cells, il2] = [doseOf(0), doseOf(1)];
const datesFrom = (dayZero: string): readonly string[] =>
  plannedDoses(il2).map((planned) => writeDay(plannedOn(planned, readDay(dayZero) ?? Number.NaN)));

/** Days 1, 3, 5, 7, 9, 11, 13 of three cycles of 28 days; day 1 is day 0 of the schedule. */
test('IL-2: seven injections every other day, then two weeks off, three times', () => {
  const days = plannedDoses(il2).map(({ day }) => day);
  assert.deepEqual(days, [0, 2, 4, 6, 8, 10, 12, 28, 30, 32, 34, 36, 38, 40, 56, 58, 60, 62, 64, 66, 68]);
  assert.deepEqual(
    plannedDoses(il2).map(({ number }) => number),
    Array.from({ length: 21 }, (_, index) => index + 1),
  );
});

test('worked example P3: from 2 March 2026 on 2, 4, 6, 8, 10, 12, 14 March; the next cycle on 30 March', () => {
  assert.deepEqual(datesFrom('2026-03-02').slice(0, 8), [
    '2026-03-02',
    '2026-03-04',
    '2026-03-06',
    '2026-03-08',
    '2026-03-10',
    '2026-03-12',
    '2026-03-14',
    '2026-03-30',
  ]);
  assert.equal(new Set(datesFrom('2026-03-02')).size, 21);
});

test('a dose given once has one day', () => {
  assert.deepEqual(plannedDoses(cells), [{ dose: 'msc-infusion', number: 1, day: 0 }]);
});

test('the amount: by weight exactly, in any unit of weight; fixed otherwise; none without a weight', () => {
  const rows = [
    [{ value: '63.5', unit: 'kg' }, '127000000'],
    [{ value: '63500', unit: 'g' }, '127000000'],
    [{ value: '57.4', unit: 'kg' }, '114800000'],
    [{ value: '60.123', unit: 'kg' }, '120246000'],
    [{ value: 'not done' }, undefined],
    [{ value: '63.5' }, undefined],
    [{ value: '63.5', unit: 'cm' }, undefined],
    [{ value: '0', unit: 'kg' }, undefined],
    [{ value: '-60', unit: 'kg' }, undefined],
    [undefined, undefined],
  ] as const;
  for (const [weight, expected] of rows)
    assert.equal(doseAmount(cells, weight)?.amount, expected, JSON.stringify(weight));
  assert.equal(doseAmount(cells, { value: '63.5', unit: 'kg' })?.unit, '{cells}');
  assert.deepEqual(doseAmount(il2, undefined), { amount: '1000000', unit: 'IU' });
});

/** Worked example P1: 57.4 kg × 1×10^6/kg = 5.74×10^7 cells. */
test('another amount by weight', () => {
  assert.equal(
    doseAmount({ ...cells, amount: '1000000 {cells}/kg' }, { value: '57.4', unit: 'kg' })?.amount,
    '57400000',
  );
  assert.throws(() => doseAmount({ ...cells, amount: 'many' }, undefined), /a checked dose has the amount "many"/);
});
