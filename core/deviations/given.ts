import { itemsOf } from '#core/conduct/accept-item.ts';
import { type WatchPoint, watchOf, watchPoints } from '#core/conduct/bedside/watch-points.ts';
import { doseAmount, plannedDoses } from '#core/conduct/dose-plan.ts';
import { participantAfter, shipped } from '#core/conduct/given.ts';
import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { hospital, at as momentAt } from '#core/conduct/safety-file/given.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import type { HistoryEntry, ParticipantEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { visibleName } from '#core/conduct/visible-doses.ts';
import type { Item } from '#core/measures/instrument.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { closeEnvelope, type Envelope } from '#core/record/envelope.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { WatchDefinition } from '#core/study/schema-watch.ts';
import type { Study } from '#core/study/study.ts';
import type { Deviation } from './deviation.ts';
import { type DeviationLimits, usualLimits } from './deviation-limits.ts';
import { type Dossier, openDossier } from './dossier.ts';
import { findDeviations } from './find-deviations.ts';

/** An event, and the day on which it is entered. */
export interface Step {
  readonly event: ParticipantEvent;
  readonly entered: number;
}

/** A participant of whom everything is as the protocol says, or what became of one. */
export interface Course {
  readonly study: Study;
  readonly steps: readonly Step[];
  readonly asOf: string;
}

export type Edit = (course: Course) => Course;

/** Day 0 of everybody here. */
const zero = readDay('2026-06-01') ?? 0;
/** A day of the calendar by the day of the study. */
export const day = (n: number): string => writeDay(zero + n);

type Of<T extends ParticipantEvent['type']> = Extract<ParticipantEvent, { type: T }>;

const at = (n: number, ...events: readonly ParticipantEvent[]): readonly Step[] =>
  events.map((event) => ({ event, entered: zero + n }));

/** Answers that let somebody in and keep every rule of safety quiet; the weight makes 6×10^7 of 10^6 cells a kilogram. */
const answers: Readonly<Record<string, string>> = {
  weight: '60 kg',
  height: '165 cm',
  creatinine: '0.7 mg/dL',
  UPCR: '2.0 g/g',
  'protein-24h': '2.0 g/24h',
  'urine-RBC': '20 /[HPF]',
  'urine-WBC': '2 /[HPF]',
  'RBC-casts': 'present',
  'LN-class': 'IV',
  'sclerosed-glomeruli': '10 %',
  'damaged-glomeruli': '10 %',
  haemoglobin: '120 g/L',
  leucocytes: '6.0 10^9/L',
  neutrophils: '4.0 10^9/L',
  lymphocytes: '1.5 10^9/L',
  platelets: '250 10^9/L',
  ALT: '20 U/L',
  AST: '20 U/L',
  bilirubin: '10 umol/L',
  albumin: '40 g/L',
  AFP: '2 ng/mL',
  CEA: '2 ng/mL',
  'CA-125': '10 U/mL',
  'CA-19-9': '10 U/mL',
  'systolic-pressure': '120 mm[Hg]',
  'diastolic-pressure': '70 mm[Hg]',
  'childbearing-potential': 'yes',
  'agrees-to-contraception': 'yes',
  'urine-hCG': 'negative',
  'serum-hCG': 'negative',
  'blood-pressure-controlled': 'yes',
};

const present =
  /^(SLEDAI-2K\.(proteinuria|haematuria|urinary-casts|pyuria)|ACR-1997-count\.(renal|haematologic|immunologic|ana))$/;
const none = ['absent', 'no', 'negative', 'not present', 'normal', '0'];

const fromForm = ({ id, answer }: Item): ItemEntry => {
  switch (answer.type) {
    case 'quantity':
      return { item: id, value: answer.plausible[0], unit: answer.units[0] };
    case 'whole number':
      return { item: id, value: String(answer.least) };
    case 'decimal':
      return { item: id, value: answer.least };
    case 'level':
      return { item: id, value: answer.levels.find((level) => none.includes(level)) ?? answer.levels[0] };
    case 'levels':
      return { item: id, value: answer.levels[0] };
    default:
      return answer satisfies never;
  }
};

const entry = (item: Item): ItemEntry => {
  const [value, unit] = answers[item.id]?.split(' ') ?? [];
  if (value !== undefined) return unit === undefined ? { item: item.id, value } : { item: item.id, value, unit };
  return present.test(item.id) ? { item: item.id, value: 'present' } : fromForm(item);
};

const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

const visitSteps = (study: Study, visit: string, n: number): readonly Step[] => {
  const sections = study.definition.activities.filter(({ visits }) => visits.includes(visit));
  const judged = study.judgements.filter(({ visits }) => visits.includes(visit));
  const answer = ({ text }: { readonly text: string }) => ({
    text,
    answer: /^(able and willing|complies|agrees|treated)/.test(text) ? ('yes' as const) : ('no' as const),
  });
  return at(
    n,
    { type: 'visit held', visit, on: day(n), inWindow: true },
    ...sections.map(
      ({ id }): ParticipantEvent => ({
        type: 'section recorded',
        visit,
        section: id,
        items: [...itemsOf(study, id).values()].map(entry),
      }),
    ),
    ...(judged.length === 0 ? [] : [{ type: 'judgements recorded', visit, answers: judged.map(answer) } as const]),
    ...sources.map((source): ParticipantEvent => ({ type: 'history completed', source, through: day(n) })),
  );
};

type Arm = StudyDefinition['arms'][number];
type Dose = Arm['doses'][number];

/** An hour from nine o'clock with everything that is to be read around it, on the minute. */
const bedside = (dose: string, number: number, on: string, watch: WatchDefinition): ParticipantEvent => {
  const time = ({ from, minutes }: WatchPoint): string => {
    const minute = (from === 'end' ? 600 : 540) + (from === 'before' ? -10 : minutes);
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  };
  const points = watchPoints(watch).filter(({ from, minutes }) => from !== 'start' || minutes <= 60);
  const items = [{ item: 'heart-rate', value: '80', unit: '/min' }];
  return {
    type: 'dose observed',
    dose,
    number,
    readings: points.map((point) => ({ point: point.id, on, at: time(point), items })),
  };
};

const siteDose = ({ definition }: Study, dose: Dose): readonly Step[] =>
  plannedDoses(dose).flatMap(({ number, day: n }) => {
    const on = day(n);
    const isMasked = definition.design.masking === 'double dummy';
    const amount = doseAmount(dose, { value: '60', unit: 'kg' }) ?? { amount: '', unit: '' };
    const prepared: Of<'dose prepared'> = {
      type: 'dose prepared',
      dose: dose.id,
      number,
      on,
      ...amount,
      checkedBy: 'b',
    };
    const seen = isMasked ? { amount: '100', unit: 'mL' } : amount;
    const isPrepared = isMasked || dose.amount.includes('{cells}');
    const name = visibleName(dose);
    const watch = watchOf(definition, name);
    const timed = watch === undefined ? {} : { course: { started: '09:00', stopped: '10:00' } };
    const given: Of<'dose given'> = { type: 'dose given', dose: name, number, on, planned: on, ...seen, ...timed };
    return at(
      n,
      ...(isPrepared ? [prepared] : []),
      given,
      ...(watch === undefined ? [] : [bedside(name, number, on, watch)]),
    );
  });

/** Handed out at each visit for the time until the next, and nothing comes back there. */
const homeDose = ({ definition }: Study, dose: Dose): readonly Step[] => {
  const visits = definition.visits.filter((visit) => visit.day >= 0).toSorted((a, b) => a.day - b.day);
  const days = plannedDoses(dose).map((planned) => planned.day);
  return visits.flatMap((visit, index) => {
    const next = visits[index + 1];
    const units = days.filter((each) => each >= visit.day && (next === undefined || each < next.day)).length;
    const name = visibleName(dose);
    const handed = { dose: name, visit: visit.id, on: day(visit.day), units };
    if (units === 0) return [];
    const back =
      next && ({ type: 'medicine returned', dose: name, visit: next.id, on: day(next.day), units: 0 } as const);
    return [
      ...at(visit.day, { type: 'medicine dispensed', ...handed }),
      ...at(next?.day ?? 0, ...(back ? [back] : [])),
    ];
  });
};

const treatment = (study: Study, arm: Arm): readonly Step[] =>
  arm.doses.flatMap((dose) => (dose['self administered'] === true ? homeDose(study, dose) : siteDose(study, dose)));

const before: Readonly<Record<string, HistoryEntry>> = {
  nct03580291: { source: 'procedure', concept: 'kidney-biopsy', start: day(-30), end: day(-30) },
  nct04318600: {
    source: 'condition',
    concept: 'lupus-nephritis',
    start: '2024-05',
    end: 'ongoing',
    attributes: { uncontrolled: true, active: true, severe: false, unstable: false },
  },
};

/** Who comes, how they are described, and the consents that this asks for. */
export interface Person {
  readonly born?: string;
  readonly consents?: readonly ParticipantEvent[];
}

const own: readonly ParticipantEvent[] = [{ type: 'consent given', on: day(-14), version: '1.0' }];

const allocated = (study: Study): ParticipantEvent =>
  study.definition.allocation.method === 'permuted blocks'
    ? { type: 'participant randomised', on: day(0), slot: 1, stratum: stratumIn(study) }
    : { type: 'participant assigned', on: day(0) };

const stratumIn = ({ definition }: Study): string =>
  definition.id === 'nct03580291' ? 'nanjing, class-v-only no, heavy-proteinuria no' : 'all';

/** Somebody of whom all is as a trial of the program says, from consent to the end, entered on its day. */
export const cleanCourse = (
  trial: string,
  arm: string,
  { born = '1990-06-15', consents = own }: Person = {},
): Course => {
  const study = shipped(trial);
  const { definition } = study;
  const chosen = definition.arms.find(({ id }) => id === arm);
  const last = Math.max(...definition.visits.map((visit) => visit.day));
  const history = before[trial];
  const steps: readonly Step[] = [
    ...at(-14, { type: 'participant identified', participant: 'P-001', site: definition.sites[0]?.id ?? '' }),
    ...consents.flatMap((event) => at('on' in event ? (readDay(event.on) ?? 0) - zero : 0, event)),
    ...at(-14, { type: 'participant described', born, sex: 'female' }),
    ...at(-14, ...(history === undefined ? [] : [{ type: 'history recorded', records: [history] } as const])),
    ...definition.visits.flatMap((visit) => visitSteps(study, visit.id, visit.day)),
    ...at(-10, { type: 'eligibility assessed', on: day(-10), verdict: 'eligible', found: [] }),
    ...at(-10, { type: 'participant enrolled', on: day(-10) }),
    ...at(0, allocated(study), { type: 'assignment disclosed', arm }),
    ...(chosen === undefined ? [] : treatment(study, chosen)),
    ...at(last + 1, { type: 'participation ended', on: day(last + 1), how: 'completed' }),
  ];
  return { study, steps, asOf: day(last + 60) };
};

/** The stream in the order in which things were entered. */
export const streamOf = ({ steps, study }: Course): readonly Envelope<TrialEvent>[] =>
  steps
    .toSorted((a, b) => a.entered - b.entered)
    .map(({ event, entered }, index) =>
      closeEnvelope<TrialEvent>({
        position: index + 1,
        stream: 'participant/P-001',
        version: index + 1,
        event,
        at: {
          instant: `${writeDay(entered)}T02:00:00Z`,
          offset: '+08:00',
          zone: 'Asia/Shanghai',
          date: writeDay(entered),
        },
        actor: { id: 'dr-1', role: 'investigator' },
        study: study.hash,
        previous: '0'.repeat(64),
      }),
    );

export const personOf = (course: Course): Participant =>
  participantAfter(course.steps.toSorted((a, b) => a.entered - b.entered).map(({ event }) => event));

export const deviationsOf = (course: Course): readonly Deviation[] =>
  findDeviations(course.study, personOf(course), streamOf(course), course.asOf);

/** What the rules ask of somebody. */
export const dossierOf = (course: Course, limits: DeviationLimits = usualLimits): Dossier =>
  openDossier(course.study, personOf(course), streamOf(course), course.asOf, limits);

/** The kinds that are found, each once. */
export const kindsOf = (course: Course): readonly string[] => [
  ...new Set(deviationsOf(course).map(({ kind }) => kind)),
];

/** Several edits, one after the other. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (course) =>
    edits.reduce((now, edit) => edit(now), course);

type Match<T extends ParticipantEvent['type']> = (event: Of<T>) => boolean;
const isOf = <T extends ParticipantEvent['type']>(event: ParticipantEvent, type: T): event is Of<T> =>
  event.type === type;

/** Leaves out what matches. */
export const without =
  <T extends ParticipantEvent['type']>(type: T, match: Match<T> = () => true): Edit =>
  (course) => ({ ...course, steps: course.steps.filter(({ event }) => !(isOf(event, type) && match(event))) });

/** Changes what matches, and when it was entered: by so many days later. */
export const changed =
  <T extends ParticipantEvent['type']>(type: T, match: Match<T>, change: Partial<Of<T>>, later = 0): Edit =>
  (course) => ({
    ...course,
    steps: course.steps.map((step) =>
      isOf(step.event, type) && match(step.event)
        ? { event: { ...step.event, ...change }, entered: step.entered + later }
        : step,
    ),
  });

/** Moves what was read around an administration to another day. */
export const readOn =
  (number: number, n: number): Edit =>
  (course) => ({
    ...course,
    steps: course.steps.map((step) =>
      isOf(step.event, 'dose observed') && step.event.number === number
        ? { ...step, event: { ...step.event, readings: step.event.readings.map((each) => ({ ...each, on: day(n) })) } }
        : step,
    ),
  });

/** Enters something on a day of the study, after all else of that day. */
export const added =
  (n: number, ...events: readonly ParticipantEvent[]): Edit =>
  (course) => ({ ...course, steps: [...course.steps, ...at(n, ...events)] });

export const asked =
  (n: number): Edit =>
  (course) => ({ ...course, asOf: day(n) });

/** Another definition of the study, of which only what deviations ask of it is read anew. */
export const defined =
  (change: (definition: StudyDefinition) => StudyDefinition): Edit =>
  (course) => ({ ...course, study: { ...course.study, definition: change(course.study.definition) } });

/** Moves a visit and everything that bears its day and name: entered there, signed through it, handed out at it. */
export const movedVisit =
  (visit: string, n: number): Edit =>
  (course) => {
    const from = course.steps.find(({ event }) => event.type === 'visit held' && event.visit === visit)?.entered;
    const moved = ({ event, entered }: Step): Step => {
      const on = day(n);
      if (event.type === 'visit held' && event.visit === visit) return { event: { ...event, on }, entered: zero + n };
      if ('visit' in event && event.visit === visit)
        return { event: 'on' in event ? { ...event, on } : event, entered: zero + n };
      if (event.type === 'history completed' && entered === from)
        return { event: { ...event, through: on }, entered: zero + n };
      return { event, entered };
    };
    return { ...course, steps: course.steps.map(moved) };
  };

/** Leaves out a visit with all that was done at it. */
export const withoutVisit =
  (visit: string): Edit =>
  (course) => ({
    ...course,
    steps: course.steps.filter(({ event }) => !('visit' in event && event.visit === visit)),
  });

/** Writes one item of a visit otherwise, or leaves it out. */
export const withItem =
  (visit: string, item: string, value: string | undefined): Edit =>
  (course) => ({
    ...course,
    steps: course.steps.map((step) => {
      const { event } = step;
      if (event.type !== 'section recorded' || event.visit !== visit) return step;
      const items = event.items.flatMap((each) =>
        each.item !== item ? [each] : value === undefined ? [] : [{ ...each, value }],
      );
      return { ...step, event: { ...event, items } };
    }),
  });

export const guardian: ParticipantEvent = { type: 'consent given', on: day(-14), version: '1.0', by: 'representative' };
export const assent: ParticipantEvent = { type: 'assent given', on: day(-14), version: '1.0' };
export const ownAt = (n: number): ParticipantEvent => ({ type: 'consent given', on: day(n), version: '1.1' });

/** Cells once; interleukin-2; tablets beside an infusion, masked; three infusions; the same at 16; and at 18 on day 100. */
export const courses = {
  cells: cleanCourse('nct05631717', 'msc'),
  'il-2': cleanCourse('nct05631717', 'il-2'),
  tablets: cleanCourse('nct03580291', 'mmf'),
  infusions: cleanCourse('nct04318600', 'cells'),
  minor: cleanCourse('nct04318600', 'cells', { born: '2010-02-01', consents: [guardian, assent] }),
  'comes of age': cleanCourse('nct04318600', 'cells', { born: '2008-09-09', consents: [guardian, assent, ownAt(168)] }),
} as const satisfies Readonly<Record<string, Course>>;

/** An adverse event of one day, neither serious nor related. */
export const adverseEvent = (concept: string, start: string, more: Partial<HistoryEntry> = {}): ParticipantEvent => ({
  type: 'history recorded',
  records: [
    {
      source: 'adverse event',
      concept,
      start,
      end: start,
      attributes: {
        serious: false,
        related: false,
        fatal: false,
        'life-threatening': false,
        'grade-3-or-worse': false,
      },
      ...more,
    },
  ],
});
/** One record of a history: of one day, unless it has an end. */
export const recorded = (
  source: HistoryEntry['source'],
  concept: string,
  start: string,
  end?: string,
): ParticipantEvent => ({
  type: 'history recorded',
  records: [{ source, concept, start, ...(end === undefined ? {} : { end }) }],
});
/** What is said of an event that is serious and not fatal. */
export const serious = {
  serious: true,
  related: false,
  fatal: false,
  'life-threatening': false,
  'grade-3-or-worse': true,
};
export const corrected = (visit: string, item: string, value: string, unit?: string): ParticipantEvent => ({
  type: 'item corrected',
  visit,
  replaces: '',
  entry: unit === undefined ? { item, value } : { item, value, unit },
});
export const ended = (n: number, how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died'): ParticipantEvent => ({
  type: 'participation ended',
  on: day(n),
  how,
});
export const stopped = (n: number): ParticipantEvent => ({
  type: 'treatment discontinued',
  on: day(n),
  why: 'asked to stop',
});

/** Everything that happened after a day is left out. */
export const until =
  (n: number): Edit =>
  (course) => ({
    ...course,
    steps: course.steps.filter(({ event, entered }) => ('on' in event ? event.on <= day(n) : entered <= zero + n)),
  });

export const isSection =
  (visit: string, section: string) => (each: { readonly visit: string; readonly section: string }) =>
    each.visit === visit && each.section === section;
export const isVisit = (visit: string) => (each: { readonly visit: string }) => each.visit === visit;
export const isNumber = (number: number) => (each: { readonly number: number }) => each.number === number;
export const whatever = () => true;

/** Comes, consents and is described on another day. */
export const beginningOn = (n: number): Edit =>
  all(
    changed('participant identified', whatever, {}, n + 14),
    changed('consent given', whatever, { on: day(n) }, n + 14),
    changed('participant described', whatever, {}, n + 14),
  );

export const withWindow = (id: string, earliest: number, latest: number): Edit =>
  defined((definition) => ({
    ...definition,
    visits: definition.visits.map((visit) => (visit.id === id ? { ...visit, earliest, latest } : visit)),
  }));
export const doseBy = (change: Readonly<Record<string, unknown>>): Edit =>
  defined((definition) => ({
    ...definition,
    arms: definition.arms.map((arm) => ({ ...arm, doses: arm.doses.map((dose) => ({ ...dose, ...change })) })),
  }));
export const home =
  (visit: string, dose = 'mmf-induction') =>
  (each: { readonly visit: string; readonly dose: string }) =>
    each.visit === visit && each.dose === dose;

/** Kinds that are found of one of the clean courses after edits. */
export const kindsAfter = (from: keyof typeof courses, ...edits: readonly Edit[]): readonly string[] =>
  kindsOf(all(...edits)(courses[from]));

/** The sentences that are said of it. */
export const saidAfter = (from: keyof typeof courses, ...edits: readonly Edit[]): readonly string[] =>
  deviationsOf(all(...edits)(courses[from])).map(({ says }) => says);

/** Reports the adverse event that was recorded, on a day of the study on which all else is entered already. */
export const reportedEvent =
  (awareness: string, received: string, said: EventAnswers = hospital, entered = 170): Edit =>
  (course) => {
    const record = personOf(course).history.find(({ source }) => source === 'adverse event')?.record ?? '';
    const moments = { awareness: momentAt(awareness), received: momentAt(received) };
    return added(entered, { type: 'event reported', record, ...moments, said })(course);
  };

/** The study names the regions of its sites. */
export const inEurope: Edit = defined((definition) => ({
  ...definition,
  safety: { ...definition.safety, regions: ['European Union'] },
}));

export const pregnancyOf = (of: 'participant' | 'partner', awareness: string, received: string): ParticipantEvent => ({
  type: 'pregnancy reported',
  of,
  awareness: momentAt(awareness),
  received: momentAt(received),
});
