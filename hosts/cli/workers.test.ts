import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { openSession } from './session.ts';
import { shareOut, workersOf } from './workers.ts';

const asked = (written: string | undefined) => {
  const said: string[] = [];
  const write = (text: string) => said.push(text);
  const found = workersOf(written, openSession(false, { out: { write }, error: { write } }, true));
  return { found, said: said.join('') };
};

test('a number of workers, or the cores of the machine', () => {
  assert.deepEqual(asked('2').found, { workers: 2 });
  const { found } = asked(undefined);
  assert.ok(typeof found === 'object' && found.workers >= 1);
  for (const wrong of ['0', '65', '1.5', 'two', '-1', '']) {
    assert.equal(asked(wrong).found, 2, wrong);
    assert.match(asked(wrong).said, /is no number of workers\nWrite a whole number from 1 to 64\./);
  }
});

test('shares are as even as can be, and nothing is lost', () => {
  assert.deepEqual(shareOut(10, 3), [3, 3, 4]);
  assert.deepEqual(shareOut(2, 4), [1, 1]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 64 }), (total, parts) => {
      const shares = shareOut(total, parts);
      assert.equal(
        shares.reduce((sum, each) => sum + each, 0),
        total,
      );
      assert.ok(Math.max(...shares) - Math.min(...shares) <= 1 && Math.min(...shares) >= 1);
    }),
  );
});
