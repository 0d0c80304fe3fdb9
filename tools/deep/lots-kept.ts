/** What must hold of the stock of a trial, written down apart from the decisions that it judges. */
import { isLotEvent, type LotEvent } from '#core/conduct/lots/lot-event.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';

/** A lot as far as its rules ask. */
interface Shelf {
  left: number;
  reserved: number;
  released: boolean;
  recalled: boolean;
  site: string | undefined;
  travelling: boolean;
  readonly kits: Set<string>;
  readonly out: Map<string, string>;
}

const opened = ({ units, kits = [], site }: Extract<LotEvent, { type: 'lot received' }>): Shelf => ({
  left: units,
  reserved: 0,
  released: false,
  recalled: false,
  site,
  travelling: false,
  kits: new Set(kits),
  out: new Map(),
});

const note = (stock: Shelf, event: LotEvent): void => {
  if (event.type === 'lot released') stock.released = true;
  if (event.type === 'lot quarantined') stock.released = false;
  if (event.type === 'lot recalled') stock.recalled = true;
  if (event.type === 'lot sent') stock.travelling = true;
  if (event.type === 'lot used' || event.type === 'kit handed out') stock.left -= 1;
  if (event.type === 'units destroyed' && event.from === 'stock') stock.left -= event.units;
  if (event.type === 'lot arrived') {
    stock.travelling = false;
    stock.site = event.at;
    if (event.temperature === 'not kept') stock.released = false;
  }
};

const takenFrom = (stock: Shelf, kit: string | undefined, sites: readonly string[]): readonly string[] => [
  ...(stock.released ? [] : ['taken though not released']),
  ...(stock.recalled ? ['taken though recalled'] : []),
  ...(stock.travelling ? ['taken on its way'] : []),
  ...(stock.site === undefined || sites.includes(stock.site) ? [] : ['taken at another site']),
  ...(stock.left < 0 ? ['more taken than there was'] : []),
  ...(kit === undefined || stock.kits.delete(kit) ? [] : [`kit ${kit} taken twice`]),
];

const faultsAfter = (
  stock: Shelf,
  event: LotEvent,
  siteOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  switch (event.type) {
    case 'lot used':
      return takenFrom(stock, event.kit, siteOf.get(event.participant) ?? []);
    case 'kit handed out':
      stock.out.set(event.kit, event.participant);
      return takenFrom(stock, event.kit, siteOf.get(event.participant) ?? []);
    case 'kit brought back':
      return stock.out.delete(event.kit) ? [] : [`kit ${event.kit} came back and was not out`];
    case 'units destroyed':
      return stock.left < 0 ? ['more destroyed than there was'] : [];
    default:
      return [];
  }
};

/**
 * Everything that a stock cannot be, in the order of one log; an authorised use is left out, since it lifts a release.
 * `open` says at which sites people were.
 */
export const outOfStock = (
  log: readonly Envelope<TrialEvent | SealedEvent>[],
  open: readonly Envelope<TrialEvent>[],
): readonly string[] => {
  const siteOf = new Map<string, readonly string[]>();
  for (const { stream, event } of open) {
    const site =
      event.type === 'participant identified' ? event.site : event.type === 'participant transferred' && event.to;
    const id = stream.slice('participant/'.length);
    if (site !== false) siteOf.set(id, [...(siteOf.get(id) ?? []), site]);
  }
  const stocks = new Map<string, Shelf>();
  return log.flatMap(({ stream, event, position }) => {
    if (!isLotEvent(event)) return [];
    if (event.type === 'lot received') stocks.set(stream, opened(event));
    const stock = stocks.get(stream);
    if (stock === undefined)
      return event.type === 'lot listed' || event.type === 'kits listed' ? [] : [`${stream} unknown`];
    note(stock, event);
    return faultsAfter(stock, event, siteOf).map((fault) => `${position} ${stream}: ${fault}`);
  });
};
