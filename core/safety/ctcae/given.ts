import type { NormalRange } from '#core/measures/normal-range.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { isQuantity, readQuantity } from '#core/quantities/quantity.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { CtcaeVersion } from './grade.ts';
import { gradeLaboratory, type LaboratoryGrade } from './grade-laboratory.ts';
import { type LaboratoryTerm, unitCalled } from './laboratory-term.ts';
import type { Reported } from './laboratory-value.ts';

/** A setting as tests write it: limits of normal as numbers in the unit of the term, the baseline with its unit. */
export interface WrittenSetting {
  readonly version?: CtcaeVersion;
  readonly low?: string;
  readonly high?: string;
  readonly baseline?: string;
  readonly symptomatic?: boolean;
  readonly anticoagulated?: boolean;
}

/** "130 U/L" or "<5 g/L", for tests. */
export const reported = (text: string): Reported => {
  const [written = '', unit = '1'] = text.split(' ');
  const quantity = readQuantity(written, unitCalled(unit));
  if (!isQuantity(quantity)) throw new Error(`not a quantity: ${text}`);
  return quantity;
};

export const rationalIn = (text: string): Rational => {
  const decimal = readDecimal(text);
  if (decimal === undefined) throw new Error(`not a number: ${text}`);
  return rationalOf(decimal);
};

const normalIn = ({ low, high }: WrittenSetting): NormalRange | undefined =>
  low === undefined && high === undefined
    ? undefined
    : {
        low: low === undefined ? undefined : rationalIn(low),
        high: high === undefined ? undefined : rationalIn(high),
        of: 'test laboratory',
        written: `${low ?? ''} to ${high ?? ''}`,
      };

/** The grade of a written value under a written setting; v5.0 unless another version is named. */
export const gradeWritten = (
  term: LaboratoryTerm,
  value: string | undefined,
  setting: WrittenSetting = {},
): LaboratoryGrade =>
  gradeLaboratory(term, value === undefined ? undefined : reported(value), {
    version: setting.version ?? 'v5.0',
    normal: normalIn(setting),
    baseline: setting.baseline === undefined ? undefined : reported(setting.baseline),
    symptomatic: setting.symptomatic,
    anticoagulated: setting.anticoagulated,
  });

/** The possible grades as text, "1 2". */
export const gradesWritten = (term: LaboratoryTerm, value: string | undefined, setting: WrittenSetting = {}): string =>
  gradeWritten(term, value, setting).possible.join(' ');

/** The grades just below, at and just above a value, one step apart: "2 1 1". */
export const gradesAround = (
  term: LaboratoryTerm,
  limit: string,
  step: string,
  setting: WrittenSetting = {},
): string => {
  const [number = '', unit] = limit.split(' ');
  const places = Math.max(number.split('.')[1]?.length ?? 0, step.split('.')[1]?.length ?? 0);
  return [-1, 0, 1]
    .map((direction) => (Number(number) + direction * Number(step)).toFixed(places))
    .map((each) => gradesWritten(term, unit === undefined ? each : `${each} ${unit}`, setting).replace(' ', '/'))
    .join(' ');
};
