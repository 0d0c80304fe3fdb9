import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { and, fromBoolean, type Truth } from '#core/quantities/truth.ts';
import {
  atLeastLoop,
  bothLoop,
  choiceLoop,
  countLoop,
  firstKnownLoop,
  type NumberWords,
  sumLoop,
  twoAtLeastLoop,
  type Words,
} from './word-loops.ts';

const words = 2;
const rows = 64;
const all = new Int32Array(words).fill(-1);
const empty = (): Words => ({ holds: new Int32Array(words), fails: new Int32Array(words), from: 0 });

const truthAt = ({ holds, fails }: Words, row: number): Truth => {
  const bit = (plane: Int32Array): boolean => (((plane[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  assert(!(bit(holds) && bit(fails)), `row ${row} both holds and fails`);
  return bit(holds) ? 'true' : bit(fails) ? 'false' : 'unknown';
};
const truthsOf = (of: Words): readonly Truth[] => Array.from({ length: rows }, (_, row) => truthAt(of, row));

const planesOf = (truths: readonly Truth[], before: number): Words => {
  const [holds, fails] = [new Int32Array(words + before), new Int32Array(words + before)];
  for (const [row, truth] of truths.entries()) {
    const plane = truth === 'true' ? holds : fails;
    const word = before + (row >>> 5);
    if (truth !== 'unknown') plane[word] = (plane[word] ?? 0) | (1 << (row & 31));
  }
  return { holds, fails, from: before };
};

const numbersOf = (values: readonly (number | null)[], factor: number, before: number): NumberWords => {
  const parts = Int32Array.from([...new Array<number>(before * 32).fill(99), ...values.map((value) => value ?? 7)]);
  const { holds } = planesOf(
    values.map((value) => fromBoolean(value !== null)),
    before,
  );
  return { parts, known: holds, factor, from: before };
};

const column = fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { minLength: rows, maxLength: rows });
const truths = fc.array(fc.constantFrom<Truth>('true', 'false', 'unknown'), { minLength: rows, maxLength: rows });
const bound = fc.integer({ min: -60, max: 60 });
const before = fc.nat(2);

test('numbers against a bound, one, two or three of them', () => {
  fc.assert(
    fc.property(column, column, column, bound, before, (x, y, z, least, from) => {
      const [one, twice, minus] = [numbersOf(x, 1, from), numbersOf(y, 2, from), numbersOf(z, -1, from)];
      const sumOf = (row: number, terms: readonly (readonly [readonly (number | null)[], number])[]): number | null =>
        terms.reduce<number | null>((sum, [values, factor]) => {
          const value = values[row] ?? null;
          return sum === null || value === null ? null : sum + factor * value;
        }, 0);
      const expected = (
        terms: readonly (readonly [readonly (number | null)[], number])[],
        test: (sum: number) => boolean,
      ) =>
        x.map((_, row): Truth => {
          const sum = sumOf(row, terms);
          return sum === null ? 'unknown' : fromBoolean(test(sum));
        });
      const [a, b, c, d] = [empty(), empty(), empty(), empty()];
      atLeastLoop(one, least, all, a, words);
      assert.deepEqual(
        truthsOf(a),
        expected([[x, 1]], (sum) => sum >= least),
      );
      twoAtLeastLoop([one, twice], least, all, b, words);
      assert.deepEqual(
        truthsOf(b),
        expected(
          [
            [x, 1],
            [y, 2],
          ],
          (sum) => sum >= least,
        ),
      );
      sumLoop('at least', [one, twice, minus], least, all, c, words);
      assert.deepEqual(
        truthsOf(c),
        expected(
          [
            [x, 1],
            [y, 2],
            [z, -1],
          ],
          (sum) => sum >= least,
        ),
      );
      sumLoop('equal', [twice], least, all, d, words);
      assert.deepEqual(
        truthsOf(d),
        expected([[y, 2]], (sum) => sum === least),
      );
    }),
  );
});

test('a word in which nobody is asked is not written', () => {
  const some = Int32Array.from([0, 1]);
  const numbers = numbersOf(new Array<number>(rows).fill(5), 1, 0);
  for (const loop of [
    (out: Words) => atLeastLoop(numbers, 1, some, out, words),
    (out: Words) => twoAtLeastLoop([numbers, numbers], 1, some, out, words),
    (out: Words) => sumLoop('equal', [numbers], 5, some, out, words),
  ]) {
    const out = empty();
    loop(out);
    assert.deepEqual([...out.holds], [0, -1]);
  }
});

test('both, the first that is known, and a choice, row by row', () => {
  fc.assert(
    fc.property(truths, truths, truths, before, (x, y, z, from) => {
      const [a, b, c] = [planesOf(x, from), planesOf(y, 0), planesOf(z, from)];
      const at = (of: readonly Truth[], row: number): Truth => of[row] ?? 'unknown';
      const [joined, first, chosen] = [empty(), empty(), empty()];
      bothLoop(a, b, joined, words);
      assert.deepEqual(
        truthsOf(joined),
        x.map((truth, row) => and([truth, at(y, row)])),
      );
      firstKnownLoop(a, b, first, words);
      assert.deepEqual(
        truthsOf(first),
        x.map((truth, row) => (truth === 'unknown' ? at(y, row) : truth)),
      );
      choiceLoop(a, b, c, chosen, words);
      assert.deepEqual(
        truthsOf(chosen),
        x.map((truth, row) => at(truth === 'true' ? y : z, row)),
      );
    }),
  );
});

test('a count is never unknown, and says how many count at least', () => {
  fc.assert(
    fc.property(truths, truths, truths, fc.nat(4), (x, y, z, needed) => {
      const out = empty();
      const terms = [
        { words: planesOf(x, 0), counts: 'true' },
        { words: planesOf(y, 1), counts: 'true' },
        { words: planesOf(z, 0), counts: 'not true' },
      ] as const;
      countLoop(terms, needed, out, words);
      const expected = x.map((truth, row) => {
        const count = [truth === 'true', y[row] === 'true', z[row] !== 'true'].filter(Boolean).length;
        return fromBoolean(count >= needed);
      });
      assert.deepEqual(truthsOf(out), expected);
    }),
  );
});
