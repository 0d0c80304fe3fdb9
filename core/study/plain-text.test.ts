import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findUnplain, showPlainly } from './plain-text.ts';

test('what may stand in a text, and in a sentence of several lines', () => {
  const [control, half, mark] = [
    'a control character',
    'half of a surrogate pair',
    'a mark that turns the direction of text',
  ];
  const rows = [
    ['Réponse — 完全缓解 ≥ 2×10⁶ 😀', undefined, undefined],
    ['', undefined, undefined],
    ['a\nb', `1 ${control} (code 10)`, undefined],
    ['a\tb', `1 ${control} (code 9)`, undefined],
    ['a\n\r', `1 ${control} (code 10)`, `2 ${control} (code 13)`],
    ['a\u001b[31m', `1 ${control} (code 27)`, `1 ${control} (code 27)`],
    ['\u0000', `0 ${control} (code 0)`, `0 ${control} (code 0)`],
    ['\u007f', `0 ${control} (code 127)`, `0 ${control} (code 127)`],
    ['\u0085', `0 ${control} (code 133)`, `0 ${control} (code 133)`],
    ['😀\udc00b', `2 ${half} (code 56320)`, `2 ${half} (code 56320)`],
    ['a\ud83d', `1 ${half} (code 55357)`, `1 ${half} (code 55357)`],
    ['\u202a', `0 ${mark} (code 8234)`, `0 ${mark} (code 8234)`],
    ['\u202e', `0 ${mark} (code 8238)`, `0 ${mark} (code 8238)`],
    ['\u2066', `0 ${mark} (code 8294)`, `0 ${mark} (code 8294)`],
    ['\u2069', `0 ${mark} (code 8297)`, `0 ${mark} (code 8297)`],
    // Joiners and marks of a letter's own direction are needed to write some languages.
    ['\u200c\u200d\u200e\u200f', undefined, undefined],
  ] as const;
  for (const [text, asText, asRule] of rows) {
    const [title, rule] = ['title', 'rule'].map((key) =>
      findUnplain({ [key]: text }).map(({ offset, what }) => `${offset} ${what}`),
    );
    assert.deepEqual(
      [title, rule],
      [asText, asRule].map((each) => (each === undefined ? [] : [each])),
      JSON.stringify(text),
    );
  }
});

test('every text and key is looked at, each told once with its path', () => {
  const found = findUnplain({ a: ['b', 'c\u0007\u0008', 1, null], 'd\u001b': { e: '\ud800' }, f: true });
  assert.deepEqual(
    found.map(({ path, part, offset }) => [path, part, offset]),
    [
      [['a', 1], 'value', 1],
      [['d\u001b'], 'key', 1],
      [['d\u001b', 'e'], 'value', 0],
    ],
  );
});

test('what does not show is shown by its code, all else as it is', () => {
  const rows = [
    ['SLEDAI-2K ≥ 6 😀', 'SLEDAI-2K ≥ 6 😀'],
    ['a\u001b[31m', 'a\\u{1b}[31m'],
    ['a\nb\u0085', 'a\\u{a}b\\u{85}'],
    ['\u202ea\u2069', '\\u{202e}a\\u{2069}'],
    ['\udc00', '\\u{dc00}'],
  ] as const;
  for (const [text, expected] of rows) assert.equal(showPlainly(text), expected);
});

test('what is shown may always be written and read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = showPlainly(text);
      assert.deepEqual(findUnplain(shown), []);
    }),
  );
});
