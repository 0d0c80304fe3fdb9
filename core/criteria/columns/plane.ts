/** One bit for each row, thirty-two rows a word, the first row in the lowest bit. */
export type Plane = Int32Array;

/** What is known of one question, row by row: neither bit set is unknown; both are never set. */
export interface TruthPlanes {
  readonly holds: Plane;
  readonly fails: Plane;
}

export const rowsInWord = 32;

/** Words that hold so many rows; the last may be filled in part. */
export const wordsFor = (rows: number): number => Math.ceil(rows / rowsInWord);

export const emptyPlane = (rows: number): Plane => new Int32Array(wordsFor(rows));

export const emptyPlanes = (rows: number): TruthPlanes => ({ holds: emptyPlane(rows), fails: emptyPlane(rows) });

/** A row outside the plane changes nothing. */
export const setBit = (plane: Plane, row: number): void => {
  const word = row >>> 5;
  plane[word] = (plane[word] ?? 0) | (1 << (row & 31));
};

export const hasBit = (plane: Plane, row: number): boolean => (((plane[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;

/** The bits of a word that stand for rows: all of them but in the last word of a table. */
export const rowsOfWord = (word: number, rows: number): number => {
  const left = rows - word * rowsInWord;
  if (left >= rowsInWord) return -1;
  return left <= 0 ? 0 : ((1 << left) - 1) | 0;
};
