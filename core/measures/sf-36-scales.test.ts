import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { compare, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { type Sf36Form, scaleScore, sf36Answers, sf36Scales, summaryScore } from './sf-36-scales.ts';

const scaleOf = (id: string) => sf36Scales.find((each) => each.id === id) ?? assert.fail(id);
const written = (value: Rational | undefined): string => (value === undefined ? 'none' : writeRational(value, 3));
const score = (id: string, answers: Readonly<Record<number, number>>): string =>
  written(scaleScore(scaleOf(id), (item) => answers[item]));

/** Scoring of ware1994, by hand from its tables of recoded values. */
test('a scale from its items, some of them missing', () => {
  const rows = [
    ['VT', { 23: 1, 27: 1, 29: 6, 31: 6 }, '100'],
    ['VT', { 23: 6, 27: 6, 29: 1, 31: 1 }, '0'],
    ['VT', { 23: 4, 27: 3, 29: 3, 31: 3 }, '45'],
    ['VT', { 23: 4, 27: 3 }, '50'],
    ['VT', { 23: 4 }, 'none'],
    ['SF', { 20: 1, 32: 5 }, '100'],
    ['SF', { 20: 2 }, '75'],
    ['SF', {}, 'none'],
    ['RE', { 17: 2, 18: 2, 19: 1 }, '66.667'],
    ['RE', { 17: 2, 18: 1 }, '50'],
    ['RE', { 17: 2 }, 'none'],
    ['RP', { 13: 2, 14: 1 }, '50'],
    ['PF', { 3: 3, 4: 3, 5: 3, 6: 3, 7: 3 }, '100'],
    ['PF', { 3: 3, 4: 3, 5: 3, 6: 3 }, 'none'],
    ['GH', { 1: 2, 33: 5, 34: 1 }, '95'],
    ['GH', { 1: 3, 33: 1, 34: 5, 35: 1, 36: 5 }, '12'],
    ['GH', { 1: 3, 33: 1 }, 'none'],
    ['GH', { 1: 1, 33: 5, 34: 1, 35: 5, 36: 1 }, '100'],
    ['GH', { 1: 4, 33: 1, 34: 5, 35: 1, 36: 5 }, '5'],
    ['GH', { 1: 5, 33: 1, 34: 5, 35: 1, 36: 5 }, '0'],
    ['SF', { 32: 2 }, '25'],
    ['MH', { 24: 6, 25: 6, 26: 1, 28: 6, 30: 1 }, '100'],
    ['MH', { 24: 1, 25: 1, 26: 6 }, '0'],
    ['MH', { 24: 1, 25: 1 }, 'none'],
  ] as const;
  for (const [id, answers, expected] of rows)
    assert.equal(score(id, answers), expected, `${id} ${JSON.stringify(answers)}`);
});

test('pain: the two items depend on one another', () => {
  const rows = [
    [1, 1, '100'],
    [2, 1, '84'],
    [1, 2, '80'],
    [6, 5, '0'],
    [3, 2, '62'],
    [2, undefined, '88'],
    [undefined, 1, '100'],
    [undefined, 2, '75'],
    [undefined, 4, '25'],
    [6, undefined, '0'],
    [3, undefined, '64'],
    [4, undefined, '42'],
    [5, undefined, '24'],
    [1, undefined, '100'],
    [undefined, 3, '50'],
    [undefined, 5, '0'],
  ] as const;
  for (const [pain, interference, expected] of rows) {
    const answers = {
      ...(pain === undefined ? {} : { 21: pain }),
      ...(interference === undefined ? {} : { 22: interference }),
    };
    assert.equal(score('BP', answers), expected, `${pain} ${interference}`);
  }
});

/** Means, deviations and the two weights of ware1994, written down a second time. */
test('the norms and weights to the last place', () => {
  const table = [
    ['PF', '84.52404', '22.8949', '0.42402', '-0.22999'],
    ['RP', '81.19907', '33.79729', '0.35119', '-0.12329'],
    ['BP', '75.49196', '23.55879', '0.31754', '-0.09731'],
    ['GH', '72.21316', '20.16964', '0.24954', '-0.01571'],
    ['VT', '61.05453', '20.86942', '0.02877', '0.23534'],
    ['SF', '83.59753', '22.37642', '-0.00753', '0.26876'],
    ['RE', '81.29467', '33.02717', '-0.19206', '0.43407'],
    ['MH', '74.84212', '18.01189', '-0.22069', '0.48581'],
  ];
  assert.deepEqual(
    sf36Scales.map(({ id, norm, weights }) => [
      id,
      ...[...norm, weights.physical, weights.mental].map((each) => writeRational(each)),
    ]),
    table,
  );
});

test('how many answers each item has', () => {
  const answers = Array.from({ length: 36 }, (_, index) => sf36Answers(index + 1)).join('');
  assert.equal(answers, '553333333333222222256566666666655555');
});

test('worked example Q4: a person at every mean of the norm is at 50', () => {
  const means = sf36Scales.map(({ norm: [mean] }) => mean);
  assert.equal(written(summaryScore('physical', means)), '50');
  assert.equal(written(summaryScore('mental', means)), '50');
  assert.throws(() => summaryScore('mental', means.slice(1)), /7 of 8/);
});

test('a summary of any scores lies between those of the two extreme forms of scores', () => {
  const extreme = (summary: 'physical' | 'mental', at: -1 | 1): number => {
    const scores = sf36Scales.map(({ weights }) => (compare(weights[summary], zero) === at ? rational(100) : zero));
    return Number(writeRational(summaryScore(summary, scores), 3));
  };
  const ends = [extreme('physical', -1), extreme('physical', 1), extreme('mental', -1), extreme('mental', 1)];
  assert.deepEqual(ends, [1.732, 76.277, -1.266, 80.739], 'recomputed from the tables with other software');
});

test('every item but the one on health transition belongs to one scale', () => {
  const items = sf36Scales.flatMap((each) => each.items).toSorted((a, b) => a - b);
  assert.deepEqual(
    items,
    Array.from({ length: 36 }, (_, index) => index + 1).filter((item) => item !== 2),
  );
});

const form: fc.Arbitrary<Sf36Form> = fc
  .array(fc.option(fc.integer({ min: 0, max: 59 }), { freq: 4 }), { minLength: 37, maxLength: 37 })
  .map((drawn) => (item) => {
    const number = drawn[item] ?? undefined;
    return number === undefined ? undefined : (number % sf36Answers(item)) + 1;
  });

test('a scale lies from 0 to 100, and is there exactly with half of its items', () => {
  fc.assert(
    fc.property(form, fc.constantFrom(...sf36Scales), (answers, scale) => {
      const answered = scale.items.filter((item) => answers(item) !== undefined).length;
      const scored = scaleScore(scale, answers);
      assert.equal(scored !== undefined, answered >= scale.items.length / 2);
      if (scored === undefined) return;
      const value = Number(scored.numerator) / Number(scored.denominator);
      assert.ok(value >= 0 && value <= 100, `${scale.id} ${value}`);
    }),
  );
});
