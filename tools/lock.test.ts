import assert from 'node:assert/strict';
import test from 'node:test';
import { completeLock, findMissing, type LockFile, readLock } from './lock.ts';

const lockWith = (optionalDependencies: Record<string, string>, more: LockFile['packages'] = {}): LockFile => ({
  lockfileVersion: 3,
  packages: { 'node_modules/parent': { dev: true, optionalDependencies }, ...more },
});

test('npm ci finds every optional package of this repository in its lock file', () => {
  assert.deepEqual(findMissing(readLock('package-lock.json')), []);
});

test('an optional package that is locked, beside its parent or below it, is not missing', () => {
  const locked = lockWith(
    { 'a-linux-x64': '1.0.0', 'b-linux-x64': '1.0.0', 'c-linux-x64': '1.0.0' },
    { 'node_modules/a-linux-x64': {}, 'node_modules/parent/node_modules/b-linux-x64': {} },
  );
  assert.deepEqual(findMissing(locked), [{ name: 'c-linux-x64', version: '1.0.0', dev: true }]);
});

// what npm itself writes for the packages of these names where the registry offers them
const entries: readonly (readonly [name: string, entry: object])[] = [
  ['@biomejs/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
  ['@biomejs/cli-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
  ['@oxc-parser/binding-linux-ppc64-gnu', { cpu: ['ppc64'], libc: ['glibc'], os: ['linux'] }],
  ['@oxc-parser/binding-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
  ['@oxc-parser/binding-android-arm-eabi', { cpu: ['arm'], os: ['android'] }],
];

test('a platform package is locked for the platform that its name says', () => {
  for (const [name, entry] of entries)
    assert.deepEqual(completeLock(lockWith({ [name]: '1.2.3' })).packages[`node_modules/${name}`], {
      version: '1.2.3',
      dev: true,
      optional: true,
      ...entry,
    });
});

test('what the name or the version does not say stays missing', () => {
  const lock = lockWith({ 'a-linux-x64': '^1.0.0', 'b-plan9-x64': '1.0.0', 'c-darwin-linux-x64': '1.0.0' });
  assert.deepEqual(completeLock(lock), lock);
});
