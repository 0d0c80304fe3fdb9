import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { isSealedAt } from '#core/conduct/sealed-items.ts';
import { isParticipantEvent, type ParticipantEvent, recordIn, type TrialEvent } from '#core/conduct/trial-event.ts';
import type { Chart } from '#core/criteria/chart.ts';
import type { Source } from '#core/criteria/lexicon.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Study } from '#core/study/study.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationLimits } from './deviation-limits.ts';

export type ScheduledVisit = StudyDefinition['visits'][number];

/** An event of the participant, the day on which it was entered, and the ids of what it says. */
export interface StreamEntry<E extends ParticipantEvent = ParticipantEvent> {
  readonly event: E;
  readonly enteredOn: Day;
  readonly record: (item: string) => string;
}

/** A visit of the schedule that was held. */
export interface HeldVisit {
  readonly plan: ScheduledVisit;
  readonly on: Day;
  readonly record: string;
}

/** Everything that the rules ask of one participant. */
export interface Dossier {
  readonly study: Study;
  readonly participant: Participant;
  readonly limits: DeviationLimits;
  /** The day on which it is asked. */
  readonly asOf: Day;
  readonly chart: Chart;
  readonly entries: readonly StreamEntry[];
  /** The schedule by its days. */
  readonly visits: readonly ScheduledVisit[];
  /** Visits that were held, by the days of the schedule. */
  readonly held: readonly HeldVisit[];
  /** The day of allocation, from which days are counted. */
  readonly dayZero: Day | undefined;
  readonly discontinuedOn: Day | undefined;
  readonly endedOn: Day | undefined;
  /** The day on which a record was entered; undefined where its event was not handed over. */
  readonly enteredOn: (record: string) => Day | undefined;
  /** Whether an item can be seen: what would tell the arm cannot be by those who do not know the arm. */
  readonly isVisible: (visit: string, item: string) => boolean;
}

/** One family of rules. */
export type FindDeviations = (dossier: Dossier) => readonly FoundDeviation[];

/** A day that was recorded. Throws for a text that no decision lets through. */
export const mustBeDay = (written: string): Day => {
  const day = readDay(written);
  if (day === undefined) throw new Error(`the record holds the day "${written}"`);
  return day;
};

const optionalDay = (written: string | undefined): Day | undefined =>
  written === undefined ? undefined : mustBeDay(written);

/** What was sealed and disclosed later bears the moment of disclosure; when it was entered stands in its reason. */
const sealedAt = /^sealed at (\d{4}-\d\d-\d\d)T/;

const entryOf = ({ event, at, reason, stream, version }: Envelope<TrialEvent>): readonly StreamEntry[] =>
  isParticipantEvent(event)
    ? [
        {
          event,
          enteredOn: mustBeDay(sealedAt.exec(reason ?? '')?.[1] ?? at.date),
          record: (item) => recordIn(stream, version, item),
        },
      ]
    : [];

/** The event to which a record belongs: its id without the item. */
const eventOf = (record: string): string => record.slice(0, record.indexOf('/', record.indexOf('#')));

const heldVisits = (visits: readonly ScheduledVisit[], participant: Participant): readonly HeldVisit[] =>
  visits.flatMap((plan) => {
    const held = participant.visits.get(plan.id);
    return held?.on === undefined ? [] : [{ plan, on: mustBeDay(held.on), record: held.record }];
  });

export const openDossier = (
  study: Study,
  participant: Participant,
  envelopes: readonly Envelope<TrialEvent>[],
  asOf: string,
  limits: DeviationLimits,
): Dossier => {
  const entries = envelopes.flatMap(entryOf);
  const entered = new Map(entries.map((entry) => [eventOf(entry.record('')), entry.enteredOn]));
  const visits = study.definition.visits.toSorted((a, b) => a.day - b.day);
  const seesAll = study.definition.design.masking === 'open' || participant.arm !== undefined;
  return {
    study,
    participant,
    limits,
    asOf: mustBeDay(asOf),
    chart: chartOf(study, participant),
    entries,
    visits,
    held: heldVisits(visits, participant),
    dayZero: optionalDay(participant.allocated?.on),
    discontinuedOn: optionalDay(participant.discontinued?.on),
    endedOn: optionalDay(participant.ended?.on),
    enteredOn: (record) => entered.get(eventOf(record)),
    isVisible: (visit, item) => seesAll || !isSealedAt(study, visit, item),
  };
};

/** The entries of one type, in the order of the stream. */
export const entriesOf = <T extends ParticipantEvent['type']>(
  { entries }: Dossier,
  type: T,
): readonly StreamEntry<Extract<ParticipantEvent, { type: T }>>[] =>
  entries.filter((entry): entry is StreamEntry<Extract<ParticipantEvent, { type: T }>> => entry.event.type === type);

/** What lies so far back that it should have been entered. */
export const isDue = ({ asOf, limits }: Dossier, on: Day): boolean => asOf > on + limits.daysToEnter;

const sources = [
  'medication',
  'condition',
  'procedure',
  'vaccination',
  'adverse event',
] as const satisfies readonly Source[];

/** The histories that are to be signed at a visit; before day 0 there is no treatment to have adverse events of. */
export const signedAt = ({ plan }: HeldVisit): readonly Source[] =>
  sources.filter((source) => source !== 'adverse event' || plan.day >= 0);
