import { isAmong, type Lot } from './lot.ts';
import type { PlannedUse } from './lot-event.ts';

/** Where the units of a lot are; the places together hold what was received. */
export interface LotLedger {
  readonly received: number;
  /** In stock, for nobody in particular. */
  readonly free: number;
  /** In stock, kept for somebody. */
  readonly reserved: number;
  /** Made ready for somebody, and not brought back. */
  readonly out: number;
  /** Brought back and still there. */
  readonly returned: number;
  readonly destroyed: number;
}

/** Counts the units of a lot by where they are. Nothing returns to the stock. */
export const ledgerOf = ({ papers, reserved, used, returned, destroyed }: Lot): LotLedger => ({
  received: papers.units,
  free: papers.units - used.length - reserved.length - destroyed.stock,
  reserved: reserved.length,
  out: used.length - returned.length,
  returned: returned.length - destroyed.returned,
  destroyed: destroyed.stock + destroyed.returned,
});

/** Units that an administration may have: free ones, and the one that is kept for it. */
export const unitsFor = (lot: Lot, use: PlannedUse): number =>
  ledgerOf(lot).free + (isAmong(lot.reserved, use) ? 1 : 0);

/** Where a lot stands on a day. Of several the first: a recall outlasts everything. */
export type LotStatus = 'recalled' | 'expired' | 'quarantined' | 'received' | 'used up' | 'released';

/** A lot may still be used on the day on which it expires. */
export const hasExpired = ({ papers }: Lot, on: string): boolean => on > papers.expires;

export const statusOn = (lot: Lot, on: string): LotStatus => {
  if (lot.recalled !== undefined) return 'recalled';
  if (hasExpired(lot, on)) return 'expired';
  if (lot.quarantined !== undefined) return 'quarantined';
  if (lot.released === undefined) return 'received';
  const { free, reserved } = ledgerOf(lot);
  return free + reserved === 0 ? 'used up' : 'released';
};

/** Lots of a product that may be used on a day, those that expire first before the others; of two alike, in their order. */
export const usableLots = (lots: readonly Lot[], product: string, on: string): readonly Lot[] =>
  lots
    .filter((lot) => lot.papers.product === product && statusOn(lot, on) === 'released')
    .toSorted((a, b) => (a.papers.expires < b.papers.expires ? -1 : Number(a.papers.expires > b.papers.expires)));
