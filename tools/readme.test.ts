import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { agrees, type Claim, readClaims, readClaimsOf, runClaim } from './readme.ts';

const fenced = (language: string, ...lines: readonly string[]): string =>
  [`\`\`\`${language}`, ...lines, '```'].join('\n');

const onlyClaim = (markdown: string): Claim => {
  const [claim, ...more] = readClaims(markdown);
  assert.ok(claim !== undefined && more.length === 0, `one claim in ${markdown}`);
  return claim;
};

test('a page is read into its claims', () => {
  const page = [
    '# Title',
    fenced('ts', 'console.log(1); // => 1'),
    fenced('ts', 'const noClaim = 1;'),
    fenced('sh', '$ npx trialwright nothing'),
    fenced(
      'console',
      '$ npm ci',
      'added',
      '$ npx trialwright check "a b"',
      'fine',
      '$ npx trialwright --help',
      'usage',
    ),
  ].join('\n\n');
  assert.deepEqual(
    readClaims(page).map(({ line, title, said }) => [line, title, said]),
    [
      [4, 'the example prints what it says', ['1']],
      [18, 'npx trialwright check "a b"', ['fine']],
      [20, 'npx trialwright --help', ['usage']],
    ],
  );
  assert.deepEqual(readClaims(page)[1]?.run, { kind: 'command', args: ['check', 'a b'] });
});

const comparisons: readonly (readonly [printed: string, said: string, agrees: boolean])[] = [
  ['a\nb\n', 'a\nb', true],
  ['a  \nb\n\n', 'a\nb', true],
  ['a\nb', 'a', false],
  ['a', 'a\nb', false],
  ['a\nb', 'a\nc', false],
  ['', '', true],
  ['a\nb\nc\nd', 'a\n…\nd', true],
  ['a\nd', 'a\n…\nd', true],
  ['a\nb\nc', 'a\n…', true],
  ['a\nb\nc', '…\nc', true],
  ['a\nb\nc\nd\ne', 'a\n…\nc\n…\ne', true],
  ['a\nb\nc\nd\ne', 'a\n…\nd\n…\nc\n…\ne', false],
  ['a\nb\nc', 'a\n…\nd', false],
  ['a', 'a\n…\na', false],
  ['b\nc', 'a\n…\nc', false],
  ['a … b', 'a … b', true],
];

test('what is printed is compared with what is said, … standing for skipped lines', () => {
  for (const [printed, said, expected] of comparisons)
    assert.equal(agrees(printed, said.split('\n')), expected, JSON.stringify([printed, said]));
});

test('an example runs as TypeScript, from the root, and is held to its word', async () => {
  const text = ["import { join } from 'node:path';", "console.log(join('a', 'b') as string); // => a/b"];
  const claim = onlyClaim(fenced('ts', ...text));
  assert.equal(agrees(await runClaim(claim), claim.said), true);
  const wrong = onlyClaim(fenced('ts', 'console.log(2 + 2); // => 5'));
  assert.equal(agrees(await runClaim(wrong), wrong.said), false);
  const broken = onlyClaim(fenced('ts', "throw new Error('no'); // => 5"));
  assert.match(await runClaim(broken), /Error: no/);
});

test('a command runs through its file with its arguments, without colour', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const command = join(folder, 'command.mjs');
    writeFileSync(command, 'console.log(process.argv.slice(2).join("|")); console.error(process.env.NO_COLOR);');
    const claim = onlyClaim(fenced('console', "$ npx trialwright a 'b c' --seed 7", 'a|b c|--seed|7', '1'));
    assert.equal(agrees(await runClaim(claim, command), claim.said), true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('README.md exists and makes claims that can be run', () => {
  assert.ok(existsSync('README.md'), 'README.md is not written yet');
  const kinds = new Set(readClaimsOf('README.md').map(({ run }) => run.kind));
  assert.deepEqual([...kinds].sort(), ['command', 'program']);
});

const pages = globSync(['*.md', 'docs/**/*.md', 'trials/**/*.md', 'decisions/**/*.md']).sort();

for (const page of pages)
  for (const claim of readClaimsOf(page))
    test(`${page}:${claim.line} ${claim.title}`, async () => {
      const printed = await runClaim(claim);
      // two texts side by side say more than a false
      if (!agrees(printed, claim.said)) assert.equal(printed.trimEnd(), claim.said.join('\n').trimEnd());
    });
