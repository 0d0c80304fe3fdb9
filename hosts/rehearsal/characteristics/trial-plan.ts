import type { Study } from '#core/study/study.ts';
import { changesLittle, resultSpreads } from '../disease-course.ts';
import type { Scenario } from '../scenario.ts';
import type { PoolMember } from './eligible-pool.ts';
import type { Filler, NumberSource } from './fillers.ts';

/** Places of a person's draws; those of visits and results follow. */
export const purpose = { member: 0, fall: 1, drift: 2, leaves: 3, dies: 4, first: 5 } as const;

export interface PlannedVisit {
  readonly day: number;
  readonly weeks: number;
  /** Weeks of the visit before, at which the dose of this one was prescribed. */
  readonly weeksBefore: number;
  /** Where it is drawn whether the visit is missed. */
  readonly missed: number;
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
}

export interface PlannedAnswer {
  readonly filler: Exclude<Filler, NumberSource>;
  readonly visit: PlannedVisit | undefined;
  readonly place: number;
}

/** What is drawn for each person of a trial, and where. */
export interface TrialPlan {
  readonly pool: readonly PoolMember[];
  readonly results: readonly PlannedResult[];
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
  return { day, weeks: Math.max(0, day) / 7, weeksBefore: before / 7, missed };
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

/** Lays down what each parameter of a question needs. */
export const layOutTrial = (
  fillers: readonly Filler[],
  pool: readonly PoolMember[],
  study: Study,
  scenario: Scenario,
): TrialPlan => {
  const { placeOf, count } = openPlaces();
  const visitOf = (id: string): PlannedVisit => planVisit(study, id, placeOf(`missed ${id}`));
  const results = fillers.flatMap((filler): readonly PlannedResult[] => {
    if (filler.kind !== 'result') return [];
    const { measure, visit, chain } = filler;
    const values = Float64Array.from(pool, ({ person }) => person.result(measure)?.exact ?? Number.NaN);
    const links = chain.map((id) => ({
      trend: trendOf(id),
      noise: noiseOf(id, scenario),
      place: placeOf(`${id} ${visit}`),
    }));
    const notDone = placeOf(`not done ${measure} ${visit}`);
    return [{ filler, visit: visitOf(visit), values, links, notDone }];
  });
  const answers = fillers.flatMap((filler): readonly PlannedAnswer[] => {
    if (filler.kind === 'result') return [];
    const visit = 'visit' in filler ? visitOf(filler.visit) : undefined;
    return [{ filler, visit, place: placeOf(filler.parameter) }];
  });
  return { pool, results, answers, purposes: count() };
};
