/**
 * Operating characteristics of a whole design: 230 people, minimisation over three factors, dropout, complete or partial
 * response and non-inferiority, through the definition of NCT03580291; beside a loop written by hand and base R.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { openTrials } from '#hosts/rehearsal/characteristics/simulate-trials.ts';
import { summariseTrials } from '#hosts/rehearsal/characteristics/summarise-trials.ts';
import { isNotAsked } from '#hosts/rehearsal/characteristics/trial-question.ts';
import { scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { openLoop } from './characteristics-loop.ts';
import { type Measurement, median } from './measurement.ts';

const trials = 400;
const rounds = 5;
const trialsOfR = 200;
const firstDay = 20_458;
const blocks = 'method: permuted blocks\n  ratio: { cells: 1, mmf: 1 }\n  block sizes: [4, 6]';
const minimised = 'method: minimisation\n  ratio: { cells: 1, mmf: 1 }';

const designStudy = () => {
  const text = readFileSync('trials/nct03580291/study.yaml', 'utf8');
  if (!text.includes(blocks)) throw new Error('bench: the trial is allocated otherwise');
  const { study } = readStudy(text.replace(blocks, minimised));
  if (study === undefined) throw new Error('bench: the trial does not compile');
  return study;
};

const seconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

const timeR = (): number | undefined => {
  const run = spawnSync('Rscript', ['tools/bench/characteristics.R', String(trialsOfR)], { encoding: 'utf8' });
  const rate = Number(run.stdout?.split(' ')[0]);
  return run.status === 0 && rate > 0 ? 1 / rate : undefined;
};

/** Milliseconds for one trial, the people being drawn beforehand. */
export const measure = (): readonly Measurement[] => {
  const study = designStudy();
  const scenario = scenarioWith({ participants: 230 });
  const simulate = openTrials(study, 7, firstDay);
  if (isNotAsked(simulate)) throw new Error(`bench: ${simulate.why}`);
  const loop = openLoop(study, 7, firstDay, scenario);
  const [found, byHand] = [simulate({ trials, scenario }), loop(trials)];
  const differ = found.events.filter((events, index) => events !== byHand.events[index]).length;
  if (differ > trials / 50) throw new Error(`bench: the loop counts otherwise in ${differ} of ${2 * trials} arms`);
  const ours = median(
    Array.from({ length: rounds }, () => seconds(() => summariseTrials(simulate({ trials, scenario })))),
  );
  const hand = median(
    Array.from({ length: rounds }, () => seconds(() => summariseTrials({ ...found, ...loop(trials) }))),
  );
  const inR = timeR();
  const what = 'a trial of 230, minimised, dropout, response, non-inferiority';
  const each = (1000 * ours) / trials;
  const { share } = summariseTrials(found);
  const note = `${Math.round(1000 / each)} trials a second through the definition; the loop shares its numbers, people and minimisation and agrees in all but ${differ} of ${2 * trials} arms; non-inferior in ${(100 * share).toFixed(1)} %`;
  return [
    { what, unit: 'ms', ours: each, peer: { name: 'loop written by hand', value: (1000 * hand) / trials }, note },
    {
      what,
      unit: 'ms',
      ours: each,
      ...(inR === undefined ? {} : { peer: { name: 'base R, as a statistician writes it', value: 1000 * inR } }),
      note: inR === undefined ? 'Rscript is not installed' : 'R draws its own numbers from like distributions',
    },
  ];
};
