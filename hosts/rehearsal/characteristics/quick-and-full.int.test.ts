/** Simulated trials beside whole rehearsals of the same design: no number of a paper, so no key of references.bib. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import type { Study } from '#core/study/study.ts';
import { compileTrial } from '../given.ts';
import { rehearse } from '../rehearse.ts';
import { scenarioWith } from '../scenario.ts';
import { openTrials, type SimulatedTrials } from './simulate-trials.ts';
import { isNotAsked } from './trial-question.ts';

const seed = 8;
const people = 100;
const pool = 500;
const sum = (list: Uint32Array): number => list.reduce((all, each) => all + each, 0);

/** Responders as the report of a rehearsal counts them, by the endpoint at its visit, of all who were randomised. */
const respondersOf = (study: Study, { question }: SimulatedTrials): readonly [responders: number, of: number] => {
  const scenario = scenarioWith({ participants: people });
  const { log } = rehearse({ study, seed, start: '2026-01-05', scenario });
  const endpoint = study.endpoints.find(({ of }) => of.id === question.analysis.endpoint) ?? assert.fail();
  const values = deriveValues(study, foldParticipants(log.all()), [])(endpoint, question.visit);
  return [values.filter(({ reported }) => reported === 'true').length, values.length];
};

for (const trial of ['nct03673748', 'nct05631717', 'nct03580291'] as const)
  test(`${trial}: as many respond in a rehearsal as in simulated trials, within 3.3 standard errors`, () => {
    const study = compileTrial(trial);
    const simulate = openTrials(study, seed, 20_458);
    if (isNotAsked(simulate)) assert.fail(simulate.why);
    const simulated = simulate({ trials: 200, scenario: scenarioWith({ participants: 60 }) });
    const quick = sum(simulated.events) / sum(simulated.of);
    const [responders, of] = respondersOf(study, simulated);
    assert.equal(of, people);
    // The pool of 500 is a sample of those who are eligible, as the people of the rehearsal are.
    const error = Math.sqrt(quick * (1 - quick) * (1 / of + 1 / pool));
    const full = responders / of;
    assert.ok(
      Math.abs(full - quick) < 3.3 * error,
      `${full.toFixed(3)} beside ${quick.toFixed(3)} ± ${error.toFixed(3)}`,
    );
  });
