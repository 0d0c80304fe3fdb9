import { nextKit } from '#core/conduct/lots/kit-list.ts';
import type { BagMeasure } from '#core/conduct/lots/lot-event.ts';
import { isInStockAt, usableLots } from '#core/conduct/lots/lot-stock.ts';
import { looksOf, realDose } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream, type Stream } from '#core/randomisation/stream.ts';
import { countBag, type DeliveryOutcome, type LotStore, openReceipts, shelfLife, unitsOf } from './lot-receipts.ts';

/** What a preparation says of the unit that it takes. */
export interface TakenUnit {
  readonly lot: string;
  readonly kit?: string;
  readonly thawed?: BagMeasure;
}

/** The stock of a rehearsed trial. */
export interface LotSupply {
  /** A unit for an administration in an arm, of the dose that everybody knows by this name. */
  readonly take: (arm: string, dose: string, day: Day, site: string) => TakenUnit;
  /** Sees to it that a site has kits for so many administrations at home. */
  readonly stock: (dose: string, units: number, day: Day, site: string) => void;
}

/** What of a delivery would be left if everybody had got one and the same product of it. */
interface Delivered {
  readonly expires: Day;
  left: number;
}

/** So many deliveries in a row may fail; the next one does not, or a rehearsal might never end. */
const mostFailures = 3;

/**
 * A store at each site that fills itself. Deliveries follow the count of what leaves it under a visible name, which is the
 * same whoever is in which arm; each brings a lot of every product that looks like it, so that none can run out.
 */
export const openSupply = (store: LotStore): LotSupply => {
  const { desk, study, scenario, secret } = store;
  const receive = openReceipts(store);
  const stocks = new Map<string, Delivered[]>();
  let taken = 0;

  const outcomeOf = (stream: Stream, failures: number): DeliveryOutcome => {
    const fails = stream.chance(Math.min(1, scenario.assumed('lot fails')));
    const isWarm = stream.chance(Math.min(1, scenario.assumed('shipment not kept')));
    if (failures >= mostFailures || !(fails || isWarm)) return 'good';
    return fails ? 'fails' : 'not kept';
  };

  const deliver = (site: string, dose: string, stock: Delivered[], day: Day): void => {
    for (let failures = 0; ; failures += 1) {
      const stream = openStream(secret, 'lots', site, dose, String(stock.length + 1));
      const outcome = outcomeOf(stream, failures);
      receive({ site, dose, day, outcome, stream });
      const left = outcome === 'good' ? unitsOf(study, scenario, dose) : 0;
      stock.push({ expires: day + shelfLife(scenario), left });
      if (outcome === 'good') return;
    }
  };

  /** Counts one more unit that leaves the stock, whatever is in it. */
  const ask = (site: string, dose: string, day: Day): void => {
    const key = `${site}: ${dose}`;
    const stock = stocks.get(key) ?? [];
    stocks.set(key, stock);
    const next = (): Delivered | undefined => stock.find(({ expires, left }) => left > 0 && expires >= day);
    if (next() === undefined) deliver(site, dose, stock, day);
    const found = next();
    if (found !== undefined) found.left -= 1;
  };

  return {
    take: (arm, dose, day, site) => {
      ask(site, dose, day);
      const product = realDose(study.definition, arm, dose)?.product ?? '';
      const [lot] = usableLots(desk.lots(), product, writeDay(day)).filter((each) => isInStockAt(each, site));
      if (lot === undefined) throw new Error(`rehearsal: no lot of ${product} on ${writeDay(day)}`);
      const kit = nextKit(lot);
      taken += 1;
      const { least } = lot.papers;
      const thaw = openStream(secret, 'thawed', String(taken));
      const mean = scenario.assumed('viability after thaw');
      return {
        lot: lot.id,
        ...(kit === undefined ? {} : { kit }),
        ...(least === undefined ? {} : { thawed: countBag(scenario, mean, Number(least.afterThaw), thaw) }),
      };
    },
    stock: (dose, units, day, site) => {
      if (looksOf(study.definition) !== 'alike') return;
      const kits = Math.ceil(units / scenario.assumed('administrations in a kit'));
      for (let each = 0; each < kits; each += 1) ask(site, dose, day);
    },
  };
};
