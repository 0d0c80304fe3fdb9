import { laboratoryValues } from './candidates/assumed-numbers.ts';
import type { Candidate } from './candidates/candidate.ts';
import { openResults } from './candidates/laboratory-results.ts';
import type { Scenario } from './scenario.ts';

/** How the disease of one person goes on from day 0. */
export interface DiseaseCourse {
  /** The person at a visit so many weeks later: the same, with what has changed. */
  readonly at: (visit: string, weeks: number) => Candidate;
  /** Prednisone that the physician prescribes from a visit on, in mg a day. */
  readonly prednisoneAfter: (before: number, weeks: number) => number;
}

/** How far results vary between people, and how much of it goes with the activity of the disease. */
export const resultSpreads = new Map(
  laboratoryValues.map(([id, , , , spread, withActivity]) => [id, { spread, withActivity }]),
);
export const changesLittle: readonly string[] = [
  'weight',
  'temperature',
  'systolic-pressure',
  'heart-rate',
  'sodium',
  'potassium',
];

/** Down by a half within a few months, in steps of 2.5 mg, and not below 5 mg. */
export const taperedPrednisone = (before: number, weeks: number): number => {
  const share = Math.max(0.15, 1 - weeks / 16);
  return Math.min(before, Math.max(5, Math.round((before * share) / 2.5) * 2.5));
};

/**
 * Draws the course of one person in an arm. The fall of the protein to creatinine ratio is lognormal; other results move
 * with it as far as they go with the activity of the disease, and vary from visit to visit. Each part has draws of its
 * own, so that another visit or result shifts nothing.
 */
export const drawCourse = (person: Candidate, arm: string | undefined, scenario: Scenario): DiseaseCourse => {
  const { draws } = person;
  const { assumed, effectIn } = scenario;
  const halfWeeks = assumed('half weeks');
  const fall = assumed('fall mean') + effectIn(arm) + assumed('fall sd') * draws('course fall').normal();
  const drift = assumed('creatinine drift') * draws('course drift').normal();
  /** How much of the change of 24 weeks has come about. */
  const reached = (weeks: number): number => (1 - 2 ** (-weeks / halfWeeks)) / (1 - 2 ** (-24 / halfWeeks));

  const noiseOf = (id: string, visit: string): number => {
    const size = assumed('noise') / (id === 'creatinine' || changesLittle.includes(id) ? 2 : 1);
    const spread = resultSpreads.get(id)?.spread ?? size;
    return Math.min(size, spread) * draws(`noise ${visit} ${id}`).normal();
  };

  const trendOf = (id: string, weeks: number): number => {
    if (id === 'UPCR') return fall * reached(weeks);
    if (id === 'creatinine') return drift * reached(weeks);
    const { spread = 0, withActivity = 0 } = resultSpreads.get(id) ?? {};
    const upcr = resultSpreads.get('UPCR')?.spread ?? 1;
    return withActivity * spread * Math.max(-2, Math.min(2, fall / upcr)) * reached(weeks);
  };

  const at = (visit: string, weeks: number): Candidate => {
    const changed = (id: string): number => (id === 'height' ? 1 : Math.exp(trendOf(id, weeks) + noiseOf(id, visit)));
    const hasResolved = (item: string): boolean => {
      const persists = Math.exp((fall - 0.3) * assumed('findings resolve') * reached(weeks));
      return weeks > 0 && !draws(`persists ${visit} ${item}`).chance(Math.min(1, persists));
    };
    const { sex, classes } = person;
    return {
      ...person,
      // What nobody taught them is answered anew at each visit.
      draws: (purpose) => draws(purpose.startsWith('untaught') ? `${visit} ${purpose}` : purpose),
      pregnant: false,
      hasResolved,
      hasImproved: weeks > 0 && trendOf('UPCR', weeks) <= Math.log(0.75),
      result: openResults({ draws, sex, classes, changed }),
    };
  };

  return { at, prednisoneAfter: taperedPrednisone };
};
