import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, lexicon } from '../given.ts';
import { placesOf, unitOfAsked } from './elm-parameter.ts';
import { type AskedNumber, isNotLinear, linearOf } from './linear.ts';

const askedIn = (sentence: string): AskedNumber => {
  const read = conditionOf(sentence);
  assert(read.kind === 'comparison');
  const linear = linearOf(read.left, lexicon);
  assert(!isNotLinear(linear));
  const [only] = linear.terms;
  assert(only !== undefined);
  return only.of;
};

/** Places: four of a quantity, one of the 0 to 3 scale in steps of 0.1 (furie2009), none of sums of whole weights. */
const rows: readonly (readonly [string, number, string | undefined])[] = [
  ['creatinine > 1 mg/dL', 4, 'mg/dL'],
  ['UPCR > 1 g/g', 4, 'g/g'],
  ['PGA > 1', 1, undefined],
  ['SLEDAI-2K > 1', 0, undefined],
  ['ACR-1997-count > 1', 0, undefined],
  ['number of new A grades of BILAG-2004 from baseline > 1', 0, undefined],
];
for (const [sentence, places, unit] of rows)
  test(`${sentence} is asked in ${places} places of ${unit}`, () => {
    const asked = askedIn(sentence);
    assert.equal(placesOf(asked, lexicon), places);
    assert.equal(unitOfAsked(asked, lexicon), unit);
  });
