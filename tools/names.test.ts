import assert from 'node:assert/strict';
import test from 'node:test';
import { problemsOf } from './checks/outcome.ts';
import { declaredIn, judgeNames } from './names.ts';
import { type CodeText, kindOf } from './source-tree.ts';

const source = (path: string, text: string): CodeText => ({ path, text, kind: kindOf(path) });

test('the names of the top level are read with their place', () => {
  const text =
    'export interface A { a: 1 }\ntype B = 2;\nexport const c = 1, d = () => { type Inner = 3; };\nfunction e() {}';
  assert.deepEqual(
    declaredIn(source('core/a.ts', text)).map(({ name, place, exported, isType }) => [name, place, exported, isType]),
    [
      ['A', 'core/a.ts:1', true, true],
      ['B', 'core/a.ts:2', false, true],
      ['c', 'core/a.ts:3', true, false],
      ['d', 'core/a.ts:3', true, false],
      ['e', 'core/a.ts:4', false, false],
    ],
  );
});

const pairs: readonly (readonly [first: string, second: string, clash: boolean])[] = [
  ['export type A = 1;', 'export type A = 2;', true],
  ['export type A = 1;', 'type A = 2;', true],
  ['type A = 2;', 'export interface A { a: 1 }', true],
  ['type Row = readonly [1, 2];', 'type Row = readonly [1, 3];', false],
  ['type Row = readonly [1, 2];', 'type Row =\n  readonly [1, 2];', true],
  ['export type A = 1;', 'export type B = 1;', false],
  ['export const a = 1;', 'export const a = 1;', false],
];

test('an exported type has its name alone, a private one its body', () => {
  for (const [first, second, clash] of pairs) {
    const { problems } = judgeNames([source('core/a.ts', first), source('hosts/cli/b.ts', second)]);
    assert.equal(problems.length, clash ? 1 : 0, `${first} | ${second}`);
    if (clash) assert.match(problems[0] ?? '', /^declared twice: A|^declared twice: Row/);
  }
});

const hollow: readonly (readonly [name: string, hollow: boolean])[] = [
  ['VisitManager', true],
  ['ArmVO', true],
  ['dateUtils', true],
  ['AbstractVisit', true],
  ['RefusalHandler', true],
  ['Visit', false],
  ['abstracted', false],
  ['serviceArea', false],
];

test('a name that says nothing is found', () => {
  for (const [name, expected] of hollow)
    assert.equal(
      judgeNames([source('core/a.ts', `export const ${name} = 1;`)]).problems.length,
      expected ? 1 : 0,
      name,
    );
});

test('tests may name as they like, and no name at all is a failure', () => {
  const judged = judgeNames([source('core/a.test.ts', 'type AManager = 1;')]);
  assert.deepEqual(judged.problems, []);
  assert.match(problemsOf(judged).join(), /matched no file/);
});
