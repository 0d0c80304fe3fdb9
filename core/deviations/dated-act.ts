import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import { type Dossier, mustBeDay } from './dossier.ts';

/** Something of which the day is recorded, and the kind of deviation that it is to enter it long after that. */
export interface DatedAct {
  readonly kind: DeviationKind;
  /** As the start of a sentence: "Visit week 4". */
  readonly what: string;
  readonly item: string;
  readonly on: Day;
  readonly visit?: string;
  readonly dose?: string;
}

/** The day from which forms are late: that of the visit, or of its entry, so that a late visit is said once. */
export const visitEntered = ({ held, enteredOn }: Dossier, visit: string): Day | undefined => {
  const found = held.find(({ plan }) => plan.id === visit);
  return found && Math.max(found.on, enteredOn(found.record) ?? found.on);
};

/** Forms bear the day of their visit. */
const datedForm = (dossier: Dossier, event: ParticipantEvent): DatedAct | undefined => {
  if (event.type !== 'section recorded' && event.type !== 'judgements recorded') return undefined;
  const { visit } = event;
  const on = visitEntered(dossier, visit);
  if (on === undefined) return undefined;
  return event.type === 'section recorded'
    ? { kind: 'form filled late', what: `Section ${event.section} of visit ${visit}`, item: event.section, on, visit }
    : { kind: 'judgement given late', what: `What was judged at visit ${visit}`, item: 'judgements', on, visit };
};

const datedTreatment = (event: ParticipantEvent): DatedAct | undefined => {
  switch (event.type) {
    case 'dose prepared':
    case 'dose discarded':
    case 'dose given':
    case 'dose missed': {
      const { dose, number } = event;
      const what = `Dose ${number} of ${dose}`;
      return { kind: 'dose entered late', what, item: `${dose}.${number}`, on: mustBeDay(event.on), dose };
    }
    case 'medicine dispensed':
    case 'medicine returned': {
      const { dose, visit } = event;
      const what = `${event.units} units of ${dose}`;
      return { kind: 'medicine entered late', what, item: dose, on: mustBeDay(event.on), dose, visit };
    }
    default:
      return undefined;
  }
};

/** Acts that happen once or seldom: the kind, and what they are. */
const single: Readonly<Partial<Record<ParticipantEvent['type'], readonly [DeviationKind, string]>>> = {
  'consent given': ['consent entered late', 'A consent'],
  'assent given': ['consent entered late', 'An assent'],
  'treatment discontinued': ['discontinuation entered late', 'The end of the treatment'],
  'participation ended': ['end entered late', 'The end of participation'],
};

/** What an event says of a day; undefined for those of which lateness is asked otherwise, or not at all. */
export const datedAct = (dossier: Dossier, event: ParticipantEvent): DatedAct | undefined => {
  if (event.type === 'visit held') {
    const { visit } = event;
    return { kind: 'visit entered late', what: `Visit ${visit}`, item: visit, on: mustBeDay(event.on), visit };
  }
  const [kind, what] = single[event.type] ?? [];
  if (kind !== undefined && what !== undefined && 'on' in event)
    return { kind, what, item: event.type, on: mustBeDay(event.on) };
  return datedForm(dossier, event) ?? datedTreatment(event);
};
