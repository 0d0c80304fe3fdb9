import assert from 'node:assert/strict';
import test from 'node:test';
import { formulaOf, lexicon } from './given.ts';
import { measureName, valueWords } from './words-of-values.ts';

/** Value, its words. */
const rows: readonly (readonly [string, string])[] = [
  ['PGA - PGA at baseline', 'PGA less PGA at baseline'],
  ['(PGA + 1) * 2', '(PGA plus 1) times 2'],
  ['PGA / 2', 'PGA divided by 2'],
  ['50% of PGA', '50% of PGA'],
  ['1 x ULN of ALT', 'the upper limit of normal of alanine aminotransferase'],
  ['1 x ULN of ALT at screening', 'the upper limit of normal of alanine aminotransferase at screening'],
  [
    '50% of (UPCR + UPCR at baseline)',
    '50% of (urine protein to creatinine ratio plus urine protein to creatinine ratio at baseline)',
  ],
  ['2 x LLN of ALT', '2 times the lower limit of normal of alanine aminotransferase'],
  ['change of PGA from baseline', 'the change of PGA from baseline'],
  ['highest PGA since baseline', 'the highest PGA from baseline up to that visit'],
  ['number of infection ever', 'the number of records of infection at any time'],
];
const pga = measureName('PGA', lexicon);
for (const [text, words] of rows)
  test(text, () => {
    const read = formulaOf(`${text} > 0`);
    assert(read.kind === 'comparison');
    assert.equal(valueWords(read.left, lexicon), words.replaceAll('PGA', pga));
  });

test('a title begins small within a sentence, an abbreviation does not', () => {
  assert.equal(measureName('creatinine', lexicon), 'serum creatinine');
  assert.match(measureName('SLEDAI-2K', lexicon), /^SLE/);
  assert.equal(measureName('unknown-thing', lexicon), 'unknown-thing');
});
