import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  type BilagFinding,
  everyChoice,
  foundBy,
  mergeFindings,
  noFindings,
  sharedFinding,
  worstOf,
} from './finding.ts';

/** Severities 3, 2, 1, 0 stand for A, B, C and neither (yee2010). */
const found = (severity: 0 | 1 | 2 | 3, item = 1): BilagFinding => foundBy(severity, `rule ${item}`, [item]);

test('nothing found has no branch', () => {
  assert.deepEqual(found(0), { severity: 0, branches: [] });
  assert.deepEqual(noFindings, [{ severity: 0, branches: [] }]);
  assert.deepEqual(found(2).branches, [{ rule: 'rule 1', items: [1] }]);
});

test('of one severity only the branches that hold every time are kept; the most severe comes first', () => {
  const both = { severity: 2, branches: [...found(2, 1).branches, ...found(2, 2).branches] } as const;
  assert.deepEqual(mergeFindings([found(0), both, found(2, 2)]), [found(2, 2), found(0)]);
  assert.deepEqual(mergeFindings([found(2, 1), found(2, 2)]), [{ severity: 2, branches: [] }]);
  const otherItems = foundBy(2, 'rule 1', [1, 2]);
  assert.deepEqual(mergeFindings([found(2, 1), otherItems]), [{ severity: 2, branches: [] }]);
});

test('the worst decides; equals share the decision', () => {
  assert.deepEqual(worstOf([]), noFindings);
  assert.deepEqual(worstOf([[found(1, 1)], [found(3, 2)], [found(2, 3)]]), [found(3, 2)]);
  assert.deepEqual(worstOf([[found(2, 1)], [found(2, 2)]]), [
    { severity: 2, branches: [...found(2, 1).branches, ...found(2, 2).branches] },
  ]);
});

test('a part that may come out in two ways leaves two results, with what holds in each', () => {
  assert.deepEqual(worstOf([[found(2, 1)], [found(3, 2), found(0)]]), [found(3, 2), found(2, 1)]);
});

test('every choice of one from each part', () => {
  assert.deepEqual(
    everyChoice([
      ['a', 'b'],
      ['c', 'd'],
    ]),
    [
      ['a', 'c'],
      ['a', 'd'],
      ['b', 'c'],
      ['b', 'd'],
    ],
  );
  assert.deepEqual(everyChoice([]), [[]]);
});

const part = fc.array(fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const), { minLength: 1, maxLength: 3 });

test('the worst of parts is exactly what the choices can come to', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const findings = parts.map((severities, item) => severities.map((severity) => found(severity, item)));
      const choices = everyChoice(parts).map((choice) => Math.max(0, ...choice));
      const expected = [...new Set(choices)].toSorted((a, b) => b - a);
      assert.deepEqual(
        worstOf(findings).map(({ severity }) => severity),
        expected,
      );
    }),
  );
});

test('a branch is the same by its words and its items; equals share where one of them is certain', () => {
  const nothing = [{ severity: 2, branches: [] }];
  assert.deepEqual(mergeFindings([foundBy(2, 'one', [1]), foundBy(2, 'another', [1])]), nothing);
  const both = { severity: 2, branches: [...found(2, 1).branches, ...found(2, 2).branches] } as const;
  assert.deepEqual(mergeFindings([found(2, 2), both]), [found(2, 2)]);
  assert.deepEqual(worstOf([[found(2, 1)], [found(2, 2), found(0)]]), [found(2, 1)]);
});

test('findings of one severity share it, with the branches of each in their order', () => {
  assert.deepEqual(sharedFinding(2, [found(2, 1), found(3, 2)]), {
    severity: 2,
    branches: [...found(2, 1).branches, ...found(3, 2).branches],
  });
  assert.deepEqual(sharedFinding(0, []), found(0));
});

test('one part that decides alone is the result, beside parts that are quiet', () => {
  const open = [found(3, 1), found(0)];
  assert.deepEqual(worstOf([noFindings, [found(1, 4)], [found(0)]]), [found(1, 4)]);
  assert.deepEqual(worstOf([noFindings, open]), open);
  assert.deepEqual(everyChoice([[1], [2], [3]]), [[1, 2, 3]]);
});
