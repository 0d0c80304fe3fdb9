import type { ItemEntry } from '#core/conduct/trial-event.ts';
import type { Item } from '#core/measures/instrument.ts';
import { bilagFormAnswer } from './bilag-form-answer.ts';
import type { DiseaseCourse } from './disease-course.ts';
import type { VirtualPerson } from './virtual-person.ts';

/** Who is asked, and in which week from randomisation; screening is week 0 too. */
export interface Attendance {
  readonly person: VirtualPerson;
  readonly course: DiseaseCourse;
  readonly visit: string;
  readonly week: number;
}

const quantity = (item: string, value: string, unit: string): ItemEntry => ({ item, value, unit });

const laboratoryValue: Readonly<Record<string, (sitting: Attendance) => readonly [string, string]>> = {
  creatinine: ({ course, week }) => [course.creatinineAt(week).toFixed(0), 'umol/L'],
  UPCR: ({ course, week }) => [Math.max(0.02, course.upcrAt(week)).toFixed(2), 'g/g'],
  'protein-24h': ({ course, week }) => [Math.max(0.02, course.upcrAt(week + 0.5)).toFixed(2), 'g/24h'],
  weight: ({ person }) => [person.weightKg.toFixed(1), 'kg'],
  haemoglobin: ({ person }) => [(person.sex === 'female' ? 112 : 124).toFixed(0), 'g/L'],
  leucocytes: ({ person }) => [person.activity.includes('leucopenia') ? '2.8' : '6.1', '10^9/L'],
  neutrophils: () => ['3.9', '10^9/L'],
  lymphocytes: () => ['1.4', '10^9/L'],
  platelets: () => ['224', '10^9/L'],
  ALT: () => ['21', 'U/L'],
  AST: () => ['24', 'U/L'],
  UACR: ({ course, week }) => [(700 * Math.max(0.02, course.upcrAt(week))).toFixed(0), 'mg/g'],
  'cystatin-C': ({ course, week }) => [(course.creatinineAt(week) / 80).toFixed(2), 'mg/L'],
  urea: ({ course, week }) => [(course.creatinineAt(week) / 14).toFixed(1), 'mmol/L'],
  BUN: ({ course, week }) => [(course.creatinineAt(week) / 5).toFixed(1), 'mg/dL'],
  'urine-RBC': (sitting) => [sledaiPresent('haematuria', sitting) ? '10-15' : '0-2', '/[HPF]'],
  'urine-WBC': (sitting) => [sledaiPresent('pyuria', sitting) ? '6-10' : '0-3', '/[HPF]'],
  'sclerosed-glomeruli': () => ['8', '%'],
  'damaged-glomeruli': () => ['12', '%'],
  height: ({ person }) => [person.sex === 'female' ? '161' : '173', 'cm'],
  temperature: () => ['36.6', 'Cel'],
  'systolic-pressure': () => ['124', 'mm[Hg]'],
  'diastolic-pressure': () => ['78', 'mm[Hg]'],
  'heart-rate': () => ['76', '/min'],
  albumin: ({ course, week }) => [Math.max(18, 42 - 4 * course.upcrAt(week)).toFixed(0), 'g/L'],
  bilirubin: () => ['9', 'umol/L'],
  CRP: () => ['<5', 'mg/L'],
  glucose: () => ['5.1', 'mmol/L'],
  potassium: () => ['4.2', 'mmol/L'],
  sodium: () => ['140', 'mmol/L'],
  C3: (sitting) => [sledaiPresent('low-complement', sitting) ? '0.61' : '1.02', 'g/L'],
  C4: (sitting) => [sledaiPresent('low-complement', sitting) ? '0.08' : '0.22', 'g/L'],
  'anti-dsDNA': (sitting) => [sledaiPresent('increased-dna-binding', sitting) ? '180' : '<10', '[IU]/mL'],
  'ANA-titre': () => ['320', '{titer}'],
  AFP: () => ['2.4', 'ng/mL'],
  CEA: () => ['1.1', 'ng/mL'],
  'CA-125': () => ['14', 'U/mL'],
  'CA-19-9': () => ['9', 'U/mL'],
};

const yes = (claim: boolean): string => (claim ? 'yes' : 'no');

const finding: Readonly<Record<string, (sitting: Attendance) => string>> = {
  fertile: ({ person }) => yes(person.ageYears < 50),
  'agrees-to-contraception': () => 'yes',
  'childbearing-potential': ({ person }) => yes(person.sex === 'female' && person.ageYears < 50),
  pregnant: ({ person }) => yes(person.pregnant),
  lactating: () => 'no',
  'urine-hCG': ({ person }) => (person.pregnant ? 'positive' : 'negative'),
  'serum-hCG': ({ person }) => (person.pregnant ? 'positive' : 'negative'),
  'possible-pregnancy': ({ person }) => yes(person.pregnant),
  'intends-pregnancy': () => 'no',
  'RBC-casts': (sitting) => (sledaiPresent('urinary-casts', sitting) ? 'present' : 'absent'),
  ANA: () => 'positive',
  HBsAg: () => 'negative',
  'anti-HCV': () => 'negative',
  'anti-HIV': () => 'negative',
  'syphilis-test': () => 'negative',
  'tuberculosis-test': () => 'negative',
  'on-dialysis': () => 'no',
  'other-glomerular-disease': () => 'no',
  'blood-pressure-controlled': () => 'yes',
  'vaccinated-pneumococcus': () => 'yes',
  'vaccinated-influenza': () => 'yes',
  entry: () => 'relapse',
  'standard-treatment-response': () => 'partial',
  'LN-class': ({ person }) => (person.upcr > 3 ? 'IV, V' : 'IV'),
};

const acrOrder = [
  'renal',
  'ana',
  'immunologic',
  'malar-rash',
  'arthritis',
  'oral-ulcers',
  'haematologic',
  'photosensitivity',
  'serositis',
];

const sliccMet = ['biopsy-proven-nephritis', 'ana', 'anti-dsDNA', 'renal', 'low-complement', 'synovitis', 'leucopenia'];

const eularAcrMet = ['ana', 'class-III-or-IV', 'proteinuria', 'low-C3', 'anti-dsDNA', 'joints', 'leucopenia'];

const sledaiPresent = (item: string, { person, course, week }: Attendance): boolean => {
  if (item === 'proteinuria') return course.upcrAt(week) > 0.5;
  return person.activity.includes(item) && (week === 0 || course.persists(item, week));
};

const renalGrade = (course: DiseaseCourse, week: number, active: boolean): string => {
  const upcr = course.upcrAt(week);
  const improved = week > 0 && upcr <= 0.75 * course.upcrAt(0);
  if (upcr > 1 && !improved) return active ? 'A' : 'B';
  if (upcr >= 0.5 && !improved) return 'B';
  return upcr > 0.25 ? 'C' : 'D';
};

const bilagGrade = (system: string, sitting: Attendance): string => {
  const { course, week } = sitting;
  if (system === 'renal') return renalGrade(course, week, sledaiPresent('haematuria', sitting));
  if (system === 'mucocutaneous') return sledaiPresent('rash', sitting) ? 'B' : 'D';
  if (system === 'musculoskeletal') return sledaiPresent('arthritis', sitting) ? 'B' : 'D';
  return system === 'haematological' && sledaiPresent('leucopenia', sitting) ? 'C' : 'E';
};

const pgaOf = ({ course, week }: Attendance): string =>
  Math.min(3, Math.max(0, Math.log2(1 + course.upcrAt(week)))).toFixed(1);

/** A result may be missing, a collection over 24 hours twice as often; a weight is taken, since a dose hangs on it. */
const isMissing = ({ course, visit }: Attendance, id: string): boolean =>
  id !== 'weight' && (course.notDone(visit, id) || (id === 'protein-24h' && course.notDone(visit, 'collection')));

const present = (claim: boolean): string => (claim ? 'present' : 'absent');

/** The answer to one item of an instrument with several; undefined where nobody taught it. */
const instrumentAnswer = (instrument: string, part: string, item: Item, sitting: Attendance): string | undefined => {
  const criteria = sitting.person.acrCriteria;
  switch (instrument) {
    case 'SLEDAI-2K':
      return present(sledaiPresent(part, sitting));
    case 'ACR-1997-count':
      return present(acrOrder.slice(0, criteria).includes(part));
    case 'BILAG-2004':
      return bilagGrade(part, sitting);
    case 'SLICC-2012':
      return present(sliccMet.slice(0, criteria).includes(part));
    case 'EULAR-ACR-2019':
      return present(eularAcrMet.slice(0, criteria).includes(part));
    case 'SDI':
      return '0';
    case 'NIH-activity':
    case 'NIH-chronicity':
      return sitting.week === 0 ? '1' : 'not done';
    case 'lupusqol':
      return sitting.week === 0 ? '2' : '3';
    case 'sf36':
      return item.answer.type === 'whole number'
        ? String(Math.ceil((item.answer.least + item.answer.most) / 2))
        : undefined;
    case 'PGA':
      return pgaOf(sitting);
    case 'PGA-100mm':
      return ((100 * Number(pgaOf(sitting))) / 3).toFixed(0);
    case 'PGA-10':
      return ((10 * Number(pgaOf(sitting))) / 3).toFixed(1);
    default:
      return undefined;
  }
};

/** The answer of a virtual person to one item of a form; throws for an item that nobody taught it. */
export const answerItem = (item: Item, sitting: Attendance): ItemEntry => {
  const { id } = item;
  const [instrument = '', part = ''] = id.split('.');
  if (instrument === 'BILAG') return bilagFormAnswer(item, (result) => laboratoryValue[result]?.(sitting));
  const lab = laboratoryValue[id];
  if (lab !== undefined)
    return isMissing(sitting, id) ? { item: id, value: 'not done' } : quantity(id, ...lab(sitting));
  const value = finding[id]?.(sitting) ?? instrumentAnswer(instrument, part, item, sitting);
  if (value === undefined) throw new Error(`virtual people have no answer to ${id}`);
  return { item: id, value };
};
