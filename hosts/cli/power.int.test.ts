import assert from 'node:assert/strict';
import test from 'node:test';
import { mustBeCalm, tell } from './given.ts';

test('what 20 against 20 can show, at shares that are assumed or asked', async () => {
  const told = await tell(['power', 'nct05631717']);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(told.out, /msc 20 against il-2 20, Fisher exact, two-sided at 0\.05/);
  assert.match(told.out, /it is shown in 34\.7% of trials\. To\s+find it in 80% of trials takes 48 participants/);
  const asked = await tell(['power', 'nct05631717', '--response', 'msc=0.8', '--json']);
  const { comparisons } = JSON.parse(asked.out);
  assert.equal(comparisons[0].asked.power.toFixed(3), '0.846');
});

test('analyses that ask the same of the same arms are told once', async () => {
  const told = await tell(['power', 'nct03580291', '--json']);
  const { comparisons, arms } = JSON.parse(told.out);
  const asked = comparisons.map(({ test, margin }: { test: string; margin?: number }) => `${test} ${margin ?? ''}`);
  assert.equal(new Set(asked).size, asked.length);
  assert.deepEqual(
    arms.map(({ participants }: { participants: number }) => participants),
    [115, 115],
  );
});

test('a trial that compares nothing says what its arms can show', async () => {
  const told = await tell(['power', 'nct04318600']);
  assert.match(told.out, /is seen at least once in 68\.6%; where none is seen, it may happen to 23\.8%/);
});

test('shares that are none are refused', async () => {
  const told = await tell(['power', 'nct05631717', '--response', 'msc=60']);
  assert.deepEqual([told.code, told.out], [2, '']);
  assert.match(told.err, /"60" is no share from 0 to 1/);
});
