import { not } from '#core/quantities/truth.ts';
import type { Counted, Instruction, Signal } from './instruction.ts';

export const negated = (signal: Signal): Signal =>
  signal.kind === 'constant' ? { ...signal, truth: not(signal.truth) } : { ...signal, negated: !signal.negated };

/** What an instruction reads. */
export const signalsRead = (instruction: Instruction): readonly Signal[] => {
  switch (instruction.kind) {
    case 'at least':
    case 'equal':
      return [];
    case 'both':
    case 'first known':
      return [instruction.left, instruction.right];
    case 'choice':
      return [instruction.test, instruction.taken, instruction.otherwise];
    case 'count':
      return instruction.of.map(({ signal }: Counted) => signal);
    default:
      return instruction satisfies never;
  }
};

/** The steps that a truth needs and that have not been taken yet, in order; marks them as taken. */
export const stepsFor = (
  signal: Signal,
  instructions: readonly Instruction[],
  taken: Set<number>,
): readonly number[] => {
  if (signal.kind !== 'computed' || taken.has(signal.step)) return [];
  const instruction = instructions[signal.step];
  if (instruction === undefined) throw new Error(`columns: there is no step ${signal.step}`);
  taken.add(signal.step);
  return [...signalsRead(instruction).flatMap((read) => stepsFor(read, instructions, taken)), signal.step];
};
