import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { openQuickDraws } from './quick-draws.ts';

const secret = secretFromSeed(7);

test('the numbers of a person of a trial are the same whoever was asked before, and however many purposes there are', () => {
  const [few, many] = [openQuickDraws(secret, 5), openQuickDraws(secret, 40)];
  few.moveTo(3, 9);
  many.moveTo(1, 1);
  many.uniform(4);
  many.moveTo(3, 9);
  for (const purpose of [4, 0, 2, 4]) assert.equal(many.uniform(purpose), few.uniform(purpose));
  assert.equal(many.normal(1), few.normal(1));
});

test('people, trials and purposes have numbers of their own, evenly spread', () => {
  const draws = openQuickDraws(secret, 6);
  const seen = new Set<number>();
  let sum = 0;
  for (let trial = 0; trial < 20; trial += 1)
    for (let person = 0; person < 50; person += 1) {
      draws.moveTo(trial, person);
      for (let purpose = 0; purpose < 6; purpose += 1) {
        const drawn = draws.uniform(purpose);
        assert.ok(drawn > 0 && drawn < 1);
        seen.add(drawn);
        sum += drawn;
      }
    }
  assert.equal(seen.size, 6000);
  // The mean of 6,000 even numbers lies within four standard errors of a half.
  assert.ok(Math.abs(sum / 6000 - 0.5) < 4 * Math.sqrt(1 / 12 / 6000));
});
