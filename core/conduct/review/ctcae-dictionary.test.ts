import assert from 'node:assert/strict';
import test from 'node:test';
import { laboratoryTerms } from '#core/safety/ctcae/laboratory-term.ts';
import { ctcaeDictionary, ctcaeTitle } from './ctcae-dictionary.ts';

/** Classes as CTCAE v5.0 (`ctcae5`) prints them above its terms. */
const rows = [
  ['Anemia', 'Blood and lymphatic system disorders'],
  ['Leukocytosis', 'Blood and lymphatic system disorders'],
  ['Eosinophilia', 'Blood and lymphatic system disorders'],
  ['Platelet count decreased', 'Investigations'],
  ['CD4 lymphocytes decreased', 'Investigations'],
  ['Creatinine increased', 'Investigations'],
  ['INR increased', 'Investigations'],
  ['Cholesterol high', 'Investigations'],
  ['Hyperglycemia', 'Metabolism and nutrition disorders'],
  ['Hypoalbuminemia', 'Metabolism and nutrition disorders'],
  ['Proteinuria', 'Renal and urinary disorders'],
  ['Infusion related reaction', 'Injury, poisoning and procedural complications'],
  ['Injection site reaction', 'General disorders and administration site conditions'],
  ['Cytokine release syndrome', 'Immune system disorders'],
  ['Upper respiratory infection', 'Infections and infestations'],
  ['Shingles', 'Infections and infestations'],
  ['Sepsis', 'Infections and infestations'],
  ['Headache', 'Nervous system disorders'],
  ['Stroke', 'Nervous system disorders'],
  ['Diarrhea', 'Gastrointestinal disorders'],
  ['Fever', 'General disorders and administration site conditions'],
  ['Edema limbs', 'General disorders and administration site conditions'],
  ['Arthralgia', 'Musculoskeletal and connective tissue disorders'],
  ['Hypertension', 'Vascular disorders'],
  ['Thromboembolic event', 'Vascular disorders'],
  ['White blood cell decreased', 'Investigations'],
  ['Alanine aminotransferase increased', 'Investigations'],
  ['Insomnia', 'Psychiatric disorders'],
  ['Rash maculo-papular', 'Skin and subcutaneous tissue disorders'],
  ['Cough', 'Respiratory, thoracic and mediastinal disorders'],
  ['Acute kidney injury', 'Renal and urinary disorders'],
  ['Heart failure', 'Cardiac disorders'],
  ['Infections and infestations - Other, specify', 'Infections and infestations'],
] as const;

test('terms stand in the class that CTCAE gives them, and are their own codes', () => {
  for (const [term, expected] of rows)
    assert.deepEqual(ctcaeDictionary.find(term), { dictionary: ctcaeTitle, term, code: term, class: expected });
});

test('every term that is graded by numbers is there, or the term of which it is a variant', () => {
  const variants: readonly string[] = [
    'hypercalcemia, ionized',
    'hypocalcemia, ionized',
    'hyperglycemia, fasting',
    'proteinuria by dipstick',
  ];
  for (const term of laboratoryTerms) {
    const isVariant = variants.includes(term);
    assert.equal(ctcaeDictionary.find(term) === undefined, isVariant, term);
    if (isVariant) assert.ok(ctcaeDictionary.find(term.split(/,| by /)[0] ?? ''), term);
  }
});

test('a term that is nearly right', () => {
  assert.equal(ctcaeDictionary.nearest('infusion reaction'), 'Infusion related reaction');
  assert.equal(ctcaeDictionary.nearest('Anaemia'), 'Anemia');
  assert.equal(ctcaeDictionary.nearest('Diarrhoea'), 'Diarrhea');
});
