import { type Scenario, type ScenarioChanges, scenarioWith } from '../scenario.ts';
import type { SimulateTrials } from './simulate-trials.ts';
import { isNotAsked, type NotAsked } from './trial-question.ts';

const peopleOfStep = 60_000;
const steps = 12;
const widest = 5;

/** The share of responders in an arm when its fall is shifted by so much. */
const responseAt = (simulate: SimulateTrials, changes: ScenarioChanges, arm: string, shift: number): number => {
  const scenario = scenarioWith({ ...changes, participants: 100, effect: { ...changes.effect, [arm]: shift } });
  const { arms, events, of, trials } = simulate({ trials: peopleOfStep / 100, scenario });
  const place = arms.indexOf(arm);
  let [responders, people] = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    responders += events[trial * arms.length + place] ?? 0;
    people += of[trial * arms.length + place] ?? 0;
  }
  return responders / people;
};

/** The shift at which an arm responds as often as is wanted, by halving on the same people each time. */
const shiftFor = (
  simulate: SimulateTrials,
  changes: ScenarioChanges,
  arm: string,
  wanted: number,
): number | NotAsked => {
  let [low, high] = [-widest, widest];
  const [most, least] = [responseAt(simulate, changes, arm, low), responseAt(simulate, changes, arm, high)];
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  if (wanted > most || wanted < least) return { why: `${arm} responds here in ${percent(least)} to ${percent(most)}` };
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    // The lower the shift, the further the protein falls and the more respond.
    if (responseAt(simulate, changes, arm, middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The shifts at which the arms respond as often as is wanted, after everything that keeps people from responding; to
 * about 0.003, since it is found on 30,000 people of each arm.
 */
export const calibratedEffect = (
  simulate: SimulateTrials,
  changes: ScenarioChanges,
  wanted: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | NotAsked => {
  let effect = changes.effect ?? {};
  for (const [arm, share] of Object.entries(wanted)) {
    const shift = shiftFor(simulate, { ...changes, effect }, arm, share);
    if (typeof shift !== 'number') return shift;
    effect = { ...effect, [arm]: shift };
  }
  return effect;
};

/** The scenario with these shifts. */
export const calibrate = (
  simulate: SimulateTrials,
  changes: ScenarioChanges,
  wanted: Readonly<Record<string, number>>,
): Scenario | NotAsked => {
  const effect = calibratedEffect(simulate, changes, wanted);
  return isNotAsked(effect) ? effect : scenarioWith({ ...changes, effect });
};
