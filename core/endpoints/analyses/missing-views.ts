import type { Counts } from '#core/statistics/counts.ts';
import type { ArmWithMissing } from '#core/statistics/missing/tipping-point.ts';
import type { AnalysisValue } from '../analysis-value.ts';

/** How those are taken of whom it is not known whether they responded. */
export type MissingReading = 'as reported' | 'complete cases' | 'worst case' | 'best case' | 'missing as non-response';

/** Whether nothing was observed that decides: reported by the policy, or not at all. */
export const isMissing = ({ policy, reported }: AnalysisValue): boolean =>
  reported === 'unknown' || policy === 'non-responder' || policy === 'worst observed' || policy === 'last observation';

const reportedIn = (view: MissingReading, isExperimental: boolean): 'true' | 'false' | undefined => {
  switch (view) {
    case 'worst case':
      return isExperimental ? 'false' : 'true';
    case 'best case':
      return isExperimental ? 'true' : 'false';
    case 'missing as non-response':
      return 'false';
    case 'as reported':
    case 'complete cases':
      return undefined;
    default:
      return view satisfies never;
  }
};

/** The values as a view takes them: worst and best are those of the new treatment, of a response that is wanted. */
export const valuesInView = (
  view: MissingReading,
  values: readonly AnalysisValue[],
  experimental: string,
): readonly AnalysisValue[] => {
  if (view === 'as reported') return values;
  return values.flatMap((value) => {
    if (!isMissing(value)) return [value];
    const reported = reportedIn(view, value.arm === experimental);
    return reported === undefined ? [] : [{ ...value, reported }];
  });
};

/** Responders of one arm. */
export const countsIn = (values: readonly AnalysisValue[], arm: string): Counts => {
  const own = values.filter((value) => value.arm === arm);
  return { events: own.filter(({ reported }) => reported === 'true').length, of: own.length };
};

/** Of one arm those known, with their responders, and how many are not known. */
export const knownAndMissing = (values: readonly AnalysisValue[], arm: string): ArmWithMissing => {
  const own = values.filter((value) => value.arm === arm);
  const known = countsIn(
    own.filter((value) => !isMissing(value)),
    arm,
  );
  return { ...known, missing: own.length - known.of };
};
