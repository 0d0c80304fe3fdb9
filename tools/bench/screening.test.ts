/** The peers of the bench say what ours says, before anyone times them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { screenColumns } from '#core/criteria/columns/screen-columns.ts';
import { plainColumns, screenByHand, trialByHand } from './hand-loop.ts';
import { findJsonLogic, jsonData, jsonLogicName, jsonScreen } from './json-logic.ts';
import { makePopulation } from './population.ts';
import { readAnswer } from './read-answer.ts';
import { agreeWithElm, askJsonLogic } from './sampled-peers.ts';
import { readTrialRules } from './trial-rules.ts';

const trials = readTrialRules();
const rows = 3000;
const table = makePopulation(trials, rows, 11);
const trial = trials.find(({ study }) => study.definition.id === trialByHand);
assert(trial !== undefined);
const ours = screenColumns(trial.criteria, trial.program, table);

test('the population has every verdict, many reasons, and about 3 % missing', () => {
  const counts = [0, 1, 2].map((code) => ours.verdicts.filter((verdict) => verdict === code).length);
  for (const count of counts) assert(count > rows / 50, `${counts}`);
  assert(new Set(ours.reasons).size > 15, `${new Set(ours.reasons).size} reasons`);
  const gaps = trial.library.parameters.flatMap(({ name }) =>
    Array.from({ length: rows }, (_, row) => Number(readAnswer(table, name, row) === null)),
  );
  const share = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  assert(share > 0.025 && share < 0.035, `${share}`);
});

test('the same seed makes the same people', () => {
  const again = makePopulation(trials, 200, 11);
  const other = makePopulation(trials, 200, 12);
  const said = (of: typeof table): readonly unknown[] =>
    trial.library.parameters.map(({ name }) => readAnswer(of, name, 100));
  assert.deepEqual(said(makePopulation(trials, 200, 11)), said(again));
  assert.notDeepEqual(said(other), said(again));
});

test('the loop by hand gives everyone the same verdict and reason', () => {
  const theirs = { verdicts: new Uint8Array(rows), reasons: new Int16Array(rows) };
  screenByHand(plainColumns(trial, table), theirs);
  assert.deepEqual(theirs, ours);
});

for (const each of trials)
  test(`cql-execution agrees on ${each.study.definition.id}`, async () => {
    const screened = screenColumns(each.criteria, each.program, table);
    assert.equal(await agreeWithElm(each, table, screened), rows);
  });

test('a verdict that differs from that of cql-execution is found', async () => {
  const wrong = { ...ours, verdicts: ours.verdicts.with(1500, ((ours.verdicts[1500] ?? 0) + 1) % 3) };
  await assert.rejects(agreeWithElm(trial, table, wrong), /person 1500/);
});

const apply = await findJsonLogic();

test('JSON Logic gives those who are decided the same verdict, and has no word for the others', async () => {
  assert(apply !== undefined, `${jsonLogicName} is not installed`);
  const found = await askJsonLogic(trial, table, ours, 1);
  const open = ours.verdicts.filter((verdict) => verdict === 2).length;
  assert.deepEqual([found?.open, (found?.calledEligible ?? 0) + (found?.calledNotEligible ?? 0)], [open, open]);
  assert((found?.calledNotEligible ?? 0) > 0 && (found?.calledEligible ?? 0) > 0);
  const screen = jsonScreen(trial, apply);
  for (let row = 0; row < rows; row += 1) {
    const reason = screen(jsonData(trial, (name) => readAnswer(table, name, row)));
    if (ours.verdicts[row] !== 2) assert.equal(reason >= 0, ours.verdicts[row] === 1, `person ${row}`);
  }
});

test('the version of JSON Logic that is named is the one that runs', () => {
  const manifest: unknown = JSON.parse(readFileSync('node_modules/json-logic-js/package.json', 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
  assert.equal(`json-logic-js ${String(manifest.version)}`, jsonLogicName);
});
