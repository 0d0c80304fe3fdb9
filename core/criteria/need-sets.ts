import type { Missing } from '#core/measures/measured.ts';

/** A set of items, each known by its number: one bit of the mask. What it consists of is read off it last. */
export interface Need {
  readonly mask: bigint;
  readonly size: number;
  readonly made: number | 'nothing' | readonly [Need, Need];
}

export const nothing: Need = { mask: 0n, size: 0, made: 'nothing' };

const mostSets = 64;
const mostPairs = 1024;

const bitsIn = (mask: bigint): number => {
  let count = 0;
  for (let rest = mask; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
};

const united = (left: Need, right: Need): Need => {
  const shared = left.mask & right.mask;
  if (shared === right.mask) return left;
  return {
    mask: left.mask | right.mask,
    size: left.size + right.size - (shared === 0n ? 0 : bitsIn(shared)),
    made: [left, right],
  };
};

/**
 * The sets that contain no other, the smallest first. At most 64 are kept, since nobody chooses among more, and a cross
 * product may have any number.
 */
export const minimal = (sets: readonly Need[]): readonly Need[] => {
  const kept: Need[] = [];
  for (const set of sets.toSorted((a, b) => a.size - b.size)) {
    if (!kept.some((smaller) => (smaller.mask & set.mask) === smaller.mask)) kept.push(set);
    if (kept.length === mostSets) break;
  }
  return kept;
};

const itemsOf = (sets: readonly Need[]): bigint => sets.reduce((all, { mask }) => all | mask, 0n);

/** One set of the left and one of the right; of very many pairs those with the smallest sets of the right. */
const pairs = (left: readonly Need[], right: readonly Need[]): readonly Need[] => {
  const most = Math.max(1, Math.floor(mostPairs / Math.max(1, left.length)));
  const sets = left.flatMap((set) => right.slice(0, most).map((other) => united(set, other)));
  // Of sets without a common item none contains another that neither of its halves contained.
  const isApart = (itemsOf(left) & itemsOf(right)) === 0n;
  return isApart ? sets.toSorted((a, b) => a.size - b.size).slice(0, mostSets) : minimal(sets);
};

/** One set of each family together; the families are minimal. */
export const product = (all: readonly (readonly Need[])[]): readonly Need[] => all.reduce(pairs, [nothing]);

/** One set of each of so many families, whichever: from table to table, how to have so many of those looked at. */
export const productOf = (count: number, all: readonly (readonly Need[])[]): readonly Need[] => {
  const none: readonly (readonly Need[])[] = Array.from({ length: count }, () => []);
  const table = all.reduce(
    (before, next) =>
      before.map((sets, had) => (had === 0 ? sets : minimal([...pairs(before[had - 1] ?? [], next), ...sets]))),
    [[nothing], ...none],
  );
  return table[count] ?? [];
};

/** Gives each item its number, and tells the items of a set again. Items that say the same are one. */
export const numbering = () => {
  const numbers = new Map<string, number>();
  const items: Missing[] = [];
  const numberOf = (missing: Missing): number => {
    const key = JSON.stringify(missing);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, items.length);
    return items.push(missing) - 1;
  };
  const ofAll = (set: readonly Missing[]): Need =>
    set
      .map(numberOf)
      .map((number): Need => ({ mask: 1n << BigInt(number), size: 1, made: number }))
      .reduce(united, nothing);
  const numbersIn = ({ made }: Need): readonly number[] =>
    made === 'nothing' ? [] : typeof made === 'number' ? [made] : made.flatMap(numbersIn);
  const itemsIn = (need: Need): readonly Missing[] =>
    [...new Set(numbersIn(need))].flatMap((number) => items[number] ?? []);
  return { ofAll, itemsIn };
};
