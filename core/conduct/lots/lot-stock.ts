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
export const ledgerOf = ({ papers, reserved, used, returned, discarded, handed, destroyed }: Lot): LotLedger => {
  const back = handed.filter((each) => each.back !== undefined).length;
  const gone = used.length + discarded.length + handed.length;
  return {
    received: papers.units,
    free: papers.units - gone - reserved.length - destroyed.stock,
    reserved: reserved.length,
    out: used.length - returned.length + handed.length - back,
    returned: returned.length + back - destroyed.returned,
    destroyed: destroyed.stock + destroyed.returned + discarded.length,
  };
};

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

/** Whether a site may take from a lot: one of its own, or of the stock that serves all sites. */
export const isInStockAt = (lot: Lot, site: string | undefined): boolean =>
  lot.sentTo === undefined && (lot.site === undefined || lot.site === site);

/** The kits of a lot that are still in stock, in the order of its papers. */
export const kitsInStock = ({
  papers: { kits = [] },
  used,
  discarded,
  handed,
  destroyedKits,
}: Lot): readonly string[] => {
  const gone = new Set([...[...used, ...discarded, ...handed].map(({ kit }) => kit), ...destroyedKits]);
  return kits.filter((kit) => !gone.has(kit));
};

/** Lots of a product that may be used on a day, those that expire first before the others; of two alike, in their order. */
export const usableLots = (lots: readonly Lot[], product: string, on: string): readonly Lot[] =>
  lots
    .filter((lot) => lot.papers.product === product && statusOn(lot, on) === 'released')
    .toSorted((a, b) => (a.papers.expires < b.papers.expires ? -1 : Number(a.papers.expires > b.papers.expires)));
