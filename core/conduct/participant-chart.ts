import type { Chart, HistoryRecord } from '#core/criteria/chart.ts';
import type { Source } from '#core/criteria/lexicon.ts';
import type { Answer } from '#core/measures/instrument.ts';
import type { EarlierSitting, Measure, MedicationCourse, Sitting } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { onDay, type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { Study } from '#core/study/study.ts';
import { normalRangesOf } from './normal-ranges.ts';
import { type GivenDose, itemAt, type Participant, type StandingRecord } from './participant.ts';

const dateOf = (written: string | undefined): PartialDate | undefined =>
  written === undefined ? undefined : readDate(written);

const mustRead = (written: string, record: string): PartialDate => {
  const date = readDate(written);
  if (date === undefined) throw new Error(`${record} holds the date "${written}", which no decision lets through`);
  return date;
};

const historyRecord = (entry: StandingRecord): HistoryRecord => ({
  source: entry.source,
  concept: entry.concept,
  start: mustRead(entry.start, entry.record),
  end: entry.end === undefined ? 'single' : entry.end === 'ongoing' ? 'ongoing' : mustRead(entry.end, entry.record),
  attributes: entry.attributes ?? {},
  dose: entry.dose,
  kind: entry.kind,
  record: entry.record,
});

const firstDose = (participant: Participant): GivenDose | undefined =>
  participant.doses.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];

/** Dates of the milestones; `today` stands for those still to come, as if they were today. */
const milestoneDates = (participant: Participant, today: string | undefined): ReadonlyMap<string, string | undefined> =>
  new Map([
    ['consent', participant.consentedOn],
    ['randomisation', participant.allocated?.on ?? today],
    ['first dose', firstDose(participant)?.on],
  ]);

const recordOfPoint = (participant: Participant, point: string): string | undefined => {
  switch (point) {
    case 'consent':
      return participant.acts.get('consent given');
    case 'randomisation':
      return participant.allocated?.record;
    case 'first dose':
      return firstDose(participant)?.record;
    default:
      return participant.visits.get(point)?.record;
  }
};

const answerOf =
  (participant: Participant, point: string, date: string | undefined) =>
  (item: string): Answer | undefined => {
    const entry = itemAt(participant, point, item);
    return entry && { written: entry.value, unit: entry.unit, date, record: entry.record };
  };

/** The visits that took place before a day, the latest first. */
const visitsBefore = (participant: Participant, day: string | undefined): readonly EarlierSitting[] =>
  day === undefined
    ? []
    : [...participant.visits]
        .flatMap(([point, { on }]) => (on !== undefined && on < day ? [{ point, on }] : []))
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ point, on }) => ({ point, date: dateOf(on), answer: answerOf(participant, point, on) }));

const birthOf = (participant: Participant): Answer | undefined =>
  participant.born && {
    written: participant.born.written,
    unit: undefined,
    date: undefined,
    record: participant.born.record,
  };

const sexOf = ({ born, sex }: Participant): Answer | undefined =>
  born && sex && { written: sex, unit: undefined, date: undefined, record: born.record };

/** The window of a visit in the calendar, once day 0 is known. */
const dueOn =
  ({ definition }: Study, { allocated }: Participant): Chart['dueOn'] =>
  (id) => {
    const visit = definition.visits.find((each) => each.id === id);
    const start = allocated === undefined ? undefined : readDay(allocated.on);
    if (visit === undefined || start === undefined) return undefined;
    const [first, last] = [start + visit.earliest, start + visit.latest];
    return { first, last, written: first === last ? writeDay(first) : `${writeDay(first)} to ${writeDay(last)}` };
  };

const measureOf = (study: Study, id: string): Measure => {
  const defined = study.lexicon.measures.get(id);
  if (defined === undefined) throw new Error(`measure ${id} is not in the study`);
  return defined;
};

/** A total is measured where the instrument that it sums is; what no form asks is known at every visit. */
const visitsWith = (study: Study, id: string): readonly string[] => {
  const formOf = (measure: string): string | undefined => measureOf(study, measure).instrument?.id;
  const form = formOf(id);
  const visits = study.definition.visits.map((visit) => visit.id);
  if (form === undefined) return visits;
  return visits.filter((visit) => study.scheduledAt(visit).some((measure) => formOf(measure) === form));
};

const accumulating =
  (study: Study, sitting: (point: string) => Sitting): Chart['accumulated'] =>
  (id, first, last) => {
    const { accumulate } = measureOf(study, id);
    if (accumulate === undefined) throw new Error(`measure ${id} is not followed from day to day`);
    return accumulate(sitting(''), first, last);
  };

/** Computes each measure once at each point. */
const measuring = (study: Study, sitting: (point: string) => Sitting): Chart['measure'] => {
  const sittings = new Map<string, { readonly at: Sitting; readonly known: Map<string, Measured> }>();
  return (id, point) => {
    const { at, known } = sittings.get(point) ?? { at: sitting(point), known: new Map<string, Measured>() };
    sittings.set(point, { at, known });
    const measured = known.get(id) ?? measureOf(study, id).compute(at);
    known.set(id, measured);
    return measured;
  };
};

/**
 * What is known of a participant, for the criterion language. With `today`, criteria that hang on the day of
 * randomisation are asked as if it were that day; without, a randomisation that has not happened has no date.
 */
export const chartOf = (study: Study, participant: Participant, today?: string): Chart => {
  const milestones = milestoneDates(participant, today);
  const written = (point: string): string | undefined => milestones.get(point) ?? participant.visits.get(point)?.on;
  const records = participant.history.map(historyRecord);
  const through = (source: Source): number | undefined => dateOf(participant.completeThrough.get(source))?.last;
  const courses: readonly MedicationCourse[] = records.filter((record) => record.source === 'medication');
  const medication = { courses, completeThrough: through('medication') };
  const rangeOf = normalRangesOf(study, participant);
  const sitting = (point: string, date = dateOf(written(point))): Sitting => ({
    point,
    date,
    answer: answerOf(participant, point, written(point)),
    get earlier() {
      return visitsBefore(participant, written(point));
    },
    birth: birthOf(participant),
    sex: sexOf(participant),
    normalRange: (measure) => rangeOf(measure, date),
    medication,
  });

  return {
    dateOf: (point) => dateOf(written(point)),
    dueOn: dueOn(study, participant),
    recordOf: (point) => recordOfPoint(participant, point),
    measure: measuring(study, sitting),
    measuredAt: (measure) => visitsWith(study, measure),
    onDay: (measure, day) => measureOf(study, measure).compute(sitting('', onDay(day))),
    accumulated: accumulating(study, sitting),
    normalRange: (measure, point) => sitting(point).normalRange(measure),
    records: (source) => records.filter((record) => record.source === source),
    completeThrough: through,
    judgement: (text, point) => {
      const judged = participant.judgements.get(`${point}/${text}`);
      if (judged === undefined) return { truth: 'unknown', record: undefined };
      return { truth: judged.answer === 'yes' ? 'true' : 'false', record: judged.record };
    },
  };
};
