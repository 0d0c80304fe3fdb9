import { laboratoryRows } from '#core/measures/laboratory-rows.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { type BilagSystem, forSystems } from './systems.ts';

/** How an item is answered. The first unit is the one of the form, in which the rules compare. */
export type BilagAnswerType =
  /** 0 not present, 1 improving, 2 same, 3 worse, 4 new. */
  | { readonly type: 'ordinal' }
  | { readonly type: 'yes/no' }
  /** Protein on the dipstick: 0 none, 1 +, 2 ++, 3 +++ or more. */
  | { readonly type: 'dipstick' }
  | {
      readonly type: 'amount';
      readonly units: readonly [string, ...string[]];
      readonly plausible: readonly [string, string];
      readonly molarMass?: Rational;
    };

export interface BilagItem {
  readonly number: number;
  /** Our own short words; the wording of the form and of its glossary is licensed and not included. */
  readonly label: string;
  readonly system: BilagSystem;
  readonly answer: BilagAnswerType;
}

const ordinals = (system: BilagSystem, first: number, labels: readonly string[]): readonly BilagItem[] =>
  labels.map((label, index) => ({ number: first + index, label, system, answer: { type: 'ordinal' } }));

const yesNo = (system: BilagSystem, number: number, label: string): BilagItem => ({
  number,
  label,
  system,
  answer: { type: 'yes/no' },
});

type Units = readonly [string, ...string[]];

const amount = (
  system: BilagSystem,
  number: number,
  label: string,
  units: Units,
  plausible: readonly [string, string],
  molarMass?: Rational,
): BilagItem => ({
  number,
  label,
  system,
  answer: { type: 'amount', units, plausible, ...(molarMass === undefined ? {} : { molarMass }) },
});

/** One molar mass for creatinine in the whole catalogue. */
const creatinineMass = laboratoryRows.find(({ id }) => id === 'creatinine')?.molarMass;

const cellCount = ['10*9/L', '10^9/L', '/uL'] as const;
const ratioToCreatinine = ['mg/mmol', 'g/g', 'mg/mg', 'mg/g'] as const;
const proteinIn24h = ['g/24h', 'mg/24h', 'g/(24.h)', 'mg/(24.h)'] as const;

/**
 * The 97 items of BILAG-2004, in the order of the form.
 *
 * @source isenberg2005, yee2010: numbers and meaning of the form of September 2009; labels are our own
 */
export const bilagItemTable: readonly BilagItem[] = [
  ...ordinals('constitutional', 1, ['fever', 'weight loss', 'enlarged lymph nodes or spleen', 'anorexia']),
  ...ordinals('mucocutaneous', 5, [
    'severe skin eruption',
    'mild skin eruption',
    'severe angio-oedema',
    'mild angio-oedema',
    'severe mucosal ulcers',
    'mild mucosal ulcers',
    'severe panniculitis or bullous lupus',
    'mild panniculitis or bullous lupus',
    'major skin vasculitis or thrombosis',
    'digital infarcts or nodular vasculitis',
    'severe alopecia',
    'mild alopecia',
    'peri-ungual erythema or chilblains',
    'splinter haemorrhages',
  ]),
  ...ordinals('neuropsychiatric', 19, [
    'aseptic meningitis',
    'cerebral vasculitis',
    'demyelinating syndrome',
    'myelopathy',
    'acute confusion',
    'psychosis',
    'acute demyelinating polyradiculoneuropathy',
    'mononeuropathy',
    'cranial neuropathy',
    'plexopathy',
    'polyneuropathy',
    'seizures',
    'status epilepticus',
    'stroke without vasculitis',
    'cognitive dysfunction',
    'movement disorder',
    'autonomic disorder',
    'isolated cerebellar ataxia',
    'severe lupus headache',
    'headache of raised intracranial pressure',
  ]),
  ...ordinals('musculoskeletal', 39, [
    'severe myositis',
    'mild myositis',
    'severe arthritis',
    'moderate arthritis or tendonitis',
    'mild arthritis, joint or muscle pain',
  ]),
  ...ordinals('cardiorespiratory', 44, [
    'mild myocarditis',
    'carditis with cardiac failure',
    'arrhythmia',
    'new valve dysfunction',
    'pleurisy or pericarditis',
    'cardiac tamponade',
    'pleural effusion with dyspnoea',
    'pulmonary haemorrhage or vasculitis',
    'interstitial lung inflammation',
    'shrinking lung',
    'aortitis',
    'coronary vasculitis',
  ]),
  ...ordinals('gastrointestinal', 56, [
    'peritonitis',
    'abdominal serositis or ascites',
    'enteritis or colitis',
    'malabsorption',
    'protein-losing enteropathy',
    'intestinal pseudo-obstruction',
    'hepatitis',
    'acute cholecystitis',
    'acute pancreatitis',
  ]),
  ...ordinals('ophthalmic', 65, [
    'orbital inflammation',
    'severe keratitis',
    'mild keratitis',
    'anterior uveitis',
    'severe posterior uveitis or retinal vasculitis',
    'mild posterior uveitis or retinal vasculitis',
    'episcleritis',
    'severe scleritis',
    'mild scleritis',
    'retinal or choroidal vessel occlusion',
    'isolated cotton-wool spots',
    'optic neuritis',
    'anterior ischaemic optic neuropathy',
  ]),
  amount('renal', 78, 'systolic blood pressure', ['mm[Hg]'], ['50', '280']),
  amount('renal', 79, 'diastolic blood pressure', ['mm[Hg]'], ['20', '180']),
  yesNo('renal', 80, 'accelerated hypertension'),
  { number: 81, label: 'protein on the dipstick', system: 'renal', answer: { type: 'dipstick' } },
  amount('renal', 82, 'urine albumin to creatinine', ratioToCreatinine, ['0', '3400'], creatinineMass),
  amount('renal', 83, 'urine protein to creatinine', ratioToCreatinine, ['0', '3400'], creatinineMass),
  amount('renal', 84, 'urine protein in 24 hours', proteinIn24h, ['0', '40']),
  yesNo('renal', 85, 'nephrotic syndrome'),
  amount('renal', 86, 'creatinine', ['umol/L', 'mg/dL'], ['9', '1770'], creatinineMass),
  amount('renal', 87, 'glomerular filtration rate', ['mL/min/1.73m2'], ['0', '200']),
  yesNo('renal', 88, 'active urinary sediment'),
  yesNo('renal', 89, 'active nephritis on biopsy within 3 months'),
  amount('haematological', 90, 'haemoglobin', ['g/dL', 'g/L'], ['2', '25']),
  amount('haematological', 91, 'leucocytes', cellCount, ['0', '200']),
  amount('haematological', 92, 'neutrophils', cellCount, ['0', '100']),
  amount('haematological', 93, 'lymphocytes', cellCount, ['0', '100']),
  amount('haematological', 94, 'platelets', cellCount, ['0', '2000']),
  ...ordinals('haematological', 95, ['thrombotic thrombocytopenic purpura']),
  yesNo('haematological', 96, 'active haemolysis'),
  yesNo('haematological', 97, "isolated positive Coombs' test"),
];

const byNumber: ReadonlyMap<number, BilagItem> = new Map(bilagItemTable.map((item) => [item.number, item]));

/** The item of a number from 1 to 97; undefined for any other. */
export const findBilagItem = (number: number): BilagItem | undefined => byNumber.get(number);

/** The item that a rule names. Throws for a number that no item has. */
export const bilagItem = (number: number): BilagItem => {
  const item = byNumber.get(number);
  if (item === undefined) throw new Error(`BILAG-2004 has no item ${number}`);
  return item;
};

/** The items of a system, which follow one another on the form from the first number on. */
interface SystemItems {
  readonly first: number;
  readonly items: readonly BilagItem[];
}

const itemsOf = (system: BilagSystem): SystemItems => {
  const items = bilagItemTable.filter((item) => item.system === system);
  return { first: Math.min(...items.map(({ number }) => number)), items };
};

export const itemsBySystem: Readonly<Record<BilagSystem, SystemItems>> = forSystems(itemsOf);

/** The numbers of the items of a system, in the order of the form. */
export const itemsOfSystem = (system: BilagSystem): readonly number[] =>
  itemsBySystem[system].items.map(({ number }) => number);
