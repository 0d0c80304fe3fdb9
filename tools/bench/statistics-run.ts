/** What a task of the statistics' bench printed: its seconds, then the numbers that it found. */

export interface Run {
  /** Seconds from start to end of the process, as a person waits for it. */
  readonly whole: number;
  /** Seconds of the work, without starting, loading and reading. */
  readonly work: number;
  readonly found: readonly number[];
}

export const readRun = (printed: string, whole: number): Run => {
  const [work = Number.NaN, ...found] = printed.trim().split(/\s+/).map(Number);
  if (!(work >= 0) || found.length === 0 || !found.every(Number.isFinite))
    throw new Error(`bench: no seconds and numbers in ${JSON.stringify(printed)}`);
  return { whole, work, found };
};

/** Whether two runs found as many numbers, each within a distance, which is relative above 1. */
export const agree = (a: Run | undefined, b: Run | undefined, within: number): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.found.length === b.found.length &&
  a.found.every((value, index) => {
    const other = b.found[index] ?? Number.NaN;
    return Math.abs(value - other) <= within * Math.max(1, Math.abs(other));
  });
