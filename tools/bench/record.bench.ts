/**
 * What the log costs: the events of one rehearsal, appended and verified. The peer is a floor, not another product: Node's
 * own SHA-256 over `JSON.stringify`, chained in the same way, without canonical form, versions, shapes or refusals.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { writeLines } from '#core/record/lines.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { verifyLines } from '#core/record/verify.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import type { Measurement } from './measurement.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Events = ReturnType<Log<TrialEvent>['all']>;

const rehearsed = (): Events => {
  const { study } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));
  if (study === undefined) throw new Error('the shipped trial does not compile');
  return rehearse({ study, seed: 7, start: '2026-01-05' }).log.all();
};

/** One commit for each event, as conduct makes them. */
const append = (events: Events): string => {
  const log = openMemoryLog<TrialEvent>();
  for (const { stream, version, event, at, actor, study } of events)
    log.append({ reads: [{ stream, version: version - 1 }], events: [{ stream, event }], at, actor, study });
  return log.head().hash;
};

const appendFloor = (events: Events): readonly string[] => {
  const lines: string[] = [];
  let previous = '0'.repeat(64);
  for (const { hash: _, ...content } of events) {
    const text = JSON.stringify({ ...content, previous });
    previous = sha256(text);
    lines.push(text);
  }
  return lines;
};

const verifyFloor = (text: string): string => {
  let previous = '0'.repeat(64);
  for (const line of text.split('\n').slice(0, -1)) {
    const { hash, ...content }: { hash: string; previous: string } = JSON.parse(line);
    if (content.previous !== previous || sha256(JSON.stringify(content)) !== hash)
      throw new Error('the chain is broken');
    previous = hash;
  }
  return previous;
};

/** Milliseconds of the fastest of some runs, after one to warm up. */
const fastest = (run: () => unknown, runs = 7): number => {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
};

/** Microseconds an event: appended to the log in memory, and verified from its text. */
export const measure = (): readonly Measurement[] => {
  const events = rehearsed();
  const text = writeLines(events);
  if (append(events) !== events.at(-1)?.hash) throw new Error('appending the same events gives another chain');
  if ('problem' in verifyLines(text) || verifyFloor(text) !== events.at(-1)?.hash) throw new Error('the log is broken');
  const each = (run: () => unknown): number => (1000 * fastest(run)) / events.length;
  const name = `node:crypto over JSON.stringify, a floor`;
  const size = `of ${events.length} (${Math.round(text.length / events.length)} characters)`;
  return [
    {
      what: `event appended, one ${size}`,
      unit: 'µs',
      ours: each(() => append(events)),
      peer: { name, value: each(() => appendFloor(events)) },
    },
    {
      what: `event verified, one ${size}`,
      unit: 'µs',
      ours: each(() => verifyLines(text)),
      peer: { name, value: each(() => verifyFloor(text)) },
    },
  ];
};
