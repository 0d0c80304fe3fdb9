/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const manyRows = 10_000;

/** Counts no further than it must. */
const hasManyRows = (text: string): boolean => {
  let rows = 0;
  for (let at = text.indexOf('\n'); at >= 0 && rows <= manyRows; at = text.indexOf('\n', at + 1)) rows += 1;
  return rows > manyRows;
};

/** One line that is written over, on a terminal and for more than 10,000 rows; otherwise undefined. */
export const openProgress = (text: string, stream: ProgressStream): ((rows: number) => void) | undefined =>
  stream.isTTY === true && hasManyRows(text) ? (rows) => void stream.write(`\r${rows} rows …\r`) : undefined;
