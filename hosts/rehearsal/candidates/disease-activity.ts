import { acrItems, people, sledaiItems, sliccItems } from './assumed-numbers.ts';
import type { Candidate } from './candidate.ts';

const numberAt = (candidate: Candidate, id: string): number => {
  const result = candidate.result(id);
  if (result === undefined) throw new Error(`no table says ${id} of virtual people`);
  return result.value;
};

/** Items that a result decides, by the strict thresholds of the instrument (`gladman2002`). */
const decided: Readonly<Record<string, (candidate: Candidate) => boolean>> = {
  proteinuria: (candidate) => numberAt(candidate, 'protein-24h') > 0.5,
  haematuria: (candidate) => numberAt(candidate, 'urine-RBC') > mostRedCells,
  pyuria: (candidate) => numberAt(candidate, 'urine-WBC') > 5,
  'urinary-casts': (candidate) => hasCasts(candidate),
  'low-complement': (candidate) =>
    numberAt(candidate, 'C3') < people.lowComplement.value.C3 ||
    numberAt(candidate, 'C4') < people.lowComplement.value.C4,
  'increased-dna-binding': (candidate) => numberAt(candidate, 'anti-dsDNA') > people.dnaLimit.value,
  fever: (candidate) => numberAt(candidate, 'temperature') > 38,
  thrombocytopenia: (candidate) => numberAt(candidate, 'platelets') < 100,
  leucopenia: (candidate) => numberAt(candidate, 'leucocytes') < 3,
};

const drawn = (instrument: string, items: readonly (readonly [string, number])[]) => {
  const chances = new Map(items);
  return (candidate: Candidate, item: string): boolean =>
    candidate.draws(`${instrument} ${item}`).chance(chances.get(item) ?? 0);
};

/** More red cells than this are haematuria, and only then are casts of them seen. */
export const mostRedCells = 5;

/** Whether the haematuria of a person comes with casts, as long as there is any. */
export const castsWithHaematuria = ({ draws }: Candidate): boolean => draws('casts').chance(people.casts.value);

/** Red cell casts are only seen where red cells are. */
export const hasCasts = (candidate: Candidate): boolean =>
  numberAt(candidate, 'urine-RBC') > mostRedCells && castsWithHaematuria(candidate);

const otherSledai = drawn('SLEDAI-2K', sledaiItems);
const otherAcr = drawn('ACR-1997', acrItems);
const otherSlicc = drawn('SLICC-2012', sliccItems);

/** Whether an item of SLEDAI-2K is present: by the results where they decide it, otherwise by its own chance. */
export const sledaiPresent = (candidate: Candidate, item: string): boolean =>
  decided[item]?.(candidate) ?? (otherSledai(candidate, item) && !candidate.hasResolved(item));

/** Antinuclear antibodies are positive from a titre on. */
export const hasAna = (candidate: Candidate): boolean => numberAt(candidate, 'ANA-titre') >= people.anaFrom.value;
const hasDna = (candidate: Candidate): boolean => sledaiPresent(candidate, 'increased-dna-binding');
const hasRenal = (candidate: Candidate): boolean =>
  sledaiPresent(candidate, 'proteinuria') || sledaiPresent(candidate, 'urinary-casts');

/** Whether a criterion of ACR 1997 was ever met: what is there today was. */
export const acrPresent = (candidate: Candidate, item: string): boolean => {
  if (item === 'ana') return hasAna(candidate);
  if (item === 'immunologic') return hasDna(candidate) || otherAcr(candidate, item);
  if (item === 'renal') return hasRenal(candidate);
  const today: Readonly<Record<string, readonly string[]>> = {
    arthritis: ['arthritis'],
    'oral-ulcers': ['mucosal-ulcers'],
    serositis: ['pleurisy', 'pericarditis'],
    neurologic: ['seizure', 'psychosis'],
    haematologic: ['thrombocytopenia', 'leucopenia'],
  };
  return (today[item] ?? []).some((each) => sledaiPresent(candidate, each)) || otherAcr(candidate, item);
};

/** Whether a criterion of SLICC 2012 was ever met. */
export const sliccPresent = (candidate: Candidate, item: string): boolean => {
  if (item === 'biopsy-proven-nephritis') return candidate.biopsyDaysAgo !== undefined;
  if (item === 'ana') return hasAna(candidate);
  if (item === 'anti-dsDNA') return hasDna(candidate);
  if (item === 'renal') return hasRenal(candidate);
  if (item === 'low-complement') return sledaiPresent(candidate, item);
  const today = ['leucopenia', 'thrombocytopenia', 'alopecia'].includes(item) && sledaiPresent(candidate, item);
  return today || otherSlicc(candidate, item);
};

const renalGrade = (candidate: Candidate): string => {
  const upcr = numberAt(candidate, 'UPCR');
  if (upcr > 1) return sledaiPresent(candidate, 'haematuria') && !candidate.hasImproved ? 'A' : 'B';
  return upcr >= 0.5 ? 'B' : 'C';
};

/** Grades that follow from what is present today; the index itself is licensed and is not computed. */
const grades: Readonly<Record<string, readonly [items: readonly string[], grade: string]>> = {
  constitutional: [['fever'], 'B'],
  mucocutaneous: [['rash', 'mucosal-ulcers', 'vasculitis', 'alopecia'], 'B'],
  neuropsychiatric: [['seizure', 'psychosis', 'organic-brain-syndrome', 'cva', 'lupus-headache', 'cranial-nerve'], 'A'],
  musculoskeletal: [['arthritis', 'myositis'], 'B'],
  cardiorespiratory: [['pleurisy', 'pericarditis'], 'B'],
  ophthalmic: [['visual-disturbance'], 'B'],
  haematological: [['thrombocytopenia', 'leucopenia'], 'C'],
};

/** The grade of one system of BILAG-2004. */
export const bilagGrade = (candidate: Candidate, system: string): string => {
  if (system === 'renal') return renalGrade(candidate);
  const [items, grade] = grades[system] ?? [[], 'E'];
  return items.some((item) => sledaiPresent(candidate, item)) ? grade : 'E';
};

/** The physician's assessment, 0 to 3, rises with the protein in the urine. */
export const pgaOf = (candidate: Candidate): string =>
  Math.min(3, Math.max(0, Math.log2(1 + numberAt(candidate, 'UPCR')))).toFixed(1);
