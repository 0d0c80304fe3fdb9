/** What a laboratory counts in one bag: its cells, dead and alive, and the share of them that lives. */
export interface BagMeasure {
  /** Cells in a bag, as a decimal: "300000000". */
  readonly cells: string;
  /** Living cells, in percent: "92.5". */
  readonly viability: string;
}

/** The least share of living cells, in percent, with which a lot may be released, and a bag used after its thaw. */
export interface LeastViability {
  readonly atRelease: string;
  readonly afterThaw: string;
}

/** What the maker's papers say of a lot. */
export interface LotPapers {
  /** A product of the study's doses, as the study names it. */
  readonly product: string;
  readonly manufacturer: string;
  readonly batch: string;
  /** The pseudonym of whoever gave the cells. */
  readonly donor?: string;
  /** The last day on which it may be used. */
  readonly expires: string;
  /** Bags, bottles or kits. */
  readonly units: number;
  /** The numbers of its kits, one for each unit; absent where units are not numbered. */
  readonly kits?: readonly string[];
  /** Absent for a product without cells. */
  readonly least?: LeastViability;
}

/** One administration of one participant; the dose goes by the name that everybody knows it by. */
export interface PlannedUse {
  readonly participant: string;
  readonly dose: string;
  readonly number: number;
}

/** Where units are that are destroyed: still in stock, or brought back. */
export type UnitPlace = 'stock' | 'returned';

/** What happens to a lot. */
export type LotEvent =
  /** The list of the lots of a trial, in a stream of its own. */
  | { readonly type: 'lot listed'; readonly lot: string }
  | ({ readonly type: 'lot received'; readonly lot: string; readonly on: string } & LotPapers)
  | { readonly type: 'lot quarantined'; readonly on: string; readonly why: string }
  | { readonly type: 'lot released'; readonly on: string; readonly measured?: BagMeasure }
  | ({ readonly type: 'unit reserved'; readonly on: string } & PlannedUse)
  | ({ readonly type: 'reservation ended'; readonly on: string } & PlannedUse)
  /** `physician` asked for the use of what does not meet its specification; who allowed it is the actor. */
  | ({
      readonly type: 'use authorised';
      readonly on: string;
      readonly why: string;
      readonly physician: string;
    } & PlannedUse)
  /** One unit leaves the stock: made ready for a participant. */
  | ({
      readonly type: 'lot used';
      readonly on: string;
      readonly kit?: string;
      readonly thawed?: BagMeasure;
    } & PlannedUse)
  | ({ readonly type: 'unit returned'; readonly on: string } & PlannedUse)
  | {
      readonly type: 'units destroyed';
      readonly on: string;
      readonly from: UnitPlace;
      readonly units: number;
      readonly why: string;
      readonly checkedBy: string;
    }
  | { readonly type: 'lot recalled'; readonly on: string; readonly why: string; readonly exposed: readonly string[] };

const lotEvents: readonly string[] = [
  'lot listed',
  'lot received',
  'lot quarantined',
  'lot released',
  'unit reserved',
  'reservation ended',
  'use authorised',
  'lot used',
  'unit returned',
  'units destroyed',
  'lot recalled',
] satisfies readonly LotEvent['type'][];

/** Tells what happened to a lot from whatever else a log holds. */
export const isLotEvent = (event: { readonly type: string }): event is LotEvent => lotEvents.includes(event.type);

export const lotStream = (lot: string): string => `lot/${lot}`;
/** The stream that names every lot, so that none has to be guessed. */
export const lotListStream = 'lots';
