/** What must hold of the files of adverse events and pregnancies, written down apart from the decisions that it judges. */
import {
  isParticipantEvent,
  type ParticipantEvent,
  recordIn,
  type SealedEvent,
  type TrialEvent,
} from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';

/** The records of adverse events that stand in a stream, and those among them that were reported. */
interface Files {
  readonly events: Set<string>;
  readonly reported: Set<string>;
  readonly pregnancies: Set<string>;
  readonly ended: Set<string>;
}

const moved = (set: Set<string>, from: string, to: string): void => {
  if (set.delete(from)) set.add(to);
};

const onRecords = (files: Files, event: ParticipantEvent, record: (item: string) => string): void => {
  if (event.type === 'history recorded')
    event.records.forEach(({ source, concept }, index) => {
      if (source === 'adverse event') files.events.add(record(`${concept}.${index + 1}`));
    });
  if (event.type === 'history corrected')
    for (const set of [files.events, files.reported]) moved(set, event.replaces, record(`${event.entry.concept}.1`));
  if (event.type === 'history struck') for (const set of [files.events, files.reported]) set.delete(event.record);
};

const faultOf = (files: Files, event: ParticipantEvent, pregnancy: string): string | undefined => {
  switch (event.type) {
    case 'event reported':
      if (!files.events.has(event.record)) return 'of no adverse event that stands';
      if (files.reported.has(event.record)) return 'again';
      files.reported.add(event.record);
      return event.received.instant < event.awareness.instant ? 'received before it was learnt of' : undefined;
    case 'event followed up':
    case 'event assessed':
    case 'report sent':
      return files.reported.has(event.record) ? undefined : 'before the report';
    case 'pregnancy reported':
      files.pregnancies.add(pregnancy);
      return undefined;
    case 'pregnancy ended':
      if (!files.pregnancies.has(event.pregnancy)) return 'before the report';
      if (files.ended.has(event.pregnancy)) return 'again';
      files.ended.add(event.pregnancy);
      return undefined;
    default:
      return undefined;
  }
};

/** Everything about the files that is out of order in one log, the public or the sealed one. */
export const safetyFaults = (envelopes: readonly Envelope<TrialEvent | SealedEvent>[]): readonly string[] => {
  const streams = new Map<string, Files>();
  return envelopes.flatMap(({ stream, version, event }) => {
    if (!isParticipantEvent(event)) return [];
    const fresh = (): Files => ({ events: new Set(), reported: new Set(), pregnancies: new Set(), ended: new Set() });
    const files = streams.get(stream) ?? fresh();
    streams.set(stream, files);
    const record = (item: string): string => recordIn(stream, version, item);
    onRecords(files, event, record);
    const fault = faultOf(files, event, record('pregnancy'));
    return fault === undefined ? [] : [`${stream} #${version} ${event.type}: ${fault}`];
  });
};
