import assert from 'node:assert/strict';
import test from 'node:test';
import { computeFisherPower } from '#core/statistics/designs/fisher-power.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import type { Study } from '#core/study/study.ts';
import { compileTrial } from '../given.ts';
import { type ScenarioChanges, scenarioWith } from '../scenario.ts';
import { calibrate } from './calibrate.ts';
import { openTrials, type SimulateTrials } from './simulate-trials.ts';
import { type Characteristics, summariseTrials } from './summarise-trials.ts';
import { isNotAsked } from './trial-question.ts';

const firstDay = 20_458;
const open = (study: Study): SimulateTrials => {
  const simulate = openTrials(study, 7, firstDay);
  return isNotAsked(simulate) ? assert.fail(simulate.why) : simulate;
};
const il2 = open(compileTrial('nct05631717'));
const run = (simulate: SimulateTrials, trials: number, changes: ScenarioChanges = {}): Characteristics =>
  summariseTrials(simulate({ trials, scenario: scenarioWith(changes) }));

/** The interval that holds the true share with so much confidence, by Clopper and Pearson (`clopper1934`). */
const mustHold = ({ successes, trials }: Characteristics, expected: number, confidence: number): void => {
  const interval = computeClopperPearson({ events: successes, of: trials }, confidence);
  assert.ok('lower' in interval);
  assert.ok(
    expected >= interval.lower && expected <= interval.upper,
    `${successes} of ${trials}, expected ${expected}`,
  );
};

test('with no difference Fisher rejects as often as exactly follows from the arms and the responses, at most 2.53%', () => {
  const found = run(il2, 2000);
  const { experimental, control, exact = Number.NaN } = found;
  assert.ok(Math.abs(experimental.response - control.response) < 0.01);
  assert.ok(Math.abs(experimental.participants + control.participants - 40) < 1e-9);
  assert.ok(experimental.fewest >= 17 && experimental.most <= 23, 'blocks of up to six');
  mustHold(found, exact, 0.99);
  const pooled = (experimental.response + control.response) / 2;
  const even = computeFisherPower(20, pooled, 20, pooled, 0.05);
  assert.ok(even < 0.02535 && Math.abs(exact - even) < 0.003);
});

/** Exact power .347 of Fisher at 20 against 20 with .60 and .30 (`fisher1935`; enumeration in R). */
test('power .347 where 20 and 20 respond in 60% and 30% after everything that keeps people from it', () => {
  const forced = open(compileTrial('nct05631717', ['block sizes: [2, 4, 6]', 'block sizes: [2]']));
  const scenario = calibrate(forced, {}, { msc: 0.6, 'il-2': 0.3 });
  assert.ok(!isNotAsked(scenario));
  const found = summariseTrials(forced({ trials: 4000, scenario }));
  assert.deepEqual([found.experimental.fewest, found.experimental.most], [20, 20]);
  assert.ok(Math.abs(found.experimental.response - 0.6) < 0.008, String(found.experimental.response));
  assert.ok(Math.abs(found.control.response - 0.3) < 0.008, String(found.control.response));
  mustHold(found, found.exact ?? Number.NaN, 0.99);
  assert.ok(Math.abs((found.exact ?? 0) - 0.347) < 0.02);
});

test('a share that no shift reaches is refused, with what can be reached', () => {
  const refused = calibrate(il2, {}, { msc: 0.99 });
  assert.ok(isNotAsked(refused) && /^msc responds here in \d+\.\d% to \d+\.\d%$/.test(refused.why));
});

test('a trial is the same alone and among others: two workers find what one finds', () => {
  const scenario = scenarioWith({ participants: 12 });
  const whole = il2({ trials: 40, scenario });
  const [first, second] = [il2({ trials: 25, scenario }), il2({ trials: 15, scenario, from: 25 })];
  assert.deepEqual([...first.events, ...second.events], [...whole.events]);
  assert.deepEqual([...first.of, ...second.of], [...whole.of]);
  assert.notDeepEqual([...first.events.slice(0, 30)], [...second.events.slice(0, 30)]);
});

test('fewer respond where more leave; nobody where all do', () => {
  const usual = run(il2, 300);
  const leaving = run(il2, 300, { numbers: { 'leaves yearly': 2 } });
  assert.ok(leaving.control.response < usual.control.response - 0.1);
  const nobody = run(il2, 20, { numbers: { 'leaves yearly': 1000 } });
  assert.deepEqual([nobody.experimental.response, nobody.successes], [0, 0]);
});

test('every way of allocating by chance: minimisation and big stick keep the arms more even than simple chance', () => {
  const blocks = /method: permuted blocks\n {2}ratio: \{ msc: 1, il-2: 1 \}\n {2}block sizes: \[2, 4, 6\]/;
  const text = 'method: permuted blocks\n  ratio: { msc: 1, il-2: 1 }\n  block sizes: [2, 4, 6]';
  assert.match(text, blocks);
  const by = (method: string): SimulateTrials =>
    open(compileTrial('nct05631717', [text, `method: ${method}\n  ratio: { msc: 1, il-2: 1 }`]));
  const apart = (method: string): number => {
    const { experimental } = run(by(method), 200);
    return experimental.most - experimental.fewest;
  };
  const simple = apart('simple');
  assert.ok(simple > 10);
  assert.ok(apart('big stick\n  limit: 3') <= 3);
  assert.ok(apart('minimisation\n  by site: true') < simple);
});

/** Design G1 in small: minimisation over three factors, and non-inferiority by an interval. */
test('non-inferiority by the lower end of the interval: the wider the margin, the more often it is shown', () => {
  const with3 = (margin: string): SimulateTrials =>
    open(
      compileTrial(
        'nct03580291',
        [
          'method: permuted blocks\n  ratio: { cells: 1, mmf: 1 }\n  block sizes: [4, 6]',
          'method: minimisation\n  ratio: { cells: 1, mmf: 1 }',
        ],
        ['margin: "0.15"', `margin: "${margin}"`],
      ),
    );
  const shares = ['0.05', '0.15'].map((margin) => run(with3(margin), 60).share);
  assert.ok((shares[0] ?? 1) < (shares[1] ?? 0), shares.join());
});
