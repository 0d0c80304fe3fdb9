import { sf36Answers } from '../sf-36-scales.ts';

/** Items whose first answer is the best health. */
const bestFirst: readonly number[] = [1, 2, 20, 21, 22, 23, 26, 27, 30, 34, 36];

const ids = Array.from({ length: 36 }, (_, index) => index + 1);

const sheet = (answer: (item: number) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(ids.map((item) => [`sf36.${item}`, answer(item)]));

const q3 = '3,2,2,3,3,2,3,2,3,2,3,3,2,1,2,1,2,2,1,2,3,2,3,5,4,3,3,5,4,2,4,4,3,2,4,3'.split(',');

/** Worked examples Q1, the best answer to every item, Q2, the worst, and Q3, a person between. */
export const answeredSheets = {
  Q1: sheet((item) => String(bestFirst.includes(item) ? 1 : sf36Answers(item))),
  Q2: sheet((item) => String(bestFirst.includes(item) ? sf36Answers(item) : 1)),
  Q3: sheet((item) => q3[item - 1] ?? ''),
} as const;
