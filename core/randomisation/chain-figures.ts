import { type ArmCounts, type ArmScale, countOneMore, imbalanceOf, mostBehind, scaleOf } from './arm-counts.ts';
import type { ArmShare } from './arm-shares.ts';
import type { AssignmentProcess, ProcessState } from './assignment-process.ts';
import { gatherImbalances, type SchemeFigures } from './scheme-figures.ts';

/** A state of the method with the counts that led to it, and how likely both together are. */
interface Weighted {
  readonly state: ProcessState;
  readonly counts: ArmCounts;
  chance: number;
}

type Front = ReadonlyMap<string, Weighted>;

/** States at one time, beyond which the chain takes seconds and is not computed. */
const manyStates = 20_000;

const gather = (each: Iterable<Weighted>): Front => {
  const front = new Map<string, Weighted>();
  for (const one of each) {
    const key = `${one.state.join()}|${one.counts.join()}`;
    const same = front.get(key);
    if (same === undefined) front.set(key, one);
    else same.chance += one.chance;
  }
  return front;
};

function* advance(front: Front, process: AssignmentProcess, scale: ArmScale): Generator<Weighted> {
  for (const { state, counts, chance } of front.values())
    for (const step of process.steps(state))
      yield { state: step.next, counts: countOneMore(scale, counts, step.arm), chance: chance * step.chance };
}

/** The chance that the next guess is correct, and that the next allocation could go only one way. */
const lookAhead = (front: Front, process: AssignmentProcess, scale: ArmScale) => {
  let correct = 0;
  let certain = 0;
  for (const { state, counts, chance } of front.values()) {
    const steps = process.steps(state);
    const guesses = mostBehind(scale, counts);
    for (const step of steps) if (guesses.includes(step.arm)) correct += (chance * step.chance) / guesses.length;
    if (new Set(steps.map(({ arm }) => arm)).size === 1) certain += chance;
  }
  return { correct, certain };
};

/**
 * The figures of a scheme, exactly, by following the Markov chain of the method and of the counts of the arms through all
 * participants. Undefined when the chain has too many states: simple randomisation of many participants to four arms.
 */
export const computeChainFigures = (
  process: AssignmentProcess,
  arms: readonly ArmShare[],
  participants: number,
  mostStates = manyStates,
): SchemeFigures | undefined => {
  const scale = scaleOf(arms);
  const nobody = arms.map(() => 0);
  let front = gather(process.start.map(({ state, chance }) => ({ state, counts: nobody, chance })));
  let [correct, certain] = [0, 0];
  for (let count = 0; count < participants; count += 1) {
    if (front.size > mostStates) return undefined;
    const ahead = lookAhead(front, process, scale);
    correct += ahead.correct / participants;
    certain += ahead.certain / participants;
    front = gather(advance(front, process, scale));
  }
  const ends = [...front.values()].map(({ counts, chance }) => ({ imbalance: imbalanceOf(scale, counts), chance }));
  const imbalances = gatherImbalances(ends);
  const meanImbalance = imbalances.reduce((sum, { imbalance, chance }) => sum + imbalance * chance, 0);
  return { participants, correctGuesses: correct, certain, meanImbalance, imbalances };
};
