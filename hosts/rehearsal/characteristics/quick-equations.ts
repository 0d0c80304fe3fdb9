import { computeCkdEpi2021 } from '#core/measures/egfr-ckd-epi-2021.ts';
import { adults, type FiltrationPerson } from '#core/measures/filtration.ts';

/** A measure that is computed from one result of the laboratory, age and sex, beside its unit and that of the reading. */
export interface QuickEquation {
  readonly reads: string;
  readonly readingUnit: string;
  readonly unit: string;
  /** Unrounded; not a number at an age for which the equation was not made. */
  readonly compute: (reading: number, person: FiltrationPerson) => number;
}

const ofAdults =
  (compute: QuickEquation['compute']): QuickEquation['compute'] =>
  (reading, person) =>
    person.age >= adults[0] && person.age < adults[1] ? compute(reading, person) : Number.NaN;

/**
 * What virtual people of simulated trials have computed, by the formulas of production.
 * @source inker2021
 */
export const quickEquations: ReadonlyMap<string, QuickEquation> = new Map([
  ['eGFR', { reads: 'creatinine', readingUnit: 'mg/dL', unit: 'mL/min/1.73m2', compute: ofAdults(computeCkdEpi2021) }],
]);
