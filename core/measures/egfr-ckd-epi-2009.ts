import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate, CKD-EPI creatinine equation of 2009, in its continuous form and without its
 * factor for race.
 *
 *   141 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.209 · 0.993^age · 1.018 if female
 *   κ = 0.7, α = −0.329 (female); κ = 0.9, α = −0.411 (male)
 *
 * @source levey2009
 * @param creatinine serum creatinine, mg/dL, isotope-dilution traceable; > 0
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min/1.73 m², unrounded
 */
export const computeCkdEpi2009 = (creatinine: number, { age, sex }: FiltrationPerson): number => {
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.329, 1.018] : [0.9, -0.411, 1];
  const ratio = creatinine / kappa;
  return 141 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.209 * 0.993 ** age * factor;
};

export const egfrCkdEpi2009 = filtrationMeasure({
  id: 'eGFR-CKD-EPI-2009',
  title: 'Estimated GFR, CKD-EPI 2009 from creatinine',
  unit: 'mL/min/1.73m2',
  source: 'levey2009',
  rule: 'egfr-ckd-epi-2009/1',
  readings: { creatinine: 'falls' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: ({ creatinine }, person) => computeCkdEpi2009(creatinine, person),
});
