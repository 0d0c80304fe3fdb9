import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate, CKD-EPI cystatin C equation of 2012.
 *
 *   133 · min(C/0.8, 1)^−0.499 · max(C/0.8, 1)^−1.328 · 0.996^age · 0.932 if female
 *
 * @source inker2012; some reprints have 0.9962
 * @param cystatin serum cystatin C, mg/L; > 0
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min/1.73 m², unrounded
 */
export const computeCystatin2012 = (cystatin: number, { age, sex }: FiltrationPerson): number => {
  const ratio = cystatin / 0.8;
  const factor = sex === 'female' ? 0.932 : 1;
  return 133 * Math.min(ratio, 1) ** -0.499 * Math.max(ratio, 1) ** -1.328 * 0.996 ** age * factor;
};

export const egfrCystatin = filtrationMeasure({
  id: 'eGFR-cystatin-C',
  title: 'Estimated GFR, CKD-EPI 2012 from cystatin C',
  unit: 'mL/min/1.73m2',
  source: 'inker2012',
  rule: 'egfr-cystatin-c/1',
  readings: { 'cystatin-C': 'falls' },
  form: 'cystatin-C',
  usesSex: true,
  ages: adults,
  formula: (values, person) => computeCystatin2012(values['cystatin-C'], person),
});
