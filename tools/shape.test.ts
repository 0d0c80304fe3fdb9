import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { problemsOf } from './checks/outcome.ts';
import { judgeShape, measureFunctions, quantile } from './shape.ts';
import { type CodeText, kindOf } from './source-tree.ts';

const source = (path: string, text: string): CodeText => ({ path, text, kind: kindOf(path) });

const functionOf = (lines: number, name = 'f'): string =>
  [`const ${name} = () => {`, ...Array<string>(lines - 2).fill('  work();'), '};'].join('\n');

const quantiles: readonly (readonly [values: readonly number[], p: number, expected: number])[] = [
  [[], 0.5, 0],
  [[7], 0.9, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2],
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
];

test('a quantile is one of the values, the smallest that suffices', () => {
  for (const [values, p, expected] of quantiles) assert.equal(quantile(values, p), expected);
});

test('at least the share p of the values does not exceed the quantile', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1 }), fc.constantFrom(0.5, 0.9), (values, p) => {
      const limit = quantile(values, p);
      assert.ok(values.filter((value) => value <= limit).length >= p * values.length);
      assert.ok(values.filter((value) => value < limit).length < p * values.length);
    }),
    { seed: 7 },
  );
});

const functions: readonly (readonly [text: string, measured: readonly string[]])[] = [
  ['export const one = () => 1;', ['one 1']],
  ['export const sum = (a: number[]) =>\n  a.map((x) => x + 1);', ['sum 2']],
  ['function two() {\n  return 2;\n}', ['two 3']],
  ['class A {\n  three() {\n    return [].map((x) => {\n      return x;\n    });\n  }\n}', ['three 5', '(unnamed) 3']],
  ['interface A { method(): void }', []],
  ['declare function bodiless(): void;', []],
];

test('functions with a body are measured, callbacks of one line are not', () => {
  for (const [text, expected] of functions)
    assert.deepEqual(
      measureFunctions(source('core/a.ts', text)).map(({ id, lines }) => `${id.replace('core/a.ts ', '')} ${lines}`),
      expected,
      text,
    );
});

const enoughTests = source('core/a.test.ts', 'line\n'.repeat(2000));

const shapes: readonly (readonly [what: string, text: string, problem: RegExp | undefined])[] = [
  ['a short file', functionOf(10), undefined],
  ['a long median file', 'a();\n'.repeat(81), /median file has 81 lines, at most 80/],
  ['a p90 beyond its band', 'a();\n'.repeat(251), /p90 of files is 251 lines, at most 250/],
  ['a file over the ratchet', 'a();\n'.repeat(301), /core\/a\.ts has 301 lines, the ratchet is at 300/],
  ['a long median function', functionOf(11), /median function has 11 lines, at most 10/],
  ['a long p90 function', functionOf(36), /p90 of functions is 36 lines, at most 35/],
  ['a function over the ratchet', functionOf(61, 'giant'), /core\/a\.ts giant has 61 lines, the ratchet is at 60/],
];

test('each band and each ratchet is held', () => {
  for (const [what, text, problem] of shapes) {
    const found = judgeShape([source('core/a.ts', text), enoughTests], {}).problems.join('\n');
    if (problem === undefined) assert.equal(found, '', what);
    else assert.match(found, problem, what);
  }
});

test('there are at least as many lines of tests as of source', () => {
  const ten = source('core/a.ts', 'a();\n'.repeat(10));
  const judged = (lines: number) => judgeShape([ten, source('core/a.test.ts', 'b();\n'.repeat(lines))], {}).problems;
  assert.deepEqual(judged(10), []);
  assert.deepEqual(judged(9), ['9 lines of tests for 10 lines of source']);
});

test('an exception excuses what it names, and fails when it is no longer needed', () => {
  const short = Array.from({ length: 20 }, (_, index) => source(`core/short-${index}.ts`, 'a();'));
  const giant = source('core/giant.ts', 'a();\n'.repeat(400));
  const excused = { 'core/giant.ts': 'a table of a published form' };
  assert.deepEqual(judgeShape([...short, giant, enoughTests], excused).problems, []);
  assert.deepEqual(judgeShape([...short, enoughTests], excused).problems, [
    'the exception for core/giant.ts is no longer needed',
  ]);
});

test('tests, test support and generated files are not measured, and nothing measured is a failure', () => {
  const long = 'a();\n'.repeat(400);
  const paths = ['core/a.test.ts', 'core/given.ts', 'core/log.contract.ts', 'core/quantities/ucum-atoms.ts'];
  const judged = judgeShape(
    paths.map((path) => source(path, long)),
    {},
  );
  assert.equal(judged.matched, 0);
  assert.match(problemsOf(judged).join(), /matched no file/);
});
