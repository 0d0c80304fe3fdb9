import { nextKit } from '#core/conduct/lots/kit-list.ts';
import type { BagMeasure } from '#core/conduct/lots/lot-event.ts';
import { usableLots } from '#core/conduct/lots/lot-stock.ts';
import { realDose } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream } from '#core/randomisation/stream.ts';
import { countBag, type LotStore, openReceipts, shelfLife, unitsOf } from './lot-receipts.ts';

/** What a preparation says of the unit that it takes. */
export interface TakenUnit {
  readonly lot: string;
  readonly kit?: string;
  readonly thawed?: BagMeasure;
}

/** The stock of a rehearsed trial. */
export interface LotSupply {
  /** A unit for an administration in an arm, of the dose that everybody knows by this name. */
  readonly take: (arm: string, dose: string, day: Day) => TakenUnit;
}

/** What of a delivery would be left if everybody had got one and the same product of it. */
interface Delivered {
  readonly expires: Day;
  left: number;
}

/** So many deliveries in a row may fail; the next one does not, or a rehearsal might never end. */
const mostFailures = 3;

/**
 * A store that fills itself. Deliveries follow the count of administrations under a visible name, which is the same
 * whoever is in which arm; each brings a lot of every product that looks like it, so that none can run out.
 */
export const openSupply = (store: LotStore): LotSupply => {
  const { desk, study, scenario, secret } = store;
  const receive = openReceipts(store);
  const stocks = new Map<string, Delivered[]>();
  let taken = 0;

  const deliver = (dose: string, stock: Delivered[], day: Day): void => {
    for (let failures = 0; ; failures += 1) {
      const number = stock.length + 1;
      const stream = openStream(secret, 'lots', dose, String(number));
      const isGood = failures >= mostFailures || !stream.chance(Math.min(1, scenario.assumed('lot fails')));
      receive({ dose, day, isGood, stream });
      stock.push({ expires: day + shelfLife(scenario), left: isGood ? unitsOf(scenario) : 0 });
      if (isGood) return;
    }
  };

  /** Counts one more administration, whatever is in it. */
  const ask = (dose: string, day: Day): void => {
    const stock = stocks.get(dose) ?? [];
    stocks.set(dose, stock);
    const next = (): Delivered | undefined => stock.find(({ expires, left }) => left > 0 && expires >= day);
    if (next() === undefined) deliver(dose, stock, day);
    const found = next();
    if (found !== undefined) found.left -= 1;
  };

  return {
    take: (arm, dose, day) => {
      ask(dose, day);
      const product = realDose(study.definition, arm, dose)?.product ?? '';
      const [lot] = usableLots(desk.lots(), product, writeDay(day));
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
  };
};
