import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { openDraws } from './draws.ts';

const crowd = openDraws(secretFromSeed(7));
const uniforms = (person: number, purpose: string, count: number): readonly number[] => {
  const draws = crowd(person)(purpose);
  return Array.from({ length: count }, () => draws.uniform());
};

test('the same seed, person and purpose give the same numbers, whatever was drawn before', () => {
  const first = uniforms(3, 'age', 5);
  uniforms(2, 'weight', 9);
  uniforms(3, 'height', 1);
  assert.deepEqual(uniforms(3, 'age', 5), first);
  assert.deepEqual(
    openDraws(secretFromSeed(7))(3)('age').uniform(),
    first[0],
    'a crowd opened again knows nothing of the first',
  );
});

test('another seed, person or purpose gives others', () => {
  const other = openDraws(secretFromSeed(8))(3)('age').uniform();
  const all = [uniforms(3, 'age', 4), uniforms(4, 'age', 4), uniforms(3, 'ages', 4), [other]].flat();
  assert.equal(new Set(all).size, 13);
});

test('uniform numbers lie inside 0 and 1, fill ten boxes alike and do not follow the number of the person', () => {
  const boxes = Array.from({ length: 10 }, () => 0);
  let product = 0;
  for (let person = 0; person < 10_000; person += 1) {
    const [a = 0, b = 0] = uniforms(person, 'boxes', 2);
    assert.ok(a > 0 && a < 1);
    const box = Math.floor(a * 10);
    boxes[box] = (boxes[box] ?? 0) + 1;
    product += (a - 0.5) * (b - 0.5);
  }
  // Chi-squared with 9 degrees of freedom: 27.88 is its upper tail of 0.001.
  const chi = boxes.reduce((sum, seen) => sum + (seen - 1000) ** 2 / 1000, 0);
  assert.ok(chi < 27.88, `chi-squared ${chi}`);
  // The correlation of 10,000 independent pairs has a standard deviation of 0.01.
  assert.ok(Math.abs(product * 12) / 10_000 < 0.04);
});

test('normal numbers have mean 0 and variance 1', () => {
  const all = Array.from({ length: 10_000 }, (_, person) => crowd(person)('normal').normal());
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  const variance = all.reduce((sum, each) => sum + each ** 2, 0) / all.length;
  assert.ok(Math.abs(mean) < 0.04);
  assert.ok(Math.abs(variance - 1) < 0.06);
});

test('a whole number lies between its ends, and each of them comes', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, person) => crowd(person)('die').between(1, 6)));
  assert.deepEqual([...seen].toSorted(), [1, 2, 3, 4, 5, 6]);
});

test('weights are shares; what is left over falls to the last', () => {
  const items = [
    ['a', 0.7],
    ['b', 0.1],
    ['c', 0.1],
  ] as const;
  const seen = Array.from({ length: 5000 }, (_, person) => crowd(person)('weighted').weighted(items));
  const share = (item: string): number => seen.filter((each) => each === item).length / seen.length;
  for (const [item, expected] of [
    ['a', 0.7],
    ['b', 0.1],
    ['c', 0.2],
  ] as const)
    assert.ok(Math.abs(share(item) - expected) < 4.5 * Math.sqrt((expected * (1 - expected)) / 5000), item);
});
