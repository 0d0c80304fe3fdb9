/** What must hold of every participant's events, written down apart from the decisions that it judges. */
import {
  isAllocationEvent,
  isParticipantEvent,
  type ParticipantEvent,
  type SealedEvent,
  type TrialEvent,
} from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import { reviewed, reviewFaults } from './review-order.ts';
import { safetyFaults } from './safety-kept.ts';

type Type = ParticipantEvent['type'];

/** What has to have happened before an event. */
const needs: Readonly<Partial<Record<Type, readonly Type[]>>> = {
  'participant declined': ['participant identified'],
  'consent given': ['participant identified'],
  'visit held': ['consent given'],
  'visit missed': ['consent given'],
  'section recorded': ['visit held'],
  'judgements recorded': ['visit held'],
  'history recorded': ['consent given'],
  'history completed': ['consent given'],
  'eligibility assessed': ['consent given'],
  'screening begun again': ['eligibility assessed'],
  'participant enrolled': ['eligibility assessed', 'participant described'],
  'participant randomised': ['participant enrolled'],
  'participant assigned': ['participant enrolled'],
  'participation ended': ['consent given'],
  'end taken back': ['participation ended'],
  'dose discarded': ['dose prepared'],
  'transfer asked': ['consent given'],
  'transfer withdrawn': ['transfer asked'],
  'participant transferred': ['transfer asked'],
};

/** What may be written down of somebody who has left. */
const late: readonly Type[] = [
  'visit held',
  'visit missed',
  'section recorded',
  'item corrected',
  'judgements recorded',
  'history recorded',
  'history corrected',
  'history struck',
  'course ended',
  'history completed',
  'dose given',
  'dose missed',
  'medicine dispensed',
  'medicine returned',
  'treatment discontinued',
  'code broken',
  'end taken back',
  'event reported',
  'event followed up',
  'event assessed',
  'report sent',
  'pregnancy reported',
  'pregnancy ended',
  ...reviewed,
];

const afterAllocation: readonly Type[] = [
  'dose prepared',
  'dose discarded',
  'dose given',
  'dose missed',
  'medicine dispensed',
  'medicine returned',
  'treatment discontinued',
  'assignment disclosed',
];
const once: readonly Type[] = [
  'participant identified',
  'participant declined',
  'participant described',
  'participant enrolled',
  'participant randomised',
  'participant assigned',
  'treatment discontinued',
  'participation ended',
];

/** What went before an event: how often each kind came, and what each named. */
interface Before {
  readonly seen: ReadonlySet<Type>;
  readonly verdict: string;
  /** The day on which participation ended; empty before. */
  readonly ended: string;
  readonly visits: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
}

type Rule = (event: ParticipantEvent, before: Before) => string | undefined;

const isAllocated = ({ seen }: Before): boolean =>
  seen.has('participant randomised') || seen.has('participant assigned');

const rules: readonly Rule[] = [
  ({ type }, { seen }) =>
    (type === 'participant identified') === (seen.size === 0) ? undefined : 'identified first, and once',
  ({ type }, { seen }) => needs[type]?.find((needed) => !seen.has(needed)),
  ({ type }, before) => (afterAllocation.includes(type) && !isAllocated(before) ? 'before allocation' : undefined),
  ({ type }, { seen }) => (once.includes(type) && seen.has(type) ? 'twice' : undefined),
  ({ type }, { seen }) =>
    seen.has('participant declined') || (seen.has('participation ended') && !late.includes(type))
      ? 'after the end'
      : undefined,
  (event, { ended }) =>
    ended !== '' &&
    (event.type === 'visit held' || event.type === 'dose given' || event.type === 'medicine dispensed') &&
    event.on > ended
      ? `of ${event.on}, after the end on ${ended}`
      : undefined,
  ({ type }, { seen }) =>
    type === 'screening begun again' && seen.has('participant enrolled') ? 'after enrolment' : undefined,
  ({ type }, { verdict }) =>
    type === 'participant enrolled' && verdict !== 'eligible' ? `though ${verdict}` : undefined,
  (event, { visits }) =>
    (event.type === 'visit held' || event.type === 'visit missed') && visits.has(event.visit)
      ? `${event.visit} again`
      : undefined,
  (event, { items }) =>
    event.type === 'section recorded'
      ? event.items.map(({ item }) => `${event.visit}/${item}`).find((item) => items.has(item))
      : undefined,
  (event, { numbers, seen }) => {
    if (event.type !== 'dose given' && event.type !== 'dose missed') return undefined;
    if (seen.has('treatment discontinued')) return 'after treatment was discontinued';
    const last = numbers.get(event.dose) ?? 0;
    return event.number === last + 1 ? undefined : `number ${event.number} after ${last}`;
  },
];

const nothingBefore: Before = {
  seen: new Set(),
  verdict: '',
  ended: '',
  visits: new Set(),
  items: new Set(),
  numbers: new Map(),
};

/** Who is screened again has been at no visit and filled no form; what was found before counts no more. */
const anew = (before: Before): Before => ({ ...before, verdict: '', visits: new Set(), items: new Set() });

const after = (earlier: Before, event: ParticipantEvent): Before => {
  const before = event.type === 'screening begun again' ? anew(earlier) : earlier;
  return noted(before, event);
};

/** Whose end was taken back has not left. */
const isBackFromEnd = ({ type }: ParticipantEvent): boolean => type === 'end taken back';

const noted = (before: Before, event: ParticipantEvent): Before => ({
  seen: new Set([...before.seen, event.type].filter((type) => !isBackFromEnd(event) || type !== 'participation ended')),
  verdict: event.type === 'eligibility assessed' ? event.verdict : before.verdict,
  ended: isBackFromEnd(event) ? '' : event.type === 'participation ended' ? event.on : before.ended,
  visits:
    event.type === 'visit held' || event.type === 'visit missed'
      ? new Set([...before.visits, event.visit])
      : before.visits,
  items:
    event.type === 'section recorded'
      ? new Set([...before.items, ...event.items.map(({ item }) => `${event.visit}/${item}`)])
      : before.items,
  numbers:
    event.type === 'dose given' || event.type === 'dose missed'
      ? new Map([...before.numbers, [event.dose, event.number]])
      : before.numbers,
});

/** What is wrong with the order of one participant's events; nothing where it is kept. */
const faultsOf = (stream: string, events: readonly ParticipantEvent[]): readonly string[] => {
  let before = nothingBefore;
  return events.flatMap((event, index) => {
    const found = rules.flatMap((rule) => rule(event, before) ?? []);
    before = after(before, event);
    return found.map((fault) => `${stream} #${index + 1} ${event.type}: ${fault}`);
  });
};

/** Events that were disclosed at the unblinding stand in the public log again, out of their order. */
const isDisclosed = ({ reason }: Envelope<TrialEvent>): boolean => reason?.startsWith('sealed at ') === true;

/** In a sealed stream the doses of each kind are given or missed one after another, and each is prepared once. */
const sealedFaults = (sealed: Log<SealedEvent>): readonly string[] => {
  const last = new Map<string, number>();
  return sealed.all().flatMap(({ stream, event }) => {
    // What was discarded is prepared again under its number.
    if (event.type === 'dose discarded') last.set(`${stream} prepared ${event.dose}`, event.number - 1);
    if (event.type !== 'dose given' && event.type !== 'dose missed' && event.type !== 'dose prepared') return [];
    const key = `${stream} ${event.type === 'dose prepared' ? 'prepared' : 'given'} ${event.dose}`;
    const before = last.get(key) ?? 0;
    last.set(key, event.number);
    const isNext = event.type === 'dose prepared' ? event.number > before : event.number === before + 1;
    return isNext ? [] : [`${key}: number ${event.number} after ${before}`];
  });
};

/** Everything that is out of order in the logs of a trial. */
export const outOfOrder = (log: Log<TrialEvent>, sealed: Log<SealedEvent>): readonly string[] => {
  const streams = new Map<string, ParticipantEvent[]>();
  for (const envelope of log.all()) {
    const { stream, event } = envelope;
    if (!isParticipantEvent(event) || isDisclosed(envelope)) continue;
    streams.set(stream, [...(streams.get(stream) ?? []), event]);
  }
  const faults = [...streams].flatMap(([stream, events]) => [
    ...faultsOf(stream, events),
    ...reviewFaults(stream, events),
  ]);
  faults.push(...sealedFaults(sealed), ...safetyFaults(log.all()), ...safetyFaults(sealed.all()));
  const taken = sealed
    .all()
    .flatMap(({ event }) => (isAllocationEvent(event) && 'participant' in event ? [event] : []));
  const slots = taken.flatMap((event) => (event.type === 'slot taken' ? [`${event.stratum} ${event.slot}`] : []));
  if (new Set(slots).size < slots.length) faults.push('a slot was taken twice');
  const people = taken.map(({ participant }) => participant);
  if (new Set(people).size < people.length) faults.push('somebody has two allocations');
  const allocated = [...streams.values()]
    .flat()
    .filter(({ type }) => type === 'participant randomised' || type === 'participant assigned');
  if (allocated.length !== people.length)
    faults.push(`${allocated.length} allocated in public, ${people.length} sealed`);
  return faults;
};
