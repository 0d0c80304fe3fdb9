import assert from 'node:assert/strict';
import test from 'node:test';
import { printFormula } from '../print.ts';
import { shapeOf } from './json-shape.ts';

const here = { kind: 'here' };
const pga = { kind: 'measure', measure: 'PGA', point: here };
const one = { kind: 'number', written: '1' };
const high = { kind: 'comparison', left: pga, comparator: '>', right: one };
const baseline = { kind: 'named', name: 'baseline' };
const window = { kind: 'within', most: { count: 4, unit: 'week' }, direction: 'before', point: baseline };
const query = { kind: 'records', verb: 'had', concepts: ['infection'], otherThan: [], window };
const severe = { kind: 'attribute', attribute: 'severe' };

/** A tree and what it says. */
const rows: readonly (readonly [{ readonly kind: string; readonly [member: string]: unknown }, string])[] = [
  [high, 'PGA > 1'],
  [{ ...high, right: { ...one, unit: 'g/g' } }, 'PGA > 1 g/g'],
  [{ kind: 'not', term: high }, 'not PGA > 1'],
  [{ kind: 'and', terms: [high, high] }, 'PGA > 1 and PGA > 1'],
  [{ kind: 'any-available', terms: [high] }, 'any available of (PGA > 1)'],
  [{ kind: 'at-least', count: 1, terms: [high] }, 'at least 1 of (PGA > 1)'],
  [{ kind: 'if', test: high, consequence: high, otherwise: high }, '(if PGA > 1 then PGA > 1 else PGA > 1)'],
  [{ kind: 'between', value: pga, low: one, high: one }, 'PGA between 1 and 1'],
  [{ kind: 'tolerance', value: pga, percent: '15', of: one }, 'PGA within 15% of 1'],
  [
    {
      kind: 'trend',
      value: pga,
      direction: 'falls',
      comparator: '>',
      by: { kind: 'amount', amount: one },
      from: baseline,
    },
    'PGA falls by > 1 from baseline',
  ],
  [{ kind: 'level', value: pga, levels: ['x'], negated: true }, 'PGA != x'],
  [query, 'had infection within 4 weeks before baseline'],
  [
    { ...query, where: { kind: 'not', term: severe } },
    'had infection where (not severe) within 4 weeks before baseline',
  ],
  [{ kind: 'change', of: pga, from: baseline }, 'change of PGA from baseline'],
  [
    { kind: 'first-point', from: baseline, to: baseline, where: high },
    'first point from baseline to baseline where (PGA > 1)',
  ],
];
for (const [tree, expected] of rows)
  test(expected, () => assert.equal(printFormula(shapeOf(tree.kind).parse(tree)), expected));

test('each shape refuses a stranger, and each kind has its own shape', () => {
  for (const [tree] of rows) {
    assert(!shapeOf(tree.kind).safeParse({ ...tree, stranger: 1 }).success, tree.kind);
    assert(!shapeOf('not').safeParse({ kind: 'not', term: { ...tree, kind: 'no kind' } }).success);
  }
  assert.notEqual(shapeOf('change'), shapeOf('first-point'));
  assert.equal(shapeOf(undefined), shapeOf('and'));
});
