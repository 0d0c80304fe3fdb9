import assert from 'node:assert/strict';
import test from 'node:test';
import { countReadings } from './count-readings.ts';
import { readGrammar } from './ebnf.ts';

const count = (grammar: string, words: string): number =>
  countReadings(readGrammar(grammar), 's', {
    words: words === '' ? [] : words.split(' '),
    terminals: new Map([['n', (at) => (/^\d+$/.test(words.split(' ')[at] ?? '') ? [at + 1] : [])]]),
  });

/** Grammar, sentence, how many readings it has. */
const rows: readonly (readonly [string, string, number])[] = [
  ['s = n ;', '1', 1],
  ['s = n ;', 'x', 0],
  ['s = n ;', '1 2', 0],
  ['s = n { "+" n } ;', '1 + 2 + 3', 1],
  ['s = [ "-" ] n ;', '- 1', 1],
  // Each sum may be read from the left or from the right.
  ['s = n | n "+" s | n "+" n "+" n ;', '1 + 2 + 3', 2],
  ['s = a { "or" a } | a { "and" a } ; a = n ;', '1', 2],
  ['s = a { "or" a } ; a = n | "(" s ")" ;', '( 1 or ( 2 or 3 ) )', 1],
  // The dangling else.
  ['s = "if" n "then" s [ "else" s ] | n ;', 'if 1 then if 2 then 3 else 4', 2],
];
for (const [grammar, words, expected] of rows)
  test(`${grammar} reads "${words}" in ${expected} ways`, () => assert.equal(count(grammar, words), expected));

test('a grammar that is none is refused', () => {
  assert.throws(() => readGrammar('s = ( n ;'), /where \) belongs/);
  assert.throws(() => readGrammar('s n ;'), /where = belongs/);
});
