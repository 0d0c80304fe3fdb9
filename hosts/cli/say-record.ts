import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { HistoryEntry, TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';

/** What a record id (`participant/001#7/creatinine`) is made of. */
export interface RecordPlace {
  readonly stream: string;
  readonly version: number;
  /** The item, or what else of the event is meant; it may hold any character. */
  readonly item: string;
}

/** Reads a record id; undefined for a text that is none, such as the id of a figure. */
export const readRecordId = (record: string): RecordPlace | undefined => {
  const [, stream, version, item] = /^([^#]+)#(\d+)\/(.*)$/s.exec(record) ?? [];
  return stream === undefined || item === undefined ? undefined : { stream, version: Number(version), item };
};

const sayEntry = (entry: ItemEntry): string =>
  `${entry.item} = ${entry.value}${entry.unit === undefined ? '' : ` ${entry.unit}`}`;

const sayCourse = ({ concept, start, end, dose, kind }: HistoryEntry): string => {
  const until = end === undefined ? `on ${start}` : `from ${start}, ${end === 'ongoing' ? end : `to ${end}`}`;
  const taken =
    dose === undefined ? '' : `, ${dose.amount} ${dose.unit} every ${dose.everyDays} d, ${dose.timesADay} a day`;
  return `${concept} ${until}${taken}${kind === undefined ? '' : ` (${kind})`}`;
};

const sayRest = (event: TrialEvent): string =>
  Object.entries(event)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');

const sayEligibility = (event: Extract<TrialEvent, { type: 'eligibility assessed' }>): string => {
  const open = event.found.filter((each) => each.result !== 'passes');
  return [event.verdict, ...open.map((each) => `${each.criterion} ${each.result}: ${each.because.join('; ')}`)].join(
    ' | ',
  );
};

/** What an event says of one of its items; of the whole event where the item is not one of a list. */
const sayItem = (event: TrialEvent, item: string): string => {
  switch (event.type) {
    case 'section recorded': {
      const entry = event.items.find((each) => each.item === item);
      return `${event.visit}, ${event.section}: ${entry === undefined ? `no ${item}` : sayEntry(entry)}`;
    }
    case 'item corrected':
      return `${event.visit}: ${sayEntry(event.entry)}, instead of ${event.replaces}`;
    case 'history recorded': {
      const course = event.records.find((each, index) => `${each.concept}.${index + 1}` === item);
      return course === undefined ? event.records.map(sayCourse).join('; ') : sayCourse(course);
    }
    case 'history corrected':
      return `${sayCourse(event.entry)}, instead of ${event.replaces}`;
    case 'judgements recorded': {
      const answers = event.answers.filter((each) => each.text === item);
      return `${event.visit}: ${answers.map((each) => `"${each.text}" ${each.answer}`).join('; ')}`;
    }
    case 'eligibility assessed':
      return sayEligibility(event);
    default:
      return sayRest(event);
  }
};

/** An event as one line, with what it says of the item that a record id names. */
export const sayRecord = (found: Envelope<TrialEvent>, item: string): string =>
  `event ${found.position} ${found.stream} #${found.version} on ${found.at.date} by ${found.actor.role}: ${found.event.type}: ${sayItem(found.event, item)}`;
