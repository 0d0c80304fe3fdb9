import { writeRational } from '#core/quantities/decimal.ts';
import type { GuideFamily, MeasureGuide, MeasureOption, WorkedExample } from '../guide.ts';
import { type LaboratoryRow, laboratoryRows } from '../laboratory-rows.ts';

/** A result as it was written, and the number that it is in the first unit of the row; an id where the example has one. */
type Converted = readonly [written: string, number: string, id?: string];

/** Worked examples X1 to X3 and U1 to U3; the others show that a unit converts exactly and that "<" stays a range. */
const converted: Readonly<Record<string, readonly Converted[]>> = {
  creatinine: [
    ['110 umol/L', '1.2443', 'X1'],
    ['120 umol/L', '1.3574', 'E3'],
    ['1.20 mg/dL', '1.2'],
  ],
  UPCR: [
    ['226.24 mg/mmol', '2', 'U1'],
    ['2000 mg/g', '2', 'U1'],
    ['56.56 mg/mmol', '0.5', 'U3'],
    ['<0.04 g/g', 'below 0.04'],
  ],
  UACR: [['3 mg/mmol', '26.5205']],
  'protein-24h': [
    ['2.0 g/24h', '2', 'U2'],
    ['500 mg/24h', '0.5'],
  ],
  'cystatin-C': [['1.20 mg/L', '1.2']],
  urea: [['60 mg/dL', '9.99']],
  BUN: [
    ['28 mg/dL', '28', 'X3'],
    ['10 mmol/L', '28.014', 'X3'],
  ],
  'urine-RBC': [['5-10 /[HPF]', '5 to 10']],
  'urine-WBC': [['5 /[HPF]', '5']],
  'sclerosed-glomeruli': [['12 %', '12']],
  'damaged-glomeruli': [['35 %', '35']],
  weight: [['57.4 kg', '57.4']],
  height: [['1.62 m', '162']],
  temperature: [['38.0 Cel', '38']],
  'systolic-pressure': [['130 mm[Hg]', '130']],
  'diastolic-pressure': [['80 mm[Hg]', '80']],
  'heart-rate': [['76 /min', '76']],
  haemoglobin: [['9.5 g/dL', '95', 'X3']],
  leucocytes: [['2900 /uL', '2.9']],
  neutrophils: [['1.5 10*9/L', '1.5']],
  lymphocytes: [['0.9 10^9/L', '0.9']],
  platelets: [['99 10^9/L', '99']],
  ALT: [['130 U/L', '130']],
  AST: [['24 U/L', '24']],
  albumin: [['3.0 g/dL', '30']],
  bilirubin: [['1.0 mg/dL', '17.104']],
  CRP: [['<5 mg/L', 'below 5']],
  glucose: [['90 mg/dL', '4.9956']],
  potassium: [['4.2 mmol/L', '4.2']],
  sodium: [['140 mmol/L', '140']],
  C3: [['78 mg/dL', '0.78', 'X2']],
  C4: [['8 mg/dL', '0.08']],
  'anti-dsDNA': [['>200 [IU]/mL', 'above 200']],
  'ANA-titre': [['320 {titer}', '320']],
  AFP: [['2.4 ug/L', '2.4']],
  CEA: [['1.1 ng/mL', '1.1']],
  'CA-125': [['14 kU/L', '14']],
  'CA-19-9': [['9 U/mL', '9']],
};

const ratioUnit: MeasureOption = {
  id: 'limits in two units',
  choices: ['exact conversion', 'the number quoted for the unit that was reported'],
  default: 'exact conversion',
  why: 'Guidelines print 0.5 g/g beside 50 mg/mmol, which is exactly 0.442 g/g. The program has the first choice only; a study that wants the second writes both limits.',
  tag: 'recalled',
};

const options: Readonly<Record<string, readonly MeasureOption[]>> = { UPCR: [ratioUnit], UACR: [ratioUnit] };

const conversion = ({ units: [own, ...more], molarMass }: LaboratoryRow): readonly string[] => {
  const others = more.filter((unit) => unit !== '1');
  if (others.length === 0) return [];
  const mass = molarMass === undefined ? '' : `; mass and amount are linked by ${writeRational(molarMass)} g/mol`;
  return [`${others.join(', ')} ${others.length === 1 ? 'converts' : 'convert'} exactly to ${own}${mass}.`];
};

const edgesOf = ({ plausible: [least, most], units: [own] }: LaboratoryRow): readonly string[] => [
  'Nothing is rounded: limits compare with the number as it was written.',
  'A censored result stays a range: <0.04 is from 0 to below 0.04, 5-10 is from 5 to 10, both included.',
  `Outside ${least} to ${most} ${own} a result is questioned, not refused; below zero it is unreadable.`,
];

const examplesOf = ({ id, title, units: [own] }: LaboratoryRow): readonly WorkedExample[] =>
  (converted[id] ?? []).map(([written, number, example = 'a']) => ({
    id: example,
    answers: { [id]: written },
    says: `${title} ${number} ${own}`,
  }));

const guideOfRow = (row: LaboratoryRow): MeasureGuide => ({
  rule: [`The result as it was reported, in ${row.units[0]}.`, ...conversion(row)],
  edges: edgesOf(row),
  options: options[row.id] ?? [],
  licence: 'Nothing to license: a number and a unit. Units follow UCUM, codes LOINC, each with its notice.',
  examples: examplesOf(row),
});

export const laboratoryGuides: GuideFamily = {
  group: 'laboratory',
  page: 'laboratory',
  guides: new Map(laboratoryRows.map((row) => [row.id, guideOfRow(row)])),
};
