import type { AnyEvent, Envelope } from '#core/record/envelope.ts';
import type { Log, NewEvent, StreamRead } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';

/** A stream as a decision reads it: whoever writes to it in between makes the decision stale. */
export const readNow = <E extends AnyEvent>(log: Log<E>, stream: string): StreamRead => ({
  stream,
  version: log.version(stream),
});

/** Events for other streams of the same log that stand or fall with a decision, and what they rest on. */
export interface Beside<E extends AnyEvent> {
  readonly reads: readonly StreamRead[];
  readonly events: readonly NewEvent<E>[];
}

/** Events for one stream, and every stream on which they rest. */
interface Decided<E extends AnyEvent> {
  readonly stream: string;
  readonly reads: readonly StreamRead[];
  readonly events: readonly E[];
  readonly reason?: string | undefined;
  readonly beside?: Beside<E> | undefined;
}

/** Appends what was decided; throws where somebody has written in between, which one desk over a log in memory cannot. */
export const mustAppend = <E extends AnyEvent>(
  log: Log<E>,
  { stream, reads, events, reason, beside = { reads: [], events: [] } }: Decided<E>,
  act: Act,
  study: Study,
): readonly Envelope<E>[] => {
  const added: readonly NewEvent<E>[] = events.map((event) => ({
    stream,
    event,
    ...(reason === undefined ? {} : { reason }),
  }));
  const answer = log.append({
    reads: [...reads, ...beside.reads],
    events: [...added, ...beside.events],
    ...act,
    study: study.hash,
  });
  if ('refused' in answer)
    throw new Error(
      `${answer.streams.map((each) => each.stream).join(', ')} was written between reading and appending`,
    );
  return answer;
};
