/** How words are set off on a terminal; without colour every style is the text itself. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
}

const plain = (text: string): string => text;
const coloured =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const plainStyle: Style = { strong: plain, faint: plain, good: plain, bad: plain, open: plain };
export const colourStyle: Style = {
  strong: coloured(1),
  faint: coloured(2),
  good: coloured(32),
  bad: coloured(31),
  open: coloured(33),
};

/** Rows of cells as columns, the first to the left and the others to the right; two blanks between. */
export const layOutRows = (rows: readonly (readonly string[])[], indent = '  '): readonly string[] => {
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, column) => {
      widest[column] = Math.max(widest[column] ?? 0, cell.length);
    });
    return widest;
  }, []);
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
};

/** A text broken at blanks so that no line is longer than `width`; later lines are indented. */
export const wrap = (text: string, width: number, indent: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const room = width - (lines.length === 0 ? 0 : indent.length);
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each, index) => (index === 0 ? each : `${indent}${each}`));
};

/** `1 error`, `2 errors`; a plural that is not made with an s is given. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;
