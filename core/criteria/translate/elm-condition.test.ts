import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, lexicon } from '../given.ts';
import type { Condition } from '../syntax.ts';
import { type ElmDraft, elmCondition } from './elm-condition.ts';
import type { ElmExpression } from './elm-tree.ts';
import { NotTranslated } from './not-translated.ts';

const draftWith = (...defined: readonly (readonly [string, string])[]): ElmDraft => ({
  glossary: {
    lexicon,
    definitions: new Map<string, Condition>(defined.map(([name, sentence]) => [name, conditionOf(sentence)])),
  },
  parameters: new Map(),
  statements: new Map(),
  atoms: [],
});

const translated = (sentence: string, draft: ElmDraft = draftWith()): ElmExpression =>
  elmCondition(conditionOf(sentence), { draft, asksAvailability: false });

const shown = (expression: ElmExpression): string => {
  switch (expression.type) {
    case 'Literal':
      return expression.value;
    case 'ParameterRef':
      return expression.name.replace(/^judged "(.)" at screening$/, '$1');
    case 'ExpressionRef':
      return `<${expression.name}>`;
    case 'As':
      return 'null';
    case 'If':
      return `If(${[expression.condition, expression.then, expression.else].map(shown).join(', ')})`;
    case 'Not':
      return `Not(${shown(expression.operand)})`;
    default:
      return `${expression.type}(${expression.operand.map(shown).join(', ')})`;
  }
};

const [a, b, c] = ['a', 'b', 'c'].map((word) => `judged "${word}" at screening`);

/** Worked out by hand from the truth tables of docs/language.md and of HL7 CQL 1.5. */
const rows: readonly (readonly [string, string])[] = [
  [`${a} and ${b} and ${c}`, 'And(And(a, b), c)'],
  [`${a} or not ${b}`, 'Or(a, Not(b))'],
  [`(if ${a} then ${b} else ${c})`, 'Or(Or(And(a, b), And(Not(a), c)), And(b, c))'],
  [`(if ${a} then ${b} else undefined "no rule")`, 'Or(And(a, b), And(Not(a), null))'],
  [`(if ${a} then undefined "no rule" else ${b})`, 'Or(And(a, null), And(Not(a), b))'],
  [`any available of (${a}; ${b})`, 'Coalesce(Or(a, b), And(a, b))'],
  [`any available of (${a})`, 'Coalesce(a, a)'],
  [`first available of (${a}; ${b}; ${c})`, 'Coalesce(a, b, c)'],
  [
    `at least 1 of (${a}; ${b})`,
    'If(GreaterOrEqual(Add(If(a, 1, 0), If(b, 1, 0)), 1), true, If(Less(Add(If(Not(a), 0, 1), If(Not(b), 0, 1)), 1), false, null))',
  ],
  ['pregnant at screening', 'Equal(pregnant at screening, yes)'],
  ['pregnant at screening != yes', 'Not(Equal(pregnant at screening, yes))'],
  ['pregnant at screening in (yes, no)', 'Or(Equal(pregnant at screening, yes), Equal(pregnant at screening, no))'],
  ['reached consent', 'reached consent'],
  ['had infection ever', 'had infection ever'],
  ['undefined "no rule"', 'null'],
  ['UPCR at screening > 1 g/g', 'Greater(UPCR at screening, 10000)'],
];
for (const [sentence, expected] of rows)
  test(`${sentence} is ${expected}`, () => assert.equal(shown(translated(sentence)), expected));

test('what is asked becomes parameters, each once, with the least room that any use leaves', () => {
  const draft = draftWith();
  translated(`(${a} or ${a}) and pregnant at screening and PGA at screening > 1 and 3 * PGA at screening > 1`, draft);
  assert.deepEqual(
    [...draft.parameters.values()].map(({ name, type }) => `${name}: ${type}`),
    [`${a}: Boolean`, 'pregnant at screening: String', 'PGA at screening: Integer'],
  );
  const pga = draft.parameters.get('PGA at screening');
  assert(pga?.type === 'Integer');
  assert.deepEqual([pga.places, pga.unit, pga.most], [1, undefined, (2n ** 31n - 1n) / 3n]);
});

test('a reference is a statement at its point, translated once; its leaves are noted when availability is asked', () => {
  const draft = draftWith(['low-protein', 'UPCR < 0.5 g/g'], ['CR', 'low-protein and pregnant']);
  assert.equal(
    shown(translated('CR at week 4 or low-protein at week 4', draft)),
    'Or(<CR at week 4>, <low-protein at week 4>)',
  );
  assert.deepEqual([...draft.statements.keys()].sort(), ['CR at week 4', 'low-protein at week 4']);
  assert.deepEqual(
    draft.atoms.map((atom) => atom.asksAvailability),
    [false, false],
  );
  translated('any available of (low-protein at week 4)', draft);
  assert.deepEqual(
    draft.atoms.map((atom) => atom.asksAvailability),
    [false, false, true],
  );
});

test('a refusal names its place, and the definition in which that is', () => {
  const draft = draftWith(['low-protein', 'UPCR < 0.5 g/g or PGA * PGA < 1']);
  const refused = (sentence: string): NotTranslated => {
    try {
      translated(sentence, draft);
    } catch (error) {
      assert(error instanceof NotTranslated);
      return error;
    }
    throw new Error(`${sentence} was translated`);
  };
  const inside = refused('low-protein at week 4');
  assert.deepEqual(
    [inside.construct, inside.within, inside.span],
    ['product of two measures', 'low-protein', { start: 18, end: 27 }],
  );
  const large = refused(`${a} or PGA at screening < 99999999999`);
  assert.deepEqual([large.construct, large.within, large.span?.start], ['number beyond Integer', undefined, 27]);
});

test('a name that stands for nothing is broken', () => {
  assert.throws(() => translated('CR at week 4'), /CR is not defined/);
  assert.throws(() => translated('CR', draftWith(['CR', 'pregnant'])), /CR is asked at no point/);
});
