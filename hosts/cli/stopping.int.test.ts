import assert from 'node:assert/strict';
import test from 'node:test';
import { mustBeCalm, tell } from './given.ts';

/** 2 of the first 6 at 20%: 1 − 0.8^6 − 6 × 0.2 × 0.8^5 = 0.34464, and 1 + 1 + 0.96 + 0.896 + 0.8192 + 0.73728 treated, by hand. */
test('what each stopping rule of a trial comes to', async () => {
  const told = await tell(['stopping', 'nct04318600']);
  mustBeCalm(told);
  assert.equal(told.code, 0);
  assert.match(told.out, /^nct04318600: what the stopping rules come to\n/);
  assert.match(told.out, /\nT1 {2}Related death: 1 of the first 16 -> stop the trial\n {2}true rate +stops +treated\n/);
  assert.match(told.out, /\nT2 {2}Related serious events: 2 of the first 6 -> pause recruitment\n/);
  assert.match(told.out, /\n {2}20\.0% +34\.5% +5\.4\n/);
});

test('as data: ten rates for each rule, nothing rounded', async () => {
  const told = await tell(['stopping', 'nct04318600', '--json']);
  const { trial, rules } = JSON.parse(told.out);
  assert.equal(trial, 'nct04318600');
  const [, serious] = rules;
  assert.deepEqual([serious.rule, serious.participants, serious.of, serious.table.length], ['T2', 2, 6, 10]);
  assert.ok(Math.abs(serious.table[3].stops - 0.34464) < 1e-9);
});

test('a trial without a stopping rule has none, and says where to write one', async () => {
  const told = await tell(['stopping', 'nct05631717']);
  assert.equal(told.code, 2);
  assert.match(told.err, /^nct05631717 has no stopping rule\nWrite one under safety, stopping, in the study file\.\n$/);
});
