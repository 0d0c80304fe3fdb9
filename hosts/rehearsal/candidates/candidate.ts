import { people } from './assumed-numbers.ts';
import type { Draws, DrawsOf } from './draws.ts';
import { openResults, type ReportedResult } from './laboratory-results.ts';

/** A virtual person who comes to be screened; days are counted back from that day. */
export interface Candidate {
  readonly id: string;
  readonly draws: DrawsOf;
  readonly sex: 'female' | 'male';
  readonly ageYears: number;
  readonly diseaseYears: number;
  /** As the pathologist reports them, "IV, V"; the biopsy itself may never have been taken. */
  readonly classes: string;
  readonly biopsyDaysAgo: number | undefined;
  readonly canHaveChildren: boolean;
  readonly canBear: boolean;
  readonly pregnant: boolean;
  /** Whether something that was present when the person came has gone since; nothing has on that day. */
  readonly hasResolved: (item: string) => boolean;
  /** Whether the protein in the urine has fallen by a quarter since. */
  readonly hasImproved: boolean;
  /** A result of the laboratory or of the body, as it is reported; undefined for what no table says. */
  readonly result: (measure: string) => ReportedResult | undefined;
}

/** A normal number that lies within bounds, by drawing again. */
const normalWithin = (draws: Draws, { mean, sd, least, most }: typeof people.age.value): number => {
  for (;;) {
    const value = mean + sd * draws.normal();
    if (value >= least && value <= most) return value;
  }
};

const lognormal = (draws: Draws, { median, spread }: { readonly median: number; readonly spread: number }): number =>
  median * Math.exp(spread * draws.normal());

/** Draws a person. Every trait has a purpose of its own, so that a new trait changes no other. */
export const drawCandidate = (id: string, draws: DrawsOf): Candidate => {
  const sex = draws('sex').chance(people.female.value) ? 'female' : 'male';
  const ageYears = normalWithin(draws('age'), people.age.value);
  const { from, below } = people.childbearing.value;
  const canHaveChildren =
    ageYears >= from && (sex === 'male' || ageYears < below) && !draws('sterile').chance(people.sterile.value);
  const canBear = sex === 'female' && canHaveChildren;
  const classes = draws('classes').weighted(people.classes.value);
  const biopsied = draws('biopsied').chance(people.biopsied.value);
  return {
    id,
    draws,
    sex,
    ageYears,
    diseaseYears: Math.min(lognormal(draws('duration'), people.duration.value), ageYears - 8),
    classes,
    biopsyDaysAgo: biopsied ? 1 + Math.floor(lognormal(draws('biopsy'), people.biopsyDaysAgo.value)) : undefined,
    canHaveChildren,
    canBear,
    pregnant: canBear && draws('pregnant').chance(people.pregnant.value),
    hasResolved: () => false,
    hasImproved: false,
    result: openResults({ draws, sex, classes }),
  };
};
