/**
 * 200,000 lists of 40 for each drawn scheme against its Markov chain, 20,000 of minimisation against the coin that it comes
 * down to, and 50,000 walks of a hundred requests: `node tools/deep/allocation.fuzz.ts [seed]`.
 */
import type { DrawnMethod } from '#core/randomisation/allocation-method.ts';
import { computeChainFigures } from '#core/randomisation/chain-figures.ts';
import { drawList } from '#core/randomisation/draw-list.ts';
import { processOf } from '#core/randomisation/report-scheme.ts';
import { chanceOfImbalance, type SchemeFigures } from '#core/randomisation/scheme-figures.ts';
import { type SimulationErrors, summariseSequences } from '#core/randomisation/sequence-figures.ts';
import { simulateMinimisation } from '#core/randomisation/simulate-minimisation.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { walkAllocations } from './allocation-walk.ts';
import { fuzz, reportFuzzed, seedOfRun } from './fuzzing.ts';

const participants = 40;
const lists = 200_000;
const atOnce = 20_000;
const seed = seedOfRun();

const plan = {
  arms: [
    { id: 'A', ratio: 1 },
    { id: 'B', ratio: 1 },
  ],
  strata: ['all'],
  slotsPerStratum: participants,
};
const three = { ...plan, arms: [2, 1, 1].map((ratio, index) => ({ id: `arm ${index}`, ratio })) };
const blocks = (...blockSizes: readonly number[]): DrawnMethod => ({
  algorithm: 'permuted-blocks/1',
  blockSizes,
  ...plan,
});
const chance = { times: 4, outOf: 5 };
const coin: DrawnMethod = { algorithm: 'biased-coin/1', chance, ...plan };

const schemes: readonly (readonly [name: string, method: DrawnMethod])[] = [
  ['simple', { algorithm: 'simple/1', ...plan }],
  ['simple 2:1:1', { algorithm: 'simple/1', ...three }],
  ['blocks of 2', blocks(2)],
  ['blocks of 4', blocks(4)],
  ['blocks of 6', blocks(6)],
  ['blocks of 2 and 4', blocks(2, 4)],
  ['blocks of 4 and 6', blocks(4, 6)],
  ['blocks of 2, 4 and 6', blocks(2, 4, 6)],
  ['blocks of 4 and 8 in 2:1:1', { algorithm: 'permuted-blocks/1', blockSizes: [4, 8], ...three }],
  ['big stick of 3', { algorithm: 'big-stick/1', limit: 3, ...plan }],
  ['biased coin of 2/3', { algorithm: 'biased-coin/1', ...plan }],
];

/** Sequences of arms as the trial would draw them: each list is a stratum of its own. */
const drawSequences = (name: string, method: DrawnMethod): readonly (readonly string[])[] =>
  Array.from({ length: lists / atOnce }, (_, part) => {
    const strata = Array.from({ length: atOnce }, (_list, index) => `${name} ${part} ${index}`);
    const list = drawList({ ...method, strata }, secretFromSeed(seed));
    if (!('slots' in list)) throw new Error(`${name}: ${list.refused}`);
    const drawn = [...Map.groupBy(list.slots, ({ stratum }) => stratum).values()];
    return drawn.map((slots) => slots.slice(0, participants).map(({ arm }) => arm));
  }).flat();

type Simulated = Omit<SchemeFigures, 'certain'> & { readonly errors: SimulationErrors };

/** Within 4.5 standard errors, which one figure in 150,000 misses by chance. A scheme without variance has no error. */
const agrees = (value: number, expected: number, error: number): boolean =>
  Math.abs(value - expected) <= 4.5 * error + 1e-9;

const compare = (name: string, simulated: Simulated, method: DrawnMethod): boolean => {
  const exact = computeChainFigures(processOf(method), method.arms, participants);
  if (exact === undefined) throw new Error(`${name}: no chain`);
  const { errors, imbalances } = simulated;
  const isGuessed = agrees(simulated.correctGuesses, exact.correctGuesses, errors.correctGuesses);
  const isBalanced = agrees(simulated.meanImbalance, exact.meanImbalance, errors.meanImbalance);
  const isPossible = imbalances.every(({ imbalance }) => chanceOfImbalance(exact, imbalance) > 0);
  const ok = isGuessed && isBalanced && isPossible;
  const of = (figure: 'correctGuesses' | 'meanImbalance') =>
    `${exact[figure].toFixed(5)} / ${simulated[figure].toFixed(5)} ± ${errors[figure].toFixed(5)}`;
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(28)} guesses ${of('correctGuesses')}  imbalance ${of('meanImbalance')}`,
  );
  return ok;
};

console.log(`${lists} lists of ${participants}, seed ${seed}: exact / simulated ± its standard error`);
const agreed = schemes.map(([name, method]) =>
  compare(name, summariseSequences(method.arms, drawSequences(name, method)), method),
);

const minimised = simulateMinimisation(
  { algorithm: 'minimisation/1', arms: plan.arms, factors: [{ id: 'all', levels: ['yes'] }], measure: 'range', chance },
  participants,
  20_000,
  secretFromSeed(seed),
);
agreed.push(compare('minimisation of one level', summariseSequences(plan.arms, minimised), coin));

const walked = fuzz('allocation walks', 50_000, seed, (stream) => `${seed} ${stream.nextWord()}`, walkAllocations);
const isSound = reportFuzzed('allocation walks', seed, walked);
process.exitCode = isSound && agreed.every(Boolean) ? 0 : 1;
