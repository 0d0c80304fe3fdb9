import assert from 'node:assert/strict';
import test from 'node:test';
import {
  needName,
  needSymbol,
  needWords,
  nested,
  peek,
  placeOf,
  ReadingStopped,
  type SentenceCursor,
  seesWords,
  spanSince,
  stop,
  stopAtName,
  takeName,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import { lexicon } from './given.ts';
import { isUnlexable, tokenise } from './token.ts';

const cursorAt = (sentence: string): SentenceCursor => {
  const tokens = tokenise(sentence);
  assert(!isUnlexable(tokens));
  return { tokens, lexicon, length: sentence.length, at: 0, depth: 0, subject: undefined };
};

const stopped = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    assert(error instanceof ReadingStopped);
    return error.unreadable;
  }
  throw new Error('reading did not stop');
};

test('words are taken all or not at all', () => {
  const cursor = cursorAt('other than rituximab');
  assert.equal(takeWords(cursor, 'other', 'thing'), false);
  assert.equal(cursor.at, 0);
  assert.equal(seesWords(cursor, 'other', 'than'), true);
  assert.equal(cursor.at, 0);
  assert.equal(takeWords(cursor, 'other', 'than'), true);
  assert.equal(peek(cursor)?.text, 'rituximab');
  assert.equal(peek(cursor, 1), undefined);
});

test('a quotation is never a word, nor a symbol', () => {
  assert.equal(takeWords(cursorAt('"not"'), 'not'), false);
  assert.equal(takeSymbol(cursorAt('"("'), '('), false);
});

/** What stands, the name taken, what is left. */
const names: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['week 24 and', 'week 24', 'and'],
  ['week 4 24', 'week 4', '24'],
  ['first dose', 'first dose', undefined],
  ['first thing', undefined, 'first'],
  ['24 weeks', undefined, '24'],
  ['week "24"', undefined, 'week'],
  ['', undefined, undefined],
];
for (const [sentence, expected, left] of names)
  test(`the longest name in "${sentence}" is ${expected}`, () => {
    const cursor = cursorAt(sentence);
    assert.equal(takeName(cursor, ['point']), expected);
    assert.equal(peek(cursor)?.text, left);
  });

test('only names of the kinds asked for are taken', () => {
  assert.equal(takeName(cursorAt('UPCR'), ['point', 'concept']), undefined);
  assert.equal(takeName(cursorAt('UPCR'), ['point', 'measure']), 'UPCR');
});

test('what stops says the place, what stood there, what was expected and the nearest name', () => {
  const at = (start: number, end: number) => ({ start, end });
  const rows = [
    [() => needWords(cursorAt('other'), 'of'), 'found "other"', at(0, 5), ['of'], undefined],
    [() => needSymbol(cursorAt('a)'), '('), 'found "a"', at(0, 1), ['('], undefined],
    [() => needSymbol(cursorAt('"a b"'), '('), 'found the quotation "a b"', at(0, 5), ['('], undefined],
    [() => needSymbol(cursorAt('30%'), '('), 'found "30%"', at(0, 3), ['('], undefined],
    [() => needSymbol(cursorAt(' '), '('), 'found the end of the sentence', at(1, 1), ['('], undefined],
    [() => needName(cursorAt('wek 24'), ['point'], 'a visit'), 'found "wek"', at(0, 3), ['a visit'], 'week 24'],
    [() => stopAtName(cursorAt('UPCR'), ['measure'], 'another'), 'found "UPCR"', at(0, 4), ['another'], 'UPCR'],
    [() => stop(cursorAt('x'), ['y', 'z'], 'w'), 'found "x"', at(0, 1), ['y', 'z'], 'w'],
  ] as const;
  for (const [read, problem, span, expected, nearest] of rows)
    assert.deepEqual(stopped(read), { problem, span, expected, nearest });
});

test('a span reaches from its start to the last token taken', () => {
  const cursor = cursorAt('  week 24 and');
  const { start } = placeOf(cursor);
  takeName(cursor, ['point']);
  assert.deepEqual(spanSince(cursor, start), { start: 2, end: 9 });
  assert.deepEqual(placeOf(cursor), { start: 10, end: 13 });
});

test('depth falls again when what was nested has been read', () => {
  const cursor = cursorAt('a');
  for (let round = 0; round < 100; round += 1) nested(cursor, () => undefined);
  assert.equal(cursor.depth, 0);
  const dive = (): void => nested(cursor, dive);
  assert.equal(stopped(dive).problem, 'nested more than 40 deep');
});
