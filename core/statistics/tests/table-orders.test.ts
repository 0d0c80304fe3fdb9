import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, estimated, group } from '../given.ts';
import { scoreOfDifference } from './difference-score.ts';
import { testFisherExact } from './fisher-exact.ts';
import { orderByFisher, orderByPooledZ, type Side } from './table-orders.ts';

const sides: readonly (readonly [side: Side, named: 'twoSided' | 'greater' | 'less'])[] = [
  ['two-sided', 'twoSided'],
  ['greater', 'greater'],
  ['less', 'less'],
];
for (const [side, named] of sides) {
  test(`${side}: every table of 9 against 6 has the p of Fisher's test, held to evidence/oracles/fisher-exact`, () => {
    orderByFisher(9, 6, side).forEach((row, x1) => {
      row.forEach((p, x0) => {
        assertClose(p, estimated(testFisherExact(group(x1, 9), group(x0, 6)))[named], 1e-13, `${x1} and ${x0}`);
      });
    });
  });
}

test('every table has the pooled z, the score of no difference (farrington1990); 0 without variation', () => {
  const [both, greater, less] = sides.map(([side]) => orderByPooledZ(9, 6, side));
  for (let x1 = 0; x1 <= 9; x1 += 1) {
    for (let x0 = 0; x0 <= 6; x0 += 1) {
      const z = (x1 + x0) % 15 === 0 ? 0 : scoreOfDifference(group(x1, 9), group(x0, 6), 0, 'none');
      const found = [both, greater, less].map((order) => order?.[x1]?.[x0] ?? Number.NaN);
      [-Math.abs(z), -z, z].forEach((expected, index) => {
        assert.ok(Math.abs((found[index] ?? Number.NaN) - expected) < 1e-12);
      });
    }
  }
});
