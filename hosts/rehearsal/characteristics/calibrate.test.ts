import assert from 'node:assert/strict';
import test from 'node:test';
import { smallStudy } from '../given.ts';
import { type Scenario, scenarioWith } from '../scenario.ts';
import { calibrate } from './calibrate.ts';
import type { SimulateTrials } from './simulate-trials.ts';
import { askTrial, isNotAsked } from './trial-question.ts';

const comparison =
  'kind: compare proportions, endpoint: protein, population: randomised, test: fisher exact, interval: miettinen-nurminen, hypothesis: superiority, experimental: drip, control: pill, alpha: "0.05", sides: 2';
const found = askTrial(
  smallStudy(
    ['kind: value\n    rule: UPCR', 'kind: condition\n    rule: UPCR < 0.5 g/g'],
    ['missing: unknown', 'missing: non-responder'],
    ['kind: description, endpoint: protein, population: randomised', comparison],
  ),
);
const question = isNotAsked(found) ? assert.fail(found.why) : found;
const arms = ['drip', 'pill'];

/** Of a thousand people in each arm respond as many as a share says, the same each time. */
const simulating =
  (shareOf: (scenario: Scenario, arm: string) => number, asked: Scenario[] = []): SimulateTrials =>
  ({ trials, scenario }) => {
    asked.push(scenario);
    const shares = arms.map((arm) => Math.round(1000 * shareOf(scenario, arm)));
    const events = Uint32Array.from({ length: 2 * trials }, (_, index) => shares[index % 2] ?? 0);
    return { question, arms, trials, events, of: new Uint32Array(2 * trials).fill(1000) };
  };

/** 1 / (1 + e^shift), the arm that is shifted alone: falls from .993 at −5 to .007 at 5. */
const logistic = (scenario: Scenario, arm: string): number => 1 / (1 + Math.exp(scenario.effectIn(arm)));
const shifts = (wanted: Readonly<Record<string, number>>, changes = {}): readonly number[] => {
  const scenario = calibrate(simulating(logistic), changes, wanted);
  return isNotAsked(scenario) ? assert.fail(scenario.why) : arms.map((arm) => scenario.effectIn(arm));
};

/** log((1 − p) / p), by hand. */
const rows: readonly (readonly [share: number, shift: number])[] = [
  [0.5, 0],
  [0.25, 1.0986],
  [0.75, -1.0986],
  [0.9, -2.1972],
  [0.02, 3.8918],
];

for (const [share, shift] of rows)
  test(`${share} respond at a shift of ${shift}`, () => {
    const [drip = Number.NaN, pill] = shifts({ drip: share });
    // Counts are whole: 0.0005 of the response, at least a twentieth of that a unit of shift.
    assert.ok(Math.abs(drip - shift) < 0.03, String(drip));
    assert.equal(pill, 0);
  });

test('who is to respond more often is shifted further down', () => {
  const wanted = [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];
  const at = wanted.map((share) => shifts({ drip: share })[0] ?? Number.NaN);
  assert.deepEqual(
    at,
    at.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(at).size, wanted.length);
});

test('each arm is calibrated on its own, whatever the order, from what was assumed before', () => {
  const both = shifts({ drip: 0.75, pill: 0.25 });
  assert.deepEqual(shifts({ pill: 0.25, drip: 0.75 }), both);
  assert.ok(Math.abs((both[0] ?? 0) + 1.0986) < 0.03 && Math.abs((both[1] ?? 0) - 1.0986) < 0.03);
  assert.deepEqual(shifts({}, { effect: { drip: -0.3 } }), [-0.3, 0]);
  const [, kept] = shifts({ drip: 0.5 }, { effect: { drip: -0.3, pill: 0.7 } });
  assert.equal(kept, 0.7);
});

test('everything else of the scenario stays: it is asked of the same people, as many each time', () => {
  const asked: Scenario[] = [];
  const changes = { participants: 12, numbers: { declines: 0.4 }, choices: 'other', effect: { pill: 0.7 } };
  const scenario = calibrate(simulating(logistic, asked), changes, { drip: 0.5 });
  assert.ok(!isNotAsked(scenario));
  assert.deepEqual([scenario.participants, scenario.assumed('declines'), scenario.choices], [12, 0.4, 'other']);
  for (const each of asked)
    assert.deepEqual([each.participants, each.assumed('declines'), each.effectIn('pill')], [100, 0.4, 0.7]);
  assert.ok(asked.length > 10);
});

test('a share beyond what any shift reaches is refused, with what can be reached', () => {
  const capped = simulating((scenario, arm) => 0.2 + 0.6 * logistic(scenario, arm));
  // 0.2 + 0.6 × .0067 to 0.2 + 0.6 × .9933.
  const why = 'pill responds here in 20.4% to 79.6%';
  for (const share of [0.9, 0.1]) assert.deepEqual(calibrate(capped, {}, { drip: 0.5, pill: share }), { why });
  assert.ok(!isNotAsked(calibrate(capped, {}, { drip: 0.79, pill: 0.21 })));
});

test('where everybody responds alike whatever the shift, that share is found', () => {
  const flat = calibrate(
    simulating(() => 0.4),
    {},
    { drip: 0.4 },
  );
  assert.ok(!isNotAsked(flat));
  assert.ok(Math.abs(scenarioWith().effectIn('drip') - flat.effectIn('drip')) <= 5);
  assert.ok(
    isNotAsked(
      calibrate(
        simulating(() => 0.4),
        {},
        { drip: 0.41 },
      ),
    ),
  );
});
