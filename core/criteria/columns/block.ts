import type { Truth } from '#core/quantities/truth.ts';
import type { Column, ColumnTable } from './column.ts';
import type { ColumnProgram, Instruction, Signal } from './instruction.ts';
import { rowsInWord, type TruthPlanes } from './plane.ts';
import {
  atLeastLoop,
  bothLoop,
  choiceLoop,
  countLoop,
  firstKnownLoop,
  type NumberWords,
  sumLoop,
  twoAtLeastLoop,
  type Words,
} from './word-loops.ts';

/** Words of a block: what a program computes of it stays in the nearest cache. */
export const wordsInBlock = 64;
export const rowsInBlock = wordsInBlock * rowsInWord;

/** A program over one table, with its buffers: what it computes of a block stands there until the next. */
export interface BoundProgram {
  /** Bits of the rows that are asked: a number is not read in a word without any. */
  readonly asked: Int32Array;
  /** Takes one step on the block that begins at a word. */
  readonly take: (step: number) => void;
  readonly read: (signal: Signal) => TruthWords;
  /** Moves to the block that begins at a word, so many words long. */
  readonly moveTo: (from: number, words: number) => void;
}

/** Two planes whose start moves with the block. */
export interface TruthWords extends Words {
  from: number;
}

interface Block {
  from: number;
  words: number;
}

const buffer = (): TruthPlanes => ({ holds: new Int32Array(wordsInBlock), fails: new Int32Array(wordsInBlock) });

const constantBuffer = (truth: Truth): TruthPlanes => ({
  holds: new Int32Array(wordsInBlock).fill(truth === 'true' ? -1 : 0),
  fails: new Int32Array(wordsInBlock).fill(truth === 'false' ? -1 : 0),
});

const columnOf = (parameter: string, { columns }: ColumnTable): Column => {
  const column = columns.get(parameter);
  if (column === undefined) throw new Error(`columns: the table has none for ${parameter}`);
  return column;
};

const answerPlanes = (parameter: string, level: string | null, table: ColumnTable): TruthPlanes => {
  const column = columnOf(parameter, table);
  const planes =
    column.type === 'Boolean' ? column.truth : column.type === 'String' ? column.levels.get(level ?? '') : undefined;
  if (planes === undefined) throw new Error(`columns: ${parameter} holds no ${level ?? 'truth'}`);
  return planes;
};

type Moving = { from: number };

/** Binds the signals of a program to planes; those of the table are noted, to be moved with the block. */
const readerOf = (table: ColumnTable, buffers: readonly TruthPlanes[], moving: Moving[]) => {
  const turned = ({ holds, fails }: TruthPlanes, isNegated: boolean): TruthWords =>
    isNegated ? { holds: fails, fails: holds, from: 0 } : { holds, fails, from: 0 };
  return (signal: Signal): TruthWords => {
    switch (signal.kind) {
      case 'constant':
        return turned(constantBuffer(signal.truth), false);
      case 'answer': {
        const words = turned(answerPlanes(signal.parameter, signal.level, table), signal.negated);
        moving.push(words);
        return words;
      }
      case 'computed': {
        const planes = buffers[signal.step];
        if (planes === undefined) throw new Error(`columns: there is no step ${signal.step}`);
        return turned(planes, signal.negated);
      }
      default:
        return signal satisfies never;
    }
  };
};

const comparisonStep = (
  { kind, terms, bound }: Extract<Instruction, { kind: 'at least' | 'equal' }>,
  asked: Int32Array,
  out: Words,
  block: Block,
  numberOf: (parameter: string, factor: number) => NumberWords,
): (() => void) => {
  const numbers = terms.map(({ parameter, factor }) => numberOf(parameter, factor));
  const [first, second, ...more] = numbers;
  if (kind === 'at least' && first !== undefined && more.length === 0) {
    if (second !== undefined) return () => twoAtLeastLoop([first, second], bound, asked, out, block.words);
    if (first.factor === 1) return () => atLeastLoop(first, bound, asked, out, block.words);
  }
  return () => sumLoop(kind, numbers, bound, asked, out, block.words);
};

/** Binds a program to a table. Throws where the table lacks a column that it reads. */
export const bindColumns = ({ instructions }: ColumnProgram, table: ColumnTable): BoundProgram => {
  const buffers = instructions.map(buffer);
  const moving: Moving[] = [];
  const read = readerOf(table, buffers, moving);
  const asked = new Int32Array(wordsInBlock);
  const block: Block = { from: 0, words: 0 };
  const numberOf = (parameter: string, factor: number): NumberWords => {
    const column = columnOf(parameter, table);
    if (column.type !== 'Integer') throw new Error(`columns: ${parameter} holds no numbers`);
    const words = { parts: column.parts, known: column.known, factor, from: 0 };
    moving.push(words);
    return words;
  };
  const stepOf = (instruction: Instruction, index: number): (() => void) => {
    const out: Words = { ...(buffers[index] ?? buffer()), from: 0 };
    switch (instruction.kind) {
      case 'at least':
      case 'equal':
        return comparisonStep(instruction, asked, out, block, numberOf);
      case 'both':
      case 'first known': {
        const [left, right] = [read(instruction.left), read(instruction.right)];
        const loop = instruction.kind === 'both' ? bothLoop : firstKnownLoop;
        return () => loop(left, right, out, block.words);
      }
      case 'choice': {
        const [test, taken, otherwise] = [read(instruction.test), read(instruction.taken), read(instruction.otherwise)];
        return () => choiceLoop(test, taken, otherwise, out, block.words);
      }
      case 'count': {
        const of = instruction.of.map(({ signal, counts }) => ({ words: read(signal), counts }));
        return () => countLoop(of, instruction.needed, out, block.words);
      }
      default:
        return instruction satisfies never;
    }
  };
  const steps = instructions.map(stepOf);
  return {
    asked,
    read,
    take: (step) => steps[step]?.(),
    moveTo: (from, words) => {
      block.words = words;
      for (const each of moving) each.from = from;
    },
  };
};
