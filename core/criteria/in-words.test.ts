import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { anyFormula } from './any-sentence/given.ts';
import { formulaOf, lexicon } from './given.ts';
import { inWords } from './in-words.ts';

/** Sentence, and what a physician reads. */
const rows: readonly (readonly [string, string])[] = [
  ['SLEDAI-2K at screening >= 6', 'SLE disease activity index 2000 at screening is at least 6.'],
  ['creatinine <= 125% of creatinine at baseline', 'Serum creatinine is at most 125% of serum creatinine at baseline.'],
  ['ALT at screening > 3 x ULN', 'Alanine aminotransferase at screening is above 3 times its upper limit of normal.'],
  [
    'age at consent between 18 years and 60 years',
    'Age in completed years at consent is from 18 years to 60 years, both included.',
  ],
  [
    'UPCR falls by > 50% from baseline',
    'Urine protein to creatinine ratio has fallen by more than 50% since baseline.',
  ],
  ['pregnant at screening or lactating at screening', 'Either pregnant at screening, or breast-feeding at screening.'],
  ['urine-hCG at screening = negative', 'Urine pregnancy test at screening is negative.'],
  [
    'received rituximab, belimumab within 24 weeks before screening',
    'Has received rituximab or belimumab in the 24 weeks before screening.',
  ],
  [
    'had infection other than onychomycosis where (severe and not treated) within 2 to 6 months before screening',
    'Has had infection other than onychomycosis (severe and not treated) in the 2 to 6 months before screening.',
  ],
  [
    'received prednisone where (dose > 20 mg/d and lasting at least 3 months) ever',
    'Has received prednisone (at a dose above 20 mg/d and for at least 3 months) at any time.',
  ],
  [
    'changed dose of tacrolimus within 12 weeks before screening not counting starts and stops',
    'Has changed the dose of tacrolimus in the 12 weeks before screening, starts and stops not counted.',
  ],
  ['not CR and low-protein', 'CR does not hold, and low-protein holds.'],
  ['judged "fit for the trial" at screening', 'The investigator judges: fit for the trial.'],
  [
    'any point from week 4 to week 24 where (UPCR < 0.5 g/g)',
    'At one visit or more from week 4 to week 24: urine protein to creatinine ratio is below 0.5 g/g.',
  ],
  [
    'LN-class at screening includes only (III, IV, V)',
    'Classes of lupus nephritis at screening includes nothing but III, IV or V.',
  ],
  ['first point from week 4 to week 24 where (CR)', 'The first visit from week 4 to week 24 at which CR holds.'],
  ['classify ("low": low-protein; otherwise "high")', '"low" when low-protein holds; otherwise "high".'],
  ['reached consent', 'Consent has taken place.'],
  ['not pregnant at screening', 'Not pregnant at screening.'],
  ['pregnant at screening = no', 'Pregnant at screening is no.'],
  ['not urine-hCG at screening = negative', 'Urine pregnancy test at screening is not negative.'],
  ['not received rituximab ever', 'Has not received rituximab at any time.'],
  ['not takes mycophenolate at baseline', 'Does not take mycophenolate at baseline.'],
  ['not has infection at screening', 'Does not have infection at screening.'],
  ['not (pregnant and lactating)', 'Not so: (pregnant, and breast-feeding).'],
  ['received B-cell-agent, anti-TNF ever', 'Has received B-cell agent or anti-TNF at any time.'],
];
for (const [sentence, expected] of rows)
  test(sentence, () => assert.equal(inWords(formulaOf(sentence), lexicon), expected));

test('every sentence has a reading, and none is lost in it', () =>
  fc.assert(
    fc.property(anyFormula, (formula) => {
      const words = inWords(formula, lexicon);
      assert(words.length > 3 && words.endsWith('.'));
      assert(!/undefined|\[object|NaN/.test(words) || JSON.stringify(formula).includes('undefined'), words);
    }),
    { numRuns: 1000, seed: 5_631_717 },
  ));
