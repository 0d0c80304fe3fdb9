import type { ItemEntry } from '#core/conduct/item-entry.ts';

/** What was measured at one moment around an administration. */
export interface BedsideReading {
  /** The moment of the plan that it stands for; absent for one in between, such as during a reaction. */
  readonly point?: string;
  readonly on: string;
  readonly at: string;
  readonly items: readonly ItemEntry[];
}

/** Readings around one administration, of one sitting or of several. */
export interface DoseObserved {
  readonly type: 'dose observed';
  readonly dose: string;
  readonly number: number;
  readonly readings: readonly BedsideReading[];
}
