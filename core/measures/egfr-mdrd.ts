import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate, MDRD equation of four variables for creatinine that is traceable to isotope
 * dilution, without its factor for race.
 *
 *   175 · Scr^−1.154 · age^−0.203 · 0.742 if female
 *
 * @source levey2006
 * @param creatinine serum creatinine, mg/dL; > 0
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min/1.73 m², unrounded
 */
export const computeMdrd = (creatinine: number, { age, sex }: FiltrationPerson): number =>
  175 * creatinine ** -1.154 * age ** -0.203 * (sex === 'female' ? 0.742 : 1);

export const egfrMdrd = filtrationMeasure({
  id: 'eGFR-MDRD',
  title: 'Estimated GFR, MDRD from creatinine',
  unit: 'mL/min/1.73m2',
  source: 'levey2006',
  rule: 'egfr-mdrd/1',
  readings: { creatinine: 'falls' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: ({ creatinine }, person) => computeMdrd(creatinine, person),
});
