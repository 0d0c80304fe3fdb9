import type { Envelope } from '#core/record/envelope.ts';
import { type BagMeasure, isLotEvent, type LotEvent, type LotPapers, type PlannedUse } from './lot-event.ts';

/** A unit that was made ready for somebody. */
export interface LotUse extends PlannedUse {
  readonly on: string;
  readonly kit?: string;
  readonly thawed?: BagMeasure;
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
  destroyed: { stock: 0, returned: 0 },
});

type Later = Exclude<LotEvent, { type: 'lot listed' | 'lot received' }>;

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
    case 'units destroyed':
      return { destroyed: { ...lot.destroyed, [event.from]: lot.destroyed[event.from] + event.units } };
    case 'lot recalled':
      return { recalled: { on: event.on, why: event.why } };
    default:
      return event satisfies never;
  }
};

/** One more event of a lot's stream; throws where a lot begins otherwise than with its receipt. */
export const evolveLot = (lot: Lot | undefined, event: LotEvent): Lot | undefined => {
  if (event.type === 'lot listed') return lot;
  const version = (lot?.version ?? 0) + 1;
  if (event.type === 'lot received') return { ...received(event), version };
  if (lot === undefined) throw new Error(`${event.type} stands before the receipt of its lot`);
  return { ...lot, ...changes(lot, event), version };
};

/** A lot from the envelopes of its stream; undefined for one that nobody received. */
export const foldLot = (envelopes: readonly Pick<Envelope, 'event'>[]): Lot | undefined =>
  envelopes.reduce<Lot | undefined>((lot, { event }) => (isLotEvent(event) ? evolveLot(lot, event) : lot), undefined);
