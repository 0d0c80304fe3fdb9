/** Starts bin/trialwright.js from a small package, under this Node and pretending to be an old one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
const old = join(folder, 'old.mjs');
after(() => rmSync(folder, { recursive: true, force: true }));

before(() => {
  for (const path of ['with/bin', 'with/hosts/cli', 'with/node_modules/.bin', 'without/bin'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const tree of ['with', 'without']) {
    copyFileSync('bin/trialwright.js', join(folder, tree, 'bin/trialwright.js'));
    writeFileSync(join(folder, tree, 'package.json'), '{ "type": "module" }');
  }
  symlinkSync(process.execPath, join(folder, 'with/node_modules/.bin/node'));
  const main = [
    'export const main = async (args: readonly string[]): Promise<number> => {',
    "  console.log(args.join('|'));",
    "  if (args[0] === 'wait') await new Promise((resolve) => setTimeout(resolve, 20_000));",
    '  return Number(args[0]);',
    '};',
  ];
  writeFileSync(join(folder, 'with/hosts/cli/main.ts'), main.join('\n'));
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
  writeFileSync(old, `if (process.env.TRIALWRIGHT_HANDED_OVER === undefined) ${pretend}`);
});

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

const start = (tree: string, nodeArgs: readonly string[], args: readonly string[], signal?: NodeJS.Signals) =>
  new Promise<Ended>((resolve) => {
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const child = spawn(process.execPath, [...nodeArgs, join(folder, tree, 'bin/trialwright.js'), ...args], { env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
        if (signal !== undefined && printed.includes('wait')) child.kill(signal);
      });
    child.on('close', (code) => resolve({ code, printed }));
  });

test('a recent Node runs main with the arguments, warns of nothing and ends with its code', async () => {
  assert.deepEqual(await start('with', [], ['3', 'a b', '--seed']), { code: 3, printed: '3|a b|--seed\n' });
});

test('an old Node hands over to the one that is installed, arguments in, code out', async () => {
  assert.deepEqual(await start('with', ['--import', old], ['5', 'x']), { code: 5, printed: '5|x\n' });
});

test('a signal goes through to the Node that was handed over to', async () => {
  const { code } = await start('with', ['--import', old], ['wait'], 'SIGTERM');
  assert.equal(code, 128 + 15);
});

test('an old Node alone says in two lines what is needed', async () => {
  const { code, printed } = await start('without', ['--import', old], []);
  assert.equal(code, 1);
  assert.match(printed, /^Trialwright needs Node 24\.12 or later; this is 20\.20\.2\.\n.*npm ci.*\n$/);
});
