import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rational } from '#core/quantities/rational.ts';
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

/** Conditions, and one person for each way in which they can be answered together. */
const rows: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['UPCR < 0.5 g/g'], ['true', 'false']],
  [
    ['UPCR <= 0.5 g/g', 'UPCR < 0.5 g/g'],
    ['true true', 'true false', 'false false'],
  ],
  [['SLEDAI-2K >= 6'], ['false', 'true']],
  [
    ['SLEDAI-2K >= 6', 'SLEDAI-2K > 6'],
    ['false false', 'true false', 'true true'],
  ],
  [
    ['SLEDAI-2K > 5', 'SLEDAI-2K < 6'],
    ['false true', 'true false'],
  ],
  // 0.5 lies above half of what was there below 1 g/g, and below it above: both orders are met.
  [
    ['UPCR < 0.5 g/g', 'UPCR falls by > 50% from baseline'],
    ['true true', 'true false', 'false false', 'false true'],
  ],
  [
    ['UPCR falls by > 50% from baseline', 'UPCR falls by >= 50% from baseline'],
    ['true true', 'false true', 'false false'],
  ],
];
for (const [sentences, expected] of rows)
  test(sentences.join(' | '), () => {
    const { cases, complete } = casesOf(sentences.map(plain), lexicon);
    const answers = cases.map((person) => sentences.map((sentence) => truthOf(sentence, person)).join(' '));
    assert.equal(complete, true);
    assert.deepEqual(answers.toSorted(), expected.toSorted());
  });

test('claims and levels take every answer', () => {
  const { cases } = casesOf([plain('judged "worse" and urine-hCG at screening = negative')], lexicon);
  assert.equal(cases.length, 4);
});

/** Whatever the numbers of a person are, some case answers each of two sentences alike. */
test('the cases meet every combination of answers', () => {
  const first = 'UPCR falls by > 30% from baseline and UPCR < 0.5 g/g';
  const second = 'UPCR at baseline >= 1.0 g/g or UPCR falls by > 60% from baseline';
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
