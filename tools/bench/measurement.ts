/** One row of the bench: less is better, so that a ratio below 1 is ours. */
export interface Measurement {
  /** What was done, with its size: `fold of 1e6 events`. */
  readonly what: string;
  readonly unit: 'ms' | 'µs' | 's' | 'MB' | 'kB';
  readonly ours: number;
  /** The program that did the same on this machine, with its version; left out where there is none. */
  readonly peer?: { readonly name: string; readonly value: number };
  /** What a reader has to know beside the number: how it was sampled, and what else was found. */
  readonly note?: string;
}

/** What a `tools/bench/*.bench.ts` exports. */
export interface Bench {
  readonly measure: () => readonly Measurement[] | Promise<readonly Measurement[]>;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Microseconds for one of what some work did; the work says how many it did. */
export const timed = (work: () => number): number => {
  const start = performance.now();
  const done = work();
  return ((performance.now() - start) * 1000) / done;
};
