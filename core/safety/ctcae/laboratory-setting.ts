import type { NormalRange } from '#core/measures/normal-range.ts';
import { atLeastValue, compareRanges, exactly, moreThan, type Range } from '#core/quantities/range.ts';
import { compare, type Rational, zero } from '#core/quantities/rational.ts';
import type { CtcaeVersion } from './grade.ts';
import type { Circumstances, LaboratoryRule } from './laboratory-rule.ts';
import type { LaboratorySubject } from './laboratory-term.ts';
import { type Compared, inUnitOf, type Reported } from './laboratory-value.ts';

/** What a laboratory grade depends on besides the value. Undefined for what is not known. */
export interface LaboratorySetting {
  readonly version: CtcaeVersion;
  /** Limits of normal in the unit of the term; see `subjectOf`. */
  readonly normal: NormalRange | undefined;
  readonly baseline: Reported | undefined;
  /** Whether there are signs, symptoms or physiologic consequences of the abnormal value. */
  readonly symptomatic?: boolean | undefined;
  readonly anticoagulated?: boolean | undefined;
}

type References = Compared['references'];

/** What is not known is still positive, and the lower limit of normal does not lie above the upper. */
export const referencesOf = (subject: LaboratorySubject, { normal, baseline }: LaboratorySetting): References => {
  const [low, high] = [normal?.low, normal?.high];
  const known = baseline && inUnitOf(subject, baseline);
  return {
    'upper limit of normal':
      high === undefined ? { ...moreThan(low ?? zero), lowOpen: low === undefined } : exactly(high),
    'lower limit of normal':
      low === undefined ? { ...atLeastValue(zero), high, highOpen: high === undefined } : exactly(low),
    baseline: known ?? moreThan(zero),
  };
};

const fromLow = (range: Range, low: Rational | undefined, lowOpen: boolean): Range => {
  if (low === undefined) return range;
  const order = range.low === undefined ? -1 : compare(range.low, low);
  if (order === 0) return { ...range, lowOpen: range.lowOpen || lowOpen };
  return order < 0 ? { ...range, low, lowOpen } : range;
};

/** What the references may be, when it is said whether the baseline lay above the upper limit of normal. */
const referencesWhere = (highBaseline: boolean | undefined, references: References): References => {
  const { baseline, 'upper limit of normal': upper } = references;
  if (highBaseline === undefined) return references;
  return highBaseline
    ? { ...references, baseline: fromLow(baseline, upper.low, true) }
    : { ...references, 'upper limit of normal': fromLow(upper, baseline.low, baseline.lowOpen) };
};

/** One way in which things may be: the circumstances, each decided, and the references that agree with them. */
export interface GradingCase {
  readonly when: Circumstances;
  readonly references: References;
}

const isHigh = (references: References): boolean | undefined => {
  const truth = compareRanges(references.baseline, '>', references['upper limit of normal']);
  return truth === 'unknown' ? undefined : truth === 'true';
};

const choices = (isAsked: boolean, given: boolean | undefined): readonly (boolean | undefined)[] => {
  if (!isAsked) return [undefined];
  return given === undefined ? [false, true] : [given];
};

/** Every case that is possible: each circumstance that the rules ask for, as it is known, or both ways. */
export const casesOf = (
  rules: readonly LaboratoryRule[],
  setting: LaboratorySetting,
  references: References,
): readonly GradingCase[] => {
  const isAsked = (name: keyof Circumstances): boolean => rules.some(({ when }) => when[name] !== undefined);
  return choices(isAsked('symptomatic'), setting.symptomatic).flatMap((symptomatic) =>
    choices(isAsked('anticoagulated'), setting.anticoagulated).flatMap((anticoagulated) =>
      choices(isAsked('highBaseline'), isHigh(references)).map((highBaseline) => ({
        when: {
          ...(symptomatic === undefined ? {} : { symptomatic }),
          ...(anticoagulated === undefined ? {} : { anticoagulated }),
          ...(highBaseline === undefined ? {} : { highBaseline }),
        },
        references: referencesWhere(highBaseline, references),
      })),
    ),
  );
};
