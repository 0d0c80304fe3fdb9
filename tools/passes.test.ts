import assert from 'node:assert/strict';
import test from 'node:test';
import { judgePasses, passesIn } from './passes.ts';

const rows: readonly (readonly [text: string, passes: boolean])[] = [
  ['const f = (a: number, b: number) => g(a, b);', true],
  ['const f = (a: number) => { return this.g(a); };', true],
  ['function f(a: number) { g(a); }', true],
  ['class A { f(a: number) { return g(a); } }', true],
  ['const f = (a: number, b: number) => g(b, a);', false],
  ['const f = (a: number) => g(a, 1);', false],
  ['const f = (a: number) => g(a) + 1;', false],
  ['const f = () => g();', false],
  ['const f = (a: number) => { h(); return g(a); };', false],
  ['const f = (a: number) => {};', false],
  ['list.filter((a) => g(a));', false],
  ['declare function f(a: number): void;', false],
];

test('a function that only passes its arguments on is told from one that does something', () => {
  for (const [text, passes] of rows)
    assert.equal(passesIn({ path: 'core/a.ts', text, kind: 'source' }).length, passes ? 1 : 0, text);
});

test('it is reported with its place, and fails nothing', () => {
  const text = '\nexport const f = (a: number) => g(a);';
  const { problems, remarks } = judgePasses([{ path: 'core/a.ts', text, kind: 'source' }]);
  assert.deepEqual(problems, []);
  assert.deepEqual(remarks, ['core/a.ts:2 only calls g']);
});
