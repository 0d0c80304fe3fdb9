/** Runs the bench and the deep jobs over small planted folders: they must find what is there, and fail on nothing. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';

const root = join(import.meta.dirname, '..');
const trees: string[] = [];
after(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

const run = (script: string, files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly printed: string }>((resolve) => {
    const cwd = mkdtempSync(join(tmpdir(), 'long-jobs-'));
    trees.push(cwd);
    symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'));
    for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    execFile(process.execPath, [join(root, script), ...args], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), printed: stdout + stderr }),
    );
  });

test('a bench that is found is printed, with the machine', async () => {
  const measure =
    "export const measure = () => [{ what: 'fold', unit: 'ms', ours: 1, peer: { name: 'R', value: 4 } }];";
  const { code, printed } = await run('tools/bench/all.ts', { 'tools/bench/fold.bench.ts': measure });
  assert.match(printed, /^\d+ × .*, Node \d+.*\nwhat .*\nfold +1\.00 ms +4\.00 ms R +0\.250\n$/);
  assert.equal(code, 0);
});

test('no bench is a failure', async () => {
  const { code, printed } = await run('tools/bench/all.ts', {});
  assert.match(printed, /FAIL: 0 benches measured nothing/);
  assert.equal(code, 1);
});

const fuzzRuns: readonly (readonly [text: string | undefined, code: number, printed: RegExp])[] = [
  ["console.log('1000 cases');", 0, /1000 cases\nok {3}tools\/deep\/some\.fuzz\.ts/],
  ['process.exitCode = 1;', 1, /FAIL tools\/deep\/some\.fuzz\.ts/],
  [undefined, 1, /FAIL fuzz: there is no/],
];

test('every fuzz script runs under the date, and none is a failure', async () => {
  for (const [text, code, expected] of fuzzRuns) {
    const files = text === undefined ? {} : { 'tools/deep/some.fuzz.ts': text };
    const ended = await run('tools/deep/all.ts', files, 'fuzz');
    assert.match(ended.printed, /^\d{4}-\d\d-\d\dT/);
    assert.match(ended.printed, expected);
    assert.equal(ended.code, code, ended.printed);
  }
});

test('mutants that the test beside them lets live are counted and named', async () => {
  const source = 'export const larger = (a: number, b: number): number => (a > b ? a : b);\n';
  const header = "import test from 'node:test';\nimport assert from 'node:assert/strict';\n";
  const testOf = (name: string, ...asserts: readonly string[]) =>
    `${header}import { larger } from './${name}.ts';\ntest('larger', () => {${asserts.join('')}});\n`;
  const settings = {
    testRunner: 'command',
    mutate: ['core/strict.ts', 'core/loose.ts', 'core/absent.ts'],
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false },
    thresholds: { high: 90, low: 75, break: 60 },
  };
  const { code, printed } = await run(
    'tools/deep/all.ts',
    {
      'tools/deep/stryker.json': JSON.stringify(settings),
      'core/strict.ts': source,
      'core/strict.test.ts': testOf('strict', 'assert.equal(larger(1, 2), 2);', 'assert.equal(larger(3, 2), 3);'),
      'core/loose.ts': source,
      'core/loose.test.ts': testOf('loose', "assert.equal(typeof larger(1, 2), 'number');"),
    },
    'mutation',
  );
  assert.match(printed, /^ok {3}core\/strict\.ts/m);
  assert.match(printed, /\[Survived\] ConditionalExpression/);
  assert.match(printed, /^FAIL core\/loose\.ts/m);
  assert.match(printed, /there is no core\/absent\.ts/);
  assert.equal(code, 1);
});
