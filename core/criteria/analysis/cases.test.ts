import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compare, rational } from '#core/quantities/rational.ts';
import { compileCondition } from '../compile.ts';
import { conditionOf, lexicon } from '../given.ts';
import { type Case, chartOfCase } from './case.ts';
import { casesOf } from './cases.ts';
import { plainCondition } from './claims.ts';

const plain = (sentence: string) => plainCondition(conditionOf(sentence), { definitions: new Map(), here: 'week 24' });
const numbersOf = (person: Case): string =>
  [...person.numbers.values()].map((value) => `${value.numerator}/${value.denominator}`).join(' ');
const truthOf = (sentence: string, person: Case): string =>
  compileCondition(plain(sentence), { lexicon, definitions: new Map() })(chartOfCase(person), undefined).truth;

test('one limit: below, on and above', () => {
  const { cases, complete } = casesOf([plain('UPCR < 0.5 g/g')], lexicon);
  assert.deepEqual([complete, cases.map(numbersOf)], [true, ['1/4', '1/2', '3/2']]);
});

test('a score takes whole values on either side of its limits and at its ends', () => {
  const { cases } = casesOf([plain('SLEDAI-2K >= 6')], lexicon);
  assert.deepEqual(cases.map(numbersOf), ['0/1', '5/1', '6/1', '7/1', '8/1', '105/1']);
});

test('a limit relative to an earlier value is met for each of its values', () => {
  const { cases } = casesOf([plain('UPCR falls by > 50% from baseline and UPCR at baseline > 1 g/g')], lexicon);
  const onLimit = cases.filter((person) => {
    const [before, now] = [...person.numbers.values()];
    return (
      before !== undefined && now !== undefined && compare(before, rational(now.numerator * 2n, now.denominator)) === 0
    );
  });
  assert.equal(onLimit.length, 3);
});

test('claims and levels take every answer', () => {
  const { cases } = casesOf([plain('judged "worse" and urine-hCG at screening = negative')], lexicon);
  assert.equal(cases.length, 4);
});

/** Whatever the numbers of a person are, some case answers each of two sentences alike. */
test('the cases meet every combination of answers', () => {
  const first = 'UPCR falls by > 30% from baseline or UPCR < 0.5 g/g';
  const second = 'UPCR at baseline >= 1.0 g/g and UPCR <= 125% of UPCR at baseline';
  const { cases } = casesOf([plain(first), plain(second)], lexicon);
  const answers = (person: Case): string => `${truthOf(first, person)} ${truthOf(second, person)}`;
  const met = new Set(cases.map(answers));
  const hundredths = fc.integer({ min: 0, max: 400 }).map((value) => rational(value, 100));
  fc.assert(
    fc.property(hundredths, hundredths, (before, now) => {
      const person: Case = {
        numbers: new Map([
          ['UPCR at baseline', before],
          ['UPCR at week 24', now],
        ]),
        levels: new Map(),
        claims: new Map(),
      };
      assert.ok(met.has(answers(person)), `${numbersOf(person)} answers ${answers(person)}, which no case does`);
    }),
    { seed: 7, numRuns: 500 },
  );
});
