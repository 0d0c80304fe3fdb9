import { compareRanges, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { ageBy } from './age.ts';
import { egfr } from './egfr-ckd-epi-2021.ts';
import { egfrSchwartz } from './egfr-schwartz.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Measured } from './measured.ts';

const adultAge = 18;
const age = ageBy('completed years');

const compute = (sitting: Sitting): Measured => {
  const known = age.compute(sitting);
  if (known.kind !== 'number' || known.status === 'not evaluable') return notEvaluable(known.missing);
  const isAdult = compareRanges(known.range, '>=', exactly(rational(adultAge)));
  switch (isAdult) {
    case 'true':
      return egfr.compute(sitting);
    case 'false':
      return egfrSchwartz.compute(sitting);
    case 'unknown':
      return notEvaluable(known.missing);
    default:
      return isAdult satisfies never;
  }
};

/** Only the equation for children reads a height. */
const wasForChildren = (measured: Measured): boolean => measured.evidence.some(({ what }) => what === 'height');

const explain = (measured: Measured): string => {
  if (measured.status === 'not evaluable') return 'Estimated GFR by age not known';
  return `by age: ${(wasForChildren(measured) ? egfrSchwartz : egfr).explain(measured)}`;
};

/**
 * Estimated glomerular filtration rate of a study that admits minors: the bedside Schwartz equation below 18 years, which
 * needs a height, and CKD-EPI 2021 from 18 years on. The value jumps at the 18th birthday, which the study accepts by
 * asking for this measure.
 *
 * @source schwartz2009 below 18 years, inker2021 from 18
 * @returns mL/min/1.73 m², unrounded; which equation was used is in the explanation
 * @unknown as in either; a date of birth that leaves open whether the person is 18
 */
export const egfrByAge: Measure = {
  ...egfr,
  id: 'eGFR-by-age',
  title: 'Estimated GFR, Schwartz below 18 years and CKD-EPI 2021 from 18',
  rule: 'egfr-by-age/1',
  needs: ['height'],
  compute,
  explain,
};
