/** Plants one violation of each rule in a small tree under the real settings, and expects it to be caught by name. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';

const root = join(import.meta.dirname, '..');
const settings = ['tsconfig.json', 'biome.json', '.dependency-cruiser.cjs', '.gitignore'];

type Files = Readonly<Record<string, string>>;

/** The real package.json with the dependencies that the small tree uses. */
const packageJson = (): string => {
  const { dependencies, devDependencies, optionalDependencies, ...rest } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const used = { zod: dependencies.zod };
  const usedInDevelopment = Object.fromEntries(
    ['@biomejs/biome', '@types/node', 'typescript'].map((name) => [name, devDependencies[name]]),
  );
  return JSON.stringify({ ...rest, dependencies: used, devDependencies: usedInDevelopment }, null, 2).concat('\n');
};

const trees: string[] = [];
after(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

const plant = (files: Files): string => {
  const tree = mkdtempSync(join(tmpdir(), 'walls-'));
  trees.push(tree);
  for (const name of settings) copyFileSync(join(root, name), join(tree, name));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, text] of Object.entries({ 'package.json': packageJson(), ...files })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
};

interface Report {
  readonly code: number;
  readonly printed: string;
  /** What each check printed, and whether it failed. */
  readonly checks: ReadonlyMap<string, { readonly failed: boolean; readonly lines: readonly string[] }>;
}

const readReport = (printed: string): Report['checks'] =>
  new Map(
    printed
      .split(/^(?=ok {3}|FAIL )/m)
      .map((part) => part.split('\n'))
      .map(([head = '', ...lines]) => [head.slice(5).split(' ')[0] ?? '', { failed: head.startsWith('FAIL'), lines }]),
  );

const check = (files: Files): Promise<Report> =>
  new Promise((resolve) => {
    const options = { cwd: plant(files), maxBuffer: 2 ** 26 };
    execFile(process.execPath, [join(root, 'tools/check.ts')], options, (error, stdout, stderr) => {
      const printed = stdout + stderr;
      resolve({ code: error === null ? 0 : Number(error.code), printed, checks: readReport(printed) });
    });
  });

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

/** A tree in which every check has something to look at and nothing to say. */
const clean: Files = {
  'bin/trialwright.js': lines("const { main } = await import('../hosts/cli/main.ts');", 'process.exitCode = main([]);'),
  'hosts/cli/main.ts': lines(
    "import { answer } from '#hosts/server/answer.ts';",
    '',
    "export const main = (args: readonly string[]): number => (args[0] === 'help' ? 0 : answer(args.length));",
  ),
  'hosts/server/answer.ts': lines(
    "import { request } from '#contract/request.ts';",
    "import { doubled } from '#core/measures/doubled.ts';",
    '',
    'export const answer = (count: number): number => doubled(request.parse({ count }).count);',
  ),
  'contract/request.ts': lines(
    "import { z } from 'zod';",
    '',
    'export const request = z.object({ count: z.number() });',
  ),
  'core/measures/doubled.ts': lines(
    '/** Twice the value, unitless. */',
    'export const doubled = (value: number): number => 2 * value;',
  ),
  'core/measures/given.ts': lines(
    "import assert from 'node:assert/strict';",
    '',
    'export const given = (value: number) => ({ is: (expected: number) => assert.equal(value, expected) });',
  ),
  'core/measures/doubled.test.ts': lines(
    "import { readFileSync } from 'node:fs';",
    "import test from 'node:test';",
    "import { doubled } from './doubled.ts';",
    "import { given } from './given.ts';",
    '',
    '// evidence/references.bib, euclid: proposition 1',
    "test('twice two is four', () => given(doubled(2)).is(4));",
    '',
    "test('twice one is as many as there are settings of the kind', () => {",
    "  const settings = readFileSync('tsconfig.json', 'utf8').length > 0 ? 2 : 0;",
    '  given(doubled(1)).is(settings);',
    '});',
  ),
  'trials/first/study.test.ts': lines(
    "import assert from 'node:assert/strict';",
    "import test from 'node:test';",
    "import { doubled } from '#core/measures/doubled.ts';",
    '',
    "test('none stays none', () => assert.equal(doubled(0), 0));",
    '',
    "test('the sign stays', () => {",
    '  assert.equal(doubled(-3), -6);',
    '  assert.equal(doubled(3), 6);',
    '});',
  ),
};

/** A long text of code, the same for both places of a copy. */
const copied = lines(
  'export const NAME = (values: readonly number[]): readonly string[] => {',
  ...Array.from(
    { length: 12 },
    (_, at) => `  const part${at} = values.slice(${at}, ${at + 2}).map((one) => one * ${at});`,
  ),
  `  return [${Array.from({ length: 12 }, (_, at) => `part${at}`).join(', ')}].map(String);`,
  '};',
);

const longFunction = (count: number): string =>
  lines(
    'export const long = (): number => {',
    '  let sum = 0;',
    ...Array<string>(count).fill('  sum += 1;'),
    '  return sum;',
    '};',
  );

type Plant = readonly [check: string, rule: string, path: string, text: string];

/** The absolute path of a machine, put together so that this file does not say it. */
const absolute = ['', 'work', 'main'].join('/');

const plants: readonly Plant[] = [
  ['types', 'TS2322', 'core/wrong/type.ts', "export const count: number = 'one';"],
  ['types', 'TS2307', 'core/wrong/nowhere.ts', "export type { Nothing } from '#core/no/where.ts';"],

  ['walls', 'imports-resolve', 'core/wall/gone.ts', "import '#core/no/where.ts';"],
  ['walls', 'no-cycles', 'core/wall/one.ts', "import type { Two } from './two.ts';\nexport type One = Two | 1;"],
  ['walls', 'no-cycles', 'core/wall/two.ts', "import type { One } from './one.ts';\nexport type Two = One | 2;"],
  ['walls', 'core-knows-no-host', 'core/wall/host.ts', "import '#hosts/cli/main.ts';"],
  ['walls', 'core-knows-no-contract', 'core/wall/contract.ts', "import '#contract/request.ts';"],
  ['walls', 'core-does-no-io', 'core/wall/disk.ts', "import 'node:fs';"],
  ['walls', 'core-does-no-io', 'core/wall/disk-old-name.ts', "import 'fs';"],
  ['walls', 'core-given-reads-evidence-only', 'core/wall/given.ts', "import 'node:child_process';"],
  ['walls', 'core-test-support-only-asserts', 'core/wall/disk.contract.ts', "import 'node:fs';"],
  ['walls', 'core-test-support-only-asserts', 'core/wall/log.contract.ts', "import 'node:net';"],
  ['walls', 'core-tests-start-nothing', 'core/wall/start.test.ts', "import 'node:child_process';"],
  ['walls', 'core-packages-are-allowed', 'core/wall/package.ts', "import 'acorn';"],
  ['walls', 'core-packages-are-allowed', 'core/wall/fast.ts', "import 'fast-check';"],
  ['walls', 'contract-knows-no-host', 'contract/host.ts', "import '#hosts/cli/main.ts';"],
  ['walls', 'contract-does-no-io', 'contract/disk.ts', "import 'node:fs';"],
  ['walls', 'hosts-are-strangers', 'hosts/store/stranger.ts', "import '#hosts/server/answer.ts';"],
  ['walls', 'hosts-are-strangers', 'hosts/store/upward.ts', "import '../cli/main.ts';"],
  ['walls', 'trials-know-only-core', 'trials/first/host.ts', "import '#hosts/cli/main.ts';"],
  ['walls', 'trials-are-strangers', 'trials/second/lean.ts', "import '../first/host.ts';"],
  ['walls', 'product-knows-no-tool', 'hosts/store/tool.ts', "import '../../tools/bench/some.bench.ts';"],
  ['walls', 'product-needs-no-dev-package', 'hosts/store/compiler.ts', "import 'typescript';"],
  ['walls', 'tests-are-not-imported', 'core/wall/test.ts', "import '../measures/doubled.test.ts';"],
  ['walls', 'test-support-is-for-tests', 'core/wall/support.ts', "import '../measures/given.ts';"],
  ['walls', 'no-dumping-ground', 'core/wall/dump.ts', "import './helpers.ts';"],
  ['walls', 'no-dumping-ground', 'core/wall/dump-folder.ts', "import '../shared/thing.ts';"],
  ['walls', 'no-orphans', 'core/wall/alone.ts', 'export const alone = 1;'],

  ['lint', 'noExplicitAny', 'core/lint/anything.ts', 'export const anything: any = 1;'],
  ['lint', 'noConsole', 'core/lint/loud.ts', "console.log('core');"],
  ['lint', 'noConsole', 'hosts/server/loud.ts', "console.log('host');"],
  ['lint', 'noNonNullAssertion', 'core/lint/sure.ts', 'export const sure = (one?: number): number => one!;'],
  ['lint', 'noDefaultExport', 'core/lint/default.ts', 'export default 1;'],
  ['lint', 'noBarrelFile', 'core/lint/barrel.ts', "export { doubled } from '../measures/doubled.ts';"],
  ['lint', 'noReExportAll', 'core/lint/all.ts', "export * from '../measures/doubled.ts';"],
  ['lint', 'useFilenamingConvention', 'core/lint/camelCase.ts', 'export const named = 1;'],
  [
    'lint',
    'noExcessiveCognitiveComplexity',
    'core/lint/knot.ts',
    lines(
      'export const knot = (a: number): number => {',
      ...Array.from(
        { length: 4 },
        (_, at) => `  for (let b = 0; b < a; b += 1) if (b > ${at}) while (b < 9) if (a > b) a -= ${at};`,
      ),
      '  return a;',
      '};',
    ),
  ],
  ['lint', 'format', 'core/lint/unformatted.ts', 'export const  loose = "quoted"'],
  [
    'lint',
    'noFocusedTests',
    'core/lint/focused.test.ts',
    "import { test } from 'node:test';\ntest.only('one', () => {});",
  ],
  ...[
    'Date',
    'Intl',
    'process',
    'fetch',
    'console',
    'crypto',
    'setTimeout',
    'setInterval',
    'performance',
    'globalThis',
  ].map(
    (name): Plant => [
      'lint',
      `Do not use the global variable ${name}`,
      `core/lint/no-${name.toLowerCase()}.ts`,
      `export const it = ${name};`,
    ],
  ),

  ['dead', 'Unused files', 'core/dead/file.ts', 'export const unused = 1;'],
  ['dead', 'unusedExport', 'core/dead/part.ts', 'export const used = 1;\nexport const unusedExport = 2;'],
  ['dead', 'Unlisted dependencies', 'core/dead/unlisted.test.ts', "import 'acorn';"],

  ['copies', 'core/copies/first.ts', 'core/copies/first.ts', copied.replace('NAME', 'first')],
  ['copies', 'core/copies/second.ts', 'core/copies/second.ts', copied.replace('NAME', 'second')],

  ['shape', 'core/shape/long.ts long has 74 lines', 'core/shape/long.ts', longFunction(70)],
  [
    'shape',
    'core/shape/giant.ts has 301 lines',
    'core/shape/giant.ts',
    lines(...Array.from({ length: 301 }, (_, at) => `const a${at} = ${at};`)),
  ],
  [
    'shape',
    'lines of tests for',
    'core/shape/giant.ts',
    lines(...Array.from({ length: 301 }, (_, at) => `const a${at} = ${at};`)),
  ],

  ['names', 'declared twice: Twice', 'core/names/one.ts', 'export interface Twice { readonly a: number }'],
  ['names', 'declared twice: Twice', 'contract/two.ts', 'export interface Twice { readonly b: number }'],
  ['names', 'says nothing: VisitManager', 'core/names/hollow.ts', 'export class VisitManager {}'],

  ['tidy', 'root: stray.txt', 'stray.txt', 'stray'],
  ['tidy', 'no dumping grounds: core/misc/thing.ts', 'core/misc/thing.ts', 'export const thing = 1;'],
  ['tidy', 'the instant that the command carries', 'core/tidy/clock.ts', 'export const now = Date.now();'],
  ['tidy', 'a path from the root of the repository', 'evidence/path.md', `see ${absolute}`],
  ['tidy', 'core/dead/file.ts: no file.test.ts beside it', 'core/dead/file.ts', 'export const unused = 1;'],
  ['tidy', 'core/statistics/bare.test.ts: names no', 'core/statistics/bare.test.ts', 'export {};'],
  ['tidy', 'no large files: evidence/large.csv', 'evidence/large.csv', '1,2\n'.repeat(70_000)],
  [
    'tidy',
    'every test runs: core/lint/focused.test.ts',
    'core/lint/focused.test.ts',
    "import { test } from 'node:test';\ntest.only('one', () => {});",
  ],
];

/** What the planted files lean on. */
const ground: Files = {
  'core/dead/part.test.ts': "import './part.ts';\nimport { used } from './part.ts';\nexport type Used = typeof used;\n",
  'core/wall/helpers.ts': 'export const one = 1;\n',
  'core/shared/thing.ts': 'export const shared = 1;\n',
  'tools/bench/some.bench.ts': 'export const bench = 1;\n',
};

const [cleanReport, plantedReport, emptyReport] = await Promise.all([
  check(clean),
  check({ ...clean, ...ground, ...Object.fromEntries(plants.map(([, , path, text]) => [path, text])) }),
  check({}),
]);

test('a clean tree passes every check', () => {
  const failed = [...cleanReport.checks].filter(([, { failed }]) => failed);
  assert.deepEqual(failed, [], cleanReport.printed);
  assert.equal(cleanReport.code, 0, cleanReport.printed);
  assert.equal(cleanReport.checks.size, 10);
});

test('every check fails on a tree without files', () => {
  const passed = [...emptyReport.checks].filter(([, { failed }]) => !failed).map(([name]) => name);
  assert.deepEqual(passed, [], emptyReport.printed);
  assert.equal(emptyReport.checks.size, 10);
  assert.equal(emptyReport.code, 1);
});

test('a planted tree fails as a whole', () => assert.equal(plantedReport.code, 1));

for (const [name, rule, path] of plants)
  test(`${name} catches ${rule} in ${path}`, () => {
    const found = plantedReport.checks.get(name);
    assert.ok(found?.failed, `${name} passed`);
    const said = found.lines.filter((line) => line.includes(rule));
    assert.ok(said.length > 0, `${rule} not among:\n${found.lines.join('\n')}`);
    if (name === 'walls' || name === 'lint' || name === 'types')
      assert.ok(
        said.some((line) => line.includes(path)),
        `${path} not in:\n${said.join('\n')}`,
      );
  });

test('every wall has its plant', () => {
  const source = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
  const walls = [...source.matchAll(/\bwall\(\s*'([a-z-]+)'/g)].map(([, rule]) => rule ?? '');
  const planted = new Set(plants.filter(([name]) => name === 'walls').map(([, rule]) => rule));
  assert.ok(walls.length > 15);
  assert.deepEqual(
    walls.filter((rule) => !planted.has(rule)),
    [],
  );
});
