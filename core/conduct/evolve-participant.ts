import { changeTreatment } from './evolve-treatment.ts';
import type { Participant, StandingItem } from './participant.ts';
import { noteChange } from './review/note-change.ts';
import { isReviewEvent } from './review/review-event.ts';
import { evolveReview } from './review/review-state.ts';
import { isSafetyEvent } from './safety-file/safety-event.ts';
import { evolveSafetyFile, withRecordMoved, withRecordStruck } from './safety-file/safety-file.ts';
import { type ParticipantEvent, participantStream, recordIn, sealedStream } from './trial-event.ts';

const withEntries = <K, V>(map: ReadonlyMap<K, V>, entries: readonly (readonly [K, V])[]): ReadonlyMap<K, V> => {
  const next = new Map(map);
  for (const [key, value] of entries) next.set(key, value);
  return next;
};

const withItems = ({ items }: Participant, visit: string, added: readonly StandingItem[]): Participant['items'] =>
  withEntries(items, [
    [
      visit,
      withEntries(
        items.get(visit) ?? new Map(),
        added.map((entry) => [entry.item, entry]),
      ),
    ],
  ]);

/** A source stands as complete through the latest day that was signed. */
const later = (before: string | undefined, now: string): string =>
  before !== undefined && before > now ? before : now;

type Change = Partial<Participant>;
type Naming = (item: string) => string;
type HistoryEvent = Extract<
  ParticipantEvent,
  {
    type:
      | 'history recorded'
      | 'history corrected'
      | 'history struck'
      | 'course ended'
      | 'history completed'
      | 'judgements recorded';
  }
>;
type FormEvent = Extract<
  ParticipantEvent,
  { type: 'visit held' | 'visit missed' | 'section recorded' | 'item corrected' }
>;

const changeForms = (state: Participant, event: FormEvent, record: Naming): Change => {
  switch (event.type) {
    case 'visit held':
      return { visits: withEntries(state.visits, [[event.visit, { on: event.on, record: record(event.visit) }]]) };
    case 'visit missed':
      return { visits: withEntries(state.visits, [[event.visit, { on: undefined, record: record(event.visit) }]]) };
    case 'section recorded':
      return {
        items: withItems(
          state,
          event.visit,
          event.items.map((entry) => ({ ...entry, record: record(entry.item) })),
        ),
      };
    case 'item corrected':
      return {
        items: withItems(state, event.visit, [{ ...event.entry, record: record(event.entry.item) }]),
      };
    default:
      return event satisfies never;
  }
};

const changeHistory = (state: Participant, event: HistoryEvent, record: Naming): Change => {
  switch (event.type) {
    case 'judgements recorded':
      return {
        judgements: withEntries(
          state.judgements,
          event.answers.map((each) => [
            `${event.visit}/${each.text}`,
            { answer: each.answer, record: record(each.text) },
          ]),
        ),
      };
    case 'history recorded':
      return {
        history: [
          ...state.history,
          ...event.records.map((entry, index) => ({ ...entry, record: record(`${entry.concept}.${index + 1}`) })),
        ],
      };
    case 'course ended':
      return {
        history: state.history.map((entry) => (entry.record === event.record ? { ...entry, end: event.end } : entry)),
      };
    case 'history corrected':
      return {
        history: state.history.map((entry) =>
          entry.record === event.replaces ? { ...event.entry, record: record(`${event.entry.concept}.1`) } : entry,
        ),
        safety: withRecordMoved(state.safety, event.replaces, record(`${event.entry.concept}.1`)),
      };
    case 'history struck':
      return {
        history: state.history.filter((entry) => entry.record !== event.record),
        safety: withRecordStruck(state.safety, event.record),
      };
    case 'history completed':
      return {
        completeThrough: withEntries(state.completeThrough, [
          [event.source, later(state.completeThrough.get(event.source), event.through)],
        ]),
      };
    default:
      return event satisfies never;
  }
};

/** The visits begin anew; consents, birth and histories are the person's, whatever the attempt. */
const beginAgain = (state: Participant, until: string): Change => ({
  attempts: [...state.attempts, { until, verdict: state.assessed?.verdict ?? 'needs information' }],
  visits: new Map(),
  items: new Map(),
  judgements: new Map(),
  assessed: undefined,
});

type PlaceEvent = Extract<
  ParticipantEvent,
  { type: 'transfer asked' | 'transfer withdrawn' | 'participant transferred' }
>;

const changePlace = (state: Participant, event: PlaceEvent): Change => {
  switch (event.type) {
    case 'transfer asked':
      return { moving: { to: event.to, on: event.on } };
    case 'transfer withdrawn':
      return { moving: undefined };
    case 'participant transferred': {
      const { from, to, on } = event;
      return { site: to, moving: undefined, moves: [...state.moves, { from, to, on }] };
    }
    default:
      return event satisfies never;
  }
};

const changes = (state: Participant, event: ParticipantEvent, record: Naming): Change => {
  if (isReviewEvent(event)) return { review: evolveReview(state.review, event, record) };
  if (isSafetyEvent(event)) return { safety: evolveSafetyFile(state.safety, event, record('pregnancy')) };
  switch (event.type) {
    case 'participant identified':
      return { id: event.participant, site: event.site };
    case 'transfer asked':
    case 'transfer withdrawn':
    case 'participant transferred':
      return changePlace(state, event);
    case 'participant declined':
      return { declinedOn: event.on };
    case 'consent given': {
      const { on, version, by = 'participant' } = event;
      return { consentedOn: state.consentedOn ?? on, consents: [...state.consents, { on, version, by }] };
    }
    case 'assent given':
      return { assents: [...state.assents, { on: event.on, version: event.version }] };
    case 'participant described':
      return { born: { written: event.born, record: record('birth') }, sex: event.sex };
    case 'visit held':
    case 'visit missed':
    case 'section recorded':
    case 'item corrected':
      return changeForms(state, event, record);
    case 'judgements recorded':
    case 'history recorded':
    case 'history corrected':
    case 'history struck':
    case 'course ended':
    case 'history completed':
      return changeHistory(state, event, record);
    case 'eligibility assessed':
      return { assessed: { on: event.on, verdict: event.verdict, found: event.found } };
    case 'screening begun again':
      return beginAgain(state, event.on);
    case 'participant enrolled':
      return { enrolledOn: event.on };
    case 'participant randomised':
    case 'participant assigned':
    case 'assignment disclosed':
    case 'dose prepared':
    case 'dose given':
    case 'dose observed':
    case 'dose discarded':
    case 'dose missed':
    case 'medicine dispensed':
    case 'medicine returned':
    case 'treatment discontinued':
    case 'code broken':
      return changeTreatment(state, event, record);
    case 'participation ended':
      return { ended: { on: event.on, how: event.how } };
    case 'end taken back':
      return { ended: undefined };
    default:
      return event satisfies never;
  }
};

/** What happens again and again is found where it belongs: with its visit, item, record or dose. */
const comesOften: readonly ParticipantEvent['type'][] = [
  'visit held',
  'section recorded',
  'history recorded',
  'history completed',
  'history corrected',
  'history struck',
  'course ended',
  'dose given',
  'dose observed',
];

/** Where the latest event of a type stands; of an end that was taken back nothing stands any more. */
const actsAfter = ({ acts }: Participant, { type }: ParticipantEvent, record: Naming): Participant['acts'] => {
  const kept = type === 'end taken back' ? [...acts].filter(([act]) => act !== 'participation ended') : acts;
  return withEntries(new Map(kept), [[type, record(type)]]);
};

const evolveIn = (state: Participant, event: ParticipantEvent, record: Naming): Participant => {
  // A consent that is given again does not move the first: windows and ages hang on that one.
  const isAgain = event.type === 'consent given' && state.acts.has(event.type);
  const isKept = !isAgain && !comesOften.includes(event.type) && !isSafetyEvent(event) && !isReviewEvent(event);
  const acts = isKept ? actsAfter(state, event, record) : state.acts;
  const before = isReviewEvent(event) ? state : { ...state, review: noteChange(state.review, event, record) };
  return { ...before, ...changes(before, event, record), acts };
};

/** One more event of this participant's stream. */
export const evolveParticipant = (state: Participant, event: ParticipantEvent): Participant => {
  const id = event.type === 'participant identified' ? event.participant : (state.id ?? '');
  const version = state.version + 1;
  return { ...evolveIn(state, event, (item) => recordIn(participantStream(id), version, item)), version };
};

/** One more event of this participant's stream of the sealed log: who reads it is unmasked. */
export const evolveSealed = (state: Participant, event: ParticipantEvent): Participant => {
  const sealedVersion = state.sealedVersion + 1;
  const record: Naming = (item) => recordIn(sealedStream(state.id ?? ''), sealedVersion, item);
  return { ...evolveIn(state, event, record), sealedVersion };
};
