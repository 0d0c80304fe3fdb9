import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import test from 'node:test';
import { assessEligibility } from '#core/conduct/eligibility.ts';
import type { Study } from '#core/study/study.ts';
import { compileFile, plantStudy } from './given.ts';
import { openCrowd, type Population, screenPopulation } from './population.ts';

const firstDay = 20_458;
const shipped = compileFile('trials/nct05631717/study.yaml');
const trials = globSync('trials/*/study.yaml').toSorted();

const screened = (study: Study, people: number, seed = 7): Population =>
  screenPopulation(study, { people, seed, firstDay });

const isAbout = (found: number, chance: number, of: number): void =>
  assert.ok(
    Math.abs(found - of * chance) < 4.5 * Math.sqrt(of * chance * (1 - chance)),
    `${found} of ${of} for a chance of ${chance}`,
  );

test('the same seed gives the same figures, another seed others', () => {
  const once = screened(shipped, 200);
  assert.deepEqual(screened(shipped, 200), once);
  assert.notDeepEqual(screened(shipped, 200, 8).costs, once.costs);
});

test('a person is the same in a crowd of any size', () => {
  const [small, large] = [10, 1000].map((people) => openCrowd(shipped, { people, seed: 7, firstDay }));
  assert.deepEqual(small?.(7).participant, large?.(7).participant);
  assert.notDeepEqual(small?.(7).participant.items, small?.(8).participant.items);
});

test('there is a trial to screen for', () => assert.ok(trials.length > 0));

for (const path of trials)
  test(`${path}: everybody gets a verdict, and the sums close`, () => {
    const study = compileFile(path);
    const people = 400;
    const { verdicts, costs } = screened(study, people);
    assert.equal(verdicts.eligible + verdicts['not eligible'] + verdicts['needs information'], people);
    assert.deepEqual(
      costs.map(({ criterion }) => criterion.id),
      study.criteria.map(({ id }) => id),
    );
    const alone = costs.reduce((sum, each) => sum + each.onlyThis, 0);
    assert.ok(alone <= verdicts['not eligible']);
    for (const { criterion, fails, onlyThis, notKnown, eligibleWithout } of costs) {
      assert.ok(onlyThis <= fails && fails + notKnown <= people, criterion.id);
      assert.ok(eligibleWithout >= verdicts.eligible, criterion.id);
      assert.ok(eligibleWithout - verdicts.eligible <= onlyThis + notKnown, criterion.id);
    }
    assert.ok(verdicts['not eligible'] > 0 && verdicts['not eligible'] < people, 'the criteria part the crowd');
  });

for (const path of trials)
  test(`${path}: verdicts are those of the assessment in production`, () => {
    const study = compileFile(path);
    const screen = openCrowd(study, { people: 60, seed: 7, firstDay });
    const verdicts = { eligible: 0, 'not eligible': 0, 'needs information': 0 };
    for (let number = 1; number <= 60; number += 1)
      verdicts[assessEligibility(study, screen(number).chart).verdict] += 1;
    assert.deepEqual(screened(study, 60).verdicts, verdicts);
  });

test('"eligible without it" is who is eligible when the criterion is taken out of the study', () => {
  const { costs } = screened(shipped, 150);
  for (const { criterion, eligibleWithout } of costs) {
    const without = { ...shipped, criteria: shipped.criteria.filter(({ id }) => id !== criterion.id) };
    assert.equal(screened(without, 150).verdicts.eligible, eligibleWithout, criterion.id);
  }
});

/** Sentences whose chance follows from the table of assumed numbers alone. */
const planted: readonly (readonly [string, number])[] = [
  ['judged "able and willing to come" at screening', 0.97],
  ['sex at screening = female', 0.85],
  // Two purposes that know nothing of one another: the product of their chances.
  ['judged "able and willing to come" at screening and sex at screening = female', 0.97 * 0.85],
];

for (const [rule, chance] of planted)
  test(`a criterion of known chance: ${rule}`, () => {
    const people = 3000;
    const { verdicts, costs } = screened(plantStudy({ P1: rule }), people);
    isAbout(verdicts.eligible, chance, people);
    assert.equal(costs[0]?.fails, people - verdicts.eligible);
    assert.equal(costs[0]?.onlyThis, costs[0]?.fails);
    assert.equal(costs[0]?.eligibleWithout, people);
  });

test('results are missing in about 3%: 1.5% of sections, and 1.5% of results', () => {
  const people = 3000;
  const { costs, verdicts } = screened(plantStudy({ P1: 'creatinine at screening >= 0 mg/dL' }), people);
  isAbout(costs[0]?.notKnown ?? 0, 1 - 0.985 ** 2, people);
  assert.equal(verdicts['needs information'], costs[0]?.notKnown);
});

test('two criteria that fail independently: what each costs alone', () => {
  const people = 3000;
  const study = plantStudy({
    P1: 'judged "able and willing to come" at screening',
    P2: 'not: sex at screening = male',
  });
  const [first, second] = screened(study, people).costs;
  isAbout(first?.onlyThis ?? 0, 0.03 * 0.85, people);
  isAbout(second?.onlyThis ?? 0, 0.97 * 0.15, people);
  isAbout(second?.eligibleWithout ?? 0, 0.97, people);
});

test('a history that is not signed leaves its absence open', () => {
  const people = 2000;
  const { costs } = screened(plantStudy({ P1: 'not: had organ-transplantation ever' }), people);
  isAbout(costs[0]?.fails ?? 0, 0.002, people);
  isAbout(costs[0]?.notKnown ?? 0, 0.02 * 0.998, people);
});

test('what nobody taught virtual people is answered and named', () => {
  const study = plantStudy({ P1: 'judged "hair is blue" at screening', P2: 'not: had infusion-reaction ever' });
  const { untaught, verdicts } = screened(study, 50);
  assert.deepEqual(untaught, ['"hair is blue"', 'no record of infusion-reaction']);
  assert.ok(verdicts.eligible > 0);
});
