import type { Desk } from '#core/conduct/desk.ts';
import { kitsFor, nextKit } from '#core/conduct/lots/kit-list.ts';
import type { LotCommand } from '#core/conduct/lots/lot-command.ts';
import type { BagMeasure, LeastViability } from '#core/conduct/lots/lot-event.ts';
import { usableLots } from '#core/conduct/lots/lot-stock.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { looksOf, realDose } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream, type Stream } from '#core/randomisation/stream.ts';
import type { Actor } from '#core/record/envelope.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';
import type { Clocks } from './desk-clerk.ts';
import { quality, siteActor } from './moments.ts';
import type { Scenario } from './scenario.ts';

/** What a preparation says of the unit that it takes. */
export interface TakenUnit {
  readonly lot: string;
  readonly kit?: string;
  readonly thawed?: BagMeasure;
}

/** The stock of a rehearsed trial. */
export interface LotSupply {
  /** A unit for an administration in an arm, from the lot that expires first. */
  readonly take: (arm: string, dose: string, day: Day) => TakenUnit;
}

/** Where a trial keeps its stock. */
interface Store {
  readonly desk: Desk;
  readonly study: Study;
  readonly scenario: Scenario;
  readonly secret: Uint8Array;
  readonly clocks: Clocks;
}

/**
 * What of a dose would be left if everybody had got one and the same product of it. Deliveries follow this count, which
 * is the same whoever is in which arm, and no product can run out before it does.
 */
interface Delivered {
  readonly expires: Day;
  left: number;
}

/** So many deliveries in a row may fail; the next one does not, or a rehearsal might never end. */
const mostFailures = 3;
const donors = 6;

const wholeFrom = (least: number, value: number): number => Math.max(least, Math.round(value));
const percent = (value: number): string => Math.min(99.9, Math.max(0.1, value)).toFixed(1);

const holdsCells = ({ amount }: DoseDefinition): boolean => amount.includes('{cells}');

const openDraw = ({ secret }: Store, dose: string, what: string, number: number): Stream =>
  openStream(secret, 'lots', what, dose, String(number));

const leastOf = ({ scenario }: Store): LeastViability => ({
  atRelease: percent(scenario.assumed('least viability at release')),
  afterThaw: percent(scenario.assumed('least viability after thaw')),
});

const cellsOf = ({ scenario }: Store): string => String(wholeFrom(1, scenario.assumed('million cells in a bag')) * 1e6);

/** What is counted of a lot that may be released: as drawn, and not below what the specification asks for. */
const measured = (store: Store, mean: number, least: string, stream: Stream): BagMeasure => {
  const drawn = mean + store.scenario.assumed('viability sd') * stream.normal();
  return { cells: cellsOf(store), viability: percent(Math.max(Number(least), drawn)) };
};

/** A store that fills itself: it receives a lot of every product of a dose whenever one of them might run out. */
export const openSupply = (store: Store): LotSupply => {
  const { desk, study, scenario, secret, clocks } = store;
  const [site] = study.definition.sites;
  if (site === undefined) throw new Error('rehearsal: no site keeps the stock');
  const clock = looksOf(study.definition) === 'open' ? clocks.open : clocks.sealed;
  const pharmacist = siteActor('pharmacist', site.id);
  const stocks = new Map<string, Delivered[]>();
  let [lots, kits, deliveries] = [0, 0, 0];

  const act = (lot: string, command: LotCommand, day: Day, actor: Actor): void => {
    const answer = desk.actOnLot(lot, command, clock(day, actor, site));
    if (isRefusal(answer)) throw new Error(`rehearsal: ${command.type} of ${lot}: ${JSON.stringify(answer)}`);
  };

  const bags = wholeFrom(1, scenario.assumed('bags in a lot'));

  const receive = (dose: DoseDefinition, batch: string, day: Day, kitsOf: readonly string[], stream: Stream): string => {
    lots += 1;
    const lot = `L-${String(lots).padStart(4, '0')}`;
    const expires = writeDay(day + wholeFrom(0, scenario.assumed('days that a lot keeps')));
    const cells = holdsCells(dose) ? { donor: `donor-${1 + stream.integer(donors)}`, least: leastOf(store) } : {};
    const numbered = kitsOf.length > 0 ? { kits: kitsOf } : {};
    const papers = { product: dose.product, manufacturer: 'manufacturer-1', batch, expires, units: bags };
    act(lot, { type: 'receive lot', on: writeDay(day), ...papers, ...cells, ...numbered }, day, pharmacist);
    return lot;
  };
