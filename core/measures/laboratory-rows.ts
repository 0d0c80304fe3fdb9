import { type Rational, rational } from '#core/quantities/rational.ts';

/** One row of the laboratory catalogue. */
export interface LaboratoryRow {
  readonly id: string;
  readonly title: string;
  /** Accepted units; the first is the one in which the measure answers. */
  readonly units: readonly [string, ...string[]];
  /** What a laboratory could report at all, in the first unit. Outside it is questioned, not refused. */
  readonly plausible: readonly [string, string];
  readonly molarMass?: Rational;
  readonly loinc?: string;
  readonly source: string;
}

/** g/mol. The conventional factor 88.4 from mg/dL to µmol/L is this, rounded. */
const creatinineMass = rational(11_312, 100);
/** g/mol of CH4N2O. */
const ureaMass = rational(6006, 100);
/** g of nitrogen in a mole of urea, two atoms of 14.007: the conventional factor 0.357 from mg/dL is this, rounded. */
const ureaNitrogenMass = rational(28_014, 1000);
/** g/mol of C33H36N4O6; conventionally 17.1 from mg/dL to µmol/L. */
const bilirubinMass = rational(58_466, 100);
/** g/mol of C6H12O6; mg/dL divided by 18.016 are mmol/L. */
const glucoseMass = rational(18_016, 100);

type Quantified = Omit<LaboratoryRow, 'id' | 'title' | 'units' | 'plausible' | 'source'>;

/** A row whose units and conversions are those of ucum. */
const row = (
  id: string,
  title: string,
  units: LaboratoryRow['units'],
  least: string,
  most: string,
  more: Quantified = {},
): LaboratoryRow => ({ id, title, units, plausible: [least, most], source: 'ucum', ...more });

const tenToTheNinth = ['10*9/L', '10^9/L', '/uL'] as const;
const massInLitres = ['g/L', 'g/dL'] as const;
const complement = ['g/L', 'mg/dL'] as const;
const marker = ['ng/mL', 'ug/L'] as const;
/** Laboratories write U/mL; each assay's unit is its own, and no other unit of activity is meant. */
const markerUnits = ['U/mL', 'kU/L'] as const;

const kidney: readonly LaboratoryRow[] = [
  {
    id: 'creatinine',
    title: 'Serum creatinine',
    units: ['mg/dL', 'umol/L'],
    plausible: ['0.1', '20'],
    molarMass: creatinineMass,
    loinc: '2160-0',
    source: 'kdigo2024',
  },
  {
    id: 'UPCR',
    title: 'Urine protein to creatinine ratio, morning urine',
    units: ['g/g', 'mg/mg', 'mg/g', 'mg/mmol'],
    plausible: ['0', '30'],
    molarMass: creatinineMass,
    loinc: '2890-2',
    source: 'kdigo2024',
  },
  {
    id: 'UACR',
    title: 'Urine albumin to creatinine ratio',
    units: ['mg/g', 'mg/mmol'],
    plausible: ['0', '30000'],
    molarMass: creatinineMass,
    loinc: '9318-7',
    source: 'kdigo2024',
  },
  {
    id: 'protein-24h',
    title: 'Urine protein in 24 hours',
    units: ['g/24h', 'mg/24h', 'g/(24.h)', 'mg/(24.h)'],
    plausible: ['0', '40'],
    loinc: '2889-4',
    source: 'kdigo2024',
  },
  row('cystatin-C', 'Cystatin C', ['mg/L'], '0.1', '12'),
  row('urea', 'Urea', ['mmol/L', 'mg/dL'], '0.3', '100', { molarMass: ureaMass }),
  row('BUN', 'Urea, as its nitrogen', ['mg/dL', 'mmol/L'], '1', '300', { molarMass: ureaNitrogenMass }),
  // Counted in fields of the microscope and reported as a stretch such as 5-10, both ends included.
  row('urine-RBC', 'Red cells in the urine sediment, per high-power field', ['/[HPF]'], '0', '1000'),
  row('urine-WBC', 'White cells in the urine sediment, per high-power field', ['/[HPF]'], '0', '1000'),
];

/** Shares of the glomeruli of a biopsy. */
const biopsy: readonly LaboratoryRow[] = [
  { ...row('sclerosed-glomeruli', 'Sclerosed glomeruli, share of all', ['%'], '0', '100'), source: 'bajema2018' },
  {
    ...row(
      'damaged-glomeruli',
      'Glomeruli with necrosis or microthrombi or cellular crescents, share of all',
      ['%'],
      '0',
      '100',
    ),
    source: 'bajema2018',
  },
];

const body: readonly LaboratoryRow[] = [
  row('weight', 'Body weight', ['kg', 'g'], '20', '250', { loinc: '29463-7' }),
  row('height', 'Body height', ['cm', 'm'], '50', '230'),
  row('temperature', 'Body temperature', ['Cel'], '33', '43'),
  row('systolic-pressure', 'Systolic blood pressure', ['mm[Hg]'], '50', '280', { loinc: '8480-6' }),
  row('diastolic-pressure', 'Diastolic blood pressure', ['mm[Hg]'], '20', '180', { loinc: '8462-4' }),
  row('heart-rate', 'Heart rate', ['/min', '{beats}/min'], '20', '250'),
];

const blood: readonly LaboratoryRow[] = [
  row('haemoglobin', 'Haemoglobin', massInLitres, '20', '250'),
  row('leucocytes', 'Leucocytes', tenToTheNinth, '0', '200'),
  row('neutrophils', 'Neutrophils', tenToTheNinth, '0', '100'),
  row('lymphocytes', 'Lymphocytes', tenToTheNinth, '0', '100'),
  row('platelets', 'Platelets', tenToTheNinth, '0', '2000'),
  row('ALT', 'Alanine aminotransferase', ['U/L'], '0', '10000'),
  row('AST', 'Aspartate aminotransferase', ['U/L'], '0', '10000'),
  row('albumin', 'Serum albumin', massInLitres, '5', '70'),
  row('bilirubin', 'Total bilirubin', ['umol/L', 'mg/dL', 'mg/L'], '0', '900', { molarMass: bilirubinMass }),
  row('CRP', 'C-reactive protein', ['mg/L', 'mg/dL'], '0', '600'),
  row('glucose', 'Glucose', ['mmol/L', 'mg/dL'], '0.5', '60', { molarMass: glucoseMass }),
  row('potassium', 'Potassium', ['mmol/L'], '1', '10'),
  row('sodium', 'Sodium', ['mmol/L'], '90', '200'),
];

/** Results of antibodies and markers depend on the assay: none converts to that of another. */
const serology: readonly LaboratoryRow[] = [
  row('C3', 'Complement C3', complement, '0', '5'),
  row('C4', 'Complement C4', complement, '0', '2'),
  row('anti-dsDNA', 'Antibodies to double-stranded DNA', ['[IU]/mL'], '0', '100000'),
  row('ANA-titre', 'Antinuclear antibody titre, 80 for 1:80', ['{titer}', '1'], '0', '100000'),
  row('AFP', 'Alpha-fetoprotein', marker, '0', '100000'),
  row('CEA', 'Carcinoembryonic antigen', marker, '0', '10000'),
  row('CA-125', 'Cancer antigen 125', markerUnits, '0', '100000'),
  row('CA-19-9', 'Carbohydrate antigen 19-9', markerUnits, '0', '100000'),
];

/**
 * @source units and conversions: ucum, with the molar masses above; codes only where they were seen paired with that
 * meaning
 */
export const laboratoryRows: readonly LaboratoryRow[] = [...kidney, ...biopsy, ...body, ...blood, ...serology];
