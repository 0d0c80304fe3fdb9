import type { Envelope } from '#core/record/envelope.ts';
import {
  type BagMeasure,
  isLotEvent,
  type KitHanded,
  type LotEvent,
  type LotPapers,
  type PlannedUse,
} from './lot-event.ts';

/** A unit that was made ready for somebody. */
export interface LotUse extends PlannedUse {
  readonly on: string;
  readonly kit?: string;
  readonly thawed?: BagMeasure;
}

/** A kit in the hands of a participant, or brought back with so many administrations left. */
export interface LotKit extends KitHanded {
  readonly back: { readonly on: string; readonly units: number } | undefined;
}

interface Said {
  readonly on: string;
  readonly why: string;
}

/** Everything that the events of one lot say, folded. What has expired is told by the day that is asked about. */
export interface Lot {
  readonly id: string;
  /** Events folded so far: the version of the stream. */
  readonly version: number;
  readonly receivedOn: string;
  readonly papers: LotPapers;
  /** Set by a quarantine, lifted by a release. */
  readonly quarantined: Said | undefined;
  readonly released: { readonly on: string; readonly measured: BagMeasure | undefined } | undefined;
  readonly recalled: Said | undefined;
  readonly reserved: readonly PlannedUse[];
  readonly authorised: readonly PlannedUse[];
  readonly used: readonly LotUse[];
  readonly returned: readonly PlannedUse[];
  /** Made ready and given to nobody. */
  readonly discarded: readonly LotUse[];
  readonly handed: readonly LotKit[];
  /** The site whose stock it belongs to; undefined for the stock that serves all of them. */
  readonly site: string | undefined;
  /** The site that it is sent to and has not reached. */
  readonly sentTo: { readonly site: string; readonly on: string } | undefined;
  /** Numbers of kits that were destroyed. */
  readonly destroyedKits: readonly string[];
  readonly destroyed: Readonly<Record<'stock' | 'returned', number>>;
}

const isSameUse = (a: PlannedUse, b: PlannedUse): boolean =>
  a.participant === b.participant && a.dose === b.dose && a.number === b.number;

/** Whether an administration is among these. */
export const isAmong = (uses: readonly PlannedUse[], use: PlannedUse): boolean =>
  uses.some((each) => isSameUse(each, use));

const useIn = ({ participant, dose, number }: PlannedUse): PlannedUse => ({ participant, dose, number });

type Received = Extract<LotEvent, { type: 'lot received' }>;

const received = ({ type: _, lot: id, on: receivedOn, ...papers }: Received): Lot => ({
  id,
  version: 0,
  receivedOn,
  papers,
  quarantined: undefined,
  released: undefined,
  recalled: undefined,
  reserved: [],
  authorised: [],
  used: [],
  returned: [],
  discarded: [],
  handed: [],
  site: papers.site,
  sentTo: undefined,
  destroyedKits: [],
  destroyed: { stock: 0, returned: 0 },
});

type Later = Exclude<LotEvent, { type: 'lot listed' | 'kits listed' | 'lot received' }>;

const without = (uses: readonly PlannedUse[], use: PlannedUse): readonly PlannedUse[] =>
  uses.filter((each) => !isSameUse(each, use));

const changes = (lot: Lot, event: Later): Partial<Lot> => {
  switch (event.type) {
    case 'lot quarantined':
      return { quarantined: { on: event.on, why: event.why } };
    case 'lot released':
      return { quarantined: undefined, released: { on: event.on, measured: event.measured } };
    case 'unit reserved':
      return { reserved: [...lot.reserved, useIn(event)] };
    case 'reservation ended':
      return { reserved: without(lot.reserved, event) };
    case 'use authorised':
      return { authorised: [...lot.authorised, useIn(event)] };
    case 'lot used': {
      const { type: _, ...use } = event;
      return { used: [...lot.used, use], reserved: without(lot.reserved, event) };
    }
    case 'unit returned':
      return { returned: [...lot.returned, useIn(event)] };
    case 'unit discarded':
      return {
        used: lot.used.filter((each) => !isSameUse(each, event)),
        discarded: [...lot.discarded, ...lot.used.filter((each) => isSameUse(each, event))],
      };
    case 'kit handed out': {
      const { type: _, ...handed } = event;
      return { handed: [...lot.handed, { ...handed, back: undefined }] };
    }
    case 'kit brought back': {
      const { kit, on, units } = event;
      return { handed: lot.handed.map((each) => (each.kit === kit ? { ...each, back: { on, units } } : each)) };
    }
    case 'lot sent':
      return { sentTo: { site: event.to, on: event.on } };
    case 'lot arrived': {
      const { on, at: site, temperature } = event;
      const warm = { on, why: 'the temperature was not kept on its way' };
      return { sentTo: undefined, site, quarantined: temperature === 'kept' ? lot.quarantined : warm };
    }
    case 'units destroyed':
      return {
        destroyed: { ...lot.destroyed, [event.from]: lot.destroyed[event.from] + event.units },
        destroyedKits: [...lot.destroyedKits, ...(event.kits ?? [])],
      };
    case 'lot recalled':
      return { recalled: { on: event.on, why: event.why } };
    default:
      return event satisfies never;
  }
};

const isOfList = (event: LotEvent): event is Extract<LotEvent, { type: 'lot listed' | 'kits listed' }> =>
  event.type === 'lot listed' || event.type === 'kits listed';

/** One more event of a lot's stream; throws where a lot begins otherwise than with its receipt. */
export const evolveLot = (lot: Lot | undefined, event: LotEvent): Lot | undefined => {
  if (isOfList(event)) return lot;
  const version = (lot?.version ?? 0) + 1;
  if (event.type === 'lot received') return { ...received(event), version };
  if (lot === undefined) throw new Error(`${event.type} stands before the receipt of its lot`);
  return { ...lot, ...changes(lot, event), version };
};

/** A lot from the envelopes of its stream; undefined for one that nobody received. */
export const foldLot = (envelopes: readonly Pick<Envelope, 'event'>[]): Lot | undefined =>
  envelopes.reduce<Lot | undefined>((lot, { event }) => (isLotEvent(event) ? evolveLot(lot, event) : lot), undefined);
