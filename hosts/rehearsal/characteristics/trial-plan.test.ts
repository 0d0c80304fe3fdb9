import assert from 'node:assert/strict';
import test from 'node:test';
import { drawCandidate } from '../candidates/candidate.ts';
import { drawsOf, smallStudy } from '../given.ts';
import { scenarioWith } from '../scenario.ts';
import type { Filler, NumberSource } from './fillers.ts';
import { layOutTrial, purpose } from './trial-plan.ts';

const study = smallStudy();
const scenario = scenarioWith({ numbers: { noise: 0.12 } });
const pool = [1, 2].map((number) => ({
  person: drawCandidate(String(number), drawsOf(number)),
  levels: {},
  prednisone: 20,
}));

const result = (measure: string, visit: string, ...chain: readonly string[]): Filler => ({
  kind: 'result',
  parameter: `${measure} at ${visit}`,
  measure,
  visit,
  chain: [measure, ...chain],
  rounding: 100,
  parts: 10_000,
});
const cellsAt = (visit: string): NumberSource => {
  const cells = result('urine-RBC', visit);
  return cells.kind === 'result' ? cells : assert.fail();
};
const plan = (...fillers: readonly Filler[]) => layOutTrial(fillers, pool, study, scenario);

/** The day of a visit, its week, and that of the visit before, at which its dose of prednisone was prescribed. */
const visits: readonly (readonly [string, day: number, weeks: number, weeksBefore: number])[] = [
  ['screening', -7, 0, 0],
  ['baseline', 0, 0, 0],
  ['week 1', 7, 1, 0],
  ['week 2', 14, 2, 1],
  ['week 4', 28, 4, 2],
];

for (const [visit, day, weeks, weeksBefore] of visits)
  test(`${visit} lies on day ${day}, ${weeks} weeks after day 0`, () => {
    const [planned = assert.fail()] = plan(result('UPCR', visit)).results;
    const { missed, ...found } = planned.visit;
    assert.deepEqual(found, { day, weeks, weeksBefore, isLast: visit === 'week 4' });
    assert.ok(missed >= purpose.first);
  });

test('the numbers of the pool are those before rounding, and nothing where there is none', () => {
  const [protein, score] = plan(result('UPCR', 'week 1'), result('SLEDAI-2K', 'week 1')).results;
  assert.deepEqual(
    [...(protein?.values ?? [])],
    pool.map(({ person }) => person.result('UPCR')?.exact),
  );
  assert.deepEqual([...(score?.values ?? [])], [Number.NaN, Number.NaN]);
});

/**
 * What a result follows and by how much it varies: spreads and correlations with the activity are those of the table of
 * laboratory values; creatinine and the signs of life vary half as much, nothing more than between people.
 */
const links: readonly (readonly [measure: string, trend: unknown, noise: number])[] = [
  ['UPCR', 'protein', 0.12],
  ['creatinine', 'creatinine', 0.06],
  ['albumin', { times: -0.6 * 0.2 }, 0.12],
  ['C3', { times: -0.5 * 0.35 }, 0.12],
  ['sodium', { times: 0 }, 0.018],
  ['temperature', { times: 0.2 * 0.014 }, 0.014],
  ['systolic-pressure', { times: 0.25 * 0.12 }, 0.06],
];

for (const [measure, trend, noise] of links)
  test(`${measure} follows ${JSON.stringify(trend)} and varies by ${noise}`, () => {
    const [link] = plan(result(measure, 'week 1')).results[0]?.links ?? [];
    assert.deepEqual([link?.trend, link?.noise], [trend, noise]);
  });

test('the same thing at the same visit is drawn at the same place, another at another, none below the first', () => {
  const laid = plan(
    result('UPCR', 'week 1'),
    result('protein-24h', 'week 1', 'UPCR'),
    result('UPCR', 'week 4'),
    { kind: 'prednisone', parameter: 'P', visit: 'week 4', parts: 1 },
    { kind: 'always', parameter: 'A' },
  );
  const [one, daily, later] = laid.results;
  const place = (from: typeof one, index: number): number | undefined => from?.links[index]?.place;
  assert.equal(place(daily, 1), place(one, 0), 'the protein that both rest on');
  assert.equal(daily?.visit.missed, one?.visit.missed);
  assert.equal(laid.answers[0]?.visit?.missed, later?.visit.missed);
  assert.equal(laid.answers[1]?.visit, undefined);
  const places = [
    place(one, 0),
    place(daily, 0),
    place(later, 0),
    ...laid.results.flatMap(({ notDone, visit }) => [notDone, visit.missed]),
    ...laid.results.map(({ empty }) => empty),
    ...laid.answers.map((answer) => answer.place),
  ];
  // Three results, three times not done, two visits, two answers, and three sections: no form asks for protein-24h.
  const distinct = [...new Set(places)].toSorted((a = 0, b = 0) => a - b);
  assert.deepEqual(
    distinct,
    Array.from({ length: 13 }, (_, index) => purpose.first + index),
  );
  assert.equal(laid.purposes, purpose.first + 13);
});

test('what one section of a visit asks is empty together; casts go with the section that asks for them', () => {
  const { results, casts } = plan(result('creatinine', 'week 1'), result('UPCR', 'week 1'), result('UPCR', 'week 4'), {
    kind: 'casts',
    parameter: 'C',
    visit: 'week 1',
    cells: cellsAt('week 1'),
  });
  const [creatinine, protein, later] = results.map(({ empty }) => empty);
  assert.equal(creatinine, protein);
  assert.notEqual(creatinine, later);
  assert.ok(casts[0] !== undefined && casts[0].cells.empty !== creatinine);
  assert.deepEqual(
    casts[0].withCells,
    pool.map(({ person }) => person.draws('casts').chance(0.25)),
  );
});

test('for an equation the pool grows older from the first visit on, by completed years', () => {
  const [one = assert.fail()] = pool;
  const nearly = [{ ...one, person: { ...one.person, ageYears: 40 - 30 / 365.25, sex: 'male' as const } }];
  const equation = { times: 1, compute: (reading: number) => reading };
  const ageAt = (visit: string): number | undefined =>
    layOutTrial([{ ...cellsAt(visit), equation }], nearly, study, scenario).results[0]?.people?.[0]?.age;
  // The first visit is on day -7: week 2 is 21 days after it, week 4 is 35.
  assert.deepEqual([ageAt('screening'), ageAt('week 2'), ageAt('week 4')], [39, 39, 40]);
  assert.equal(plan(result('UPCR', 'week 1')).results[0]?.people, undefined);
});
