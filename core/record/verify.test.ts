import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { canonicalText } from './canonical.ts';
import { closeEnvelope, type Envelope } from './envelope.ts';
import type { Problem } from './finding.ts';
import { writeLines } from './lines.ts';
import { beforeFirst, longestLine } from './link.ts';
import { fillLog } from './log.contract.ts';
import { openMemoryLog } from './memory-log.ts';
import { emptySeal } from './seal.ts';
import { verifyLines } from './verify.ts';

const log = fillLog(openMemoryLog(), 40);
const all: readonly Envelope[] = log.all();
const text = writeLines(all);
const lines = text.split(/(?<=\n)/);
const seal = log.head();

const at = (index: number): Envelope => {
  const envelope = all[index];
  assert.ok(envelope);
  return envelope;
};
/** The log with some lines replaced. */
const withLines = (from: number, count: number, ...by: readonly string[]): string =>
  [...lines.slice(0, from), ...by, ...lines.slice(from + count)].join('');
/** The log with envelope 10 changed and closed anew, so that only what was changed is wrong. */
const changed = (change: Partial<Envelope>): string =>
  withLines(10, 1, writeLines([closeEnvelope({ ...at(10), ...change, hash: undefined } as Omit<Envelope, 'hash'>)]));
/** Everything from envelope 10 on rewritten with good hashes: what only a seal can show. */
const rewritten = (): string => {
  let previous = at(9).hash;
  const anew = all.slice(10).map((envelope) => {
    const { hash: _, ...content } = envelope;
    const closed = closeEnvelope({ ...content, previous, actor: { id: 'u2', role: 'monitor' } });
    previous = closed.hash;
    return closed;
  });
  return withLines(10, 30, writeLines(anew));
};

test('a log as written is verified, with and without its seal', () => {
  const verified = { verified: true, head: { count: 40, hash: at(39).hash } };
  assert.deepEqual([verifyLines(text), verifyLines(text, seal)], [verified, verified]);
});

test('an empty log is verified', () =>
  assert.deepEqual(verifyLines('', emptySeal), { verified: true, head: emptySeal }));

test('an older seal verifies a log that has grown', () => {
  assert.ok('verified' in verifyLines(text, { count: 12, hash: at(11).hash }));
});

test('what no chain can show without a seal', () => {
  assert.ok('verified' in verifyLines(lines.slice(0, 30).join('')));
  assert.ok('verified' in verifyLines(rewritten()));
});

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`;
const swapped = withLines(10, 2, lines[11] ?? '', lines[10] ?? '');
const surrogate = `${canonicalText(at(10)).replace('entry', '\\ud800')}\n`;

const broken: readonly (readonly [why: string, text: string, problem: Problem, line: number])[] = [
  ['a line too long', withLines(10, 1, `"${'x'.repeat(longestLine)}"\n`), 'line too long', 11],
  ['carriage returns', text.replaceAll('\n', '\r\n'), 'control characters', 1],
  ['a tab in a text', withLines(10, 1, (lines[10] ?? '').replace('entry', 'en\ttry')), 'control characters', 11],
  ['half a line', withLines(10, 1, '{"actor":\n'), 'not json', 11],
  ['an empty line', withLines(10, 0, '\n'), 'not json', 11],
  ['deep nesting', withLines(10, 1, deep), 'not an entry', 11],
  ['another object', withLines(10, 1, '{}\n'), 'not an entry', 11],
  ['deep nesting in an event', changed({}).replace('"entry 10', `${'[{"a":'.repeat(9999)}"entry 10`), 'not json', 11],
  ['white space', withLines(10, 1, (lines[10] ?? '').replace(':', ': ')), 'line not canonical', 11],
  ['a member twice', withLines(10, 1, (lines[10] ?? '').replace('{', '{"study":"x",')), 'line not canonical', 11],
  ['a lone surrogate', withLines(10, 1, surrogate), 'line not canonical', 11],
  ['a line removed', withLines(10, 1), 'position gap', 11],
  ['a line twice', withLines(10, 1, lines[10] ?? '', lines[10] ?? ''), 'position gap', 12],
  ['two lines swapped', swapped, 'position gap', 11],
  ['the first line removed', withLines(0, 1), 'position gap', 1],
  ['another version', changed({ version: 4 }), 'stream version gap', 11],
  ['another stream', changed({ stream: 'participant/9' }), 'stream version gap', 11],
  ['another previous', changed({ previous: beforeFirst }), 'previous hash differs', 11],
  [
    'a changed event',
    withLines(10, 1, (lines[10] ?? '').replace('größer', 'kleiner')),
    'content differs from its hash',
    11,
  ],
  ['an event changed with its hash', changed({ event: { type: 'other' } }), 'previous hash differs', 12],
  ['the last line feed cut', text.slice(0, -1), 'last line not ended', 40],
  ['cut within the last line', text.slice(0, -9), 'not json', 40],
];

for (const [why, damaged, problem, line] of broken) {
  test(`broken: ${why}`, () => {
    const found = verifyLines(damaged);
    assert.ok('problem' in found);
    assert.deepEqual([found.problem, found.line], [problem, line]);
  });
}

test('broken, seen against the seal', () => {
  const problems = [lines.slice(0, 30).join(''), rewritten(), ''].map((damaged) => {
    const found = verifyLines(damaged, seal);
    return 'problem' in found ? [found.problem, found.line, found.expected] : found;
  });
  assert.deepEqual(problems, [
    ['tail is missing', 31, '40 entries'],
    ['head differs from the seal', 40, seal.hash],
    ['tail is missing', 1, '40 entries'],
  ]);
});

test('a finding names the event as far as it can be read', () => {
  assert.deepEqual(verifyLines(changed({ version: 4 })), {
    problem: 'stream version gap',
    line: 11,
    position: 11,
    stream: 'participant/0',
    version: 4,
    type: 'noted',
    expected: '3',
    found: '4',
  });
});

const damage = fc.record({
  how: fc.constantFrom('flip', 'cut', 'insert', 'repeat line', 'move line', 'drop line'),
  from: fc.nat(text.length - 1),
  to: fc.nat(text.length - 1),
  bit: fc.nat(6),
});
const spliced = (from: number, count: number, by: string): string =>
  text.slice(0, from) + by + text.slice(from + count);
const damagedBy = ({ how, from, to, bit }: typeof damage extends fc.Arbitrary<infer T> ? T : never): string => {
  const [line, other] = [from % 40, to % 40];
  const others = lines.filter((_, index) => index !== line);
  switch (how) {
    case 'flip':
      return spliced(from, 1, String.fromCharCode(text.charCodeAt(from) ^ (1 << bit)));
    case 'cut':
      return spliced(Math.min(from, to), Math.abs(from - to) + 1, '');
    case 'insert':
      return spliced(from, 0, text.slice(to, to + 1 + bit * 50));
    case 'repeat line':
      return withLines(other, 0, lines[line] ?? '');
    case 'move line':
      return [...others.slice(0, other), lines[line], ...others.slice(other)].join('');
    default:
      return others.join('');
  }
};

test('2000 random changes: each is detected with the seal, and without it unless only the tail was cut', () => {
  fc.assert(
    fc.property(damage, (chosen) => {
      const damaged = damagedBy(chosen);
      if (damaged === text) return;
      assert.ok('problem' in verifyLines(damaged, seal), 'not seen with the seal');
      const tailCut = text.startsWith(damaged) && (damaged === '' || damaged.endsWith('\n'));
      assert.equal('verified' in verifyLines(damaged), tailCut);
    }),
    { numRuns: 2000, seed: 20260302 },
  );
});

test('no text makes it throw', () => {
  const junk = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map((json) => `${json}\n`),
  );
  fc.assert(
    fc.property(junk, (some) => {
      assert.equal('problem' in verifyLines(some), some !== '');
    }),
  );
});
