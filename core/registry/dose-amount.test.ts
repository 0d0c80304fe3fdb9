import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dosesIn, statesAmount, statesTimes } from './dose-amount.ts';

test('doses in powers of ten and in millions', () => {
  const rows: readonly (readonly [text: string, doses: readonly (readonly [amount: number, unit: string])[]])[] = [
    ['2 × 10\\^6 cells / kg body weight', [[2e6, '/kg']]],
    ['1 × 10 \\^6 cells / kg', [[1e6, '/kg']]],
    ['2 million cells/Kg', [[2e6, '/kg']]],
    ['MSV 2 million cells per kg wt', [[2e6, '/kg']]],
    ['1.0 × 10^6/kg, twice', [[1e6, '/kg']]],
    ['IL-2 (1×10\\^6IU)', [[1e6, 'IU']]],
    [
      '5x10^7 cells, then 10 million',
      [
        [5e7, 'cells'],
        [1e7, 'cells'],
      ],
    ],
    ['dose 1×106/kg', []],
    ['750 mg', []],
  ];
  for (const [text, doses] of rows)
    assert.deepEqual(
      dosesIn(text).map(({ amount, unit }) => [amount, unit]),
      doses,
      text,
    );
});

test('a written dose is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 4, max: 9 }), (mantissa, exponent) => {
      const [dose] = dosesIn(`${mantissa}×10^${exponent} cells/kg`);
      assert.equal(dose?.amount, mantissa * 10 ** exponent);
    }),
    { seed: 7 },
  );
});

test('whether a text says how much, and how often', () => {
  const rows: readonly (readonly [text: string, amount: boolean, times: boolean])[] = [
    ['cells for SLE', false, false],
    ['100 ml of saline', true, false],
    ['2 g / day', true, false],
    ['2 g/day', true, true],
    ['1×106/kg cells, once every month for three times', true, true],
    ['a single infusion', false, true],
    ['on days 0 and 7', false, true],
    ['75 mg q3w', true, true],
  ];
  for (const [text, amount, times] of rows)
    assert.deepEqual([statesAmount(text), statesTimes(text)], [amount, times], text);
});
