import assert from 'node:assert/strict';
import test from 'node:test';
import { leaf } from '#core/criteria/proof.ts';
import { outcomeBy, unique } from './derived-outcome.ts';

test('an outcome with the sentences, records and gaps of its proofs, each once', () => {
  const condition = { kind: 'judgement', text: 'stable', point: { kind: 'here' }, span: { start: 0, end: 0 } } as const;
  const evidence = { record: 'participant/P-001#3/stable', what: 'judged "stable"', written: 'yes', date: undefined };
  const proof = leaf(condition, 'true', [evidence]);
  const open = leaf(condition, 'unknown', [], [{ kind: 'judgement', text: 'stable', point: 'week 4' }]);
  const found = outcomeBy({ kind: 'claim', reached: 'true' }, [proof, proof, open]);
  assert.deepEqual(found.records, ['participant/P-001#3/stable']);
  assert.equal(found.because.length, 2);
  assert.match(found.because[0] ?? '', /judged "stable" .*holds/);
  assert.deepEqual(found.missing, [{ kind: 'judgement', text: 'stable', point: 'week 4' }]);
  assert.deepEqual(found.outcome, { kind: 'claim', reached: 'true' });
});

test('unique keeps the first place', () => assert.deepEqual(unique(['b', 'a', 'b']), ['b', 'a']));
