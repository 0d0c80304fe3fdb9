import assert from 'node:assert/strict';
import test from 'node:test';
import { compileCondition } from '#core/criteria/compile.ts';
import { conditionOf, lexicon } from '#core/criteria/given.ts';
import { chartOfPerson, fuzzedPeople } from './handle-people.ts';

/** What each of the three comes to, so that a fuzzed sentence meets every truth. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['creatinine at screening < 0.5 mg/dL', ['unknown', 'true', 'unknown']],
  ['known creatinine at baseline', ['unknown', 'false', 'unknown']],
  ['UPCR at baseline >= 1 g/g', ['unknown', 'true', 'unknown']],
  ['UPCR at baseline > 1 g/g', ['unknown', 'false', 'unknown']],
  ['received prednisone where (dose > 100 mg) from screening to baseline', ['unknown', 'true', 'unknown']],
  ['received prednisone where (failed) within 1 day before baseline', ['unknown', 'true', 'unknown']],
  ['received rituximab within 1 year before screening', ['unknown', 'false', 'unknown']],
  ['reached baseline', ['unknown', 'true', 'unknown']],
];
for (const [sentence, expected] of rows)
  test(`${sentence}: ${expected.join(', ')}`, () => {
    const ask = compileCondition(conditionOf(sentence), { lexicon, definitions: new Map() });
    assert.deepEqual(
      fuzzedPeople.map((person) => ask(chartOfPerson(person, lexicon), 'week 24').truth),
      expected,
    );
  });

test('a measure that is not in the words is asked of nobody', () => {
  for (const person of fuzzedPeople)
    assert.throws(() => chartOfPerson(person, lexicon).measure('creatinin', 'screening'), /creatinin is no measure/);
});
