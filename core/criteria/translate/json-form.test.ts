import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { anyFormula } from '../any-sentence/given.ts';
import { formulaOf, lexicon, withoutSpans } from '../given.ts';
import { printFormula } from '../print.ts';
import { isUnreadable, readFormula } from '../read.ts';
import { type JsonTree, readFormulaTree, writeFormula } from './json-form.ts';

const read = (tree: unknown) => readFormulaTree(tree, lexicon);

const problemOf = (tree: unknown): string => {
  const refused = read(tree);
  assert(isUnreadable(refused));
  return refused.problem;
};

test('text, tree and JSON are one: 10,000 random sentences go round', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyFormula, (tree) => {
      const json = writeFormula(tree);
      const back = read(JSON.parse(JSON.stringify(json)));
      assert(!isUnreadable(back), `${printFormula(tree)}: ${JSON.stringify(back)}`);
      assert.deepEqual(withoutSpans(back), withoutSpans(tree));
      assert.deepEqual(writeFormula(back), json);
      assert.equal(printFormula(back), printFormula(tree));
      kinds.add(tree.kind);
    }),
    { numRuns: 10_000, seed: 5_631_717 },
  );
  assert(kinds.size >= 33, [...kinds].join(' '));
});

test('the form says what was said and nothing else', () => {
  assert.deepEqual(writeFormula(formulaOf('UPCR < 0.50 g/g')), {
    kind: 'comparison',
    left: { kind: 'measure', measure: 'UPCR', point: { kind: 'here' } },
    comparator: '<',
    right: { kind: 'number', written: '0.50', unit: 'g/g' },
  });
  assert.deepEqual(writeFormula(formulaOf('had infection ever')), {
    kind: 'records',
    verb: 'had',
    concepts: ['infection'],
    otherThan: [],
    window: { kind: 'ever' },
  });
});

const upcr = { kind: 'measure', measure: 'UPCR', point: { kind: 'here' } };
const low = { kind: 'comparison', left: upcr, comparator: '<', right: { kind: 'number', written: '1', unit: 'g/g' } };
const says = { kind: 'judgement', text: 'well', point: { kind: 'here' } };
const nots = (count: number): unknown =>
  Array.from({ length: count }).reduce((term: unknown) => ({ kind: 'not', term }), says);
const ring: unknown[] = [];
ring.push(ring);

/** A tree that is refused, and a part of the reason. */
const refusals: readonly (readonly [string, unknown, RegExp])[] = [
  ['nothing', null, /the tree/],
  ['a text', 'UPCR < 1 g/g', /the tree/],
  ['a list', [low], /the tree/],
  ['no kind', {}, /kind/],
  ['an unknown kind', { kind: 'sum of all' }, /kind/],
  ['a value in the place of a condition', { kind: 'not', term: upcr }, /term/],
  ['an unknown member', { ...low, note: 'x' }, /note/],
  ['a place', { ...low, span: { start: 0, end: 1 } }, /span/],
  ['an unknown member inside', { ...low, left: { ...upcr, unit: 'g/g' } }, /left: .*unit/],
  ['a missing member', { kind: 'comparison', left: upcr, comparator: '<' }, /right/],
  ['an unknown comparator', { ...low, comparator: '~' }, /comparator/],
  ['a number that is a number', { ...low, right: { kind: 'number', written: 1, unit: 'g/g' } }, /written/],
  ['a number that is none', { ...low, right: { kind: 'number', written: 'one' } }, /./],
  ['an exponent', { ...low, right: { kind: 'number', written: '1e3' } }, /./],
  ['an unknown measure', { ...low, left: { ...upcr, measure: 'UPCT' } }, /UPCT/],
  ['a sentence as a name', { kind: 'reference', definition: 'CR or pregnant', point: { kind: 'here' } }, /another/],
  ['a point in a name', { ...upcr, kind: 'reference', measure: undefined, definition: 'CR at baseline' }, /./],
  ['an unknown point', { ...low, left: { ...upcr, point: { kind: 'named', name: 'week 99' } } }, /./],
  [
    'a level of another measure',
    { kind: 'level', value: { ...upcr, measure: 'pregnant' }, levels: ['negative'], negated: false },
    /./,
  ],
  [
    'a negated list',
    { kind: 'level', value: { ...upcr, measure: 'pregnant' }, levels: ['yes', 'no'], negated: true },
    /another/,
  ],
  ['one term joined', { kind: 'and', terms: [says] }, /another/],
  ['no term', { kind: 'or', terms: [] }, /terms/],
  ['a fraction of a count', { kind: 'at-least', count: 1.5, terms: [says] }, /count/],
  ['a quotation that ends early', { ...says, text: 'a" or judged "b' }, /another/],
  ['39 deep', nots(40), /nested more than 40 deep/],
  ['a thousand deep', nots(1000), /nested more than 40 deep/],
  [
    'a ring of objects',
    (() => {
      const loop: { kind: string; term?: unknown } = { kind: 'not' };
      loop.term = loop;
      return loop;
    })(),
    /nested more than 40 deep/,
  ],
  ['very many', { kind: 'or', terms: Array.from({ length: 3000 }, () => says) }, /more than 5000 members/],
  ['a long text', { ...says, text: 'x'.repeat(10_001) }, /text/],
  [
    'a longer sentence',
    { kind: 'or', terms: Array.from({ length: 40 }, () => ({ ...says, text: 'x'.repeat(400) })) },
    /longer than/,
  ],
];
for (const [name, tree, reason] of refusals) test(`${name} is refused`, () => assert.match(problemOf(tree), reason));

test('a deep tree of a like member takes no longer than its size', () => {
  const many = (depth: number): unknown =>
    depth === 0 ? says : { kind: 'at-least', count: 1, terms: [many(depth - 1)] };
  assert(!isUnreadable(read(many(30))));
  assert.match(problemOf({ kind: 'not', term: { ...Object(many(30)), count: -1 } }), /count/);
});

/** One place of a tree, replaced, left out or given a stranger. */
const spoil = (tree: JsonTree, at: number, other: JsonTree): JsonTree => {
  let left = at;
  const visit = (node: JsonTree): JsonTree => {
    left -= 1;
    if (left === 0) return other;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(tree);
};

test('of 1,000 spoilt trees and of any JSON none throws, and what is read is its own text', () =>
  fc.assert(
    fc.property(anyFormula, fc.nat(30), fc.jsonValue({ maxDepth: 3 }), fc.boolean(), (tree, at, other, whole) => {
      const json = whole ? other : spoil(writeFormula(tree), at, JSON.parse(JSON.stringify(other)) ?? 'null');
      const back = read(json);
      if (isUnreadable(back)) return assert(back.problem.length > 0);
      assert.deepEqual(withoutSpans(read(writeFormula(back))), withoutSpans(back));
    }),
    { numRuns: 1000, seed: 5_631_717 },
  ));

const rulesIn = (node: unknown): readonly string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, inner]) => (key === 'rule' ? [String(inner)] : rulesIn(inner)));

test('every sentence of trials/nct05631717/study.yaml has a form', () => {
  const study: unknown = parse(
    readFileSync(new URL('../../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'),
  );
  const trial = {
    ...lexicon,
    definitions: new Set(['CR', 'PR', 'urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline']),
  };
  const rules = rulesIn(study);
  assert(rules.length >= 28);
  for (const rule of rules) {
    const tree = readFormula(rule, trial);
    assert(!isUnreadable(tree), rule);
    assert.deepEqual(withoutSpans(readFormulaTree(writeFormula(tree), trial)), withoutSpans(tree));
  }
});
