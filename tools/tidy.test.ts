import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { findDumpingGrounds, findLargeFiles, findStrayRootEntries } from './tidy/places.ts';
import { exportsValue, findIdleTests, findSourceless, findUntested, keysOf } from './tidy/tests.ts';
import { listFiles } from './tidy/tree.ts';
import { findBannedWords } from './tidy/words.ts';
import { findUntidy, judgeTidy } from './tidy.ts';

for (const { rule, matched, problems } of findUntidy())
  test(`the repository: ${rule}`, () => {
    assert.deepEqual(problems, []);
    assert.ok(matched > 0, 'looked at nothing');
  });

test('a root entry is on the list, and a listing of the root stays short', () => {
  assert.deepEqual(findStrayRootEntries(['core/a.ts', 'core/b.ts', 'README.md', '.ci/run']).problems, []);
  assert.deepEqual(findStrayRootEntries(['notes.txt', 'core/a.ts']).problems, [
    'notes.txt: not on the list of root entries',
  ]);
  const many = Array.from({ length: 21 }, (_, index) => `entry${index}/file`);
  assert.match(findStrayRootEntries(many).problems.at(-1) ?? '', /^21 root entries, at most 20$/);
});

test('a dumping ground is known by its name, as a folder and as a file', () => {
  const paths = ['core/utils/a.ts', 'core/helper.ts', 'hosts/web/Common/x.ts', 'core/misc.test.ts', 'core/shared.md'];
  assert.equal(findDumpingGrounds(paths).problems.length, paths.length);
  assert.deepEqual(findDumpingGrounds(['core/common-terminology.ts', 'core/sharedness/a.ts']).problems, []);
});

test('a file over 256 KiB is named, the lock file excepted', () => {
  const sizes = new Map([
    ['package-lock.json', 900_000],
    ['evidence/at-the-limit.csv', 262_144],
    ['evidence/over.csv', 262_145],
  ]);
  assert.deepEqual(findLargeFiles(sizes).problems, ['evidence/over.csv: 262145 bytes, at most 262144']);
});

// the words are put together so that this file does not say them
const word = (...parts: readonly string[]): string => parts.join('');

const sentences: readonly (readonly [path: string, text: string, instead: string | undefined])[] = [
  ['core/a.ts', word('Date', '.now()'), 'the instant that the command carries'],
  ['core/a.ts', word('new ', 'Date()'), 'the instant that the command carries'],
  ['core/a.test.ts', "new Date('2026-01-01')", undefined],
  ['hosts/cli/a.ts', word('Date', '.now()'), undefined],
  ['core/a.ts', word('Math', '.random()'), 'the random stream passed in'],
  ['core/a.ts', word('x as ', 'any'), 'a narrower type'],
  ['core/a.ts', word('x as unknown', ' as Y'), 'a narrower type'],
  ['core/a.ts', word('// @ts', '-ignore'), 'a type that fits'],
  ['core/a.ts', word('process', '.env'), 'an argument'],
  ['tools/a.ts', word('// FIX', 'ME'), 'the thing itself, before merging'],
  ['hosts/a.ts', word('// TO', 'DO later'), 'the thing itself, before merging'],
  ['core/a.ts', word(' * XX', 'X is missing'), 'the thing itself, before merging'],
  ['core/a.ts', "system: 'XXX'", undefined],
  ['core/a.ts', word('// ', '-----'), 'a blank line, not a banner'],
  ['core/a.ts', word('//', '//'), 'a blank line, not a banner'],
  ['core/a.ts', word('// hel', 'pers'), 'nothing: the code says so'],
  ['README.md', word('see `/', 'work/main'), 'a path from the root of the repository'],
  ['.ci/run', word("cd '/", 'tmp/x'), 'a path from the root of the repository'],
  ['README.md', 'home/work/tmp/x and https://a.b/work/x', undefined],
  ['evidence/a.R', word('registry', '.npmjs.org'), 'no host'],
  ['evidence/a.png', word('registry', '.npmjs.org'), undefined],
];

test('banned words are found where they are banned', () => {
  for (const [path, text, instead] of sentences)
    assert.deepEqual(
      findBannedWords([{ path, text: `\n${text}` }]).problems,
      instead === undefined ? [] : [`${path}:2: write ${instead}`],
      text,
    );
});

const values: readonly (readonly [text: string, exportsValue: boolean])[] = [
  ['export const a = 1;', true],
  ['export function* a() {}', true],
  ['export class A {}', true],
  ['const a = 1; export { a };', true],
  ['export type A = 1; export interface B { readonly a: A }', false],
  ['type A = 1; export type { A };', false],
  ['const a = 1;', false],
];

test('a file with behaviour is one that exports a value', () => {
  for (const [text, expected] of values) assert.equal(exportsValue({ path: 'core/a.ts', text }), expected, text);
});

test('a file of the core with behaviour has its test beside it', () => {
  const value = { text: 'export const a = 1;' };
  const bare = findUntested([
    { path: 'core/measures/a.ts', ...value },
    { path: 'core/measures/b.ts', ...value },
    { path: 'core/measures/b.test.ts', text: '' },
    { path: 'core/measures/given.ts', ...value },
    { path: 'core/measures/log.contract.ts', ...value },
    { path: 'core/quantities/ucum-atoms.ts', ...value },
    { path: 'core/study/a.test.ts', text: '' },
    { path: 'core/measures/type.ts', text: 'export type A = 1;' },
    { path: 'hosts/cli/c.ts', ...value },
  ]);
  assert.deepEqual(bare.problems, ['core/measures/a.ts: no a.test.ts beside it']);
  assert.equal(bare.matched, 2);
});

test('a test of numbers names where they come from', () => {
  const bibliography = '@article{inker2021,\n title = {x}}\n  @book{fisher-1935, title = {y}}\n';
  assert.deepEqual(keysOf(bibliography), ['inker2021', 'fisher-1935']);
  const found = findSourceless(
    [
      { path: 'core/measures/a.test.ts', text: '// inker2021, table 2' },
      { path: 'core/measures/b.test.ts', text: '// inker2021b' },
      { path: 'core/statistics/tests/c.test.ts', text: "read('evidence/oracles/c/expected.json')" },
      { path: 'core/statistics/tests/d.test.ts', text: 'trust me' },
      { path: 'core/study/e.test.ts', text: '' },
    ],
    bibliography,
  );
  const bare = found.problems.map((problem) => problem.split(':')[0]);
  assert.deepEqual(bare, ['core/measures/b.test.ts', 'core/statistics/tests/d.test.ts']);
  assert.equal(found.matched, 4);
});

const testLines: readonly (readonly [line: string, idle: boolean])[] = [
  [word('test', ".skip('a')"), true],
  [word('describe', ".only('a')"), true],
  [word('test', ".todo('a')"), true],
  [word("test('a', { sk", 'ip: true }, f)'), true],
  [word("test('a', { concurrency: 1, on", 'ly: true }, f)'), true],
  [word("test('a', { to", "do: 'later' }, f)"), true],
  [word('t', '.skip()'), true],
  ["test('a', { skip: url === undefined && 'no database' }, f)", false],
  ["test('participants skip: a visit', f)", false],
];

test('a test that does not run is found; a condition with its reason is none', () => {
  for (const [text, expected] of testLines)
    assert.equal(findIdleTests([{ path: 'core/a.test.ts', text }]).problems.length, expected ? 1 : 0, text);
  assert.equal(findIdleTests([{ path: 'core/a.ts', text: 'test' }]).matched, 0);
});

test('a rule that looked at nothing fails', () => {
  const { problems, matched } = judgeTidy([
    { rule: 'one', matched: 3, problems: [] },
    { rule: 'two', matched: 0, problems: [] },
  ]);
  assert.equal(matched, 0);
  assert.deepEqual(problems, ['two: matched no file: a check that looked at nothing proves nothing']);
});

test('the files of a tree are those that .gitignore leaves', () => {
  const tree = mkdtempSync(join(tmpdir(), 'tidy-'));
  const back = process.cwd();
  try {
    for (const folder of ['core/a', 'node_modules/b', '.git']) mkdirSync(join(tree, folder), { recursive: true });
    for (const path of ['core/a/x.ts', 'node_modules/b/y.js', '.git/config', 'a.log'])
      writeFileSync(join(tree, path), '');
    writeFileSync(join(tree, '.gitignore'), 'node_modules/\n*.log\n');
    process.chdir(tree);
    assert.deepEqual(listFiles(), ['.gitignore', 'core/a/x.ts']);
  } finally {
    process.chdir(back);
    rmSync(tree, { recursive: true, force: true });
  }
});
