/** What must hold of who acted where, written down apart from the decisions that it judges. */
import { isParticipantEvent, type TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';

type Entry = Envelope<TrialEvent>;

const ofSites: readonly string[] = ['investigator', 'coordinator', 'pharmacist'];
const comesIn: readonly string[] = [
  'participant identified',
  'participant transferred',
  'participant enrolled',
  'participant randomised',
  'participant assigned',
];

const forEver = '9999';

/** Who may act where and through which day, in one text a task: `nanjing investigator dr-1`. */
interface Seen {
  readonly tasks: Map<string, string>;
  readonly paused: Set<string>;
  readonly closed: Set<string>;
  readonly siteOf: Map<string, string>;
}

const note = ({ event, stream }: Entry, { tasks, paused, closed, siteOf }: Seen): void => {
  if (event.type === 'site activated') tasks.set(`${event.site} investigator ${event.principal}`, forEver);
  if (event.type === 'staff delegated') tasks.set(`${event.site} ${event.role} ${event.person}`, forEver);
  if (event.type === 'delegation ended') tasks.set(`${event.site} ${event.role} ${event.person}`, event.on);
  if (event.type === 'site paused') paused.add(event.site);
  if (event.type === 'site resumed') paused.delete(event.site);
  if (event.type === 'site closed') closed.add(event.site);
  if (event.type === 'participant identified') siteOf.set(stream, event.site);
  if (event.type === 'participant transferred') siteOf.set(stream, event.to);
};

const faultOf = ({ event, stream, actor, at, position }: Entry, seen: Seen): readonly string[] => {
  const site = seen.siteOf.get(stream);
  if (!isParticipantEvent(event) || site === undefined) return [];
  const through = seen.tasks.get(`${site} ${actor.role} ${actor.id}`) ?? '';
  const isWrongPerson = ofSites.includes(actor.role) && at.date > through;
  const isWrongTime = comesIn.includes(event.type) && (seen.paused.has(site) || seen.closed.has(site));
  return [
    ...(isWrongPerson ? [`${position}: ${event.type} at ${site} by ${actor.id}, who has no such task there`] : []),
    ...(isWrongTime ? [`${position}: ${event.type} at ${site}, which takes nobody in`] : []),
  ];
};

/** Every event that was recorded by somebody without a task at that site then, or where nobody was taken in. */
export const outOfPlace = (log: Pick<Log<TrialEvent>, 'all'>): readonly string[] => {
  const seen: Seen = { tasks: new Map(), paused: new Set(), closed: new Set(), siteOf: new Map() };
  return log.all().flatMap((entry) => {
    note(entry, seen);
    return faultOf(entry, seen);
  });
};
