import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sayRange } from '#core/measures/say.ts';
import { between, everything, exactly, isExact } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { computeArea, type DatedRange } from './area-under-curve.ts';

const at = (day: number, value: number): DatedRange => ({ day, range: exactly(rational(value)) });
const said = (...values: readonly DatedRange[]): string => {
  const area = computeArea(values);
  if (area.status === 'not evaluable') return area.why;
  return `${area.status} ${sayRange(area.total)} / ${sayRange(area.average)} over ${area.days}`;
};

// By hand: trapezoids, (a + b)/2 times the days between.
// biome-ignore format: one row a line
const rows: readonly (readonly [readonly DatedRange[], string])[] = [
  [[at(0, 10), at(10, 10)], 'ok 100 / 10 over 10'],
  [[at(0, 10), at(10, 0)], 'ok 50 / 5 over 10'],
  [[at(0, 4), at(2, 8), at(10, 0)], 'ok 44 / 4.4 over 10'],
  [[at(10, 0), at(0, 4), at(2, 8)], 'ok 44 / 4.4 over 10'],
  [[at(-7, 1), at(0, 2)], 'ok 10.5 / 1.5 over 7'],
  [[at(0, 4), { day: 2, range: between(rational(0), rational(24)) }, at(10, 0)], 'partial 4 to 124 / 0.4 to 12.4 over 10'],
  [[at(0, 4), { day: 10, range: everything }], 'partial not known / not known over 10'],
  [[at(0, 4)], 'fewer than two days'],
  [[], 'fewer than two days'],
  [[at(0, 4), at(0, 5), at(3, 1)], 'two values on one day'],
];

for (const [values, expected] of rows) test(expected, () => assert.equal(said(...values), expected));

const points = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 8 })
  .chain((days) => fc.tuple(...days.map((day) => fc.integer({ min: 0, max: 105 }).map((value) => at(day, value)))));

test('in floating point it is the sum of the trapezoids, and the average lies between the values', () => {
  fc.assert(
    fc.property(points, (values) => {
      const sorted = values
        .toSorted((a, b) => a.day - b.day)
        .map(({ day, range }) => [day, Number(range.low?.numerator)] as const);
      let sum = 0;
      for (let index = 1; index < sorted.length; index += 1) {
        const [[from = 0, a = 0] = [], [to = 0, b = 0] = []] = [sorted[index - 1], sorted[index]];
        sum += ((a + b) / 2) * (to - from);
      }
      const area = computeArea(values);
      assert.ok(area.status === 'ok' && isExact(area.total) && area.total.low && area.average.low);
      assert.ok(Math.abs(Number(area.total.low.numerator) / Number(area.total.low.denominator) - sum) < 1e-9);
      const average = Number(area.average.low.numerator) / Number(area.average.low.denominator);
      const all = sorted.map(([, value]) => value);
      assert.ok(average >= Math.min(...all) - 1e-9 && average <= Math.max(...all) + 1e-9);
    }),
  );
});
