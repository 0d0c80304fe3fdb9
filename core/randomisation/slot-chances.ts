import type { AssignmentProcess, ProcessState } from './assignment-process.ts';

/** The chance of each arm, by place, for one slot. */
export type ArmChances = readonly number[];

/** Chances of the states that a method may be in, by the state's own text. */
type StateChances = Map<string, { readonly state: ProcessState; chance: number }>;

const addTo = (front: StateChances, state: ProcessState, chance: number): void => {
  const key = state.join();
  const found = front.get(key);
  if (found === undefined) front.set(key, { state, chance });
  else found.chance += chance;
};

/** Known arms by slot, undefined where nothing is known of it. */
type Known = readonly (number | undefined)[];

const fits = (arm: number, known: number | undefined): boolean => known === undefined || known === arm;

/** Before each slot: the states that fit what is known of the slots before it, with their chances. */
const forwards = (process: AssignmentProcess, known: Known): readonly StateChances[] => {
  let front: StateChances = new Map();
  for (const { state, chance } of process.start) addTo(front, state, chance);
  return known.map((arm) => {
    const before = front;
    front = new Map();
    for (const { state, chance } of before.values())
      for (const step of process.steps(state)) if (fits(step.arm, arm)) addTo(front, step.next, chance * step.chance);
    return before;
  });
};

/** Of each state before each slot: the chance of all that is known from there on. */
const backwards = (process: AssignmentProcess, known: Known, fronts: readonly StateChances[]) => {
  let after = new Map<string, number>();
  const all: ReadonlyMap<string, number>[] = [];
  for (let slot = known.length - 1; slot >= 0; slot -= 1) {
    const next = after;
    all.unshift(next);
    after = new Map();
    for (const [key, { state }] of fronts[slot] ?? []) {
      const chance = process
        .steps(state)
        .filter(({ arm }) => fits(arm, known[slot]))
        .reduce((sum, step) => sum + step.chance * (next.get(step.next.join()) ?? 1), 0);
      after.set(key, chance);
    }
  }
  return all;
};

/**
 * The chance of each arm in each slot of a list, for somebody who knows the method and the arms of some slots: by Bayes'
 * rule over the Markov chain of the method. What cannot be is refused by throwing: known arms that the method never gives.
 */
export const computeSlotChances = (process: AssignmentProcess, arms: number, known: Known): readonly ArmChances[] => {
  const fronts = forwards(process, known);
  const later = backwards(process, known, fronts);
  return known.map((arm, slot) => {
    const chances = Array.from({ length: arms }, () => 0);
    for (const { state, chance } of fronts[slot]?.values() ?? [])
      for (const step of process.steps(state)) {
        if (!fits(step.arm, arm)) continue;
        const ahead = later[slot]?.get(step.next.join()) ?? 1;
        chances[step.arm] = (chances[step.arm] ?? 0) + chance * step.chance * ahead;
      }
    const sum = chances.reduce((all, each) => all + each, 0);
    if (!(sum > 0)) throw new Error(`slot chances: the method never gives what is known of slot ${slot + 1}`);
    return chances.map((each) => each / sum);
  });
};
