import type { AnyEvent, Envelope } from './envelope.ts';
import { settleLink } from './link.ts';
import type { Commit, Log, VersionClash } from './log.ts';
import { type Seal, sealOf } from './seal.ts';

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) freeze(member);
  return Object.freeze(value);
};

/** The envelopes that a commit would append after `head`. */
const enclose = <E extends AnyEvent>(
  commit: Commit<E>,
  head: Seal,
  versionOf: (stream: string) => number,
): readonly Envelope<E>[] => {
  const { at, actor, study } = commit;
  const versions = new Map<string, number>();
  let { count: position, hash: previous } = head;
  return commit.events.map((added) => {
    const version = (versions.get(added.stream) ?? versionOf(added.stream)) + 1;
    versions.set(added.stream, version);
    position += 1;
    // As its line reads back, and frozen: the caller's objects stay the caller's, and what is logged stays.
    const content = { ...added, position, version, at, actor, study, previous };
    const envelope: Envelope<E> = freeze(settleLink<Omit<Envelope<E>, 'hash'>>(content));
    previous = envelope.hash;
    return envelope;
  });
};

const requireReads = <E extends AnyEvent>({ reads, events }: Commit<E>): void => {
  const known = new Set(reads.map((read) => read.stream));
  for (const { stream } of events) {
    if (!known.has(stream)) throw new Error(`append: stream ${stream} is written and was not read`);
  }
};

/** A log in memory, for rehearsals and tests. Appending costs the same whatever the length of the log. */
export const openMemoryLog = <E extends AnyEvent>(): Log<E> => {
  const all: Envelope<E>[] = [];
  const streams = new Map<string, Envelope<E>[]>();
  const version = (stream: string): number => streams.get(stream)?.length ?? 0;
  const head = (): Seal => sealOf(all.at(-1));

  const keep = (envelope: Envelope<E>): void => {
    all.push(envelope);
    const stream = streams.get(envelope.stream);
    if (stream === undefined) streams.set(envelope.stream, [envelope]);
    else stream.push(envelope);
  };

  const append = (commit: Commit<E>): readonly Envelope<E>[] | VersionClash => {
    requireReads(commit);
    const clashes = commit.reads
      .map((read) => ({ stream: read.stream, read: read.version, now: version(read.stream) }))
      .filter(({ read, now }) => read !== now);
    if (clashes.length > 0) return { refused: 'version clash', streams: clashes };
    const added = enclose(commit, head(), version);
    added.forEach(keep);
    return added;
  };

  return { append, version, head, all: () => [...all], read: (stream) => [...(streams.get(stream) ?? [])] };
};
