import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { rational } from '#core/quantities/rational.ts';
import { conditionOf, lexicon } from '../given.ts';
import { plainCondition } from './claims.ts';
import { compileLimit, rootOf } from './limit-roots.ts';
import { limitsOf } from './limits.ts';

/** Sentence, and where its first limit is met by the measure at week 24 when it was 2 at baseline. */
const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', '0.5'],
  ['UPCR < 500 mg/g', '0.5'],
  ['UPCR falls by > 30% from baseline', '1.4'],
  ['UPCR rises by >= 0.5 g/g from baseline', '2.5'],
  ['UPCR <= 125% of UPCR at baseline', '2.5'],
  ['UPCR within 15% of UPCR at baseline', '2.3'],
  ['UPCR - UPCR at baseline > 1 g/g', '3'],
];
for (const [sentence, expected] of rows)
  test(`${sentence}: at ${expected}`, () => {
    const [limit] = limitsOf(plainCondition(conditionOf(sentence), { definitions: new Map(), here: 'week 24' }));
    assert(limit !== undefined);
    const compiled = compileLimit(limit, lexicon);
    const numbers = new Map([...compiled.keys].map((key) => [key, rational(2)]));
    const root = rootOf(compiled, 'UPCR at week 24', { numbers, levels: new Map(), claims: new Map() });
    assert.equal(root && writeRational(root), expected);
  });

test('a limit that does not depend on a value is met nowhere by it', () => {
  const [limit] = limitsOf(
    plainCondition(conditionOf('UPCR at baseline < 1 g/g'), { definitions: new Map(), here: undefined }),
  );
  assert(limit !== undefined);
  const person = { numbers: new Map([['UPCR at baseline', rational(2)]]), levels: new Map(), claims: new Map() };
  assert.equal(rootOf(compileLimit(limit, lexicon), 'PGA at week 24', person), undefined);
});
