import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { conditionOf, lexicon } from '../given.ts';
import { plainCondition } from './claims.ts';
import { discontinuitiesOf } from './discontinuities.ts';

const found = (sentence: string): readonly string[] =>
  discontinuitiesOf(plainCondition(conditionOf(sentence), { definitions: new Map(), here: 'week 24' }), lexicon).map(
    ({ term, threshold, limited, when, otherwise, given }) =>
      `${term} ${writeRational(threshold, 4)}: ${limited} ${writeRational(when, 4)} | ${writeRational(otherwise, 4)}${given.length > 0 ? ` (${given.join(', ')} 1)` : ''}`,
  );

/** Sentence; the threshold, what is limited, the limit on either side. The first is the partial response of NCT03673748. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  [
    '(if protein-24h at baseline >= 3.5 g/24h then protein-24h < 3.5 g/24h else protein-24h falls by > 50% from baseline)',
    ['protein-24h at baseline 3.5: protein-24h at week 24 3.5 | 1.75'],
  ],
  [
    '(if protein-24h at baseline >= 3.5 g/24h then protein-24h < 1.75 g/24h else protein-24h falls by > 50% from baseline)',
    [],
  ],
  [
    '(if creatinine at baseline > 1.2 mg/dL then UPCR falls by > 30% from baseline else UPCR falls by > 50% from baseline)',
    ['creatinine at baseline 1.2: UPCR at week 24 0.7 | 0.5 (UPCR at baseline 1)'],
  ],
  ['(if pregnant then UPCR < 1 g/g else UPCR < 2 g/g)', []],
  ['(if UPCR at baseline > 1 g/g or PGA at baseline > 1 then UPCR < 1 g/g else UPCR < 2 g/g)', []],
  ['(if UPCR at baseline > 1 g/g then PGA < 1 else creatinine < 1 mg/dL)', []],
  ['UPCR < 1 g/g', []],
];
for (const [sentence, expected] of rows)
  test(`${sentence} → ${expected.join(', ') || 'no jump'}`, () => assert.deepEqual(found(sentence), expected));
