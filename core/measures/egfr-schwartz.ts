import { filtrationMeasure } from './filtration.ts';

/**
 * Estimated glomerular filtration rate of children, bedside Schwartz equation.
 *
 *   0.413 · height / Scr
 *
 * @source schwartz2009
 * @param creatinine serum creatinine, mg/dL, isotope-dilution traceable; > 0
 * @param height cm
 * @returns mL/min/1.73 m², unrounded
 */
export const computeSchwartz = (creatinine: number, height: number): number => (0.413 * height) / creatinine;

/** For ages from 1 to below 18 years. */
export const egfrSchwartz = filtrationMeasure({
  id: 'eGFR-Schwartz',
  title: 'Estimated GFR, bedside Schwartz from creatinine and height',
  unit: 'mL/min/1.73m2',
  source: 'schwartz2009',
  rule: 'egfr-schwartz/1',
  readings: { creatinine: 'falls', height: 'rises' },
  form: 'creatinine',
  usesSex: false,
  ages: [1, 18],
  formula: ({ creatinine, height }) => computeSchwartz(creatinine, height),
});
