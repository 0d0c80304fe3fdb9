/** Participants of the statistics' bench, drawn once and written as CSV, so that R reads the very same ones. */
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { openQuickDraws } from '#hosts/rehearsal/characteristics/quick-draws.ts';

const linesOf = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;

/** Time in whole days, so that there are ties, event or censored at a drop-out or after three years; arm, and age at entry. */
export const survivalCsv = (people: number, seed: number): string => {
  const { moveTo, uniform, normal } = openQuickDraws(secretFromSeed(seed), 4);
  const rows = Array.from({ length: people }, (_, person) => {
    moveTo(0, person);
    const [arm, age] = [person % 2, Math.round(10 * (35 + 10 * normal(0))) / 10];
    const event = (-Math.log(uniform(1)) * 900) / Math.exp(-0.3 * arm + 0.02 * (age - 35));
    const left = Math.min(1095, -Math.log(uniform(2)) * 3000);
    return `${Math.ceil(Math.min(event, left))},${event <= left ? 1 : 0},${arm},${age}`;
  });
  return linesOf('time,event,arm,age', rows);
};

/** Six visits, one variance for all people and one of each visit, a tenth leaving before each of the later ones. */
export const repeatedCsv = (people: number, visits: number, seed: number): string => {
  const { moveTo, uniform, normal } = openQuickDraws(secretFromSeed(seed), 2 * visits + 2);
  const rows = Array.from({ length: people }, (_, person) => {
    moveTo(0, person);
    const [arm, base, own] = [person % 2, Math.round(10 * (12 + 3 * normal(0))) / 10, 2 * normal(1)];
    const leaves = Array.from({ length: visits }, (__, v) => v > 0 && uniform(2 + visits + v) < 0.02).indexOf(true);
    const seen = leaves < 0 ? visits : leaves;
    return Array.from({ length: seen }, (__, v) => {
      const value = 0.5 * base - 0.4 * arm * (v + 1) + own + (1 + v / 5) * normal(2 + v);
      return `${person + 1},${arm},${base},${v + 1},${Math.round(10 * value) / 10}`;
    });
  }).flat();
  return linesOf('id,arm,base,visit,value', rows);
};

/** The numbers of a table below its head. */
export const numbersOf = (csv: string): readonly (readonly number[])[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
