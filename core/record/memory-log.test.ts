import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnyEvent } from './envelope.ts';
import { testLogContract } from './log.contract.ts';
import { openMemoryLog } from './memory-log.ts';

testLogContract('memory log', openMemoryLog);

const at = { instant: '2026-03-02T01:30:00Z', offset: '+00:00', zone: 'UTC', date: '2026-03-02' };

test('an envelope of the memory log is frozen all the way down', () => {
  const log = openMemoryLog<AnyEvent & { readonly items: readonly number[] }>();
  const events = [{ stream: 'p1', event: { type: 'noted', items: [1, 2] } }];
  log.append({ reads: [{ stream: 'p1', version: 0 }], events, at, actor: { id: 'u', role: 'r' }, study: 's' });
  const [envelope] = log.all();
  assert.ok(envelope);
  assert.deepEqual([envelope, envelope.event, envelope.event.items, envelope.at].map(Object.isFrozen), [
    true,
    true,
    true,
    true,
  ]);
});
