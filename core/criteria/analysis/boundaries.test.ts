import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { conditionOf, lexicon, truthOf } from '../given.ts';
import { boundariesOf, isEnterable } from './boundaries.ts';
import { plainCondition } from './claims.ts';

const text = (value: Rational): string => writeRational(value, 6);

const found = (sentence: string): readonly string[] =>
  boundariesOf(plainCondition(conditionOf(sentence), { definitions: new Map(), here: 'week 24' }), lexicon).map(
    ({ cases }) => cases.map(({ value, truth }) => `${text(value)} ${truth}`).join(', '),
  );

/** Sentence; a step below each limit, on it and above it. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['SLEDAI-2K at screening >= 6', ['5 false, 6 true, 7 true']],
  ['UPCR at screening > 1.0 g/g', ['0.99 false, 1 false, 1.01 true']],
  ['UPCR at screening < 0.125 g/g', ['0.124 true, 0.125 false, 0.126 false']],
  ['UPCR falls by > 50% from baseline', ['0.99 true, 1 false, 1.01 false']],
  ['UPCR between 0.2 g/g and 2 g/g', ['0.19 false, 0.2 true, 0.21 true', '1.99 true, 2 true, 2.01 false']],
  [
    'creatinine within 15% of creatinine at baseline',
    ['2.29 true, 2.3 true, 2.31 false', '1.69 false, 1.7 true, 1.71 true'],
  ],
  ['pregnant at screening', []],
  ['ALT at screening > 3 x ULN', []],
  ['not UPCR < 0.5 g/g', ['0.49 true, 0.5 false, 0.51 false']],
];
for (const [sentence, expected] of rows) test(sentence, () => assert.deepEqual(found(sentence), expected));

/** What was generated, entered in a form as text, is answered alike: through units, readers and ranges. */
test('a form that holds the generated values gives the generated answers', () => {
  const sentences = [
    'creatinine at week 24 <= 1.2 mg/dL',
    'creatinine at week 24 <= 125% of creatinine at baseline',
    'UPCR at week 24 falls by > 30% from baseline',
    'protein-24h at week 24 < 0.5 g/24h',
  ];
  for (const sentence of sentences) {
    const unit = { c: 'mg/dL', U: 'g/g', p: 'g/24h' }[sentence[0] ?? ''] ?? '';
    const plain = plainCondition(conditionOf(sentence), { definitions: new Map(), here: undefined });
    for (const { term, given, cases } of boundariesOf(plain, lexicon))
      for (const each of cases) {
        assert(isEnterable(each), sentence);
        const items = [...given, { term, value: each.value }].map((item) => [item.term, `${text(item.value)} ${unit}`]);
        assert.equal(
          truthOf(sentence, { items: Object.fromEntries(items) }),
          each.truth,
          `${sentence} ${text(each.value)}`,
        );
      }
  }
});
