import { adults, type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/**
 * Creatinine clearance by Cockcroft and Gault, which is not indexed to a body surface.
 *
 *   (140 − age) · weight / (72 · Scr) · 0.85 if female
 *
 * @source cockcroft1976
 * @param creatinine serum creatinine, mg/dL; > 0
 * @param weight kg
 * @param person completed years on the day of sampling, from 18
 * @returns mL/min, unrounded
 */
export const computeCockcroftGault = (creatinine: number, weight: number, { age, sex }: FiltrationPerson): number =>
  (((140 - age) * weight) / (72 * creatinine)) * (sex === 'female' ? 0.85 : 1);

export const creatinineClearance = filtrationMeasure({
  id: 'creatinine-clearance',
  title: 'Creatinine clearance, Cockcroft-Gault from creatinine and weight',
  unit: 'mL/min',
  source: 'cockcroft1976',
  rule: 'creatinine-clearance/1',
  readings: { creatinine: 'falls', weight: 'rises' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: ({ creatinine, weight }, person) => computeCockcroftGault(creatinine, weight, person),
});
