import assert from 'node:assert/strict';
import test from 'node:test';
import { compileFile, plantStudy } from './given.ts';
import { screenPopulation } from './population.ts';
import { assumptionsThatMatter, populationAssumptions } from './population-assumptions.ts';

const firstDay = 20_458;
const named = (rules: Readonly<Record<string, string>>, most: number): readonly string[] => {
  const study = plantStudy(rules, ['LN-class']);
  const { costs } = screenPopulation(study, { people: 300, seed: 7, firstDay });
  return assumptionsThatMatter(study, costs, most).map(({ id }) => id);
};

test('every assumption has an id of its own, a sentence, a tag and a source', () => {
  for (const { says, tag, source } of populationAssumptions)
    assert.ok(says !== '' && 'DVG'.includes(tag) && source !== '');
  const ids = populationAssumptions.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

/** A criterion, and the assumption that must be named first for it. */
const rows: readonly (readonly [string, string])[] = [
  ['UPCR at screening > 1.0 g/g', 'UPCR'],
  ['age at consent > 30 years', 'age'],
  ['judged "able and willing to come" at screening', 'judged: able, willing or consenting'],
  ['not: received mycophenolate where (failed) ever', 'doseChanged'],
  ['not: received rituximab within 24 weeks before screening', 'unsigned'],
  ['LN-class at screening includes any of (IV)', 'classes'],
];

for (const [rule, first] of rows)
  test(`${rule} hangs first on ${first}`, () => assert.equal(named({ P1: rule }, 10)[0], first));

test('a criterion that costs more is asked first, and each gets its turn', () => {
  const both = named({ P1: 'sex at screening = male', P2: 'UPCR at screening > 1.0 g/g' }, 2);
  assert.deepEqual(both, ['female', 'UPCR']);
});

test('no more are named than asked for, and none twice; a criterion that costs nothing names none', () => {
  const study = compileFile('trials/nct05631717/study.yaml');
  const { costs } = screenPopulation(study, { people: 300, seed: 7, firstDay });
  const ten = assumptionsThatMatter(study, costs, 10);
  assert.equal(new Set(ten).size, 10);
  assert.deepEqual(named({ P1: 'reached consent' }, 10), []);
});
