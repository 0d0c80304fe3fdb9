/**
 * Something for some of the items of the form, by number and in their order. A Map is one; where a whole form is read,
 * a list costs a tenth of filling a Map.
 */
export interface ByItem<T> extends Iterable<readonly [item: number, of: T]> {
  readonly size: number;
  readonly get: (item: number) => T | undefined;
}

/** A class, so that its functions are not made again for every visit. */
class ItemList<T> implements ByItem<T> {
  private readonly list: readonly (T | undefined)[];

  constructor(list: readonly (T | undefined)[]) {
    this.list = list;
  }

  get size(): number {
    let size = 0;
    for (const each of this.list) if (each !== undefined) size += 1;
    return size;
  }

  get(item: number): T | undefined {
    return this.list[item];
  }

  [Symbol.iterator](): Iterator<readonly [item: number, of: T]> {
    return this.list.flatMap((each, item) => (each === undefined ? [] : [[item, each] as const])).values();
  }
}

/** From a list in which each item stands at the place of its number, and undefined where there is nothing for it. */
export const byItem = <T>(list: readonly (T | undefined)[]): ByItem<T> => new ItemList(list);
