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

test('appending does not slow down as the log grows', () => {
  const log = openMemoryLog();
  const append = (count: number): number => {
    const start = performance.now();
    for (let i = 0; i < count; i += 1) {
      const reads = [{ stream: 'p1', version: log.version('p1') }];
      log.append({
        reads,
        events: [{ stream: 'p1', event: { type: 'noted' } }],
        at,
        actor: { id: 'u', role: 'r' },
        study: 's',
      });
    }
    return performance.now() - start;
  };
  append(2000);
  const early = append(2000);
  append(16_000);
  const late = append(2000);
  // Copying the log at each append would make the late batch about ten times as slow.
  assert.ok(late < 5 * early + 50, `2000 appends took ${early} ms early and ${late} ms late`);
});
