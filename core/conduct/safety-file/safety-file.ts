import type { Moment } from '#core/record/envelope.ts';
import type { Causality } from '#core/safety/clocks/safety-case.ts';
import type { EventAnswers, Expectedness, PregnancyDetails, PregnancyOutcome, SafetyEvent } from './safety-event.ts';

/** What stood of an event after its report or a follow-up, with when it was learnt and when the sponsor had it. */
export interface EventVersion {
  readonly awareness: Moment;
  readonly received: Moment;
  readonly said: EventAnswers;
  /** Undefined for the report itself. */
  readonly learnt: string | undefined;
}

export interface SponsorAssessment {
  readonly determined: Moment;
  readonly causality: Causality;
  readonly expectedness: Expectedness;
}

/** The file of one adverse event that was reported: its versions in their order, never none. */
export interface EventFile {
  readonly versions: readonly [EventVersion, ...EventVersion[]];
  readonly assessments: readonly SponsorAssessment[];
  readonly sent: readonly { readonly duty: string; readonly sent: Moment }[];
}

export interface PregnancyFile extends PregnancyDetails {
  /** The id of its report. */
  readonly record: string;
  readonly of: 'participant' | 'partner';
  readonly awareness: Moment;
  readonly received: Moment;
  readonly ended: { readonly outcome: PregnancyOutcome; readonly on: string } | undefined;
}

/** What became of the adverse events of a participant, by the id of the record that stands, and of pregnancies. */
export interface SafetyFile {
  readonly events: ReadonlyMap<string, EventFile>;
  readonly pregnancies: readonly PregnancyFile[];
}

export const emptySafetyFile: SafetyFile = { events: new Map(), pregnancies: [] };

/** What stands of an event now. */
export const lastVersion = ({ versions }: EventFile): EventVersion => versions.at(-1) ?? versions[0];

const changed = (state: SafetyFile, record: string, change: (file: EventFile) => EventFile): SafetyFile => {
  const file = state.events.get(record);
  if (file === undefined) throw new Error(`${record} has no file, and something was entered into it`);
  return { ...state, events: new Map([...state.events, [record, change(file)]]) };
};

const followedUp = (file: EventFile, event: Extract<SafetyEvent, { type: 'event followed up' }>): EventFile => {
  const { awareness, received, learnt } = event;
  const said = { ...lastVersion(file).said, ...event.changed };
  return { ...file, versions: [...file.versions, { awareness, received, said, learnt }] };
};

const reported = (state: SafetyFile, event: Extract<SafetyEvent, { type: 'event reported' }>): SafetyFile => {
  const { record, awareness, received, said } = event;
  const file: EventFile = {
    versions: [{ awareness, received, said, learnt: undefined }],
    assessments: [],
    sent: [],
  };
  return { ...state, events: new Map([...state.events, [record, file]]) };
};

const pregnant = (
  state: SafetyFile,
  { type: _, ...report }: Extract<SafetyEvent, { type: 'pregnancy reported' }>,
  record: string,
): SafetyFile => ({ ...state, pregnancies: [...state.pregnancies, { ...report, record, ended: undefined }] });

/** One more event; `record` is the id under which what it says stands. Throws where its file was never opened. */
export const evolveSafetyFile = (state: SafetyFile, event: SafetyEvent, record: string): SafetyFile => {
  switch (event.type) {
    case 'event reported':
      return reported(state, event);
    case 'event followed up':
      return changed(state, event.record, (file) => followedUp(file, event));
    case 'event assessed': {
      const { determined, causality, expectedness } = event;
      return changed(state, event.record, (file) => ({
        ...file,
        assessments: [...file.assessments, { determined, causality, expectedness }],
      }));
    }
    case 'report sent':
      return changed(state, event.record, (file) => ({
        ...file,
        sent: [...file.sent, { duty: event.duty, sent: event.sent }],
      }));
    case 'pregnancy reported':
      return pregnant(state, event, record);
    case 'pregnancy ended': {
      const { outcome, on } = event;
      const pregnancies = state.pregnancies.map((each) =>
        each.record === event.pregnancy ? { ...each, ended: { outcome, on } } : each,
      );
      return { ...state, pregnancies };
    }
    default:
      return event satisfies never;
  }
};

/** The record of an event was corrected and stands under another id: its file goes with it. */
export const withRecordMoved = (state: SafetyFile, from: string, to: string): SafetyFile =>
  state.events.has(from)
    ? { ...state, events: new Map([...state.events].map(([record, file]) => [record === from ? to : record, file])) }
    : state;

/** The record was struck as never having belonged to the participant: its file stands no longer. */
export const withRecordStruck = (state: SafetyFile, record: string): SafetyFile =>
  state.events.has(record)
    ? { ...state, events: new Map([...state.events].filter(([each]) => each !== record)) }
    : state;
