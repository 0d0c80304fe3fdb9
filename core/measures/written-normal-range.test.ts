import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { isFaulty } from './written-fault.ts';
import { writtenNormalRange } from './written-normal-range.ts';

/** Limits in the unit of the measure; conversions are those of ucum, creatinine at 113.12 g/mol. */
const rows: readonly (readonly [measure: string, written: string, limits: string])[] = [
  ['ALT', '7 to 40 U/L', '7 to 40'],
  ['ALT', 'up to 40 U/L', ' to 40'],
  ['ALT', 'from 7 U/L', '7 to '],
  ['C3', '90 to 180 mg/dL', '0.9 to 1.8'],
  ['creatinine', '44 to 88.4 umol/L', '0.497728 to 0.9999808'],
];

for (const [measure, written, limits] of rows)
  test(`${measure} ${written} is ${limits}`, () => {
    const range = writtenNormalRange(measure, written, ['normal', measure]);
    if (isFaulty(range)) assert.fail(JSON.stringify(range.faults));
    const [low, high] = [range.read.low, range.read.high].map((end) => (end === undefined ? '' : writeRational(end)));
    assert.equal(`${low} to ${high}`, limits);
    assert.equal(range.read.of, 'written laboratory');
  });

const accepted = 'limits and a unit, such as "7 to 40 U/L", "up to 40 U/L" or "from 7 U/L"';

for (const written of [
  '7-40 U/L',
  '7 to 40',
  '40 to 7 U/L',
  '7 to 40 g/L',
  'x to y U/L',
  '',
  '-1 to 4 U/L',
  '7,0 to 40 U/L',
])
  test(`"${written}" is no normal range of ALT`, () =>
    assert.deepEqual(writtenNormalRange('ALT', written, ['normal', 'ALT']), {
      faults: [{ fault: 'value not accepted', path: ['normal', 'ALT'], of: 'ALT', value: written, accepted }],
    }));

test('only a measured quantity has a normal range', () => {
  const unknown = (name: string, nearest: string | undefined) =>
    assert.deepEqual(writtenNormalRange(name, '7 to 40 U/L', ['normal', name]), {
      faults: [{ fault: 'item unknown', path: ['normal', name], name, nearest }],
    });
  unknown('ALTT', 'ALT');
  unknown('PGA', undefined);
});
