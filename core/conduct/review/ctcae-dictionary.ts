import { type LaboratoryTerm, laboratoryTerms } from '#core/safety/ctcae/laboratory-term.ts';
import { type Dictionary, type DictionaryRow, openDictionary } from './dictionary.ts';

/** The classes of CTCAE v5.0, in its own words. Each has a term for what it does not list. */
const classes = [
  'Blood and lymphatic system disorders',
  'Cardiac disorders',
  'Congenital, familial and genetic disorders',
  'Ear and labyrinth disorders',
  'Endocrine disorders',
  'Eye disorders',
  'Gastrointestinal disorders',
  'General disorders and administration site conditions',
  'Hepatobiliary disorders',
  'Immune system disorders',
  'Infections and infestations',
  'Injury, poisoning and procedural complications',
  'Investigations',
  'Metabolism and nutrition disorders',
  'Musculoskeletal and connective tissue disorders',
  'Neoplasms benign, malignant and unspecified (incl cysts and polyps)',
  'Nervous system disorders',
  'Pregnancy, puerperium and perinatal conditions',
  'Psychiatric disorders',
  'Renal and urinary disorders',
  'Reproductive system and breast disorders',
  'Respiratory, thoracic and mediastinal disorders',
  'Skin and subcutaneous tissue disorders',
  'Social circumstances',
  'Surgical and medical procedures',
  'Vascular disorders',
] as const;

type CtcaeClass = (typeof classes)[number];

/** Terms that no number decides, as trials of lupus see them, by class; many more are in CTCAE itself. */
const seen: Readonly<Partial<Record<CtcaeClass, readonly string[]>>> = {
  'Cardiac disorders': ['Heart failure', 'Myocardial infarction', 'Palpitations', 'Pericarditis'],
  'Endocrine disorders': ['Cushingoid'],
  'Eye disorders': ['Blurred vision', 'Cataract', 'Dry eye'],
  'Gastrointestinal disorders': [
    'Abdominal pain',
    'Constipation',
    'Diarrhea',
    'Dyspepsia',
    'Gastroesophageal reflux disease',
    'Mucositis oral',
    'Nausea',
    'Vomiting',
  ],
  'General disorders and administration site conditions': [
    'Chills',
    'Death NOS',
    'Edema limbs',
    'Fatigue',
    'Fever',
    'Flu like symptoms',
    'Injection site reaction',
    'Malaise',
    'Non-cardiac chest pain',
    'Sudden death NOS',
  ],
  'Immune system disorders': ['Anaphylaxis', 'Cytokine release syndrome'],
  'Infections and infestations': [
    'Bronchial infection',
    'Conjunctivitis infective',
    'Cytomegalovirus infection reactivation',
    'Enterocolitis infectious',
    'Gum infection',
    'Herpes simplex reactivation',
    'Kidney infection',
    'Lung infection',
    'Mucosal infection',
    'Otitis media',
    'Pharyngitis',
    'Rhinitis infective',
    'Sepsis',
    'Shingles',
    'Sinusitis',
    'Skin infection',
    'Tooth infection',
    'Upper respiratory infection',
    'Urinary tract infection',
    'Vaginal infection',
  ],
  'Injury, poisoning and procedural complications': ['Bruising', 'Fall', 'Infusion related reaction'],
  Investigations: ['Weight gain'],
  'Metabolism and nutrition disorders': ['Hyperglycemia'],
  'Musculoskeletal and connective tissue disorders': ['Arthralgia', 'Back pain', 'Muscle cramp', 'Myalgia'],
  'Nervous system disorders': ['Dizziness', 'Headache', 'Paresthesia', 'Seizure', 'Stroke', 'Tremor'],
  'Psychiatric disorders': ['Anxiety', 'Depression', 'Insomnia'],
  'Renal and urinary disorders': ['Acute kidney injury'],
  'Reproductive system and breast disorders': ['Irregular menstruation', 'Menorrhagia'],
  'Respiratory, thoracic and mediastinal disorders': ['Cough', 'Dyspnea', 'Epistaxis'],
  'Skin and subcutaneous tissue disorders': [
    'Alopecia',
    'Hirsutism',
    'Pruritus',
    'Rash acneiform',
    'Rash maculo-papular',
    'Urticaria',
  ],
  'Vascular disorders': ['Hypertension', 'Hypotension', 'Thromboembolic event'],
};

const metabolic: CtcaeClass = 'Metabolism and nutrition disorders';
const blood: CtcaeClass = 'Blood and lymphatic system disorders';

/** Laboratory terms that are no investigations; those without a class are variants of a term that has one. */
const elsewhere: Readonly<Partial<Record<LaboratoryTerm, CtcaeClass | undefined>>> = {
  acidosis: metabolic,
  alkalosis: metabolic,
  anemia: blood,
  eosinophilia: blood,
  hypercalcemia: metabolic,
  'hypercalcemia, ionized': undefined,
  'hyperglycemia, fasting': undefined,
  hyperkalemia: metabolic,
  hypermagnesemia: metabolic,
  hypernatremia: metabolic,
  hypertriglyceridemia: metabolic,
  hyperuricemia: metabolic,
  hypoalbuminemia: metabolic,
  hypocalcemia: metabolic,
  'hypocalcemia, ionized': undefined,
  hypoglycemia: metabolic,
  hypokalemia: metabolic,
  hypomagnesemia: metabolic,
  hyponatremia: metabolic,
  hypophosphatemia: metabolic,
  leukocytosis: blood,
  proteinuria: 'Renal and urinary disorders',
  'proteinuria by dipstick': undefined,
};

const classOf = (term: LaboratoryTerm): CtcaeClass | undefined =>
  Object.hasOwn(elsewhere, term) ? elsewhere[term] : 'Investigations';

const capital = (term: string): string => `${term.slice(0, 1).toUpperCase()}${term.slice(1)}`;

/** CTCAE knows its terms by their names alone: the name is the code. */
const row = (term: string, of: CtcaeClass): DictionaryRow => ({ term, code: term, class: of });

const rows: readonly DictionaryRow[] = [
  ...laboratoryTerms.flatMap((term) => {
    const of = classOf(term);
    return of === undefined ? [] : [row(capital(term), of)];
  }),
  ...classes.flatMap((of) => (seen[of] ?? []).map((term) => row(term, of))),
  ...classes.map((of) => row(`${of} - Other, specify`, of)),
];

export const ctcaeTitle = 'CTCAE v5.0';

const opened = openDictionary(ctcaeTitle, rows);
if ('faults' in opened) throw new Error(`CTCAE: ${JSON.stringify(opened.faults)}`);

/**
 * The terms of CTCAE that the program knows: those that it grades by numbers, what trials of lupus see most, the reactions
 * to what is given, and of each class the term for what is not listed.
 * @source ctcae5
 */
export const ctcaeDictionary: Dictionary = opened;
