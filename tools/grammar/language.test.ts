import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { anyFormula } from '#core/criteria/any-sentence/given.ts';
import { concepts } from '#core/criteria/concepts.ts';
import { lexicon } from '#core/criteria/given.ts';
import { type NameKind, namesOf } from '#core/criteria/lexicon.ts';
import { printFormula } from '#core/criteria/print.ts';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import { isUnlexable, type SentenceToken, tokenise } from '#core/criteria/token.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import { countReadings, type Terminal } from './count-readings.ts';
import { readGrammar } from './ebnf.ts';

const page = readFileSync('docs/language.md', 'utf8');
const grammar = readGrammar(/```ebnf\n([\s\S]*?)```/.exec(page)?.[1] ?? '');

/** The longest name that begins at a token, as the page says names are read. */
const longestOf =
  (names: ReadonlySet<string>, tokens: readonly SentenceToken[]): Terminal =>
  (at) => {
    const lengths = [5, 4, 3, 2, 1].filter((length) => {
      const words = tokens.slice(at, at + length);
      const isWords = words.every(({ kind }, index) => kind === 'word' || (kind === 'number' && index > 0));
      return words.length === length && isWords && names.has(words.map(({ text }) => text).join(' '));
    });
    return lengths.slice(0, 1).map((length) => at + length);
  };

const measuresOf = (...kinds: readonly string[]): ReadonlySet<string> =>
  new Set([...lexicon.measures.values()].filter(({ value }) => kinds.includes(value.kind)).map(({ id }) => id));
const named = (kind: NameKind): ReadonlySet<string> => new Set(namesOf(lexicon, [kind]));
const attributes = new Set([...concepts.values()].flatMap((concept) => concept.attributes));
const levels = new Set([...lexicon.measures.values()].flatMap(({ value }) => ('levels' in value ? value.levels : [])));

const terminalsOf = (tokens: readonly SentenceToken[]): ReadonlyMap<string, Terminal> => {
  const one =
    (fits: (token: SentenceToken) => boolean): Terminal =>
    (at) => {
      const token = tokens[at];
      return token !== undefined && fits(token) ? [at + 1] : [];
    };
  const atPoint =
    (names: ReadonlySet<string>): Terminal =>
    (at) =>
      longestOf(
        names,
        tokens,
      )(at).flatMap((end) => [end, ...(tokens[end]?.text === 'at' ? longestOf(named('point'), tokens)(end + 1) : [])]);
  return new Map<string, Terminal>([
    ['number', one(({ kind }) => kind === 'number')],
    ['whole-number', one(({ kind, text }) => kind === 'number' && /^\d+$/.test(text))],
    ['percent', one(({ kind }) => kind === 'percent')],
    ['quotation', one(({ kind }) => kind === 'quoted')],
    ['unit', one(({ kind, text }) => kind === 'word' && isUnit(readUnit(text)))],
    ['measure', longestOf(measuresOf('quantity', 'score', 'profile'), tokens)],
    ['number-at', atPoint(measuresOf('quantity', 'score', 'profile'))],
    ['level-at', atPoint(measuresOf('level'))],
    ['set-at', atPoint(measuresOf('set'))],
    ['point', longestOf(named('point'), tokens)],
    ['definition', longestOf(named('definition'), tokens)],
    ['concept', longestOf(named('concept'), tokens)],
    ['attribute', one(({ kind, text }) => kind === 'word' && attributes.has(text))],
    ['level', one(({ kind, text }) => (kind === 'word' || kind === 'number') && levels.has(text))],
    ['grade', one(({ kind, text }) => kind === 'word' && /^[A-E]$/.test(text))],
  ]);
};

const readings = (sentence: string): number => {
  const tokens = tokenise(sentence);
  assert(!isUnlexable(tokens), sentence);
  // A quotation is never a word of the grammar, whatever it says.
  const words = tokens.map(({ kind, text }) => (kind === 'quoted' ? '' : text));
  return countReadings(grammar, 'formula', { words, terminals: terminalsOf(tokens) });
};

test('each of 5,000 random sentences has one reading under the grammar of the page, and not two', () =>
  fc.assert(
    fc.property(anyFormula, (formula) => {
      const sentence = printFormula(formula);
      assert.equal(readings(sentence), 1, sentence);
    }),
    { numRuns: 5000, seed: 5_631_717 },
  ));

/** Sentences that were cut or whose words changed places. */
const spoilt = fc.tuple(anyFormula, fc.nat(60), fc.nat(60)).map(([formula, from, to]) => {
  const words = printFormula(formula).split(' ');
  const [a, b] = [from % words.length, to % words.length];
  return words.map((word, at) => (at === a ? (words[b] ?? word) : at === b ? (words[a] ?? word) : word)).join(' ');
});

test('what the reader reads has one reading under the grammar, also of sentences whose words changed places', () => {
  let read = 0;
  fc.assert(
    fc.property(spoilt, (sentence) => {
      if (isUnlexable(tokenise(sentence))) return;
      const formula = readFormula(sentence, lexicon);
      if (isUnreadable(formula)) return;
      read += 1;
      assert.equal(readings(sentence), 1, sentence);
    }),
    { numRuns: 5000, seed: 5_631_717 },
  );
  assert(read > 500, `${read} of the spoilt sentences could be read`);
});

test('every sentence of the page has one reading', () => {
  for (const block of page.matchAll(/^```(?:criterion|endpoint)\n([\s\S]*?)^```/gm))
    for (const sentence of (block[1] ?? '').split('\n').filter((line) => line !== '')) {
      if (!/\bPR\b|week (8|12|16|20)/.test(sentence)) assert.equal(readings(sentence), 1, sentence);
    }
});
