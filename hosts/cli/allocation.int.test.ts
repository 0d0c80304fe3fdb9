import assert from 'node:assert/strict';
import test from 'node:test';
import { edit, mustBeCalm, openScratch, readTrialFile, tell } from './given.ts';

const scratch = openScratch('allocation');

/** Exact shares of the convergence guesser for 40 in two equal arms (facts of the schemes, `zhao2012`). */
test('the scheme of the trial beside others: how well it is guessed and how uneven it may end', async () => {
  const told = await tell(['allocation', 'nct05631717', '--json']);
  assert.equal(told.code, 0);
  const { own, others } = JSON.parse(told.out);
  const guessed = (name: string): number =>
    others.find((each: { readonly name: string }) => each.name === name).report.correctGuesses;
  assert.ok(Math.abs(own.correctGuesses - 0.6997) < 0.0001);
  const rows = [
    ['simple', 0.5],
    ['blocks of 2', 0.75],
    ['blocks of 4', 0.7083],
    ['big stick, at most 3 apart', 0.5778],
    ['biased coin of 2/3', 0.6209],
  ] as const;
  for (const [name, share] of rows) assert.ok(Math.abs(guessed(name) - share) < 0.0001, name);
});

test('in words, one list a stratum', async () => {
  const told = await tell(['allocation', 'nct03580291']);
  mustBeCalm(told);
  assert.match(told.out, /For 14 participants, in each of 16 lists, exactly:/);
  assert.match(told.out, /permuted blocks +68\.\d% +25\.\d% +0\.48 +2/);
});

test('minimisation is simulated, and says from how many lists', async () => {
  const text = edit(
    readTrialFile('study.yaml'),
    'method: permuted blocks\n  ratio: { msc: 1, il-2: 1 }\n  block sizes: [2, 4, 6]',
    'method: minimisation\n  ratio: { msc: 1, il-2: 1 }\n  by site: true',
  );
  const told = await tell(['allocation', scratch.write('study.yaml', text)]);
  assert.match(told.out, /For 40 participants, from 2000 simulated lists:/);
  scratch.remove();
});

test('a trial that is not allocated by chance has none', async () => {
  for (const trial of ['nct04318600', 'nct01741857']) {
    const told = await tell(['allocation', trial]);
    assert.equal(told.code, 2);
    assert.match(told.err, /draws no list: (assigned|single group)\nAsk a trial that allocates by chance\.\n$/);
  }
});
