import assert from 'node:assert/strict';
import test from 'node:test';
import { mutateFolder, sayMutants } from './mutate-folder.ts';

const survivor = { path: 'a.ts', line: 1, mutator: 'EqualityOperator', was: 'a > 1', became: 'a >= 1' };
const rows: readonly (readonly [killed: number, timedOut: number, survived: number, expected: string])[] = [
  [9, 0, 1, '90.0 % of 10, 1 survived'],
  [3, 2, 0, '100.0 % of 3, 0 survived, 2 noticed by time alone'],
  [0, 0, 2, '0.0 % of 2, 2 survived'],
];
for (const [killed, timedOut, survived, expected] of rows) {
  test(expected, () => {
    const survivors = Array.from({ length: survived }, () => survivor);
    assert.equal(sayMutants({ killed, timedOut, survivors }), expected);
  });
}

test('a run over nothing has not passed', async () => {
  const folder = { folder: 'core/statistics/', heldBy: [], least: 80 };
  assert.equal(await mutateFolder(folder, ['no-such-file']), false);
});
