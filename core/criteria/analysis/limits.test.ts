import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from '../given.ts';
import { printValue } from '../print-value.ts';
import { limitsOf } from './limits.ts';

/** Sentence, and the limits at which its answer may change. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['UPCR < 0.5 g/g', ['UPCR = 0.5 g/g']],
  ['UPCR between 0.5 g/g and 3 g/g', ['UPCR = 0.5 g/g', 'UPCR = 3 g/g']],
  ['UPCR falls by > 30% from baseline', ['UPCR = 70% of UPCR at baseline']],
  ['UPCR falls by > 2.5% from baseline', ['UPCR = 97.5% of UPCR at baseline']],
  ['UPCR rises by >= 25% from baseline', ['UPCR = 125% of UPCR at baseline']],
  ['SLEDAI-2K falls by >= 4 from baseline', ['SLEDAI-2K = SLEDAI-2K at baseline - 4']],
  [
    'creatinine within 15% of creatinine at baseline',
    ['creatinine = 115% of creatinine at baseline', 'creatinine = 85% of creatinine at baseline'],
  ],
  ['pregnant or judged "worse"', []],
];

for (const [sentence, limits] of rows)
  test(`${sentence}: ${limits.join(', ') || 'no limit'}`, () =>
    assert.deepEqual(
      limitsOf(conditionOf(sentence)).map(({ left, right }) => `${printValue(left)} = ${printValue(right)}`),
      limits,
    ));
