import type { CtcaeVersion, Grade } from './grade.ts';
import { bothVersions } from './laboratory-rule.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';

/** What raises a grade without any number: a physician decides it, not the laboratory. */
export interface ClinicalCriterion {
  readonly grade: Grade;
  readonly text: string;
}

type Row = readonly [LaboratoryTerm, Grade, string, readonly CtcaeVersion[]];

const lifeThreatening = 'life-threatening consequences';
const hospital = 'hospitalization indicated';

const rows: readonly Row[] = [
  ['acidosis', 4, lifeThreatening, bothVersions],
  ['activated partial thromboplastin time prolonged', 3, 'bleeding', bothVersions],
  ['alkalosis', 4, lifeThreatening, bothVersions],
  ['anemia', 3, 'transfusion indicated', bothVersions],
  ['anemia', 4, lifeThreatening, bothVersions],
  ['electrocardiogram QT corrected interval prolonged', 4, 'signs of serious arrhythmia', ['v5.0']],
  ['eosinophilia', 3, 'steroids initiated', ['v5.0']],
  ['hypercalcemia', 2, 'symptomatic', bothVersions],
  ['hypercalcemia', 3, hospital, bothVersions],
  ['hypercalcemia', 4, lifeThreatening, bothVersions],
  ['hypercalcemia, ionized', 2, 'symptomatic', bothVersions],
  ['hypercalcemia, ionized', 3, hospital, bothVersions],
  ['hypercalcemia, ionized', 4, lifeThreatening, bothVersions],
  ['hyperglycemia, fasting', 3, hospital, ['v4.03']],
  ['hyperglycemia, fasting', 4, lifeThreatening, ['v4.03']],
  ['hyperkalemia', 2, 'intervention initiated', ['v5.0']],
  ['hyperkalemia', 3, hospital, bothVersions],
  ['hyperkalemia', 4, lifeThreatening, bothVersions],
  ['hypermagnesemia', 4, lifeThreatening, bothVersions],
  ['hypernatremia', 2, 'intervention initiated', ['v5.0']],
  ['hypernatremia', 3, hospital, bothVersions],
  ['hypernatremia', 4, lifeThreatening, bothVersions],
  ['hypertriglyceridemia', 4, lifeThreatening, bothVersions],
  ['hyperuricemia', 4, lifeThreatening, bothVersions],
  ['hypoalbuminemia', 4, lifeThreatening, bothVersions],
  ['hypocalcemia', 2, 'symptomatic', bothVersions],
  ['hypocalcemia', 3, hospital, bothVersions],
  ['hypocalcemia', 4, lifeThreatening, bothVersions],
  ['hypocalcemia, ionized', 2, 'symptomatic', bothVersions],
  ['hypocalcemia, ionized', 3, hospital, bothVersions],
  ['hypocalcemia, ionized', 4, lifeThreatening, bothVersions],
  ['hypoglycemia', 4, 'life-threatening consequences or seizures', bothVersions],
  ['hypokalemia', 3, hospital, bothVersions],
  ['hypokalemia', 4, lifeThreatening, bothVersions],
  ['hypomagnesemia', 4, lifeThreatening, bothVersions],
  ['hyponatremia', 4, lifeThreatening, bothVersions],
  ['hypophosphatemia', 4, lifeThreatening, ['v4.03']],
  ['INR increased', 3, 'bleeding', ['v5.0']],
  ['leukocytosis', 4, 'clinical manifestations of leucostasis', bothVersions],
];

/**
 * What could raise the grade of a term above this one, which the grade by numbers does not weigh.
 * @source ctcae5 and ctcae403
 */
export const clinicalCriteriaAbove = (
  grade: Grade,
  term: LaboratoryTerm,
  version: CtcaeVersion,
): readonly ClinicalCriterion[] =>
  rows
    .filter((row) => row[0] === term && row[3].includes(version) && row[1] > grade)
    .map((row) => ({ grade: row[1], text: row[2] }));
