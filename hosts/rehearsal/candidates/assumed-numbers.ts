import { assumed, type Tag } from './assumption.ts';

// Every number that is assumed of virtual candidates stands here, each with its tag and source. Chances are between 0
// and 1; spreads are standard deviations of the natural logarithm; what has no source beside it is our judgement.

const own = ['G', 'own'] as const;
const nobility = ['V', 'Furie 2022 (NOBILITY), table 1'] as const;
const kidney = ['LN-class', 'creatinine'] as const;
const tests = ['urine-hCG', 'serum-hCG', 'possible-pregnancy', 'pregnant'] as const;
const fertility = ['fertile', 'childbearing-potential'] as const;
const drugs = ['immunosuppressant', 'hydroxychloroquine', 'renin-angiotensin-blocker'] as const;

/** The person, the disease and how well it is recorded. */
// biome-ignore format: one row a line
export const people = {
  female: assumed(0.85, '85% are women', nobility, 'sex', ...fertility),
  age: assumed({ mean: 33, sd: 10, least: 12, most: 80 }, 'age 33 (SD 10), 12 to 80 years', nobility, 'age', ...fertility),
  weight: assumed({ female: 57, male: 68, spread: 0.16 }, 'weight 57 kg (women), 68 kg (men), spread 0.16', own, 'weight'),
  height: assumed({ female: 160, male: 172, sd: 6 }, 'height 160 cm (women), 172 cm (men), SD 6', own, 'height'),
  duration: assumed({ median: 4, spread: 0.9 }, 'SLE for 4 years (median), spread 0.9', own, 'systemic-lupus-erythematosus'),
  classes: assumed(
    [['IV', 0.38], ['III', 0.19], ['IV, V', 0.15], ['III, V', 0.1], ['V', 0.13], ['II', 0.035], ['VI', 0.01], ['I', 0.005]],
    'classes of the biopsy: IV 38%, III 19%, IV+V 15%, V 13%, III+V 10%, II 3.5%, VI 1%, I 0.5%', own, 'LN-class',
  ),
  creatinineOfClass: assumed({ IV: 1.08, VI: 2.5 }, 'creatinine is 8% higher in class IV, 2.5 times in VI', own, ...kidney),
  biopsyDaysAgo: assumed({ median: 60, spread: 1.1 }, 'biopsy 60 days ago (median), spread 1.1', own, 'kidney-biopsy'),
  biopsied: assumed(0.96, '96% have had a biopsy', own, 'LN-class', 'kidney-biopsy'),
  creatinineOfMen: assumed(1.2, 'creatinine is 20% higher in men', own, ...kidney),
  lupus: assumed(
    { severe: 0.35, active: 0.95, uncontrolled: 0.5, unstable: 0.2 },
    'lupus nephritis is active in 95%, uncontrolled in 50%, severe in 35%, unstable in 20%', own, 'systemic-lupus-erythematosus',
  ),
  haemoglobinOfMen: assumed(1.1, 'haemoglobin is 10% higher in men', own, 'haemoglobin'),
  pregnant: assumed(0.02, '2% of women who can bear children are pregnant', own, ...tests),
  lactating: assumed(0.01, '1% of them are breast-feeding', own, 'lactating'),
  pregnancyPossible: assumed(0.01, '1% of them may be pregnant with negative tests', own, 'possible-pregnancy'),
  childbearing: assumed({ from: 12, below: 50 }, 'women can bear children from 12 to 49 years', own, ...fertility),
  sterile: assumed(0.03, '3% cannot have children for another reason than age', own, ...fertility),
  casts: assumed(0.25, '25% of those with haematuria have red cell casts', own, 'RBC-casts', 'SLEDAI-2K'),
  lowComplement: assumed({ C3: 0.9, C4: 0.1 }, 'complement is low below C3 0.9 g/L or C4 0.1 g/L', own, 'SLEDAI-2K'),
  dnaLimit: assumed(30, 'DNA binding is increased above 30 IU/mL', own, 'SLEDAI-2K', 'ACR-1997-count', 'SLICC-2012'),
  dnaCutOff: assumed(10, 'anti-dsDNA below 10 IU/mL is reported as <10', own, 'anti-dsDNA'),
  anaFrom: assumed(80, 'antinuclear antibodies are positive from 1:80', own, 'ANA', 'ACR-1997-count', 'SLICC-2012'),
  steroidDoses: assumed(
    [['0', 0.05], ['5', 0.06], ['10', 0.12], ['15', 0.12], ['20', 0.2], ['25', 0.08], ['30', 0.15], ['40', 0.11], ['50', 0.06], ['60', 0.05]],
    'prednisone 20 mg a day (median), none in 5%', ['G', 'own; he2020: median 15 mg'], 'glucocorticoid', 'prednisone-equivalent',
  ),
  steroidBefore: assumed(2, 'the dose of prednisone before was twice that of today', own, 'glucocorticoid'),
  steroidSince: assumed({ least: 5, most: 150 }, 'prednisone last changed 5 to 150 days ago', own, 'glucocorticoid'),
  steroidFailed: assumed(0.5, 'prednisone failed in 50%', own, 'glucocorticoid'),
  steroidNotTolerated: assumed(0.05, 'prednisone was not tolerated by 5%', own, 'glucocorticoid'),
  pulse: assumed({ chance: 0.1, within: 90, amount: '500' }, '10% had a pulse of methylprednisolone in the last 90 days', own, 'methylprednisolone'),
  doseChanged: assumed({ chance: 0.15, within: 84 }, '15% of long-term medicines in use changed dose in the last 84 days', own, ...drugs),
  medicineSince: assumed({ least: 20, most: 1500 }, 'long-term medicines were begun 20 to 1500 days ago', own, ...drugs),
  medicineFor: assumed({ least: 30, most: 400 }, 'courses that ended had lasted 30 to 400 days', own, ...drugs),
  changeOfDose: assumed(0.5, 'the dose before the change was half of that after it', own, ...drugs),
  carrierTreated: assumed(0.4, '40% of those with a positive test for hepatitis B or C, HIV or syphilis are treated', own, 'hepatitis-B', 'hepatitis-C', 'HIV-infection', 'syphilis'),
  relapse: assumed(
    { degrees: [['moderate', 0.45], ['mild', 0.4], ['severe', 0.15]], least: 7, most: 90 },
    'relapses 7 to 90 days ago: 45% moderate, 40% mild, 15% severe', own, 'lupus-relapse',
  ),
  sectionMissing: assumed(0.015, '1.5% of form sections are not recorded yet', own, 'results'),
  notDone: assumed(0.015, '1.5% of results were not done', own, 'results'),
  unsigned: assumed(
    { medication: 0.06, condition: 0.03, procedure: 0.02, vaccination: 0.03, 'adverse event': 0.02 },
    'not signed yet: medicines 6%, conditions and vaccinations 3%, procedures and events 2%', own, 'histories',
  ),
};

// biome-ignore format: as one line of names
type Lab = readonly [id: string, unit: string, places: number, median: number, spread: number, withActivity: number,
  tag: Tag, source: string];

/** Lognormal results: median in the unit, spread, and the correlation of the logarithm with the activity of the disease. */
// biome-ignore format: one row a line
export const laboratoryValues: readonly Lab[] = [
  ['UPCR', 'g/g', 2, 2.2, 0.6, 0.6, 'D', 'Liang 2010: 24-hour protein 2.5 (1.3) g, median 2.2'],
  ['creatinine', 'umol/L', 0, 68, 0.3, 0.35, 'D', 'deng2017: means 70 and 78; gu2014: filtration 59 (19)'],
  ['albumin', 'g/L', 0, 27, 0.2, -0.6, 'D', 'deng2017: means 25 and 27'],
  ['C3', 'g/L', 2, 0.62, 0.35, -0.5, 'G', 'own'],
  ['C4', 'g/L', 2, 0.12, 0.5, -0.45, 'G', 'own'],
  ['anti-dsDNA', '[IU]/mL', 0, 50, 1.4, 0.4, 'G', 'own'],
  ['ANA-titre', '{titer}', 0, 640, 0.9, 0.1, 'G', 'own'],
  ['urine-RBC', '/[HPF]', 0, 8, 1.2, 0.4, 'G', 'own'],
  ['urine-WBC', '/[HPF]', 0, 3.5, 1.0, 0.3, 'G', 'own'],
  ['haemoglobin', 'g/L', 0, 110, 0.15, -0.4, 'G', 'own'],
  ['leucocytes', '10^9/L', 1, 6.2, 0.4, 0, 'G', 'own'],
  ['platelets', '10^9/L', 0, 215, 0.35, -0.1, 'G', 'own'],
  ['ALT', 'U/L', 0, 20, 0.55, 0, 'G', 'own'],
  ['bilirubin', 'umol/L', 0, 8, 0.45, 0, 'G', 'own'],
  ['CRP', 'mg/L', 1, 3, 1.0, 0.2, 'G', 'own'],
  ['glucose', 'mmol/L', 1, 5.0, 0.17, 0, 'G', 'own'],
  ['potassium', 'mmol/L', 1, 4.2, 0.1, 0, 'G', 'own'],
  ['sodium', 'mmol/L', 0, 139, 0.018, 0, 'G', 'own'],
  ['temperature', 'Cel', 1, 36.6, 0.014, 0.2, 'G', 'own'],
  ['systolic-pressure', 'mm[Hg]', 0, 128, 0.12, 0.25, 'G', 'own'],
  ['heart-rate', '/min', 0, 80, 0.13, 0.1, 'G', 'own'],
  ['sclerosed-glomeruli', '%', 0, 6, 1.1, 0, 'G', 'own'],
  ['damaged-glomeruli', '%', 0, 8, 1.1, 0.3, 'G', 'own'],
  ['AFP', 'ng/mL', 1, 2.6, 0.5, 0, 'G', 'own'],
  ['CEA', 'ng/mL', 1, 1.4, 0.5, 0, 'G', 'own'],
  ['CA-125', 'U/mL', 0, 14, 0.6, 0.3, 'G', 'own'],
  ['CA-19-9', 'U/mL', 0, 9, 0.7, 0, 'G', 'own'],
];

// biome-ignore format: as one line of names
type Ratio = readonly [id: string, unit: string, places: number, of: string, times: number, spread: number, tag: Tag,
  source: string];

/** Results that go with another one: so many times its number, with a spread of their own. */
// biome-ignore format: one row a line
export const laboratoryRatios: readonly Ratio[] = [
  ['protein-24h', 'g/24h', 2, 'UPCR', 1, 0.25, 'G', 'own: about 1 g of creatinine a day'],
  ['UACR', 'mg/g', 0, 'UPCR', 700, 0.15, 'G', 'own'],
  ['cystatin-C', 'mg/L', 2, 'creatinine', 0.0135, 0.15, 'G', 'own'],
  ['urea', 'mmol/L', 1, 'creatinine', 0.085, 0.25, 'G', 'own'],
  ['BUN', 'mg/dL', 1, 'urea', 2.8, 0, 'D', 'own: the molar mass of its nitrogen'],
  ['AST', 'U/L', 0, 'ALT', 1.05, 0.3, 'G', 'own'],
  ['diastolic-pressure', 'mm[Hg]', 0, 'systolic-pressure', 0.63, 0.07, 'G', 'own'],
  ['neutrophils', '10^9/L', 1, 'leucocytes', 0.66, 0.12, 'G', 'own'],
  ['lymphocytes', '10^9/L', 1, 'leucocytes', 0.22, 0.4, 'G', 'own'],
];

type AssumedFinding = readonly [
  id: string,
  answer: string,
  chance: number,
  otherwise: string,
  tag: Tag,
  source: string,
];

/** Answers of a closed list that hang on nothing else. */
// biome-ignore format: one row a line
export const findings: readonly AssumedFinding[] = [
  ['agrees-to-contraception', 'yes', 0.96, 'no', 'G', 'own'],
  ['intends-pregnancy', 'yes', 0.03, 'no', 'G', 'own'],
  ['HBsAg', 'positive', 0.04, 'negative', 'G', 'own'],
  ['anti-HCV', 'positive', 0.006, 'negative', 'G', 'own'],
  ['anti-HIV', 'positive', 0.001, 'negative', 'G', 'own'],
  ['syphilis-test', 'positive', 0.005, 'negative', 'G', 'own'],
  ['tuberculosis-test', 'positive', 0.12, 'negative', 'G', 'own'],
  ['on-dialysis', 'yes', 0.005, 'no', 'G', 'own'],
  ['other-glomerular-disease', 'yes', 0.02, 'no', 'G', 'own'],
  ['blood-pressure-controlled', 'yes', 0.93, 'no', 'G', 'own'],
  ['vaccinated-pneumococcus', 'yes', 0.55, 'no', 'G', 'own'],
  ['vaccinated-influenza', 'yes', 0.6, 'no', 'G', 'own'],
  ['entry', 'relapse', 0.55, 'induction', 'G', 'own'],
];

/** How well standard treatment did, best last. */
// biome-ignore format: one row a line
export const standardResponse = assumed(
  [['none', 0.35], ['partial', 0.5], ['complete', 0.15]],
  'standard treatment: no response in 35%, a partial one in 50%', own, 'standard-treatment-response',
);

type Present = readonly [item: string, chance: number];

/** SLEDAI-2K items that no result decides; with the others they give a mean of about 12, that of Liang 2010 and he2020. */
// biome-ignore format: as a table
export const sledaiItems: readonly Present[] = [
  ['seizure', 0.005], ['psychosis', 0.003], ['organic-brain-syndrome', 0.003], ['visual-disturbance', 0.005],
  ['cranial-nerve', 0.002], ['lupus-headache', 0.01], ['cva', 0.003], ['vasculitis', 0.03], ['arthritis', 0.18],
  ['myositis', 0.01], ['rash', 0.25], ['alopecia', 0.18], ['mucosal-ulcers', 0.08], ['pleurisy', 0.03],
  ['pericarditis', 0.03],
];

/** Criteria of ACR 1997 that were ever met and that neither the results nor the activity of today decide. */
// biome-ignore format: as a table
export const acrItems: readonly Present[] = [
  ['malar-rash', 0.5], ['discoid-rash', 0.1], ['photosensitivity', 0.3], ['oral-ulcers', 0.25], ['arthritis', 0.65],
  ['serositis', 0.2], ['neurologic', 0.06], ['haematologic', 0.5], ['immunologic', 0.4],
];

/** Criteria of SLICC 2012 likewise. */
// biome-ignore format: as a table
export const sliccItems: readonly Present[] = [
  ['acute-cutaneous', 0.55], ['chronic-cutaneous', 0.12], ['oral-ulcers', 0.25], ['alopecia', 0.35],
  ['synovitis', 0.6], ['serositis', 0.2], ['neurologic', 0.06], ['haemolytic-anaemia', 0.1], ['leucopenia', 0.45],
  ['thrombocytopenia', 0.15], ['anti-Sm', 0.25], ['antiphospholipid', 0.25], ['direct-coombs', 0.2],
];

// biome-ignore format: as one line of names
type Medicine = readonly [concept: string, ever: number, now: number, amount: string, unit: string, everyDays: number,
  timesADay: number, failed: number, notTolerated: number];

/** Courses, own judgement: share ever treated, share of those still treated, dose, and how many failed or were not tolerated. */
// biome-ignore format: one row a line
export const medicines: readonly Medicine[] = [
  ['mycophenolate', 0.6, 0.7, '1', 'g', 1, 2, 0.3, 0.08],
  ['cyclophosphamide', 0.35, 0.25, '0.5', 'g/m2', 14, 1, 0.35, 0.1],
  ['tacrolimus', 0.2, 0.6, '1', 'mg', 1, 2, 0.25, 0.08],
  ['ciclosporin', 0.07, 0.4, '75', 'mg', 1, 2, 0.3, 0.15],
  ['voclosporin', 0.01, 0.5, '23.7', 'mg', 1, 2, 0.2, 0.1],
  ['leflunomide', 0.08, 0.4, '20', 'mg', 1, 1, 0.3, 0.15],
  ['azathioprine', 0.15, 0.4, '50', 'mg', 1, 2, 0.3, 0.15],
  ['methotrexate', 0.06, 0.3, '10', 'mg', 7, 1, 0.3, 0.1],
  ['tripterygium', 0.06, 0.3, '20', 'mg', 1, 3, 0.3, 0.1],
  ['iguratimod', 0.02, 0.5, '25', 'mg', 1, 2, 0.3, 0.1],
  ['hydroxychloroquine', 0.85, 0.92, '200', 'mg', 1, 2, 0.05, 0.05],
  ['ACE-inhibitor', 0.25, 0.9, '10', 'mg', 1, 1, 0.05, 0.05],
  ['angiotensin-receptor-blocker', 0.4, 0.9, '80', 'mg', 1, 1, 0.05, 0.03],
];

// biome-ignore format: as one line of names
type Event = readonly [concept: string, chance: number, least: number, most: number,
  days: number | 'one day' | 'ongoing'];

/** Records, own judgement: the share of people with one, days ago at which it began, and how long it lasted. */
// biome-ignore format: as a table
export const events: readonly Event[] = [
  ['rituximab', 0.05, 5, 500, 'one day'], ['obinutuzumab', 0.004, 5, 500, 'one day'],
  ['ocrelizumab', 0.001, 5, 500, 'one day'], ['belimumab', 0.05, 10, 700, 120], ['telitacicept', 0.03, 10, 400, 90],
  ['anifrolumab', 0.004, 10, 300, 90], ['abatacept', 0.003, 10, 600, 120], ['tocilizumab', 0.003, 10, 600, 120],
  ['etanercept', 0.004, 10, 900, 120], ['infliximab', 0.002, 10, 900, 'one day'], ['adalimumab', 0.004, 10, 900, 120],
  ['golimumab', 0.001, 10, 900, 120], ['tofacitinib', 0.01, 5, 400, 90], ['baricitinib', 0.006, 5, 400, 90],
  ['upadacitinib', 0.002, 5, 400, 90], ['immunoglobulin', 0.03, 3, 400, 'one day'],
  ['interleukin-2', 0.01, 10, 500, 60], ['mesenchymal-stem-cells', 0.004, 30, 900, 'one day'],
  ['investigational-medicine', 0.015, 5, 300, 60], ['prohibited-medication', 0.005, 3, 60, 10],
  ['rescue-medication', 0.005, 3, 60, 10], ['plasmapheresis', 0.02, 5, 300, 'one day'],
  ['immunoadsorption', 0.01, 5, 300, 'one day'], ['major-surgery', 0.02, 5, 150, 'one day'],
  ['organ-transplantation', 0.002, 300, 3000, 'one day'], ['stem-cell-transplantation', 0.002, 300, 3000, 'one day'],
  ['participation-in-another-trial', 0.03, 5, 300, 60], ['secondary-Sjogren-syndrome', 0.08, 200, 3000, 'ongoing'],
  ['autoimmune-thyroid-disease', 0.04, 200, 3000, 'ongoing'], ['pneumonia', 0.04, 5, 120, 10],
  ['other-infection', 0.06, 3, 90, 7], ['onychomycosis', 0.02, 60, 900, 'ongoing'], ['tuberculosis', 0.015, 30, 3000, 180],
  ['herpes-zoster', 0.04, 10, 700, 14], ['tumour', 0.015, 100, 2000, 'ongoing'],
  ['cervical-cancer', 0.006, 100, 3000, 300], ['cured-basal-cell-carcinoma', 0.002, 300, 3000, 30],
  ['liver-disease', 0.03, 60, 2000, 'ongoing'], ['haematological-disease', 0.01, 60, 2000, 'ongoing'],
  ['immune-thrombocytopenia', 0.02, 30, 2000, 'ongoing'], ['splenomegaly', 0.01, 60, 2000, 'ongoing'],
  ['coagulation-disorder', 0.008, 60, 2000, 'ongoing'], ['cardiovascular-disease', 0.03, 60, 2000, 'ongoing'],
  ['unstable-angina', 0.002, 5, 300, 'ongoing'], ['coronary-artery-disease', 0.01, 60, 2000, 'ongoing'],
  ['heart-failure', 0.01, 30, 1000, 'ongoing'], ['cerebrovascular-disease', 0.008, 60, 2000, 'ongoing'],
  ['transient-ischaemic-attack', 0.003, 30, 1500, 'one day'], ['lung-failure', 0.003, 10, 600, 'ongoing'],
  ['mental-illness', 0.02, 60, 2000, 'ongoing'], ['alcohol-dependence', 0.008, 60, 2500, 'ongoing'],
  ['drug-dependence', 0.002, 60, 2500, 'ongoing'], ['allergy', 0.05, 300, 4000, 'ongoing'],
  ['medicine-allergy', 0.07, 100, 4000, 'ongoing'], ['human-albumin-allergy', 0.001, 300, 3000, 'ongoing'],
  ['yellow-fever-vaccine', 0.004, 5, 400, 'one day'], ['measles-mumps-rubella-vaccine', 0.004, 5, 400, 'one day'],
  ['varicella-vaccine', 0.003, 5, 400, 'one day'], ['live-zoster-vaccine', 0.004, 5, 400, 'one day'],
  ['zoster-vaccine', 0.01, 5, 400, 'one day'], ['inactivated-vaccine', 0.2, 5, 400, 'one day'],
];

/** How often a record has what a form asks of it, own judgement; antibiotics by vein go with a stay in hospital. */
// biome-ignore format: as a table
export const recordDetails: Readonly<Record<string, number>> = {
  severe: 0.15, active: 0.6, recurrent: 0.1, uncontrolled: 0.12, latent: 0.1, hospitalised: 0.25,
  'iv-antibiotics': 0.8, treated: 0.85, unstable: 0.08, failed: 0.2, 'not-tolerated': 0.05,
};

/** A pattern that the investigator's sentence matches, and how often the answer is yes; the first that matches counts. */
// biome-ignore format: one row a line
export const judgements: readonly (readonly [pattern: RegExp, chance: number, says: string])[] = [
  [/\b(able and willing|willing and able|comply|complies|consents?|understands?)\b/, 0.97, 'able, willing or consenting'],
  [/\b(aware|agrees|informed)\b/, 0.97, 'knowing or agreeing'],
  [/\b(uncontrolled disease course|active disease|active lupus)\b/, 0.8, 'active disease'],
  [/\b(prior|guideline|standard) .*treatment\b|\btreated\b.*\b(before|guidelines?)\b/, 0.85, 'treated before as guidelines say'],
  [/\b(contracepti\w+)\b/, 0.96, 'contraception'],
  [/\b(surgery|operation)\b/, 0.01, 'surgery ahead'],
  [/\bvaccin\w*\b/, 0.015, 'vaccination ahead'],
  [/\b(mental|psychiatr\w+|consciousness)\b/, 0.015, 'mental illness'],
  [/\b(alcohol\w*|drug (addiction|dependence|abuse))\b/, 0.01, 'dependence'],
  [/\ballerg\w+\b/, 0.02, 'allergy'],
  [/\b(severe|serious|uncontrolled|unstable|failure|life-threatening|difficult to control)\b/, 0.025, 'severe other disease'],
  [/\b(unsuitable|inappropriate|not (be )?suitable|any other|other reason)\b/, 0.03, 'unsuitable for another reason'],
];

/** For a sentence that no pattern matches: yes to what includes, and to what excludes. */
// biome-ignore format: one row a line
export const otherJudgements = assumed(
  { include: 0.9, exclude: 0.03 }, 'other judgements: 90% of what includes holds, 3% of what excludes', own, 'judgements',
);
