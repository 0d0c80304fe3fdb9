import assert from 'node:assert/strict';
import test from 'node:test';
import { type Kind, verifyChain } from './chain.ts';
import { finding } from './finding.ts';
import { writeLines } from './lines.ts';
import { beforeFirst, closeLink, type Link } from './link.ts';
import { emptySeal, type Seal, sealOf } from './seal.ts';

/** A chain of words, none longer than five letters. */
interface Word extends Link {
  readonly word: string;
}
const words: Kind<Word> = {
  isEntry: (value): value is Word => typeof value === 'object' && value !== null && 'word' in value,
  further: ({ word }) => (word.length > 5 ? finding('stream version gap', 'five letters', word) : undefined),
};

const chain = (...from: readonly string[]): readonly Word[] => {
  let previous = beforeFirst;
  return from.map((word, index) => {
    const link = closeLink({ position: index + 1, word, previous });
    previous = link.hash;
    return link;
  });
};

const three = chain('one', 'two', 'three');
const text = writeLines(three);
const seal = sealOf(three[2]);
const shorter = sealOf(three[1]);

// Expected: the problem and its line, or the count of what was verified.
const rows: readonly (readonly [why: string, text: string, seal: Seal | undefined, expected: readonly unknown[]])[] = [
  ['whole', text, undefined, [3]],
  ['whole, sealed', text, seal, [3]],
  ['grown since the seal', text, shorter, [3]],
  ['nothing', '', undefined, [0]],
  ['nothing, sealed as nothing', '', emptySeal, [0]],
  ['something, sealed as nothing', text, emptySeal, [3]],
  ['a seal of nothing with another hash', '', { count: 0, hash: seal.hash }, ['head differs from the seal', 1]],
  ['nothing where there was something', '', seal, ['tail is missing', 1]],
  ['cut since the seal', writeLines(three.slice(0, 2)), seal, ['tail is missing', 3]],
  ['another chain', writeLines(chain('one', 'two', 'four')), seal, ['head differs from the seal', 3]],
  ['another chain that has grown', writeLines(chain('a', 'b', 'c')), shorter, ['head differs from the seal', 2]],
  ['not ended', text.trimEnd(), undefined, ['last line not ended', 3]],
  ['not an entry of this kind', text.replaceAll('"word"', '"sound"'), undefined, ['not an entry', 1]],
  [
    'what the kind looks at comes before the hashes',
    text.replace('two', 'twenty'),
    undefined,
    ['stream version gap', 2],
  ],
  ['a hash', text.replace('two', 'ten'), undefined, ['content differs from its hash', 2]],
  ['a byte order mark', `\ufeff${text}`, undefined, ['not json', 1]],
];
for (const [why, lines, against, expected] of rows) {
  test(`walks a chain: ${why}`, () => {
    const found = verifyChain(lines, against, words);
    assert.deepEqual('problem' in found ? [found.problem, found.line] : [found.head.count], expected);
  });
}

test('what was verified can be sealed', () => {
  assert.deepEqual(verifyChain(text, undefined, words), { verified: true, head: seal });
});

test('a difference is shown from where it begins', () => {
  const found = verifyChain(text.replace('"word":"two"', '"word": "two"'), undefined, words);
  assert.ok('problem' in found && found.problem === 'line not canonical');
  assert.deepEqual([found.expected.slice(0, 4), found.found.slice(0, 4)], ['"two', ' "tw']);
});
