import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

const graded = (renal: string, skin: string, joints: string, point: string) => ({
  [`BILAG-2004.renal at ${point}`]: renal,
  [`BILAG-2004.mucocutaneous at ${point}`]: skin,
  [`BILAG-2004.musculoskeletal at ${point}`]: joints,
  ...Object.fromEntries(
    ['constitutional', 'neuropsychiatric', 'cardiorespiratory', 'gastrointestinal', 'ophthalmic', 'haematological'].map(
      (system) => [`BILAG-2004.${system} at ${point}`, 'E'],
    ),
  ),
});

/** Kidney, skin and joints at the reference and now; a flare A or 2 B (NCT03673748), severe and moderate (gordon2003). */
const organs: readonly (readonly [string, string, string, string, string])[] = [
  ['BEE', 'AEE', 'true', 'true', 'false'],
  ['CCE', 'BBE', 'true', 'false', 'true'],
  ['CCE', 'BCE', 'false', 'false', 'true'],
  ['ABE', 'BBE', 'false', 'false', 'false'],
  ['AEE', 'AEE', 'false', 'false', 'false'],
  ['EEE', 'EAB', 'true', 'true', 'true'],
];
for (const [before, now, flare, severe, moderate] of organs)
  test(`from ${before} to ${now}`, () => {
    const [at, is] = [[...before], [...now]];
    const items = {
      ...graded(at[0] ?? '', at[1] ?? '', at[2] ?? '', 'reference'),
      ...graded(is[0] ?? '', is[1] ?? '', is[2] ?? '', 'week 24'),
    };
    const found = ['flare-A-or-2B', 'severe-flare', 'moderate-flare'].map((id) => holds(id, items));
    assert.deepEqual(found, [flare, severe, moderate]);
  });

/** Flares of the kidney: saxena2024, parikh2022, appel2009; each limit on it and beside it. */
const kidney: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['AURORA-2-renal-flare', { 'UPCR at response': '0.19 g/g', 'UPCR at week 24': '1.01 g/g' }, 'true'],
  ['AURORA-2-renal-flare', { 'UPCR at response': '0.19 g/g', 'UPCR at week 24': '1 g/g' }, 'false'],
  ['AURORA-2-renal-flare', { 'UPCR at response': '0.2 g/g', 'UPCR at week 24': '2 g/g' }, 'false'],
  ['AURORA-2-renal-flare', { 'UPCR at response': '0.2 g/g', 'UPCR at week 24': '2.01 g/g' }, 'true'],
  [
    'proteinuric-flare',
    {
      'protein-24h at reference': '1 g/24h',
      'protein-24h at week 24': '3 g/24h',
      'creatinine at reference': '1 mg/dL',
      'creatinine at week 24': '1.29 mg/dL',
    },
    'true',
  ],
  [
    'proteinuric-flare',
    {
      'protein-24h at reference': '3.5 g/24h',
      'protein-24h at week 24': '6.9 g/24h',
      'creatinine at reference': '1 mg/dL',
      'creatinine at week 24': '1 mg/dL',
    },
    'false',
  ],
  [
    'nephritic-flare',
    {
      'creatinine at reference': '1 mg/dL',
      'creatinine at week 24': '1.3 mg/dL',
      'urine-RBC at week 24': '20 /[HPF]',
      'urine-WBC at week 24': '2 /[HPF]',
      'RBC-casts at week 24': 'absent',
    },
    'true',
  ],
  ['ALMS-renal-flare', { 'UPCR at reference': '0.4 g/g', 'UPCR at week 24': '0.8 g/g' }, 'true'],
];
for (const [id, items, expected] of kidney)
  test(`${id} with ${JSON.stringify(items)}: ${expected}`, () => assert.equal(holds(id, items), expected));
