/** One row of the bench: less is better, so that a ratio below 1 is ours. */
export interface Measurement {
  /** What was done, with its size: `fold of 1e6 events`. */
  readonly what: string;
  readonly unit: 'ms' | 'µs' | 's' | 'MB';
  readonly ours: number;
  /** The program that did the same on this machine, with its version; left out where there is none. */
  readonly peer?: { readonly name: string; readonly value: number };
}

/** What a `tools/bench/*.bench.ts` exports. */
export interface Bench {
  readonly measure: () => readonly Measurement[] | Promise<readonly Measurement[]>;
}
