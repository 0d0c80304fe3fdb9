import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { drawPerson, populationAssumptions } from './virtual-person.ts';

const secret = secretFromSeed(7);
const many = Array.from({ length: 3000 }, (_, index) => drawPerson(secret, String(index + 1).padStart(3, '0')));
const share = (holds: (person: (typeof many)[number]) => boolean): number => many.filter(holds).length / many.length;

test('a person is the same whoever else was drawn, and before or after', () => {
  const alone = drawPerson(secret, '010');
  for (const id of ['009', '011', '0100', '10']) assert.notDeepEqual({ ...drawPerson(secret, id), id: '010' }, alone);
  assert.deepEqual(drawPerson(secret, '010'), alone);
  assert.deepEqual(many[9], alone);
});

test('another seed brings another person', () => {
  assert.notDeepEqual(drawPerson(secretFromSeed(8), '010'), drawPerson(secret, '010'));
});

/** What is counted, the share that was assumed, and the share found among 3,000; four standard errors are allowed. */
const assumed = populationAssumptions;
const shares: readonly (readonly [string, number, number])[] = [
  ['female', assumed.female, share(({ sex }) => sex === 'female')],
  ['declines', assumed.declines, share(({ declines }) => declines)],
  ['history late', assumed.historyLate, share(({ historyLate }) => historyLate)],
  ['severe disease', assumed.severeDisease, share(({ severeDisease }) => severeDisease)],
  ['pregnant', assumed.pregnant * assumed.female, share(({ pregnant }) => pregnant)],
  ['UPCR above its median', 0.5, share(({ upcr }) => upcr > assumed.upcr.median)],
  ['creatinine above its median', 0.5, share(({ creatinine }) => creatinine > assumed.creatinine.median)],
  ['arthritis', 0.3, share(({ activity }) => activity.includes('arthritis'))],
  ...Object.entries(assumed.exposures).map(
    ([name, chance]) => [name, chance, share(({ exposure }) => exposure === name)] as const,
  ),
];

for (const [what, expected, found] of shares)
  test(`${what}: about ${expected}`, () => {
    assert.ok(Math.abs(found - expected) < 4 * Math.sqrt((expected * (1 - expected)) / many.length), String(found));
  });

test('traits lie within their ranges, and traits of one person do not move together', () => {
  for (const person of many) {
    assert.ok(person.ageYears >= 16 && person.ageYears <= 70 && person.weightKg >= 40 && person.weightKg <= 110);
    assert.ok(person.exposedDaysAgo >= 7 && person.exposedDaysAgo < 157);
    assert.ok(person.acrCriteria >= 3 && person.acrCriteria <= 8);
    assert.ok(!(person.pregnant && person.sex === 'male'));
  }
  const [old, heavy] = [share(({ ageYears }) => ageYears > 33), share(({ weightKg }) => weightKg > 58)];
  const both = share(({ ageYears, weightKg }) => ageYears > 33 && weightKg > 58);
  assert.ok(Math.abs(both - old * heavy) < 0.03, 'age and weight were drawn apart');
});
