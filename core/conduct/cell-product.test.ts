import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { isExact } from '#core/quantities/range.ts';
import { type Rational, rational } from '#core/quantities/rational.ts';
import {
  adherence,
  type CellProductProblem,
  infusionVolume,
  isCellProductProblem,
  isWithinTolerance,
  viableConcentration,
} from './cell-product.ts';

const said = (found: Rational | CellProductProblem): string =>
  isCellProductProblem(found) ? `${found.field} ${found.written}: ${found.problem}` : writeRational(found);

/** Cells, cells in a millilitre, viability, mL; the first is worked example P2, the others by hand. */
const volumes: readonly (readonly [string, string, string, string])[] = [
  ['127000000', '5000000', '100', '25.4'],
  ['127000000', '5000000', '90', '28.2'],
  ['57400000', '2000000', '87.5', '32.8'],
  ['1000000', '4000000', '100', '0.3'],
  ['960000', '4000000', '100', '0.2'],
  ['1000000', '0', '100', 'concentration 0: not above zero'],
  ['1000000', '4000000', '0', 'viability 0: not above zero'],
  ['1000000', '4000000', '100.1', 'viability 100.1: more than all'],
  ['many', '4000000', '90', 'cells many: not a number'],
  ['-1', '4000000', '90', 'cells -1: not above zero'],
];
for (const [cells, concentration, viability, expected] of volumes)
  test(`${cells} cells of ${concentration}/mL, ${viability} % alive: ${expected}`, () =>
    assert.equal(said(infusionVolume(cells, { concentration, viability })), expected));

test('the volume is rounded as it is asked', () => {
  const suspension = { concentration: '3000000', viability: '100' };
  assert.equal(said(infusionVolume('10000000', suspension, { places: 3 })), '3.333');
  assert.equal(said(infusionVolume('10000000', suspension, { places: 0 })), '3');
});

test('a tenth of the cells dead is a tenth less alive', () =>
  assert.equal(said(viableConcentration({ concentration: '5000000', viability: '90' })), '4500000'));

/** Planned 100: given, tolerance in percent, within it. */
const tolerances = [
  [110, 10, true],
  [90, 10, true],
  [111, 10, false],
  [89, 10, false],
  [100, 0, true],
  [101, 0, false],
] as const;
for (const [given, percent, expected] of tolerances)
  test(`${given} of 100 is ${expected ? 'within' : 'beyond'} ${percent} %`, () =>
    assert.equal(isWithinTolerance(rational(given), rational(100), rational(percent)), expected));

test('without a tolerance of its own it is 10 %', () => {
  assert.equal(isWithinTolerance(rational(9), rational(10)), true);
  assert.equal(isWithinTolerance(rational(89), rational(100)), false);
});

const share = (planned: number, taken: number, missed: number): string => {
  const { low, high } = adherence({ planned, taken, missed });
  return [low, high].map((end) => (end === undefined ? '' : writeRational(end))).join(' to ');
};

test('what the diary says nothing of may have been taken', () => {
  assert.equal(share(14, 14, 0), '1 to 1');
  assert.equal(share(10, 7, 3), '0.7 to 0.7');
  assert.equal(share(10, 7, 1), '0.7 to 0.9');
  assert.equal(share(10, 0, 0), '0 to 1');
  assert.throws(() => share(10, 8, 3), /8 taken and 3 missed of 10/);
  assert.throws(() => share(0, 0, 0), /of 0/);
});

test('the share is exact just when every dose is answered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(400), (planned, taken, missed) => {
      fc.pre(taken + missed <= planned);
      assert.equal(isExact(adherence({ planned, taken, missed })), taken + missed === planned);
    }),
  );
});
