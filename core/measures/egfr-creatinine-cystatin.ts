import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate, CKD-EPI equation of 2021 from creatinine and cystatin C, without race.
 *
 *   135 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−0.544 · min(C/0.8, 1)^−0.323 · max(C/0.8, 1)^−0.778 · 0.9961^age · 0.963 if female
 *   κ = 0.7, α = −0.219 (female); κ = 0.9, α = −0.144 (male)
 *
 * @source inker2021
 * @param creatinine serum creatinine, mg/dL, isotope-dilution traceable; > 0
 * @param cystatin serum cystatin C, mg/L; > 0
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min/1.73 m², unrounded
 */
export const computeCreatinineCystatin2021 = (
  creatinine: number,
  cystatin: number,
  { age, sex }: FiltrationPerson,
): number => {
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.219, 0.963] : [0.9, -0.144, 1];
  const [ratio, other] = [creatinine / kappa, cystatin / 0.8];
  const ofCreatinine = Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -0.544;
  const ofCystatin = Math.min(other, 1) ** -0.323 * Math.max(other, 1) ** -0.778;
  return 135 * ofCreatinine * ofCystatin * 0.9961 ** age * factor;
};

export const egfrCreatinineCystatin = filtrationMeasure({
  id: 'eGFR-creatinine-cystatin-C',
  title: 'Estimated GFR, CKD-EPI 2021 from creatinine and cystatin C',
  unit: 'mL/min/1.73m2',
  source: 'inker2021',
  rule: 'egfr-creatinine-cystatin-c/1',
  readings: { creatinine: 'falls', 'cystatin-C': 'falls' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: (values, person) => computeCreatinineCystatin2021(values.creatinine, values['cystatin-C'], person),
});
