import assert from 'node:assert/strict';
import test from 'node:test';
import { choosePaths } from './chosen.ts';

const paths = ['tools/bench/criteria.bench.ts', 'tools/bench/record.bench.ts'];

const rows: readonly (readonly [names: readonly string[], paths: readonly string[], unknown: readonly string[]])[] = [
  [[], paths, []],
  [['record'], ['tools/bench/record.bench.ts'], []],
  [['record', 'criteria'], paths, []],
  [['recrod'], [], ['recrod']],
];

for (const [names, chosen, unknown] of rows)
  test(`named ${names.join(' ') || 'nothing'}: ${chosen.length} benches`, () => {
    assert.deepEqual(choosePaths(paths, names), { paths: chosen, unknown });
  });
