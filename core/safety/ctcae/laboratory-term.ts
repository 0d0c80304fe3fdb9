import { laboratoryRows } from '#core/measures/laboratory-rows.ts';
import { type Rational, rational } from '#core/quantities/rational.ts';
import { isUnit, readUnit, type Unit } from '#core/quantities/unit.ts';

/** What the terms are about: a measure of the laboratory catalogue, or a quantity that has none there yet. */
type Subject =
  | { readonly measure: string; readonly molarMass?: Rational; readonly charge?: 1 }
  | { readonly unit: string; readonly molarMass?: Rational };

const count: Subject = { unit: '10*9/L' };
const enzyme: Subject = { unit: 'U/L' };
/** A number without unit: a ratio, a pH, the pluses of a dipstick. */
const number: Subject = { unit: '1' };
/** g/mol of the element, for mg/dL of calcium. */
const calcium: Subject = { unit: 'mmol/L', molarMass: rational(40_078, 1000) };
const magnesium: Subject = { unit: 'mmol/L', molarMass: rational(24_305, 1000) };
/** Laboratories write mg/dL of phosphate as mg of phosphorus. */
const phosphate: Subject = { unit: 'mmol/L', molarMass: rational(30_974, 1000) };
const cholesterol: Subject = { unit: 'mmol/L', molarMass: rational(38_665, 100) };
/** Counted as triolein. */
const triglycerides: Subject = { unit: 'mmol/L', molarMass: rational(88_543, 100) };
const urate: Subject = { unit: 'umol/L', molarMass: rational(16_811, 100) };
/** One chain of haemoglobin, as the conventional factor 0.6206 from g/dL to mmol/L has it. */
const haemoglobin: Subject = { measure: 'haemoglobin', molarMass: rational(100_000_000, 6206) };
const potassium: Subject = { measure: 'potassium', charge: 1 };
const sodium: Subject = { measure: 'sodium', charge: 1 };

/** Terms of CTCAE that numbers decide, in its own words in lower case, and what each is about. */
const subjects = {
  acidosis: number,
  'activated partial thromboplastin time prolonged': { unit: 's' },
  'alanine aminotransferase increased': { measure: 'ALT' },
  'alkaline phosphatase increased': enzyme,
  alkalosis: number,
  anemia: haemoglobin,
  'aspartate aminotransferase increased': { measure: 'AST' },
  'blood bicarbonate decreased': { unit: 'mmol/L' },
  'blood bilirubin increased': { measure: 'bilirubin' },
  'blood lactate dehydrogenase increased': enzyme,
  'CD4 lymphocytes decreased': count,
  'cholesterol high': cholesterol,
  'CPK increased': enzyme,
  'creatinine increased': { measure: 'creatinine' },
  'electrocardiogram QT corrected interval prolonged': { unit: 'ms' },
  eosinophilia: count,
  'fibrinogen decreased': { unit: 'g/L' },
  'GGT increased': enzyme,
  'haptoglobin decreased': { unit: 'g/L' },
  'hemoglobin increased': haemoglobin,
  hypercalcemia: calcium,
  'hypercalcemia, ionized': calcium,
  'hyperglycemia, fasting': { measure: 'glucose' },
  hyperkalemia: potassium,
  hypermagnesemia: magnesium,
  hypernatremia: sodium,
  hypertriglyceridemia: triglycerides,
  hyperuricemia: urate,
  hypoalbuminemia: { measure: 'albumin' },
  hypocalcemia: calcium,
  'hypocalcemia, ionized': calcium,
  hypoglycemia: { measure: 'glucose' },
  hypokalemia: potassium,
  hypomagnesemia: magnesium,
  hyponatremia: sodium,
  hypophosphatemia: phosphate,
  'INR increased': number,
  leukocytosis: { measure: 'leucocytes' },
  'lipase increased': enzyme,
  'lymphocyte count decreased': { measure: 'lymphocytes' },
  'lymphocyte count increased': { measure: 'lymphocytes' },
  'neutrophil count decreased': { measure: 'neutrophils' },
  'platelet count decreased': { measure: 'platelets' },
  proteinuria: { measure: 'protein-24h' },
  'proteinuria by dipstick': number,
  'serum amylase increased': enzyme,
  'white blood cell decreased': { measure: 'leucocytes' },
} as const satisfies Readonly<Record<string, Subject>>;

export type LaboratoryTerm = keyof typeof subjects;

/** What a term is about: the measure of the laboratory catalogue where there is one, and how its values convert. */
export interface LaboratorySubject {
  readonly measure: string | undefined;
  /** The unit of the measure: normal ranges are given in it. */
  readonly unit: Unit;
  readonly molarMass: Rational | undefined;
  /** Charge of an ion that is also reported in mEq/L. */
  readonly charge: 1 | undefined;
}

/** A unit of the tables of this folder. Throws on one that cannot be read. */
export const unitCalled = (text: string): Unit => {
  const unit = readUnit(text);
  if (!isUnit(unit)) throw new Error(`CTCAE: the unit ${text} cannot be read`);
  return unit;
};

const subjectFrom = (subject: Subject): LaboratorySubject => {
  if ('unit' in subject)
    return { measure: undefined, unit: unitCalled(subject.unit), molarMass: subject.molarMass, charge: undefined };
  const row = laboratoryRows.find(({ id }) => id === subject.measure);
  if (row === undefined) throw new Error(`CTCAE: the laboratory catalogue has no ${subject.measure}`);
  const molarMass = subject.molarMass ?? row.molarMass;
  return { measure: row.id, unit: unitCalled(row.units[0]), molarMass, charge: subject.charge };
};

const isLaboratoryTerm = (name: string): name is LaboratoryTerm => name in subjects;

/** All terms, in the order of the alphabet. */
export const laboratoryTerms: readonly LaboratoryTerm[] = Object.keys(subjects).filter(isLaboratoryTerm);

const read = new Map(laboratoryTerms.map((term) => [term, subjectFrom(subjects[term])]));

/** The subject of a term. */
export const subjectOf = (term: LaboratoryTerm): LaboratorySubject => {
  const subject = read.get(term);
  if (subject === undefined) throw new Error(`CTCAE: no subject for ${term}`);
  return subject;
};
