import { completedYears, exactYears } from '#core/quantities/age.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { isExact } from '#core/quantities/range.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Measured, Missing } from './measured.ts';
import { sayNumber } from './say.ts';

export type AgeConvention = 'completed years' | 'exact';

const isPartial = ({ first, last }: PartialDate): boolean => first !== last;

/** The dates that are not there, cannot be read, or are known in part. */
const missingDates = (sitting: Sitting): readonly Missing[] => {
  const { birth, date, point } = sitting;
  const born = birth && readDate(birth.written);
  return [
    ...(born === undefined || isPartial(born) ? [{ kind: 'date', of: 'birth', written: birth?.written } as const] : []),
    ...(date === undefined || isPartial(date) ? [{ kind: 'date', of: point, written: date?.written } as const] : []),
  ];
};

const computeBy =
  (convention: AgeConvention) =>
  (sitting: Sitting): Measured => {
    const birth = sitting.birth && readDate(sitting.birth.written);
    if (sitting.birth === undefined || birth === undefined || sitting.date === undefined)
      return notEvaluable(missingDates(sitting));
    const range = (convention === 'exact' ? exactYears : completedYears)(birth, sitting.date);
    const evidence = [
      { record: sitting.birth.record, what: 'born', written: sitting.birth.written, date: sitting.birth.written },
    ];
    if (isExact(range)) return { kind: 'number', status: 'ok', range, evidence, missing: [] };
    return { kind: 'number', status: 'partial', range, evidence, missing: missingDates(sitting) };
  };

/**
 * Age at a point, in years. "> 18 years" means from the 19th birthday in completed years, and from the day after the
 * 18th when exact: the study says which.
 *
 * @source own
 * @returns years; bounds when the date of birth is known in part only
 */
export const ageBy = (convention: AgeConvention): Measure => ({
  id: 'age',
  title: `Age in ${convention === 'exact' ? 'years, exact to the day' : 'completed years'}`,
  value: { kind: 'quantity', unit: 'a' },
  instrument: undefined,
  source: 'own',
  rule: convention === 'exact' ? 'age-exact/1' : 'age-completed/1',
  compute: computeBy(convention),
  explain: (measured) => `age ${sayNumber(measured)} years`,
});
