import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { anyCondition, anyFormula } from './any-sentence/given.ts';
import { conditionOf, formulaOf, lexicon, withoutSpans } from './given.ts';
import { printCondition, printFormula } from './print.ts';
import { printValue } from './print-value.ts';
import { isUnreadable, readFormula, readRule } from './read.ts';

test('reading what was printed gives the same tree', () =>
  fc.assert(
    fc.property(anyCondition, (tree) => {
      const printed = printCondition(tree);
      const read = readRule(printed, lexicon);
      assert(!isUnreadable(read), `${printed}: ${JSON.stringify(read)}`);
      assert.deepEqual(withoutSpans(read), withoutSpans(tree), printed);
    }),
    { numRuns: 7_000, seed: 5_631_717 },
  ));

test('so does reading any sentence of an endpoint that was printed', () =>
  fc.assert(
    fc.property(anyFormula, (tree) => {
      const printed = printFormula(tree);
      assert.deepEqual(withoutSpans(readFormula(printed, lexicon)), withoutSpans(tree), printed);
    }),
    { numRuns: 3_000, seed: 5_631_717 },
  ));

/** What a person may write, and how it is printed. */
const canonical: readonly (readonly [string, string])[] = [
  ['UPCR<0.5 g/g', 'UPCR < 0.5 g/g'],
  ['UPCR ≤ 0.50 g/g', 'UPCR <= 0.50 g/g'],
  ['  pregnant\n or\tlactating ', 'pregnant or lactating'],
  ['pregnant = yes', 'pregnant'],
  ['pregnant in (yes)', 'pregnant'],
  ['pregnant != yes', 'pregnant != yes'],
  ['urine-hCG in (negative)', 'urine-hCG = negative'],
  ['(pregnant and lactating) or fertile', '(pregnant and lactating) or fertile'],
  ['pregnant and lactating or fertile', '(pregnant and lactating) or fertile'],
  ['(pregnant or lactating) and fertile', '(pregnant or lactating) and fertile'],
  ['(pregnant and lactating) and fertile', '(pregnant and lactating) and fertile'],
  ['pregnant and (lactating and fertile)', 'pregnant and (lactating and fertile)'],
  ['pregnant or (lactating or fertile)', 'pregnant or (lactating or fertile)'],
  ['not (pregnant)', 'not pregnant'],
  ['not (pregnant or lactating)', 'not (pregnant or lactating)'],
  ['not not pregnant', 'not not pregnant'],
  ['((PGA - 1) - 2) > 0', 'PGA - 1 - 2 > 0'],
  ['PGA - (1 - 2) > 0', 'PGA - (1 - 2) > 0'],
  ['PGA + (1 * 2) > 0', 'PGA + 1 * 2 > 0'],
  ['(PGA + 1) * 2 > 0', '(PGA + 1) * 2 > 0'],
  ['PGA / (1 * 2) > 0', 'PGA / (1 * 2) > 0'],
  ['(PGA / 1) * 2 > 0', 'PGA / 1 * 2 > 0'],
  ['50% of (PGA) > 0', '50% of PGA > 0'],
  ['50% of (PGA * 2) > 0', '50% of (PGA * 2) > 0'],
  ['(PGA + 1) between 0 and 1', 'PGA + 1 between 0 and 1'],
  ['received rituximab within 1 weeks before screening', 'received rituximab within 1 week before screening'],
  ['had infection where ((severe)) ever', 'had infection where (severe) ever'],
  ['at least 02 of (pregnant;lactating)', 'at least 2 of (pregnant; lactating)'],
  ['ALT at screening > 3 x ULN', 'ALT at screening > 3 x ULN'],
  ['ALT at screening > 3 x ULN of ALT at screening', 'ALT at screening > 3 x ULN'],
  ['ALT at week 4 > 3 x ULN of ALT at screening', 'ALT at week 4 > 3 x ULN of ALT at screening'],
  ['ALT between 1 x LLN and 1 x ULN', 'ALT between 1 x LLN and 1 x ULN'],
  ['received rituximab since screening', 'received rituximab since screening'],
  ['had infection within 02 to 6 months before screening', 'had infection within 2 to 6 months before screening'],
];
for (const [written, expected] of canonical)
  test(`${JSON.stringify(written)} prints ${expected}`, () => {
    assert.equal(printCondition(conditionOf(written)), expected);
  });

test('a value prints by itself', () => {
  const read = formulaOf('change of UPCR at week 4 from baseline');
  assert(read.kind === 'change');
  assert.equal(printValue(read), 'change of UPCR at week 4 from baseline');
});

/** Every text under a key `rule`, wherever it stands. */
const rulesIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => (key === 'rule' ? [String(inner)] : rulesIn(inner)));
};

test('every sentence of trials/nct05631717/study.yaml prints, and prints the same when read again', () => {
  const study: unknown = parse(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));
  const trial = {
    ...lexicon,
    definitions: new Set(['CR', 'PR', 'urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline']),
  };
  const rules = rulesIn(study);
  assert(rules.length >= 28);
  for (const rule of rules) {
    const read = readFormula(rule, trial);
    assert(!isUnreadable(read), rule);
    const printed = printFormula(read);
    const again = readFormula(printed, trial);
    assert.deepEqual(withoutSpans(again), withoutSpans(read));
    assert(!isUnreadable(again));
    assert.equal(printFormula(again), printed);
    const bare = (text: string): string => text.replaceAll(/[\s()]+/g, '');
    assert.equal(bare(printed), bare(rule), 'only blanks and needless parentheses differ');
  }
});
