import type { DeviationImportance, DeviationKind } from './deviation-kinds.ts';

/** Something that happened, or did not happen, otherwise than the protocol says. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly importance: DeviationImportance;
  readonly participant: string;
  readonly visit?: string;
  readonly dose?: string;
  /** The day of the deviation: that of the act, or the first day on which something was wanting. */
  readonly on: string;
  /** Id of the event that shows it; where nothing was recorded, of the event from which it was due. */
  readonly record: string;
  /** One sentence with the numbers. */
  readonly says: string;
}

/** A deviation as a family of rules finds it: who it is, and how much it matters, are added to all alike. */
export type FoundDeviation = Omit<Deviation, 'importance' | 'participant'>;
