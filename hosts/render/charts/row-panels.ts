import { pageWidth } from './chart-page.ts';

/** A row of a picture, or the name of the arm above its rows. */
export type PanelLine<Row> = { readonly heading: string } | { readonly row: Row };

export interface RowPanel<Row> {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly PanelLine<Row>[];
}

const mostLines = 64;

/** So many panels beside one another that none is longer than a page, and at most three. */
const panelsFor = (lines: number): number => Math.min(3, Math.max(1, Math.ceil(lines / mostLines)));

const isHeading = <Row>(line: PanelLine<Row>): line is { readonly heading: string } => 'heading' in line;

/** Rows under the name of their arm, in panels that are read one after another; a panel within an arm repeats its name. */
export const rowPanels = <Row extends { readonly arm: string | undefined }>(
  rows: readonly Row[],
  gap = 22,
): readonly RowPanel<Row>[] => {
  const lines = rows.flatMap((row, index): readonly PanelLine<Row>[] =>
    row.arm !== undefined && rows[index - 1]?.arm !== row.arm ? [{ heading: row.arm }, { row }] : [{ row }],
  );
  const many = panelsFor(lines.length);
  const each = Math.ceil(lines.length / many);
  const width = (pageWidth - 24 - (many - 1) * gap) / many;
  return Array.from({ length: many }, (_, index) => {
    const own = lines.slice(index * each, (index + 1) * each);
    const [first] = own;
    const arm = first !== undefined && !isHeading(first) ? first.row.arm : undefined;
    const left = 12 + index * (width + gap);
    return { left, right: left + width, lines: arm === undefined ? own : [{ heading: `${arm}, continued` }, ...own] };
  }).filter(({ lines: own }) => own.length > 0);
};
