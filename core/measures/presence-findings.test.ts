import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from './given.ts';
import { decideRising, presenceFindings } from './presence-findings.ts';

const found = presenceFindings(
  'X',
  ['a', 'b', 'c', 'd', 'e'],
  sittingWith({ 'X.a': 'present', 'X.b': 'absent', 'X.c': 'not done', 'X.e': 'perhaps' }),
);

test('what is present certainly is, and what was not assessed may be', () => {
  assert.deepEqual([...found.present], ['a']);
  assert.deepEqual([...found.possible], ['a', 'c', 'd', 'e']);
  assert.deepEqual(
    found.evidence.map(({ what, record }) => `${what} by ${record}`),
    ['X.a by record of X.a'],
  );
  assert.deepEqual(
    found.missing.map((each) =>
      each.kind === 'item' || each.kind === 'unreadable' ? `${each.item} ${each.why}` : each.kind,
    ),
    ['X.c not done', 'X.d not recorded', 'X.e "perhaps" is none of present, absent'],
  );
});

/** Three-valued logic of no paper, so no key of evidence/references.bib. */
const rows = [
  ['a', 'true'],
  ['b', 'false'],
  ['c', 'unknown'],
] as const;
for (const [item, expected] of rows)
  test(`a rule that asks for ${item} is ${expected}`, () =>
    assert.equal(
      decideRising(found, (items) => items.has(item)),
      expected,
    ));
