import { z } from 'zod';

const code = z.string().optional();
/** One row of the machine-readable criteria of admiral. */
export const rowShape = z.object({
  TERM: z.string(),
  UNIT_CHECK: z.string().nullish(),
  DIRECTION: z.string().optional(),
  GRADE_NA_CODE: code,
  GRADE_4_CODE: code,
  GRADE_3_CODE: code,
  GRADE_2_CODE: code,
  GRADE_1_CODE: code,
});
export type AdmiralRow = z.infer<typeof rowShape>;

const codesOf = (row: AdmiralRow): readonly string[] =>
  [row.GRADE_NA_CODE, row.GRADE_4_CODE, row.GRADE_3_CODE, row.GRADE_2_CODE, row.GRADE_1_CODE].filter(
    (each) => each !== undefined,
  );

type Meaning = number | boolean | undefined;
type Names = Readonly<Record<string, Meaning>>;

/** Both of R's logical operators, with NA as undefined. */
const logical = (operator: string, a: Meaning, b: Meaning): Meaning => {
  const decisive = operator === '|';
  if (a === decisive || b === decisive) return decisive;
  return a === undefined || b === undefined ? undefined : !decisive;
};

const binary = (operator: string, a: number, b: number): Meaning => {
  const results: Readonly<Record<string, Meaning>> = {
    '<': a < b,
    '<=': a <= b,
    '>': a > b,
    '>=': a >= b,
    '+': a + b,
    '-': a - b,
    '*': a * b,
  };
  return results[operator];
};

const levels = [['|'], ['&'], ['<', '<=', '>', '>=', '%in%'], ['+', '-'], ['*']] as const;

/** Evaluates one expression of the small part of R that the criteria use. */
const evaluate = (text: string, names: Names): Meaning => {
  const tokens = text.match(/%in%|<=|>=|[\w.]+|[^\s\w.]/g) ?? [];
  let at = 0;
  const take = (): string => tokens[at++] ?? '';
  const callOf = (name: string): Meaning => {
    take();
    const first = level(0);
    if (tokens[at] === ',') at += 2;
    take();
    if (name === 'is.na') return first === undefined;
    return typeof first === 'number' ? Number(first.toPrecision(15)) : undefined;
  };
  const atom = (): Meaning => {
    const token = take();
    if (token === '!') {
      const inner = level(2);
      return inner === undefined ? undefined : !inner;
    }
    if (token === '-') return 0 - Number(atom());
    if (token === '(') {
      const inner = level(0);
      take();
      return inner;
    }
    if (tokens[at] === '(') return callOf(token);
    return /^[\d.]+$/.test(token) ? Number(token) : names[token];
  };
  const combine = (operator: string, a: Meaning, b: Meaning): Meaning => {
    if (operator === '%in%') return a === true;
    if (operator === '&' || operator === '|') return logical(operator, a, b);
    return typeof a === 'number' && typeof b === 'number' ? binary(operator, a, b) : undefined;
  };
  const level = (depth: number): Meaning => {
    const operators: readonly string[] | undefined = levels[depth];
    if (operators === undefined) return atom();
    let value = level(depth + 1);
    while (operators.includes(tokens[at] ?? '')) value = combine(take(), value, level(depth + 1));
    return value;
  };
  return level(0);
};

/** The first case whose condition holds, worst grade first; "NA" where admiral gives none. */
export const theirGrade = (row: AdmiralRow, names: Names): string => {
  for (const each of codesOf(row))
    for (const [, condition = '', grade] of each.matchAll(/(.+?)\s*~\s*(?:"(\d)"|NA_character_)\s*,?/g))
      if (evaluate(condition, names) === true) return grade ?? 'NA';
  return '0';
};

/** The limits of normal and the baseline, in the unit of the row. */
export interface KnownNumbers {
  readonly high: number | undefined;
  readonly low: number | undefined;
  readonly base: number | undefined;
}

const numbersIn = (row: AdmiralRow): readonly number[] =>
  codesOf(row).flatMap((each) =>
    [...each.replace(/~ "\d"/g, '').matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([number]) => Number(number)),
  );

/** Normal ranges and baselines about as large as the limits, and some of them missing. */
export const settingsFor = (row: AdmiralRow): readonly KnownNumbers[] => {
  const absolute = numbersIn({ ...row, GRADE_NA_CODE: undefined }).filter(
    (n) => !codesOf(row).some((each) => new RegExp(`(?<![\\d.])${n}\\*|[-+] *${n}(?![\\d.])`).test(each)),
  );
  const size = absolute.length === 0 ? 40 : row.DIRECTION === 'L' ? Math.max(...absolute) : Math.min(...absolute);
  const [high, low] = [0.9 * size, 1.2 * size].map((each) => Number(each.toFixed(4)));
  const bases = [0.5, 0.9, 1, 1.5, undefined].map((part) =>
    part === undefined ? undefined : Number((part * size).toFixed(4)),
  );
  return bases.flatMap((base) => [
    { high, low, base },
    { high: 3 * size, low: 0.5 * size, base },
    { high: undefined, low: undefined, base },
  ]);
};

/** Points around every number that a row names, alone and with each reference. */
export const pointsFor = (row: AdmiralRow, { high, low, base }: KnownNumbers): readonly number[] => {
  const numbers = [1, ...numbersIn(row)];
  const references = [high, low, base].filter((each) => each !== undefined);
  const limits = numbers.flatMap((n) => [
    n,
    ...references.flatMap((each) => [n * each, each + n, each * (1 - n / 100)]),
  ]);
  return limits.flatMap((each) => [0.9995, 1, 1.0005].map((part) => part * each)).filter((each) => each > 0);
};
