import type { FiltrationPerson } from '#core/measures/filtration.ts';
import type { Study } from '#core/study/study.ts';
import { castsWithHaematuria } from '../candidates/disease-activity.ts';
import { changesLittle, resultSpreads } from '../disease-course.ts';
import type { Scenario } from '../scenario.ts';
import { planForms, type VisitForms } from '../visit-forms.ts';
import type { PoolMember } from './eligible-pool.ts';
import type { CastSource, Filler, NumberSource } from './fillers.ts';

/** Places of a person's draws; those of visits and results follow. */
export const purpose = { member: 0, fall: 1, drift: 2, leaves: 3, dies: 4, first: 5 } as const;

export interface PlannedVisit {
  readonly day: number;
  readonly weeks: number;
  /** Weeks of the visit before, at which the dose of this one was prescribed. */
  readonly weeksBefore: number;
  /** Where it is drawn whether the visit is missed; the last one never is, as in a rehearsal. */
  readonly missed: number;
  readonly isLast: boolean;
}

/** How a result changes: with the protein itself, as creatinine drifts, or so many times as the disease. */
export type Trend = 'protein' | 'creatinine' | { readonly times: number };

interface NoiseLink {
  readonly trend: Trend;
  readonly noise: number;
  readonly place: number;
}

/** A result at a visit: the numbers of the pool before they change, and what changes them. */
export interface PlannedResult {
  readonly filler: NumberSource;
  readonly visit: PlannedVisit;
  readonly values: Float64Array;
  readonly links: readonly NoiseLink[];
  readonly notDone: number;
  /** Where it is drawn whether the section of the form stays empty, with everything else in it. */
  readonly empty: number;
  /** Age and sex of the pool at the visit, for what an equation makes of the result. */
  readonly people?: readonly FiltrationPerson[];
}

/** Casts at a visit: the red cells there, and in whom of the pool they come with casts. */
export interface PlannedCasts {
  readonly filler: CastSource;
  readonly cells: PlannedResult;
  readonly withCells: readonly boolean[];
}

export interface PlannedAnswer {
  readonly filler: Exclude<Filler, NumberSource | CastSource>;
  readonly visit: PlannedVisit | undefined;
  readonly place: number;
}

/** What is drawn for each person of a trial, and where. */
export interface TrialPlan {
  readonly pool: readonly PoolMember[];
  readonly results: readonly PlannedResult[];
  readonly casts: readonly PlannedCasts[];
  readonly answers: readonly PlannedAnswer[];
  readonly purposes: number;
}

const trendOf = (id: string): Trend => {
  if (id === 'UPCR') return 'protein';
  if (id === 'creatinine') return 'creatinine';
  const { spread = 0, withActivity = 0 } = resultSpreads.get(id) ?? {};
  return { times: withActivity * spread };
};

const noiseOf = (id: string, scenario: Scenario): number => {
  const size = scenario.assumed('noise') / (id === 'creatinine' || changesLittle.includes(id) ? 2 : 1);
  return Math.min(size, resultSpreads.get(id)?.spread ?? size);
};

const planVisit = (study: Study, id: string, missed: number): PlannedVisit => {
  const { visits } = study.definition;
  const day = visits.find((visit) => visit.id === id)?.day ?? 0;
  const before = Math.max(0, ...visits.map((visit) => visit.day).filter((each) => each < day));
  const isLast = visits.every((visit) => visit.day <= day);
  return { day, weeks: Math.max(0, day) / 7, weeksBefore: before / 7, missed, isLast };
};

/** Gives each thing that is drawn a place: the same thing, asked twice, the same place. */
const openPlaces = () => {
  const places = new Map<string, number>();
  const placeOf = (what: string): number => {
    const place = places.get(what) ?? purpose.first + places.size;
    places.set(what, place);
    return place;
  };
  return { placeOf, count: () => purpose.first + places.size };
};

const daysOfYear = 365.25;

/** The pool at a visit: everybody comes at the age that was drawn, on the first day of the schedule. */
const peopleAt = (pool: readonly PoolMember[], { day }: PlannedVisit, study: Study): readonly FiltrationPerson[] => {
  const first = Math.min(...study.definition.visits.map((visit) => visit.day));
  return pool.map(({ person: { ageYears, sex } }) => ({ age: Math.floor(ageYears + (day - first) / daysOfYear), sex }));
};

/** The section of the forms of a visit in which something is asked; what no form asks is empty alone. */
const sectionOf = (forms: VisitForms, visit: string, measure: string): string =>
  forms.get(visit)?.sections.find(({ items }) => items.some(({ item }) => item.id === measure))?.id ?? measure;

const openResultPlans = (
  pool: readonly PoolMember[],
  study: Study,
  scenario: Scenario,
  placeOf: (what: string) => number,
) => {
  const forms = planForms(study);
  /** Everything but the place of the empty section, which comes after all others. */
  const plan = (filler: NumberSource): Omit<PlannedResult, 'empty'> => {
    const { measure, visit: id, chain, equation } = filler;
    const values = Float64Array.from(pool, ({ person }) => person.result(measure)?.exact ?? Number.NaN);
    const links = chain.map((each) => ({
      trend: trendOf(each),
      noise: noiseOf(each, scenario),
      place: placeOf(`${each} ${id}`),
    }));
    const notDone = placeOf(`not done ${measure} ${id}`);
    const visit = planVisit(study, id, placeOf(`missed ${id}`));
    const people = equation && { people: peopleAt(pool, visit, study) };
    return { filler, visit, values, links, notDone, ...people };
  };
  const finish = (planned: Omit<PlannedResult, 'empty'>, of = planned.filler.measure): PlannedResult => {
    const { visit } = planned.filler;
    return { ...planned, empty: placeOf(`empty ${visit} ${sectionOf(forms, visit, of)}`) };
  };
  return { plan, finish };
};

/** Lays down what each parameter of a question needs. */
export const layOutTrial = (
  fillers: readonly Filler[],
  pool: readonly PoolMember[],
  study: Study,
  scenario: Scenario,
): TrialPlan => {
  const { placeOf, count } = openPlaces();
  const { plan, finish } = openResultPlans(pool, study, scenario, placeOf);
  const numbers = fillers.flatMap((filler) => (filler.kind === 'result' ? [plan(filler)] : []));
  const answers = fillers.flatMap((filler): readonly PlannedAnswer[] => {
    if (filler.kind === 'result' || filler.kind === 'casts') return [];
    const visit = 'visit' in filler ? planVisit(study, filler.visit, placeOf(`missed ${filler.visit}`)) : undefined;
    return [{ filler, visit, place: placeOf(filler.parameter) }];
  });
  const withCells = pool.map(({ person }) => castsWithHaematuria(person));
  const casts = fillers.flatMap((filler): readonly PlannedCasts[] =>
    filler.kind === 'casts' ? [{ filler, cells: finish(plan(filler.cells), 'RBC-casts'), withCells }] : [],
  );
  return { pool, results: numbers.map((each) => finish(each)), casts, answers, purposes: count() };
};
