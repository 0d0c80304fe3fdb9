/** What must hold of the review among a participant's events, written down apart from the decisions that it judges. */
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';

/** What of the review may still come when somebody has left: all of it. */
export const reviewed: readonly ParticipantEvent['type'][] = [
  'query raised',
  'query answered',
  'query closed',
  'query reopened',
  'query withdrawn',
  'items verified',
  'verification withdrawn',
  'event coded',
  'visit frozen',
  'visit unfrozen',
  'visit signed',
  'casebook signed',
];

/** How each query stands, which visits are frozen, and what is at hand to be verified. */
interface Reviewed {
  readonly queries: Map<string, 'open' | 'answered' | 'closed' | 'withdrawn'>;
  readonly about: Map<string, string>;
  readonly frozen: Set<string>;
  readonly verified: Set<string>;
}

/** From where a query may come to where. */
const ways = {
  'query answered': { from: ['open'], to: 'answered' },
  'query closed': { from: ['open', 'answered'], to: 'closed' },
  'query reopened': { from: ['answered', 'closed'], to: 'open' },
  'query withdrawn': { from: ['open', 'answered'], to: 'withdrawn' },
} as const;

const raise = (event: Extract<ParticipantEvent, { type: 'query raised' }>, { queries, about }: Reviewed) => {
  const isNext = event.query === `Q${queries.size + 1}`;
  queries.set(event.query, 'open');
  if (event.about.kind !== 'history') about.set(event.query, event.about.visit);
  return isNext ? [] : [`${event.query} is not the next number`];
};

const settle = (
  event: Extract<ParticipantEvent, { type: keyof typeof ways }>,
  { queries }: Reviewed,
): readonly string[] => {
  const stands = queries.get(event.query);
  const { from, to } = ways[event.type];
  queries.set(event.query, to);
  if (stands === undefined) return [`${event.query} was never raised`];
  return from.some((each) => each === stands) ? [] : [`${event.query} is ${stands}`];
};

const freeze = (visit: string, { queries, about, frozen }: Reviewed): readonly string[] => {
  const open = [...about].filter(
    ([query, at]) => at === visit && ['open', 'answered'].includes(queries.get(query) ?? ''),
  );
  const isAgain = frozen.has(visit);
  frozen.add(visit);
  return [...(isAgain ? [`${visit} is frozen`] : []), ...open.map(([query]) => `${query} is not settled`)];
};

const faultsAt = (event: ParticipantEvent, reviewed: Reviewed): readonly string[] => {
  switch (event.type) {
    case 'query raised':
      return raise(event, reviewed);
    case 'query answered':
    case 'query closed':
    case 'query reopened':
    case 'query withdrawn':
      return settle(event, reviewed);
    case 'visit frozen':
      return freeze(event.visit, reviewed);
    case 'visit unfrozen':
      return reviewed.frozen.delete(event.visit) ? [] : [`${event.visit} is not frozen`];
    case 'section recorded':
    case 'item corrected':
    case 'judgements recorded':
      return reviewed.frozen.has(event.visit) ? [`${event.visit} is frozen`] : [];
    case 'items verified': {
      const again = event.records.filter((record) => reviewed.verified.has(record));
      for (const record of event.records) reviewed.verified.add(record);
      return again.map((record) => `${record} is verified`);
    }
    case 'verification withdrawn':
      return event.records.flatMap((record) => (reviewed.verified.delete(record) ? [] : [`${record} is not verified`]));
    default:
      return [];
  }
};

/** What is wrong with the order of the review; nothing where it is kept. */
export const reviewFaults = (stream: string, events: readonly ParticipantEvent[]): readonly string[] => {
  const before: Reviewed = { queries: new Map(), about: new Map(), frozen: new Set(), verified: new Set() };
  return events.flatMap((event, index) =>
    faultsAt(event, before).map((fault) => `${stream} #${index + 1} ${event.type}: ${fault}`),
  );
};
