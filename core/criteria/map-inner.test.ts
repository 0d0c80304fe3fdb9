import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from './given.ts';
import { mapInner } from './map-inner.ts';
import { printCondition } from './print.ts';

/** Sentence, and what it becomes when each condition directly inside it is exchanged for its negation. */
const rows: readonly (readonly [string, string])[] = [
  ['pregnant and lactating', 'not pregnant and not lactating'],
  ['pregnant or lactating', 'not pregnant or not lactating'],
  ['not pregnant', 'not not pregnant'],
  ['at least 1 of (pregnant; lactating)', 'at least 1 of (not pregnant; not lactating)'],
  ['any available of (pregnant; lactating)', 'any available of (not pregnant; not lactating)'],
  ['first available of (pregnant; lactating)', 'first available of (not pregnant; not lactating)'],
  ['(if pregnant then lactating else fertile)', '(if not pregnant then not lactating else not fertile)'],
  ['every point from week 4 to week 24 where (pregnant)', 'every point from week 4 to week 24 where (not pregnant)'],
  ['pregnant', 'pregnant'],
  ['UPCR < 1 g/g', 'UPCR < 1 g/g'],
];
for (const [sentence, expected] of rows)
  test(`${sentence} → ${expected}`, () => {
    const exchanged = mapInner(conditionOf(sentence), (term) => ({ kind: 'not', term, span: term.span }));
    assert.equal(printCondition(exchanged), expected);
  });
