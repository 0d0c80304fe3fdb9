import assert from 'node:assert/strict';
import test from 'node:test';
import { courses, dossierOf, home, until, without } from './given.ts';
import { homeSupplies } from './home-supplies.ts';

const supplies = homeSupplies(dossierOf(courses.tablets));
const supplyOf = (dose: string, visit: string) =>
  supplies.find((each) => each.dose === dose && each.visit.plan.id === visit) ?? assert.fail(`${dose} at ${visit}`);

/**
 * By hand: two tablets a day, week 1 on days 0 to 6, induction to day 167, maintenance to day 363; the most to the end of the
 * next window, which is 3 days after its visit to week 4 and 7 days later.
 */
const rows: readonly (readonly [dose: string, visit: string, units: number, most: number])[] = [
  ['mmf-week-1', 'baseline', 14, 14],
  ['mmf-week-1', 'week 1', 0, 0],
  ['mmf-induction', 'baseline', 0, 8],
  ['mmf-induction', 'week 1', 14, 22],
  ['mmf-induction', 'week 4', 56, 72],
  ['mmf-induction', 'week 20', 56, 56],
  ['mmf-maintenance', 'week 20', 0, 16],
  ['mmf-maintenance', 'week 24', 168, 184],
  ['mmf-maintenance', 'week 36', 224, 224],
  ['mmf-maintenance', 'week 52', 0, 0],
];
for (const [dose, visit, units, most] of rows)
  test(`${dose} at ${visit}: ${units}, at most ${most}`, () => {
    const supply = supplyOf(dose, visit);
    assert.deepEqual([supply.units, supply.most], [units, most]);
    assert.equal(supply.dispensed?.units, units === 0 ? undefined : units);
  });

test('what came back is that of the next visit that was held', () => {
  assert.equal(supplyOf('mmf-induction', 'week 8').next?.plan.id, 'week 12');
  assert.equal(supplyOf('mmf-induction', 'week 8').returned?.visit, 'week 12');
  const kept = homeSupplies(dossierOf(without('medicine returned', home('week 12'))(courses.tablets)));
  const [supply] = kept.filter(({ dose, visit }) => dose === 'mmf-induction' && visit.plan.id === 'week 8');
  assert.equal(supply?.returned, undefined);
});

test('planned between two days: the first counts, the last does not', () => {
  const { plannedBetween, visit } = supplyOf('mmf-induction', 'week 8');
  assert.equal(plannedBetween(visit.on, visit.on + 28), 56);
  assert.equal(plannedBetween(visit.on, visit.on), 0);
});

test('infusions are none, and before allocation there is none', () => {
  assert.deepEqual(homeSupplies(dossierOf(courses.infusions)), []);
  assert.deepEqual(homeSupplies(dossierOf(until(-1)(courses.tablets))), []);
});

test('those who are masked see the same, under the names that all see', () => {
  const masked = homeSupplies(dossierOf(without('assignment disclosed')(courses.tablets)));
  assert.deepEqual(
    masked.map(({ dose, units }) => [dose, units]),
    supplies.map(({ dose, units }) => [dose, units]),
  );
});
