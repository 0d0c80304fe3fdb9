import { type FiltrationPerson, filtrationMeasure } from './filtration.ts';

/** K of the authors' table: what it is at 12, and by what it grows in a year before and after that. */
const coefficients = {
  male: { atTwelve: 39, before: 1.008, after: 1.045, adult: 50.8 },
  female: { atTwelve: 36.1, before: 1.008, after: 1.023, adult: 41.4 },
} as const;

const turningAge = 12;
const adultAge = 18;

/**
 * Estimated glomerular filtration rate of children and young adults, CKiD U25 from creatinine: no jump at 18 but for the
 * rounding of its table.
 *
 *   K(age, sex) · height in m / Scr
 *   K = 39.0 · 1.008^(age−12) below 12, 39.0 · 1.045^(age−12) from 12, 50.8 from 18 (male)
 *   K = 36.1 · 1.008^(age−12) below 12, 36.1 · 1.023^(age−12) from 12, 41.4 from 18 (female)
 *
 * @source pierce2021, as the authors' programs have it
 * @param creatinine serum creatinine, mg/dL, isotope-dilution traceable; > 0
 * @param height cm
 * @param person years with their fraction, from 1 to below 26
 * @returns mL/min/1.73 m², unrounded
 */
export const computeCkidU25 = (creatinine: number, height: number, { age, sex }: FiltrationPerson): number => {
  const { atTwelve, before, after, adult } = coefficients[sex];
  const grown = atTwelve * (age < turningAge ? before : after) ** (age - turningAge);
  return ((age < adultAge ? grown : adult) * height) / 100 / creatinine;
};

/** For ages from 1 to below 26 years. */
export const egfrCkidU25 = filtrationMeasure({
  id: 'eGFR-CKiD-U25',
  title: 'Estimated GFR, CKiD U25 from creatinine and height',
  unit: 'mL/min/1.73m2',
  source: 'pierce2021',
  rule: 'egfr-ckid-u25/1',
  readings: { creatinine: 'falls', height: 'rises' },
  form: 'creatinine',
  usesSex: true,
  ages: [1, 26],
  years: 'exact',
  withAge: 'rises',
  formula: ({ creatinine, height }, person) => computeCkidU25(creatinine, height, person),
});
