import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable, withoutSpans } from './given.ts';
import type { Condition } from './syntax.ts';

/** Each join in brackets with its kind, so that a row shows the precedence. */
const bracketed = (condition: Condition): string => {
  switch (condition.kind) {
    case 'judgement':
      return condition.text;
    case 'not':
      return `!${bracketed(condition.term)}`;
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
      return `[${condition.kind} ${condition.terms.map(bracketed).join(' ')}]`;
    case 'at-least':
      return `[${condition.count} of ${condition.terms.map(bracketed).join(' ')}]`;
    case 'if':
      return `[if ${bracketed(condition.test)} ${bracketed(condition.consequence)} ${bracketed(condition.otherwise)}]`;
    default:
      return condition.kind;
  }
};

/** Single capitals stand for judgements. */
const spelt = (short: string): string => short.replace(/\b[A-Z]\b/g, (letter) => `judged "${letter}"`);

const rows: readonly (readonly [string, string])[] = [
  ['A', 'A'],
  ['(A)', 'A'],
  ['A and B and C', '[and A B C]'],
  ['A or B and C', '[or A [and B C]]'],
  ['A and B or C', '[or [and A B] C]'],
  ['(A or B) and C', '[and [or A B] C]'],
  ['(A and B) and C', '[and [and A B] C]'],
  ['not A and B', '[and !A B]'],
  ['not (A and B)', '![and A B]'],
  ['not not A', '!!A'],
  ['(if A then B else C)', '[if A B C]'],
  ['(if A or B then C and D else not E) and F', '[and [if [or A B] [and C D] !E] F]'],
  ['(if A then (if B then C else D) else E)', '[if A [if B C D] E]'],
  ['any available of (A; B)', '[any-available A B]'],
  ['first available of (A; B or C)', '[first-available A [or B C]]'],
  ['at least 2 of (A; B; C)', '[2 of A B C]'],
  ['at least 1 of (A) or not B', '[or [1 of A] !B]'],
  ['reached consent and A', '[and reached A]'],
  ['undefined "no rule" or A', '[or undefined A]'],
  ['CR or low-protein', '[or reference reference]'],
  ['received rituximab ever or A', '[or records A]'],
  ['((A) or ((B)))', '[or A B]'],
  ['(PGA > 1) and A', '[and comparison A]'],
  ['((PGA + 1) * 2 > 1 and A)', '[and comparison A]'],
];
for (const [short, expected] of rows)
  test(`${short} → ${expected}`, () => assert.equal(bracketed(conditionOf(spelt(short))), expected));

const trees: readonly (readonly [string, object])[] = [
  ['judged "stable" at week 4', { kind: 'judgement', text: 'stable', point: { kind: 'named', name: 'week 4' } }],
  ['judged "stable"', { kind: 'judgement', text: 'stable', point: { kind: 'here' } }],
  ['reached first dose', { kind: 'reached', point: { kind: 'named', name: 'first dose' } }],
  ['CR at week 24', { kind: 'reference', definition: 'CR', point: { kind: 'named', name: 'week 24' } }],
  ['CR', { kind: 'reference', definition: 'CR', point: { kind: 'here' } }],
  ['undefined "not said"', { kind: 'undefined', reason: 'not said' }],
];
for (const [sentence, expected] of trees)
  test(sentence, () => assert.deepEqual(withoutSpans(conditionOf(sentence)), expected));

/** Sentence, what stands at the place, what was expected there. */
const errors: readonly (readonly [string, string, string])[] = [
  ['', '', 'a measure, a number or a value in parentheses'],
  ['judged stable', 'stable', 'the judgement in quotes'],
  ['judged "  "', '"  "', 'the judgement in quotes'],
  ['undefined', '', 'the reason in quotes'],
  ['pregnant unless lactating', 'unless', 'and'],
  ['pregnant with lactating', 'with', 'or'],
  ['pregnant lactating', 'lactating', 'the end of the sentence'],
  ['pregnant; lactating', ';', 'the end of the sentence'],
  ['(pregnant', '', ')'],
  ['pregnant)', ')', 'the end of the sentence'],
  ['if pregnant then lactating else fertile', 'if', 'a measure, a number or a value in parentheses'],
  ['(if pregnant then lactating)', ')', 'else'],
  ['(if pregnant lactating else fertile)', 'lactating', 'then'],
  ['pregnant and', '', 'a measure, a number or a value in parentheses'],
  ['and pregnant', 'and', 'a measure, a number or a value in parentheses'],
  ['not', '', 'a measure, a number or a value in parentheses'],
  ['at least two of (pregnant; lactating)', 'two', 'a whole number'],
  ['at least 1.5 of (pregnant)', '1.5', 'a whole number'],
  ['at least 1234 of (pregnant)', '1234', 'a whole number'],
  ['at least 1 of pregnant', 'pregnant', '('],
  ['any available of (pregnant, lactating)', ',', ')'],
  ['reached menopause', 'menopause', 'a visit or milestone'],
  ['CR at', '', 'a visit or milestone'],
  ['CR > 1', '>', 'and'],
];
for (const [sentence, place, expected] of errors)
  test(`${sentence}: at "${place}" expects ${expected}`, () => {
    const found = unreadable(sentence);
    assert.equal(sentence.slice(found.span.start, found.span.end), place);
    assert(found.expected.includes(expected), found.expected.join('; '));
  });

test('nesting of more than 40 is refused where it grows too deep, whatever nests', () => {
  const inner = 'judged "A"';
  const deep: readonly (readonly [string, string])[] = [
    ['(', ')'],
    ['not ', ''],
    ['at least 1 of (', ')'],
    ['any available of (', ')'],
    ['(if judged "A" then judged "B" else ', ')'],
  ];
  for (const [open, close] of deep) {
    conditionOf(open.repeat(19) + inner + close.repeat(19));
    const found = unreadable(open.repeat(60) + inner + close.repeat(60));
    assert.equal(found.problem, 'nested more than 40 deep');
    assert(found.span.start > 0);
  }
});

test('depth is that of the sentence, not the number of its parentheses', () => {
  conditionOf(Array.from({ length: 100 }, () => '(judged "A" or judged "B")').join(' and '));
});
