import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { conditionOf, lexicon, truthOf } from '../given.ts';
import { printValue } from '../print-value.ts';
import { decideElm } from './decide-elm.ts';
import { elmComparison, greatestInteger } from './elm-comparison.ts';
import type { ElmExpression } from './elm-tree.ts';
import { NotTranslated } from './not-translated.ts';

type Uses = Map<string, bigint>;

const translated = (sentence: string, uses: Uses = new Map()): ElmExpression => {
  const condition = conditionOf(sentence);
  assert(
    condition.kind === 'comparison' ||
      condition.kind === 'between' ||
      condition.kind === 'tolerance' ||
      condition.kind === 'trend',
  );
  return elmComparison(condition, lexicon, (asked, most) => {
    const name = printValue(asked);
    uses.set(name, most);
    return name;
  });
};

const signs: Readonly<Record<string, string>> = { Add: '+', Subtract: '-', Multiply: '*', And: 'and', Or: 'or' };

const shown = (expression: ElmExpression): string => {
  if (expression.type === 'Literal') return expression.value;
  if (expression.type === 'ParameterRef') return expression.name;
  assert('operand' in expression && Array.isArray(expression.operand), expression.type);
  return `[${expression.operand.map(shown).join(` ${signs[expression.type] ?? expression.type} `)}]`;
};

/** Whole numbers worked out by hand: a quantity is passed in ten-thousandths, PGA in tenths, counts as they are. */
const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', '[UPCR Less 5000]'],
  ['0.5 g/g > UPCR', '[5000 Greater UPCR]'],
  ['UPCR <= 500 mg/g', '[UPCR LessOrEqual 5000]'],
  ['SLEDAI-2K >= 6', '[SLEDAI-2K GreaterOrEqual 6]'],
  ['PGA = 0.35', '[[2 * PGA] Equal 7]'],
  ['creatinine != 88.4 umol/L', '[[125 * creatinine] NotEqual 1249976]'],
  ['creatinine <= 125% of creatinine at baseline', '[[4 * creatinine] LessOrEqual [5 * creatinine at baseline]]'],
  ['UPCR falls by > 30% from baseline', '[[10 * UPCR] Less [7 * UPCR at baseline]]'],
  ['UPCR falls by >= 50% from baseline', '[[2 * UPCR] LessOrEqual UPCR at baseline]'],
  ['UPCR rises by > 50% from baseline', '[[2 * UPCR] Greater [3 * UPCR at baseline]]'],
  ['SLEDAI-2K falls by >= 4 from baseline', '[SLEDAI-2K LessOrEqual [SLEDAI-2K at baseline - 4]]'],
  ['SLEDAI-2K rises by >= 4 from baseline', '[SLEDAI-2K GreaterOrEqual [SLEDAI-2K at baseline + 4]]'],
  ['PGA - PGA at baseline < 0.3', '[[PGA - PGA at baseline] Less 3]'],
  ['0 - PGA < 1', '[[-1 * PGA] Less 10]'],
  ['0% of PGA < 1', '[0 Less 1]'],
  ['PGA between 1 and 2', '[[PGA GreaterOrEqual 10] and [PGA LessOrEqual 20]]'],
  [
    'PGA within 50% of PGA at baseline',
    '[[[[2 * PGA] GreaterOrEqual PGA at baseline] and [[2 * PGA] LessOrEqual [3 * PGA at baseline]]] or [[[2 * PGA] GreaterOrEqual [3 * PGA at baseline]] and [[2 * PGA] LessOrEqual PGA at baseline]]]',
  ],
];
for (const [sentence, expected] of rows)
  test(`${sentence} is ${expected}`, () => assert.equal(shown(translated(sentence)), expected));

test('what a parameter may come to leaves room for the sum on its side', () => {
  const uses: Uses = new Map();
  translated('4 * PGA + PGA at baseline < 1', uses);
  assert.equal(uses.get('PGA'), greatestInteger / 2n / 4n);
  assert.equal(uses.get('PGA at baseline'), greatestInteger / 2n);
});

const refusals: readonly (readonly [string, NotTranslated['construct']])[] = [
  ['PGA * PGA < 1', 'product of two measures'],
  ['UPCR / UPCR at baseline < 0.5', 'quotient by a measure'],
  ['PGA / 0 < 1', 'division by zero'],
  ['PGA < 99999999999', 'number beyond Integer'],
  ['UPCR < 0.12345678901 g/g', 'number beyond Integer'],
  ['UPCR falls by > 0.000000001% from baseline', 'number beyond Integer'],
];
for (const [sentence, construct] of refusals)
  test(`${sentence} is refused: ${construct}`, () =>
    assert.throws(
      () => translated(sentence),
      (error) => error instanceof NotTranslated && error.construct === construct,
    ));

const hundredths = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const compared = [
  'UPCR at week 24 < 70% of UPCR at baseline',
  'UPCR at week 24 >= 12.5% of UPCR at baseline',
  'UPCR at week 24 within 15% of UPCR at baseline',
  'UPCR at week 24 falls by >= 50% from baseline',
  'UPCR at week 24 rises by > 100 mg/g from baseline',
  'UPCR at week 24 between UPCR at baseline and 113.12 mg/mmol',
  'UPCR at week 24 - 2 * UPCR at baseline / 3 != 0.1 g/g',
] as const;

test('whole numbers decide as the sentence decides', () =>
  fc.assert(
    fc.property(fc.constantFrom(...compared), fc.nat(130), fc.nat(130), (sentence, now, before) => {
      const items = { 'UPCR at week 24': `${hundredths(now)} g/g`, 'UPCR at baseline': `${hundredths(before)} g/g` };
      const answers = new Map([
        ['UPCR at week 24', BigInt(now * 100)],
        ['UPCR at baseline', BigInt(before * 100)],
      ]);
      assert.equal(decideElm(translated(sentence), answers), truthOf(sentence, { items }));
    }),
    { numRuns: 500, seed: 24 },
  ));
