/** Rehearsed trials: what their tables of analyses print. No number of a paper, so no key of evidence/references.bib. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { analysisTables } from '#core/reports/analysis-tables.ts';
import { numbersNotKept } from '#core/reports/printed-numbers.ts';
import { compileTrial } from './given.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const trials = [
  ['nct03580291', 24],
  ['nct04318600', 16],
  ['nct05631717', 20],
  ['nct03673748', 20],
  ['nct01741857', 20],
] as const;

for (const [trial, participants] of trials)
  test(`${trial}: every number printed in a cell is, rounded as printed, among its numbers, and every figure rests on something`, () => {
    const study = compileTrial(trial);
    const { log } = rehearse({ study, seed: 7, start: '2026-01-05', scenario: scenarioWith({ participants }) });
    const people = foldParticipants(log.all());
    const deviations = trialDeviations(study, log.all());
    const { efficacy, described } = analysisTables(study, people, deviations, deriveValues(study, people, deviations));
    const cells = [...efficacy, ...described].flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    for (const cell of cells) {
      assert.deepEqual(numbersNotKept(cell), [], `${cell.id}: ${cell.value}`);
      assert.ok(
        Object.values(cell.numbers ?? {}).every(Number.isFinite),
        `${cell.id}: ${JSON.stringify(cell.numbers)}`,
      );
    }
    assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
    assert.ok(cells.filter(({ rests }) => rests.length > 0).length > 10);
  });
