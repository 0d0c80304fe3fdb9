import type { Actor, AnyEvent, Envelope, Moment } from './envelope.ts';
import type { Seal } from './seal.ts';

/** An event to be appended to a stream. */
export interface NewEvent<E extends AnyEvent> {
  readonly stream: string;
  readonly event: E;
  readonly reason?: string;
}

/** A stream that a decision was based on, and how many events it had then. */
export interface StreamRead {
  readonly stream: string;
  readonly version: number;
}

/** One decision: all of its events are appended, or none is. */
export interface Commit<E extends AnyEvent> {
  /** Every stream that was read; each must still have that version. */
  readonly reads: readonly StreamRead[];
  readonly events: readonly NewEvent<E>[];
  readonly at: Moment;
  readonly actor: Actor;
  /** Hash of the version of the study in force. */
  readonly study: string;
}

/** Somebody else wrote to a stream since it was read: read again, decide again. */
export interface VersionClash {
  readonly refused: 'version clash';
  readonly streams: readonly { readonly stream: string; readonly read: number; readonly now: number }[];
}

/**
 * The port to the log of a trial: append-only, in one order, each stream counted for itself.
 * An event comes back as its canonical text reads: members that were undefined are absent, −0 is 0.
 */
export interface Log<E extends AnyEvent> {
  /**
   * Appends all events of a commit, in their order, or refuses with the streams whose version differs.
   * Throws, with the log unchanged, when a stream is written that is not among the reads, or an event is not JSON.
   */
  append(commit: Commit<E>): readonly Envelope<E>[] | VersionClash;
  /** The events of a stream, oldest first; none for a stream never written. The answer does not change later. */
  read(stream: string): readonly Envelope<E>[];
  /** The events of all streams, in the order of their positions. The answer does not change later. */
  all(): readonly Envelope<E>[];
  /** How many events a stream has; 0 for a stream never written. */
  version(stream: string): number;
  /** Count and last hash of the log now. */
  head(): Seal;
}
