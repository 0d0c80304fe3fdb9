import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const oracles = new URL('../../evidence/oracles/', import.meta.url);

// JSON has no infinities and no NaN: the files of the oracles write them as words.
const words: ReadonlyMap<unknown, number> = new Map([
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['NaN', Number.NaN],
]);
const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, oracles), 'utf8'), (_, value) => words.get(value) ?? value);

/** One case of the public oracle: what goes in, and what R says comes out. */
export interface PublicCase<Input, Output> {
  readonly id: string;
  readonly input: Input;
  readonly output: Output;
}

/** All cases of a method in `evidence/oracles/public/statistics.json`; a method without cases is a fault. */
export const publicCases = <Input, Output>(method: string): readonly PublicCase<Input, Output>[] => {
  const cases: readonly PublicCase<Input, Output>[] = read('public/statistics.json')[method]?.cases ?? [];
  assert.ok(cases.length > 0, `no public cases of ${method}`);
  return cases;
};

/** What `evidence/oracles/<method>/make.R` wrote. */
export const expectedOf = <Expected>(method: string): Expected => read(`${method}/expected.json`);

/** Fails unless a number is within `tolerance` of the expected one: relative to it, or absolute where it is below 1. */
export const assertNear = (found: number, expected: number, tolerance: number, what = ''): void => {
  if (found === expected) return;
  const error = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${what} ${found} for ${expected}, off by ${error}`);
};

/** Fails unless a number is within `tolerance` of the expected one, relative to it however small it is. */
export const assertClose = (found: number, expected: number, tolerance: number, what = ''): void => {
  if (found === expected) return;
  const error = Math.abs(found / expected - 1);
  assert.ok(error <= tolerance, `${what} ${found} for ${expected}, off by ${error} of it`);
};

/** A group of a trial: events as `x`, participants as `n`. */
export const group = (x: number, n: number) => ({ events: x, of: n });

/** Strata from rows of x1, n1, x0, n0, as the oracles write them. */
export const strataOf = (rows: readonly (readonly number[])[]) =>
  rows.map(([x1 = 0, n1 = 0, x0 = 0, n0 = 0]) => ({ arm1: group(x1, n1), arm0: group(x0, n0) }));

interface Refused {
  readonly notEstimable: string;
}

const isEstimate = <Result extends object>(result: Result): result is Exclude<Result, Refused> =>
  !('notEstimable' in result);

/** The result itself, where there is one; a refusal fails the test. */
export const estimated = <Result extends object>(result: Result): Exclude<Result, Refused> => {
  if (isEstimate(result)) return result;
  return assert.fail(`not estimable: ${JSON.stringify(result)}`);
};

/** Fails unless a result says by which method, and under which conventions, it was found; a refusal fails too. */
export const assertSays = (result: object, method: string, conventions: object): void => {
  assert.ok('method' in result && 'conventions' in result, JSON.stringify(result));
  assert.deepEqual([result.method, result.conventions], [method, conventions]);
};
