import assert from 'node:assert/strict';
import test from 'node:test';
import { mustBeCalm, tell } from './given.ts';

const rehearse = (...more: readonly string[]) => tell(['rehearse', 'nct05631717', ...more]);

test('many trials: how often a difference is found, the exact figure beside it, and the arms', async () => {
  const told = await rehearse('--trials', '200');
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(told.out, /^nct05631717: 200 trials simulated, seed 7\nIn \d\.\d% of them a difference is found/);
  assert.match(told.out, /Fisher's test gives exactly 2\.\d% at these arms/);
  assert.match(told.out, /\n {2}msc +20\.\d +19 +21 +4\d\.\d%\n/);
  assert.match(told.out, /never that a treatment works\./);
});

test('with an effect it is found more often; as data too', async () => {
  const told = await rehearse('--trials', '200', '--effect', 'msc=-2', '--json');
  const { share, experimental, control, trials } = JSON.parse(told.out);
  assert.equal(trials, 200);
  assert.ok(share > 0.5 && experimental.response > control.response + 0.3);
});

const misused: readonly (readonly [readonly string[], RegExp])[] = [
  [['--trials', '0'], /--trials 0 is no number of trials\nWrite a whole number from 1 to 1000000\./],
  [['--trials', '10', '--response', 'mcs=0.5'], /"mcs" is no arm\nWrite arms and shares/],
  [['--trials', '10', '--response', 'msc=1.5'], /"1\.5" is no share from 0 to 1/],
  [['--response', 'msc=0.5'], /--response goes with --trials/],
  [['--trials', '10', '--start', 'soon'], /--start soon is no day/],
];

for (const [more, said] of misused)
  test(`${more.join(' ')} is refused`, async () => {
    const told = await rehearse(...more);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
    assert.match(told.err, said);
  });

test('a trial that asks what columns do not hold says so', async () => {
  const told = await tell(['rehearse', 'nct04318600', '--trials', '10']);
  assert.equal(told.code, 2);
  assert.match(told.err, /cannot be simulated by the thousand: no analysis compares proportions/);
});
