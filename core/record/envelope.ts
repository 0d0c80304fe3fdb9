import { closeLink, isHash, type Link } from './link.ts';

/** When something was recorded. The host reads clock and zone; the core only compares and copies. */
export interface Moment {
  /** UTC, ISO 8601, ending in Z. */
  readonly instant: string;
  /** Offset of the local clock from UTC, such as `+08:00`. */
  readonly offset: string;
  /** Name of the zone in the IANA database. */
  readonly zone: string;
  /** Civil date at the place where it was recorded, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Who acted, and in which role. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** Any event: its type names the fact, in the past tense. */
export interface AnyEvent {
  readonly type: string;
}

/** An event as the log holds it: what happened, in which stream, when, by whom, why, under which version of the study. */
export interface Envelope<E extends AnyEvent = AnyEvent> extends Link {
  readonly stream: string;
  /** 1-based place in the stream. */
  readonly version: number;
  readonly event: E;
  readonly at: Moment;
  readonly actor: Actor;
  readonly reason?: string;
  /** Hash of the version of the study in force for this event. */
  readonly study: string;
}

/** Closes an envelope with its hash. Throws where an event holds what JSON cannot (see `canonicalText`). */
export const closeEnvelope = <E extends AnyEvent>(content: Omit<Envelope<E>, 'hash'>): Envelope<E> =>
  closeLink(content);

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isPlace = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Exactly these members, except that `optional` may be absent. */
const hasShape = (value: unknown, shape: Shape, optional = ''): boolean => {
  if (!isObject(value) || Object.keys(value).some((key) => !Object.hasOwn(shape, key))) return false;
  return Object.entries(shape).every(([key, holds]) =>
    Object.hasOwn(value, key) ? holds(value[key]) : key === optional,
  );
};

const moment: Shape = { instant: isText, offset: isText, zone: isText, date: isText };
const actor: Shape = { id: isText, role: isText };
const envelope: Shape = {
  position: isPlace,
  stream: isText,
  version: isPlace,
  event: (value) => isObject(value) && isText(value.type),
  at: (value) => hasShape(value, moment),
  actor: (value) => hasShape(value, actor),
  reason: isText,
  study: isText,
  previous: isHash,
  hash: isHash,
};

/** Whether a value read from JSON has the members of an envelope, and no others. Says nothing about its hash. */
export const isEnvelope = (value: unknown): value is Envelope => hasShape(value, envelope, 'reason');
