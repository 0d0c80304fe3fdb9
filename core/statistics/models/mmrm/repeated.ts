import { meanOf } from '../../descriptive/moments.ts';
import { addOuter, type Flat } from '../../linear/flat.ts';
import { type Matrix, matrixOf } from '../../linear/matrix.ts';

/** One value of one participant at one visit; covariates (such as the baseline) and factors stay the same over visits. */
export interface RepeatedValue {
  readonly participant: string;
  readonly arm: 0 | 1;
  /** 0 for the first visit after baseline, then 1, 2 … */
  readonly visit: number;
  readonly value: number;
  readonly covariates: readonly number[];
  readonly factors: readonly string[];
}

/** All participants who were seen at the same visits. */
export interface Pattern {
  readonly visits: readonly number[];
  /** For each participant a row for each of those visits. */
  readonly designs: readonly Matrix[];
  readonly values: readonly (readonly number[])[];
  /** Σ of design row at visit a · design row at visit b′ over the participants, by visits a and b; empty elsewhere. */
  readonly crossDesign: readonly (readonly Flat[])[];
  /** Σ of design row at visit a · value at visit b. */
  readonly crossValue: readonly (readonly Flat[])[];
}

export interface Repeated {
  readonly visits: number;
  readonly columns: number;
  /** How many of the columns are not zero for an observation: those of its visit, and those of the factors. */
  readonly columnsOfVisit: number;
  readonly observations: number;
  readonly participants: number;
  readonly patterns: readonly Pattern[];
  /** The row of an average participant of an arm at a visit: covariates at their means, factor levels alike. */
  readonly meanRow: (arm: 0 | 1, visit: number) => readonly number[];
}

/** Intercept, arm and covariates for each visit of their own; then an indicator for each level of a factor but its first. */
const designRow = (
  visits: number,
  visit: number,
  own: readonly number[],
  indicators: readonly number[],
): readonly number[] => [
  ...Array.from({ length: visits * own.length }, (_, i) =>
    Math.floor(i / own.length) === visit ? (own[i % own.length] ?? 0) : 0,
  ),
  ...indicators,
];

const gather = (
  patternVisits: readonly number[],
  visits: number,
  columns: number,
  people: readonly RepeatedPerson[],
): Pattern => {
  const empty = new Float64Array(0);
  const seen = new Set(patternVisits);
  const both = (a: number, b: number): boolean => seen.has(a) && seen.has(b);
  const make = (size: number): Flat[][] =>
    Array.from({ length: visits }, (_, a) =>
      Array.from({ length: visits }, (__, b) => (both(a, b) ? new Float64Array(size) : empty)),
    );
  const [crossDesign, crossValue] = [make(columns * columns), make(columns)];
  for (const { rows, values } of people) {
    patternVisits.forEach((a, i) => {
      patternVisits.forEach((b, j) => {
        addOuter(crossDesign[a]?.[b] ?? empty, rows[i] ?? [], rows[j] ?? []);
        addOuter(crossValue[a]?.[b] ?? empty, rows[i] ?? [], [values[j] ?? Number.NaN]);
      });
    });
  }
  const [designs, values] = [people.map(({ rows }) => rows), people.map((person) => person.values)];
  return { visits: patternVisits, designs, values, crossDesign, crossValue };
};

interface RepeatedPerson {
  readonly rows: Matrix;
  readonly values: readonly number[];
}

/**
 * The observations as a model of repeated measures reads them: value ~ visit + arm × visit + covariate × visit + factors.
 * Covariates are centred at their mean over participants, so that an adjusted mean is an intercept and no digits are lost
 * (this changes neither the differences of the arms nor the likelihood). Expects observations without fault.
 */
export const arrangeRepeated = (observations: readonly RepeatedValue[]): Repeated => {
  const byPerson = [...Map.groupBy(observations, ({ participant }) => participant).values()];
  const firsts = byPerson.flatMap((own) => own.slice(0, 1));
  const visits = 1 + Math.max(...observations.map(({ visit }) => visit));
  const means = (firsts[0]?.covariates ?? []).map((_, i) => meanOf(firsts.map(({ covariates }) => covariates[i] ?? 0)));
  const levels = (firsts[0]?.factors ?? []).map((_, i) =>
    [...new Set(firsts.map(({ factors }) => factors[i] ?? ''))].toSorted(),
  );
  const rowOf = ({ arm, visit, covariates, factors }: RepeatedValue): readonly number[] =>
    designRow(
      visits,
      visit,
      [1, arm, ...covariates.map((value, i) => value - (means[i] ?? 0))],
      levels.flatMap((names, i) => names.slice(1).map((name) => (factors[i] === name ? 1 : 0))),
    );
  const people = byPerson.map((own) => {
    const sorted = own.toSorted((a, b) => a.visit - b.visit);
    return {
      seen: sorted.map(({ visit }) => visit),
      rows: sorted.map(rowOf),
      values: sorted.map(({ value }) => value),
    };
  });
  const shares = levels.flatMap((names) => names.slice(1).map(() => 1 / names.length));
  const columns = visits * (2 + means.length) + shares.length;
  return {
    visits,
    columns,
    columnsOfVisit: 2 + means.length + shares.length,
    observations: observations.length,
    participants: people.length,
    patterns: [...Map.groupBy(people, ({ seen }) => seen.join(' ')).values()].map((same) =>
      gather(same[0]?.seen ?? [], visits, columns, same),
    ),
    meanRow: (arm, visit) => designRow(visits, visit, [1, arm, ...means.map(() => 0)], shares),
  };
};

/** All design rows below one another, to see whether the terms can be told apart. */
export const stackDesign = ({ patterns }: Repeated): Matrix => patterns.flatMap(({ designs }) => designs.flat());

/** A matrix of visits by visits. */
export const byVisits = (visits: number, value: (a: number, b: number) => number): number[][] =>
  matrixOf(visits, visits, value);
