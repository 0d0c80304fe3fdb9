/**
 * An instrument is what is filled in: items in their order, each with its type, units, range and codes. Forms follow
 * from it. The wording is our own short label; licensed wording is never part of it.
 */
export type ItemType =
  | {
      readonly type: 'quantity';
      readonly units: readonly [string, ...string[]];
      readonly plausible: readonly [string, string];
    }
  | { readonly type: 'whole number'; readonly least: number; readonly most: number }
  | { readonly type: 'decimal'; readonly least: string; readonly most: string; readonly places: number }
  | { readonly type: 'level'; readonly levels: readonly [string, ...string[]] }
  /** Several levels at once, written "III, V" or "III+V". */
  | { readonly type: 'levels'; readonly levels: readonly [string, ...string[]] };

export interface Item {
  readonly id: string;
  readonly label: string;
  readonly answer: ItemType;
  /** LOINC code, only where it was seen paired with that meaning; absent rather than guessed. */
  readonly loinc?: string;
}

export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly items: readonly [Item, ...Item[]];
}

/** What was entered for one item: as written, with its unit, and the record that leads to the event. */
export interface Answer {
  readonly written: string | 'not done';
  readonly unit: string | undefined;
  readonly date: string | undefined;
  readonly record: string;
}
