import assert from 'node:assert/strict';
import test from 'node:test';
import { folderPaths } from './folder-paths.ts';

const folder = 'core/statistics/';
const missing = ['delta-adjustment', 'impute-visits', 'reference-based', 'rubin', 'tipping-point', 'visit-regressions'];

test('a name is a file or a folder, in the order of the names, and nothing comes twice', () => {
  const { paths, unknown } = folderPaths(folder, ['missing', 'counts', 'missing/rubin']);
  assert.deepEqual(paths, [...missing.map((name) => `${folder}missing/${name}.ts`), `${folder}counts.ts`]);
  assert.deepEqual(unknown, []);
});

test('what has no test is named, and not run; support for tests is neither', () => {
  const { paths, untested } = folderPaths(folder, ['intervals', 'survival']);
  assert.deepEqual(untested, [`${folder}intervals/ratio-end.ts`]);
  assert.ok(paths.length > 20 && !paths.some((path) => /given\.ts$|\.test\.ts$/.test(path)));
});

test('a name that fits no file is unknown; part of a name is no name', () => {
  assert.deepEqual(folderPaths(folder, ['miss', 'missing/rub']).unknown, ['miss', 'missing/rub']);
});

test('a folder may be left out', () => {
  const all = folderPaths(folder, []).paths;
  const less = folderPaths(folder, [], `${folder}missing/`).paths;
  assert.equal(all.length - less.length, missing.length);
});
