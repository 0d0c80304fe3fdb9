/** One synthetic population: a column for each parameter that any of some trials asks, near what they ask for. */
import { type Column, type ColumnAnswer, emptyColumn, setAnswer } from '#core/criteria/columns/column.ts';
import type { ColumnProgram, Instruction, Signal } from '#core/criteria/columns/instruction.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import type { TrialRules } from './trial-rules.ts';

/** What would meet the criteria that ask one parameter. */
interface Wishes {
  readonly atLeast: number[];
  readonly below: number[];
  readonly levels: Set<string>;
  readonly notLevels: Set<string>;
  readonly truths: boolean[];
}

const noWishes = (): Wishes => ({ atLeast: [], below: [], levels: new Set(), notLevels: new Set(), truths: [] });

const noteAnswer = (
  { level, parameter }: Extract<Signal, { kind: 'answer' }>,
  wanted: boolean,
  all: WishesOf,
): void => {
  const wishes = all(parameter);
  if (level === null) wishes.truths.push(wanted);
  else (wanted ? wishes.levels : wishes.notLevels).add(level);
};

type WishesOf = (parameter: string) => Wishes;

/** What would make a truth what is wanted; a comparison of several numbers wishes nothing. */
const noteWishes = (signal: Signal, wanted: boolean, program: ColumnProgram, all: WishesOf): void => {
  if (signal.kind === 'constant') return;
  const meant = wanted !== signal.negated;
  if (signal.kind === 'answer') noteAnswer(signal, meant, all);
  else noteStep(program.instructions[signal.step], meant, program, all);
};

const noteStep = (step: Instruction | undefined, wanted: boolean, program: ColumnProgram, all: WishesOf): void => {
  switch (step?.kind) {
    case 'at least': {
      const [first, ...more] = step.terms;
      if (first !== undefined && more.length === 0) all(first.parameter)[wanted ? 'atLeast' : 'below'].push(step.bound);
      return;
    }
    case 'both':
    case 'first known':
      for (const each of [step.left, step.right]) noteWishes(each, wanted, program, all);
      return;
    case 'choice':
      for (const each of [step.taken, step.otherwise]) noteWishes(each, wanted, program, all);
      return;
    case 'count':
      for (const { signal, counts } of step.of) noteWishes(signal, wanted === (counts === 'true'), program, all);
      return;
    default:
      return;
  }
};

/** A quick generator of 32 bits (mulberry32), since a million people answer some dozens of questions each. */
const quickUniform = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const missing = 0.03;
const unsuited = 0.07;

type Draw = (uniform: () => number) => ColumnAnswer;

/** Most people meet what is asked; the others lie on either side of it. */
const drawNumber = ({ atLeast, below }: Wishes, most: number): Draw => {
  const least = atLeast.length > 0 ? Math.max(...atLeast) : Math.min(0, ...below);
  const above = atLeast.length > 0 ? least + 2 * Math.max(Math.abs(least), 10) : 10_000;
  const end = below.length > 0 ? Math.max(least + 1, Math.min(...below)) : above;
  const span = end - least;
  return (uniform) => {
    const suited = uniform() >= unsuited;
    const value = suited ? least + uniform() * span : least - span / 2 + uniform() * 2 * span;
    // Nothing that is measured is negative.
    return Math.max(0, Math.min(most, Math.floor(value)));
  };
};

const drawLevel = ({ levels, notLevels }: Wishes, possible: readonly string[]): Draw => {
  const suiting = possible.filter((level) => (levels.size > 0 ? levels.has(level) : !notLevels.has(level)));
  const suited = suiting.length > 0 ? suiting : possible;
  return (uniform) => {
    const from = uniform() < unsuited ? possible : suited;
    return from[Math.floor(uniform() * from.length)] ?? null;
  };
};

const drawFor = (parameter: ElmParameter, wishes: Wishes): Draw => {
  switch (parameter.type) {
    case 'Integer':
      return drawNumber(wishes, Number(parameter.most));
    case 'String':
      return drawLevel(wishes, parameter.levels);
    case 'Boolean': {
      const wanted = wishes.truths[0] ?? true;
      return (uniform) => (uniform() < unsuited ? !wanted : wanted);
    }
    default:
      return parameter satisfies never;
  }
};

const columnFor = (parameter: ElmParameter, wishes: Wishes, rows: number, uniform: () => number): Column => {
  const column = emptyColumn(parameter, rows);
  const draw = drawFor(parameter, wishes);
  for (let row = 0; row < rows; row += 1) if (uniform() >= missing) setAnswer(column, row, draw(uniform));
  return column;
};

/** Of a parameter that several trials ask the narrowest bound is kept. */
const parametersOf = (trials: readonly TrialRules[]): ReadonlyMap<string, ElmParameter> => {
  const all = new Map<string, ElmParameter>();
  for (const parameter of trials.flatMap(({ library }) => library.parameters)) {
    const before = all.get(parameter.name);
    const narrower = before?.type === 'Integer' && parameter.type === 'Integer' && before.most < parameter.most;
    if (!narrower) all.set(parameter.name, parameter);
  }
  return all;
};

/** So many people with about 3 % of their answers missing; the same seed gives the same ones. */
export const makePopulation = (trials: readonly TrialRules[], rows: number, seed: number) => {
  const wishes = new Map<string, Wishes>();
  const wishesOf: WishesOf = (parameter) => {
    const known = wishes.get(parameter) ?? noWishes();
    wishes.set(parameter, known);
    return known;
  };
  for (const { program, criteria } of trials)
    for (const { statement, kind } of criteria) {
      const signal = program.statements.get(statement);
      if (signal !== undefined) noteWishes(signal, kind === 'include', program, wishesOf);
    }
  const uniform = quickUniform(seed);
  const columns = [...parametersOf(trials)].map(
    ([name, parameter]) => [name, columnFor(parameter, wishesOf(name), rows, uniform)] as const,
  );
  return { rows, columns: new Map(columns) };
};
