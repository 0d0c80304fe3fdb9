import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { people } from './assumed-numbers.ts';
import { type Candidate, drawCandidate } from './candidate.ts';
import { acrPresent, bilagGrade, hasAna, pgaOf, sledaiPresent, sliccPresent } from './disease-activity.ts';
import { drawnFinding } from './drawn-finding.ts';
import type { DrawsOf } from './draws.ts';
import { openDraws } from './draws.ts';

const drawsOf = openDraws(secretFromSeed(7));
const person = (number: number, draws: DrawsOf = drawsOf(number)): Candidate => drawCandidate(`C-${number}`, draws);
const crowd = Array.from({ length: 2000 }, (_, index) => person(index + 1));
const shareOf = (holds: (candidate: Candidate) => boolean): number => crowd.filter(holds).length / crowd.length;

/** Within 4.5 standard errors of a share among 2000. */
const isAbout = (found: number, expected: number, what: string): void =>
  assert.ok(
    Math.abs(found - expected) < 4.5 * Math.sqrt((expected * (1 - expected)) / crowd.length),
    `${what}: ${found} for ${expected}`,
  );

const value = (candidate: Candidate, id: string): number => {
  const written = candidate.result(id)?.written ?? assert.fail(`no ${id}`);
  return Number(written.replace('<', ''));
};

test('a person is the same whoever else comes, and whatever was asked first', () => {
  const [once, again] = [person(42), person(42)];
  again.result('CA-125');
  again.draws('a trait that does not exist yet').normal();
  for (const id of ['UPCR', 'creatinine', 'weight', 'protein-24h', 'BUN', 'AST'])
    assert.deepEqual(once.result(id), again.result(id), id);
  assert.deepEqual([once.ageYears, once.sex, once.classes], [again.ageYears, again.sex, again.classes]);
});

test('a trait that is drawn otherwise changes no other that does not hang on it', () => {
  for (let number = 1; number <= 50; number += 1) {
    const swapped: DrawsOf = (purpose) => drawsOf(purpose === 'age' ? number + 5000 : number)(purpose);
    const [before, after] = [person(number), person(number, swapped)];
    assert.notEqual(after.ageYears, before.ageYears);
    for (const id of ['UPCR', 'creatinine', 'C3', 'haemoglobin', 'weight'])
      assert.deepEqual(after.result(id), before.result(id), id);
    assert.deepEqual(
      [after.sex, after.classes, after.biopsyDaysAgo],
      [before.sex, before.classes, before.biopsyDaysAgo],
    );
  }
});

test('the items of SLEDAI-2K agree with the results as they are reported', () => {
  // Gladman 2002: strict limits; complement and DNA binding by the limits of the table.
  const rules: readonly (readonly [string, (candidate: Candidate) => boolean])[] = [
    ['proteinuria', (each) => value(each, 'protein-24h') > 0.5],
    ['haematuria', (each) => value(each, 'urine-RBC') > 5],
    ['pyuria', (each) => value(each, 'urine-WBC') > 5],
    ['low-complement', (each) => value(each, 'C3') < 0.9 || value(each, 'C4') < 0.1],
    ['increased-dna-binding', (each) => value(each, 'anti-dsDNA') > 30],
    ['fever', (each) => value(each, 'temperature') > 38],
    ['thrombocytopenia', (each) => value(each, 'platelets') < 100],
    ['leucopenia', (each) => value(each, 'leucocytes') < 3],
  ];
  for (const [item, rule] of rules) {
    const both = new Set(crowd.map(rule));
    assert.equal(both.size, 2, `${item} is present in some and absent in others`);
    for (const each of crowd) assert.equal(sledaiPresent(each, item), rule(each), `${item} of ${each.id}`);
  }
});

test('casts need red cells; a rash hangs on nothing', () => {
  const withCasts = crowd.filter((each) => sledaiPresent(each, 'urinary-casts'));
  assert.ok(withCasts.length > 0 && withCasts.every((each) => value(each, 'urine-RBC') > 5));
  isAbout(
    shareOf((each) => sledaiPresent(each, 'rash')),
    0.25,
    'rash',
  );
});

test('what is present today was ever met', () => {
  for (const each of crowd) {
    if (sledaiPresent(each, 'leucopenia'))
      assert.ok(acrPresent(each, 'haematologic') && sliccPresent(each, 'leucopenia'));
    if (sledaiPresent(each, 'arthritis')) assert.ok(acrPresent(each, 'arthritis'));
    assert.equal(acrPresent(each, 'ana'), hasAna(each));
    assert.equal(sliccPresent(each, 'biopsy-proven-nephritis'), each.biopsyDaysAgo !== undefined);
  }
});

test('grades and the assessment follow from what is present', () => {
  for (const each of crowd.slice(0, 300)) {
    const heavy = value(each, 'UPCR') > 1;
    const renal = bilagGrade(each, 'renal');
    assert.equal(renal === 'A', heavy && sledaiPresent(each, 'haematuria'));
    assert.equal(
      bilagGrade(each, 'musculoskeletal') === 'B',
      ['arthritis', 'myositis'].some((item) => sledaiPresent(each, item)),
    );
    assert.equal(bilagGrade(each, 'gastrointestinal'), 'E');
    assert.match(pgaOf(each), /^[0-3]\.\d$/);
  }
});

test('the shares of the table are those of the crowd', () => {
  isAbout(
    shareOf(({ sex }) => sex === 'female'),
    people.female.value,
    'female',
  );
  isAbout(
    shareOf(({ classes }) => classes === 'IV'),
    0.38,
    'class IV',
  );
  isAbout(
    shareOf(({ biopsyDaysAgo }) => biopsyDaysAgo !== undefined),
    people.biopsied.value,
    'biopsied',
  );
  isAbout(
    shareOf((each) => drawnFinding(each, 'HBsAg') === 'positive'),
    0.04,
    'HBsAg',
  );
  // Half of lognormal values lie above the median; class IV raises creatinine, so UPCR and albumin are asked.
  isAbout(
    shareOf((each) => value(each, 'UPCR') > 2.2),
    0.5,
    'UPCR',
  );
  assert.equal(drawnFinding(crowd[0] ?? assert.fail(), 'UPCR'), undefined);
});

const correlation = (a: string, b: string): number => {
  const pairs = crowd.map((each) => [Math.log(value(each, a)), Math.log(value(each, b))] as const);
  const mean = (index: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length;
  const [ma, mb] = [mean(0), mean(1)];
  const sums = pairs.reduce(
    ([ab, aa, bb], [x, y]) => [ab + (x - ma) * (y - mb), aa + (x - ma) ** 2, bb + (y - mb) ** 2] as const,
    [0, 0, 0] as readonly [number, number, number],
  );
  return sums[0] / Math.sqrt(sums[1] * sums[2]);
};

test('results go together as the table says', () => {
  // Products of the correlations with the activity: 0.6 × −0.6, and 0.6 × −0.5; the ratio has a spread of 0.25 on 0.6.
  assert.ok(Math.abs(correlation('UPCR', 'albumin') + 0.36) < 0.08);
  assert.ok(Math.abs(correlation('UPCR', 'C3') + 0.3) < 0.08);
  assert.ok(Math.abs(correlation('UPCR', 'protein-24h') - 0.6 / Math.hypot(0.6, 0.25)) < 0.03);
  assert.ok(Math.abs(correlation('ALT', 'UPCR')) < 0.08);
});

test('ages stay within their bounds, and only women of childbearing age are pregnant', () => {
  const { least, most } = people.age.value;
  for (const each of crowd) {
    assert.ok(each.ageYears >= least && each.ageYears <= most && each.diseaseYears < each.ageYears);
    if (each.pregnant) assert.ok(each.canBear && each.sex === 'female' && each.ageYears < 50);
  }
  assert.ok(crowd.some(({ pregnant }) => pregnant));
});

test('a result below the limit of the assay says so; what no table has is not made up', () => {
  const low = crowd.find((each) => each.result('anti-dsDNA')?.written === '<10') ?? assert.fail('nobody is below 10');
  assert.ok((low.result('anti-dsDNA')?.value ?? 10) < 10);
  assert.equal(low.result('troponin'), undefined);
  for (const each of crowd.slice(0, 500)) assert.ok(value(each, 'sclerosed-glomeruli') <= 100);
});
