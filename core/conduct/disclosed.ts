import { type ParticipantEvent, participantStream, recordIn, sealedStream } from './trial-event.ts';

/**
 * A sealed event as it is said in public. What it refers to stands in public under another record: `places` gives for a
 * version of the sealed stream the version in which the same event came to the public one.
 */
export const disclosedEvent = (
  event: ParticipantEvent,
  id: string,
  places: ReadonlyMap<number, number>,
): ParticipantEvent => {
  const stream = sealedStream(id);
  const inPublic = (record: string): string => {
    const [before = '', after = ''] = record.split('#');
    const [version = '', ...item] = after.split('/');
    const place = places.get(Number(version));
    return before === stream && place !== undefined ? recordIn(participantStream(id), place, item.join('/')) : record;
  };
  switch (event.type) {
    case 'course ended':
    case 'history struck':
    case 'event reported':
    case 'event followed up':
    case 'event assessed':
    case 'report sent':
    case 'event coded':
      return { ...event, record: inPublic(event.record) };
    case 'item corrected':
    case 'history corrected':
      return { ...event, replaces: inPublic(event.replaces) };
    default:
      return event;
  }
};
