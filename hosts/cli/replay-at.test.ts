import assert from 'node:assert/strict';
import test from 'node:test';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { closeEnvelope, type Envelope } from '#core/record/envelope.ts';
import { beforeFirst } from '#core/record/link.ts';
import { cutAt } from './replay-at.ts';

const dates = ['2026-01-05', '2026-01-05', '2026-01-07', '2026-01-06', '2026-01-08'] as const;
const log: readonly Envelope<TrialEvent>[] = dates.map((date, index) =>
  closeEnvelope<TrialEvent>({
    position: index + 1,
    stream: 'study',
    version: index + 1,
    event: { type: 'recruitment closed', on: date },
    at: { instant: `${date}T08:00:00Z`, offset: '+08:00', zone: 'Asia/Shanghai', date },
    actor: { id: 's', role: 'sponsor' },
    study: 'a'.repeat(64),
    previous: beforeFirst,
  }),
);

/** What is asked, and where the log stands; undefined where it has no such moment. */
const rows: readonly (readonly [at: string | undefined, position: number | undefined])[] = [
  [undefined, 5],
  ['1', 1],
  ['5', 5],
  ['2026-01-05', 2],
  ['2026-01-06', 4],
  ['2026-01-07', 4],
  ['2026-01-08', 5],
  ['2030-01-01', 5],
  ['0', undefined],
  ['6', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
  ['2026-01-04', undefined],
  ['2026-02-30', undefined],
  ['2026-01', undefined],
  ['yesterday', undefined],
  ['99999999999999999999', undefined],
];

for (const [at, position] of rows)
  test(`at ${at ?? 'the end'}: ${position ?? 'refused'}`, () => {
    const cut = cutAt(log, at);
    assert.equal('refused' in cut ? undefined : cut.position, position);
    if ('refused' in cut) assert.equal(cut.accepted, 'a position from 1 to 5, or a day from 2026-01-05');
    else assert.deepEqual([cut.events.length, cut.of, cut.date], [position, 5, dates[cut.position - 1]]);
  });

test('a log without events has no moment', () => {
  assert.deepEqual(cutAt([], undefined), { refused: 'no such moment', accepted: 'nothing: the log is empty' });
});
