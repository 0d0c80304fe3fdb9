import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate, CKD-EPI creatinine equation without race.
 *
 *   142 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.200 · 0.9938^age · 1.012 if female
 *   κ = 0.7, α = −0.241 (female); κ = 0.9, α = −0.302 (male)
 *
 * @source inker2021
 * @param creatinine serum creatinine, mg/dL, isotope-dilution traceable; > 0
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min/1.73 m², unrounded; the report rounds
 */
export const computeCkdEpi2021 = (creatinine: number, { age, sex }: FiltrationPerson): number => {
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / kappa;
  return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
};

export const egfr = filtrationMeasure({
  id: 'eGFR',
  title: 'Estimated GFR, CKD-EPI 2021 from creatinine',
  unit: 'mL/min/1.73m2',
  source: 'inker2021',
  rule: 'egfr-ckd-epi-2021/1',
  readings: { creatinine: 'falls' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: ({ creatinine }, person) => computeCkdEpi2021(creatinine, person),
});
