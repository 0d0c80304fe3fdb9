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
  /** Administrations in a kit for the home; one where nothing is said. */
  readonly holds?: number;
  /** The site at which it came; absent for the stock that serves all sites until it is sent to one. */
  readonly site?: string;
  /** Absent for a product without cells. */
  readonly least?: LeastViability;
}

/** One administration of one participant; the dose goes by the name that everybody knows it by. */
export interface PlannedUse {
  readonly participant: string;
  readonly dose: string;
  readonly number: number;
}

/** A kit of medicine for the home, in the hands of a participant since a visit. */
export interface KitHanded {
  readonly kit: string;
  readonly participant: string;
  readonly dose: string;
  readonly visit: string;
  readonly on: string;
  /** Administrations in it. */
  readonly units: number;
}

/** A numbered kit: number and dose stand on its label, arm and product in the sealed list alone. */
export interface SealedKit {
  readonly kit: string;
  readonly dose: string;
  readonly arm: string;
  readonly product: string;
}

/** Where units are that are destroyed: still in stock, or brought back. */
export type UnitPlace = 'stock' | 'returned';

/** Whether a lot was within its limits all the way. */
export type Temperature = 'kept' | 'not kept';

/** What happens to a lot. */
export type LotEvent =
  /** The list of the lots of a trial, in a stream of its own. */
  | { readonly type: 'lot listed'; readonly lot: string }
  /** Every kit of the trial, before any came: as secret as the allocation. */
  | { readonly type: 'kits listed'; readonly kits: readonly SealedKit[] }
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
  /** Made ready and given to nobody: it broke, or did not live through the thaw. */
  | ({ readonly type: 'unit discarded'; readonly on: string; readonly why: string } & PlannedUse)
  | ({ readonly type: 'kit handed out' } & KitHanded)
  /** Brought back with so many administrations left in it. */
  | { readonly type: 'kit brought back'; readonly kit: string; readonly on: string; readonly units: number }
  | { readonly type: 'lot sent'; readonly on: string; readonly to: string }
  /** What was too warm or too cold on its way may not be used until it is released again. */
  | { readonly type: 'lot arrived'; readonly on: string; readonly at: string; readonly temperature: Temperature }
  | {
      readonly type: 'units destroyed';
      readonly on: string;
      readonly from: UnitPlace;
      readonly units: number;
      readonly why: string;
      readonly checkedBy: string;
      /** Which, of a lot that has kits and of which some are left. */
      readonly kits?: readonly string[];
    }
  | { readonly type: 'lot recalled'; readonly on: string; readonly why: string; readonly exposed: readonly string[] };

const lotEvents: readonly string[] = [
  'lot listed',
  'kits listed',
  'lot received',
  'lot quarantined',
  'lot released',
  'unit reserved',
  'reservation ended',
  'use authorised',
  'lot used',
  'unit returned',
  'unit discarded',
  'kit handed out',
  'kit brought back',
  'lot sent',
  'lot arrived',
  'units destroyed',
  'lot recalled',
] satisfies readonly LotEvent['type'][];

/** Tells what happened to a lot from whatever else a log holds. */
export const isLotEvent = (event: { readonly type: string }): event is LotEvent => lotEvents.includes(event.type);

export const lotStream = (lot: string): string => `lot/${lot}`;
/** The stream that names every lot, so that none has to be guessed. */
export const lotListStream = 'lots';
/** The stream of the list of kits. */
export const kitListStream = 'kits';
