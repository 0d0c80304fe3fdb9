import {
  type ArmProblem,
  armChecks,
  type DesignCheck,
  firstProblem,
  isCount,
  type ListPlan,
  longestList,
  type StrataProblem,
  strataChecks,
} from './design-checks.ts';
import type { ListSlot } from './list-slot.ts';

/** A list that was made elsewhere, one row for each slot, in any order. */
export interface UploadedListMethod extends Omit<ListPlan, 'slotsPerStratum'> {
  readonly algorithm: 'uploaded-list/1';
  readonly rows: readonly ListSlot[];
}

export type RowProblem =
  | 'unknown stratum'
  | 'unknown arm'
  | 'slot not a whole number above zero'
  | 'slot given twice'
  | 'slot before it left out'
  | 'kit missing'
  | 'kit given twice';

/** What is wrong with an uploaded list, and where: rows are counted from 1, `found` is what stands there. */
export type UploadRefused =
  | { readonly refused: ArmProblem | StrataProblem | 'no rows' | 'list too long' }
  | { readonly refused: RowProblem; readonly row: number; readonly found: string }
  | { readonly refused: 'stratum without rows'; readonly found: string };

/** A row among the others: the first row of each place and of each kit tells a repeat. */
interface RowInList {
  readonly row: ListSlot;
  readonly index: number;
  readonly arms: ReadonlySet<string>;
  readonly strata: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, number>;
  readonly kits: ReadonlyMap<string, number>;
}

const placeOf = (stratum: string, slot: number): string => `${slot} of ${stratum}`;
const isBlank = ({ kit = '' }: ListSlot): boolean => kit.trim() === '';

const rowChecks: readonly (readonly [...DesignCheck<RowProblem, RowInList>, what: keyof ListSlot])[] = [
  ['unknown stratum', ({ row, strata }) => !strata.has(row.stratum), 'stratum'],
  ['unknown arm', ({ row, arms }) => !arms.has(row.arm), 'arm'],
  ['slot not a whole number above zero', ({ row }) => !isCount(row.slot), 'slot'],
  ['slot given twice', ({ row, index, places }) => places.get(placeOf(row.stratum, row.slot)) !== index, 'slot'],
  [
    'slot before it left out',
    ({ row, places }) => row.slot > 1 && !places.has(placeOf(row.stratum, row.slot - 1)),
    'slot',
  ],
  ['kit missing', ({ row, kits }) => kits.size > 0 && isBlank(row), 'kit'],
  ['kit given twice', ({ row, index, kits }) => kits.size > 0 && kits.get(row.kit ?? '') !== index, 'kit'],
];

/** Where each text stands first. */
const firstRows = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map(texts.map((text, index) => [text, index] as const).toReversed());

const rowRefused = ({ arms, strata, rows }: UploadedListMethod): UploadRefused | undefined => {
  const list = {
    arms: new Set(arms.map(({ id }) => id)),
    strata: new Set(strata),
    places: firstRows(rows.map(({ stratum, slot }) => placeOf(stratum, slot))),
    kits: rows.every(isBlank) ? new Map() : firstRows(rows.map(({ kit = '' }) => kit)),
  };
  for (const [index, row] of rows.entries()) {
    const problem = rowChecks.find(([, found]) => found({ row, index, ...list }));
    if (problem !== undefined) return { refused: problem[0], row: index + 1, found: String(row[problem[2]] ?? '') };
  }
  return undefined;
};

/** The first thing that is wrong with an uploaded list: its arms and strata, then row after row, then empty strata. */
export const checkUploadedList = (method: UploadedListMethod): UploadRefused | undefined => {
  const { strata, rows } = method;
  const refused = firstProblem(armChecks, method) ?? firstProblem(strataChecks, method);
  if (refused !== undefined) return { refused };
  if (rows.length === 0) return { refused: 'no rows' };
  if (rows.length > longestList) return { refused: 'list too long' };
  const inRows = rowRefused(method);
  if (inRows !== undefined) return inRows;
  const filled = new Set(rows.map(({ stratum }) => stratum));
  const found = strata.find((stratum) => !filled.has(stratum));
  return found === undefined ? undefined : { refused: 'stratum without rows', found };
};

/** The rows in the order of the strata, and within a stratum of the slots. The list must have passed its check. */
export const sortUploadedList = ({ strata, rows }: UploadedListMethod): readonly ListSlot[] => {
  const byStratum = Map.groupBy(rows, ({ stratum }) => stratum);
  return strata.flatMap((stratum) => (byStratum.get(stratum) ?? []).toSorted((a, b) => a.slot - b.slot));
};
