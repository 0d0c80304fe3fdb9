import assert from 'node:assert/strict';
import test from 'node:test';
import { runAll } from './processes.ts';

test('what each command came to, in the order in which they were asked, however many run at once', async () => {
  const commands = [['check', 'nct05631717'], ['--version'], ['check', 'no such trial']];
  const [one, three] = [await runAll(commands, 1), await runAll(commands, 3)];
  assert.deepEqual(
    one.map(({ code }) => code),
    [0, 0, 2],
  );
  assert.deepEqual(three, one);
  assert.match(one[1]?.out ?? '', /^\d+\.\d+\.\d+\n$/);
  assert.match(one[2]?.err ?? '', /no such trial/);
});

test('nothing to do is done at once', async () => assert.deepEqual(await runAll([], 4), []));
