import type { Deviation } from './deviation.ts';
import { type DeviationImportance, type DeviationKind, deviationKinds, isDeviationKind } from './deviation-kinds.ts';

/** How many deviations, of how many participants. */
export interface DeviationCount {
  readonly deviations: number;
  readonly participants: number;
}

export interface KindSummary extends DeviationCount {
  readonly kind: DeviationKind;
  readonly title: string;
  readonly importance: DeviationImportance;
  /** By arm, of those whose arm is known. */
  readonly byArm: ReadonlyMap<string, DeviationCount>;
}

export interface DeviationSummary {
  readonly all: DeviationCount;
  readonly byImportance: Readonly<Record<DeviationImportance, DeviationCount>>;
  /** The kinds that were found, in the order of the catalogue. */
  readonly byKind: readonly KindSummary[];
  readonly byArm: ReadonlyMap<string, Readonly<Record<DeviationImportance, DeviationCount>>>;
}

const countOf = (list: readonly Deviation[]): DeviationCount => ({
  deviations: list.length,
  participants: new Set(list.map(({ participant }) => participant)).size,
});

const byImportance = (list: readonly Deviation[]): Readonly<Record<DeviationImportance, DeviationCount>> => ({
  important: countOf(list.filter(({ importance }) => importance === 'important')),
  minor: countOf(list.filter(({ importance }) => importance === 'minor')),
});

/**
 * Counts by kind, importance and arm. `arms` says the arm of a participant where it is known; who stands in none is
 * counted in all, and in no arm.
 */
export const summariseDeviations = (
  list: readonly Deviation[],
  arms: ReadonlyMap<string, string> = new Map(),
): DeviationSummary => {
  const inArm = (arm: string, among: readonly Deviation[]): readonly Deviation[] =>
    among.filter(({ participant }) => arms.get(participant) === arm);
  const perArm = <T>(among: readonly Deviation[], count: (own: readonly Deviation[]) => T): ReadonlyMap<string, T> =>
    new Map([...new Set(arms.values())].toSorted().map((arm) => [arm, count(inArm(arm, among))]));
  const kinds = Object.keys(deviationKinds).filter(isDeviationKind);
  return {
    all: countOf(list),
    byImportance: byImportance(list),
    byKind: kinds
      .map((kind) => ({ kind, own: list.filter((each) => each.kind === kind) }))
      .filter(({ own }) => own.length > 0)
      .map(({ kind, own }) => ({ kind, ...deviationKinds[kind], ...countOf(own), byArm: perArm(own, countOf) })),
    byArm: perArm(list, byImportance),
  };
};
