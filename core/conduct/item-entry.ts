/** One item of a form as it was entered: the value as written with its unit, or "not done". */
export interface ItemEntry {
  readonly item: string;
  readonly value: string;
  readonly unit?: string;
}
