import assert from 'node:assert/strict';
import test from 'node:test';
import { branch, leaf } from '#core/criteria/proof.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { evidenceIn, missingIn } from './proof-parts.ts';

const condition: Condition = { kind: 'undefined', reason: '', span: { start: 0, end: 0 } };
const evidence = (record: string) => ({ record, what: 'x', written: '1', date: undefined });
const lacking = (item: string) => ({ kind: 'item', item, point: 'week 4', why: 'not done' }) as const;

test('evidence of every part; what is missing only below parts that are open', () => {
  const known = leaf(condition, 'true', [evidence('a')], [lacking('of no matter')]);
  const open = leaf(condition, 'unknown', [evidence('b')], [lacking('creatinine')]);
  const whole = branch(condition, 'unknown', [known, branch(condition, 'unknown', [open])]);
  assert.deepEqual(
    evidenceIn(whole).map(({ record }) => record),
    ['a', 'b'],
  );
  assert.deepEqual(missingIn(whole), [lacking('creatinine')]);
  assert.deepEqual(missingIn(branch(condition, 'true', [known, open])), []);
});
