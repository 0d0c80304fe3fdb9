import assert from 'node:assert/strict';
import test from 'node:test';
import { type ColumnTable, emptyColumn } from '#core/criteria/columns/column.ts';
import { hasBit } from '#core/criteria/columns/plane.ts';
import { drawCandidate } from '../candidates/candidate.ts';
import { drawsOf, smallStudy } from '../given.ts';
import { type ScenarioChanges, scenarioWith } from '../scenario.ts';
import { fillRow, memberOf } from './fill-row.ts';
import type { QuickDraws } from './quick-draws.ts';
import { quickEquations } from './quick-equations.ts';
import { layOutTrial, purpose, type Trend, type TrialPlan } from './trial-plan.ts';

/** Uniform numbers are a half and normal ones zero, but for those that a test says. */
const drawing = (
  uniforms: Readonly<Record<number, number>> = {},
  normals: Readonly<Record<number, number>> = {},
): QuickDraws => ({
  moveTo: () => {},
  uniform: (place) => uniforms[place] ?? 0.5,
  normal: (place) => normals[place] ?? 0,
});

/** Nobody leaves; the protein falls to a half in 24 weeks, and half of what is to come comes in 12. */
const numbers = {
  'fall mean': Math.log(0.5),
  'fall sd': 1,
  'half weeks': 12,
  noise: 0,
  'creatinine drift': 1,
  'leaves yearly': 0,
  'dies yearly': 0,
  'missed visit': 0,
  'result not done': 0,
  'empty section': 0,
} as const satisfies ScenarioChanges['numbers'];

const places = { missed: 20, notDone: 21, noise: 22, answer: 23, empty: 24 } as const;
const person = drawCandidate('1', drawsOf(1));
const visitOf = (day: number, weeksBefore = 0) => ({
  day,
  weeks: Math.max(0, day) / 7,
  weeksBefore,
  missed: places.missed,
  isLast: false,
});

/** A person of whom 2.004 is known before anything changes, at a visit. */
const planOf = (day: number, trend: Trend = 'protein', noise = 0, value = 2.004): TrialPlan => ({
  pool: [{ person, levels: {}, prednisone: 40 }],
  results: [
    {
      filler: {
        kind: 'result',
        parameter: 'N',
        measure: 'UPCR',
        visit: 'v',
        chain: ['UPCR'],
        rounding: 100,
        parts: 1000,
      },
      visit: visitOf(day),
      values: Float64Array.from([value]),
      links: [{ trend, noise, place: places.noise }],
      notDone: places.notDone,
      empty: places.empty,
    },
  ],
  casts: [],
  answers: [],
  purposes: 30,
});

const lastOf = (plan: TrialPlan): TrialPlan => ({
  ...plan,
  results: plan.results.map((each) => ({ ...each, visit: { ...each.visit, isLast: true } })),
});

const answering = (
  filler: TrialPlan['answers'][number]['filler'],
  day: number | undefined,
  weeksBefore = 0,
): TrialPlan => ({
  ...planOf(0),
  results: [],
  answers: [{ filler, visit: day === undefined ? undefined : visitOf(day, weeksBefore), place: places.answer }],
});

const span = { start: 0, end: 0 };
const named = { kind: 'named', name: 'v', span } as const;
const tableOf = (): ColumnTable => ({
  rows: 3,
  columns: new Map([
    [
      'N',
      emptyColumn(
        {
          name: 'N',
          type: 'Integer',
          asked: { kind: 'measure', measure: 'UPCR', point: named, span },
          places: 3,
          unit: 'g/g',
          most: 1_000_000n,
        },
        3,
      ),
    ],
    ['B', emptyColumn({ name: 'B', type: 'Boolean', asked: { kind: 'reached', point: named, span } }, 3)],
  ]),
});

/** What stands in row 1 afterwards: whole parts, a truth, or nothing; the rows beside it stay empty. */
const filled = (
  plan: TrialPlan,
  draws = drawing(),
  changes: ScenarioChanges = {},
  arm = 'a',
): number | boolean | undefined => {
  const table = tableOf();
  fillRow(plan, table, 1, arm, draws, scenarioWith({ ...changes, numbers: { ...numbers, ...changes.numbers } }));
  const [number, truth] = [table.columns.get('N'), table.columns.get('B')];
  assert.ok(number?.type === 'Integer' && truth?.type === 'Boolean');
  const { holds, fails } = truth.truth;
  for (const row of [0, 2]) assert.ok(![number.known, holds, fails].some((plane) => hasBit(plane, row)));
  if (hasBit(number.known, 1)) return number.parts[1];
  if (hasBit(holds, 1)) return true;
  return hasBit(fails, 1) ? false : undefined;
};

/** Of 2.004 g/g, rounded to 0.01 and counted in 0.001. */
// biome-ignore format: one row a line
const results: readonly (readonly [what: string, TrialPlan, QuickDraws, ScenarioChanges, expected: number | undefined])[] = [
  ['at screening nothing has changed', planOf(-7, 'protein', 9), drawing({}, { [places.noise]: 1 }), {}, 2000],
  ['on day 0 neither', planOf(0, 'protein', 9), drawing({}, { [places.noise]: 1 }), {}, 2000],
  // 1.002 × 1.5 = 1.503.
  ['noise of log 1.5 by one standard deviation', planOf(168, 'protein', Math.log(1.5)), drawing({}, { [places.noise]: 1 }), {}, 1500],
  ['half by week 24', planOf(168), drawing(), {}, 1000],
  // By week 12 a half of what comes in the end has come, two thirds of that of week 24: 2.004 × 0.5^(2/3) = 1.262.
  ['two thirds of the fall by week 12', planOf(84), drawing(), {}, 1260],
  ['a fall one standard deviation of 1 less', planOf(168), drawing({}, { [purpose.fall]: 1 }), {}, 2720],
  ['the effect of the own arm', planOf(168), drawing(), { effect: { a: Math.log(0.5) } }, 500],
  ['the effect of another arm', planOf(168), drawing(), { effect: { b: Math.log(0.5) } }, 1000],
  ['creatinine drifts instead', planOf(168, 'creatinine'), drawing({}, { [purpose.drift]: Math.log(2) }), {}, 4010],
  // −ln 2 over the spread of protein of 0.6 is −1.155; times 0.5: 2.004 × exp(−0.578) = 1.125.
  ['half as much as the disease', planOf(168, { times: 0.5 }), drawing(), {}, 1120],
  // Not more than by two standard deviations: 2.004 × exp(−1) = 0.737.
  ['a fall of 3 counts as two standard deviations', planOf(168, { times: 0.5 }), drawing(), { numbers: { 'fall mean': -3 } }, 740],
  ['a visit that is missed', planOf(168), drawing({ [places.missed]: 0.0999 }), { numbers: { 'missed visit': 0.1 } }, undefined],
  ['the last one, which never is', lastOf(planOf(168)), drawing({ [places.missed]: 0 }), { numbers: { 'missed visit': 1 } }, 1000],
  ['one that is not', planOf(168), drawing({ [places.missed]: 0.1 }), { numbers: { 'missed visit': 0.1 } }, 1000],
  ['day 0 is never missed', planOf(0), drawing({ [places.missed]: 0 }), { numbers: { 'missed visit': 1 } }, 2000],
  ['a result not done', planOf(0), drawing({ [places.notDone]: 0.09 }), { numbers: { 'result not done': 0.1, 'empty section': 0.2 } }, undefined],
  ['a result in an empty section', planOf(0), drawing({ [places.empty]: 0.19 }), { numbers: { 'result not done': 0.1, 'empty section': 0.2 } }, undefined],
  ['one that was done', planOf(0), drawing({ [places.notDone]: 0.1, [places.empty]: 0.2 }), { numbers: { 'result not done': 0.1, 'empty section': 0.2 } }, 2000],
  // A half is left after a year at a rate of ln 2: day 365.25.
  ['left before', planOf(366), drawing(), { numbers: { 'leaves yearly': Math.LN2 } }, undefined],
  ['still there', planOf(364), drawing(), { numbers: { 'leaves yearly': Math.LN2, 'half weeks': 1e6, 'fall mean': 0 } }, 2000],
  ['died before', planOf(366), drawing(), { numbers: { 'dies yearly': Math.LN2 } }, undefined],
  ['whichever comes first', planOf(200), drawing({ [purpose.dies]: 0.9 }), { numbers: { 'leaves yearly': 0.01, 'dies yearly': Math.LN2 } }, undefined],
];

for (const [what, plan, draws, changes, expected] of results)
  test(`${what}: ${expected}`, () => assert.equal(filled(plan, draws, changes), expected));

const judged = { kind: 'judgement', parameter: 'B', visit: 'v', chance: 0.3 } as const;
const prednisone = { kind: 'prednisone', parameter: 'N', visit: 'v', parts: 10 } as const;
const missing = { numbers: { 'missed visit': 1 } } as const;
const always = { kind: 'always', parameter: 'B' } as const;

// biome-ignore format: one row a line
const answers: readonly (readonly [what: string, TrialPlan, QuickDraws, ScenarioChanges, number | boolean | undefined])[] = [
  ['judged yes', answering(judged, 168), drawing({ [places.answer]: 0.29 }), {}, true],
  ['judged no', answering(judged, 168), drawing({ [places.answer]: 0.3 }), {}, false],
  ['judged at a visit that is missed', answering(judged, 168), drawing(), missing, undefined],
  ['always', answering(always, undefined), drawing(), missing, true],
  ['prednisone of day 0', answering(prednisone, 0), drawing(), {}, 400],
  // What was prescribed at week 8: 40 × (1 − 8/16).
  ['prednisone prescribed at the visit before', answering(prednisone, 84, 8), drawing(), {}, 200],
  ['prednisone at a visit that is missed', answering(prednisone, 84, 8), drawing(), missing, undefined],
];

for (const [what, plan, draws, changes, expected] of answers)
  test(`${what}: ${expected}`, () => assert.equal(filled(plan, draws, changes), expected));

/** 0.9938^40 × 1.012 × 142 = 112.1 at κ = 0.7 mg/dL, which is the creatinine of 2.004 × 0.35 (`inker2021`, by hand). */
const ofFilter = (age: number, day = 0): TrialPlan => {
  const [planned = assert.fail()] = planOf(day, 'creatinine').results;
  const compute = quickEquations.get('eGFR')?.compute ?? assert.fail();
  const filler = { ...planned.filler, parts: 10, equation: { times: 0.35, compute } };
  return { ...planOf(day), results: [{ ...planned, filler, people: [{ age, sex: 'female' }] }] };
};

// biome-ignore format: one row a line
const computed: readonly (readonly [what: string, TrialPlan, QuickDraws, expected: number | undefined])[] = [
  ['at 40 years', ofFilter(40), drawing(), 1121],
  // 4.008 is reported as 4.01, which is 2.005 κ: 2.005^−1.2 of it, 48.6.
  ['after creatinine has doubled', ofFilter(40, 168), drawing({}, { [purpose.drift]: Math.log(2) }), 486],
  ['below 18 there is none', ofFilter(17), drawing(), undefined],
];

for (const [what, plan, draws, expected] of computed)
  test(`filtration ${what}: ${expected}`, () => assert.equal(filled(plan, draws), expected));

/** Somebody with so many red cells, whose haematuria comes with casts or does not. */
const castsOf = (cells: number, withCasts: boolean, draws = drawing()): string | undefined => {
  const [planned = assert.fail()] = planOf(0, 'protein', 0, cells).results;
  const filler = { kind: 'casts', parameter: 'L', visit: 'v', cells: planned.filler } as const;
  const plan = { ...planOf(0), results: [], casts: [{ filler, cells: planned, withCells: [withCasts] }] };
  const levels = ['present', 'absent'];
  const asked = { kind: 'measure', measure: 'RBC-casts', point: named, span } as const;
  const column = emptyColumn({ name: 'L', type: 'String', asked, levels }, 3);
  const numbersOf = { ...numbers, 'empty section': 0.2, 'result not done': 0.2 };
  const table = { rows: 3, columns: new Map([['L', column]]) };
  fillRow(plan, table, 1, 'a', draws, scenarioWith({ numbers: numbersOf }));
  assert.ok(column.type === 'String');
  return levels.find((level) => hasBit(column.levels.get(level)?.holds ?? assert.fail(), 1));
};

// biome-ignore format: one row a line
const sediments: readonly (readonly [cells: number, withCasts: boolean, draws: QuickDraws, expected: string | undefined])[] = [
  [6, true, drawing(), 'present'],
  [5, true, drawing(), 'absent'],
  [6, false, drawing(), 'absent'],
  // A count that was not done says nothing of the casts; an empty section does.
  [6, true, drawing({ [places.notDone]: 0.1 }), 'present'],
  [6, true, drawing({ [places.empty]: 0.1 }), undefined],
];

for (const [cells, withCasts, draws, expected] of sediments)
  test(`${cells} red cells, ${withCasts ? 'with' : 'without'} casts: ${expected}`, () =>
    assert.equal(castsOf(cells, withCasts, draws), expected));

test('a person of a trial is a member of the pool, each as likely', () => {
  const [one = assert.fail()] = planOf(0).pool;
  const plan = { ...planOf(0), pool: [one, one, one, one] };
  const rows = [
    [0.001, 0],
    [0.249, 0],
    [0.25, 1],
    [0.74, 2],
    [0.999, 3],
  ] as const;
  for (const [uniform, member] of rows) assert.equal(memberOf(drawing({ [purpose.member]: uniform }), plan), member);
});

test('a plan that was laid out fills every parameter of a person who stays', () => {
  const scenario = scenarioWith({ numbers });
  const { filler } = planOf(0).results[0] ?? assert.fail();
  const plan = layOutTrial(
    [
      { ...filler, visit: 'week 4' },
      { ...judged, visit: 'week 4' },
    ],
    planOf(0).pool,
    smallStudy(),
    scenario,
  );
  const table = tableOf();
  fillRow(plan, table, 0, 'drip', drawing(), scenario);
  const [number, truth] = [table.columns.get('N'), table.columns.get('B')];
  assert.ok(number?.type === 'Integer' && truth?.type === 'Boolean');
  assert.deepEqual([hasBit(number.known, 0), hasBit(truth.truth.fails, 0)], [true, true]);
});
