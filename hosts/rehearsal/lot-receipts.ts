import type { Desk } from '#core/conduct/desk.ts';
import type { LotCommand } from '#core/conduct/lots/lot-command.ts';
import type { BagMeasure, LeastViability } from '#core/conduct/lots/lot-event.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { realDose } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Actor } from '#core/record/envelope.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';
import type { KitNumbers } from './kit-numbers.ts';
import { type Clock, qualityPerson, siteActor } from './moments.ts';
import type { Scenario } from './scenario.ts';

/** Where a trial keeps its stock, and the clock by which it is kept. */
export interface LotStore {
  readonly desk: Desk;
  readonly study: Study;
  readonly scenario: Scenario;
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly numbers: KitNumbers;
}

/** One lot of each product that looks like a dose, received together. */
interface Delivery {
  readonly dose: string;
  readonly day: Day;
  readonly site: string;
  readonly outcome: DeliveryOutcome;
  readonly stream: Stream;
}

/** The cells of all lots come from so many people. */
const donors = 6;

const wholeFrom = (least: number, value: number): number => Math.max(least, Math.round(value));
const percent = (value: number): string => Math.min(99.9, Math.max(0.1, value)).toFixed(1);

export const shelfLife = (scenario: Scenario): number => wholeFrom(0, scenario.assumed('days that a lot keeps'));

/** What is counted in a bag: as drawn, and not below what the specification asks for. */
export const countBag = (scenario: Scenario, mean: number, least: number, stream: Stream): BagMeasure => ({
  cells: String(wholeFrom(1, scenario.assumed('million cells in a bag')) * 1_000_000),
  viability: percent(Math.max(least, mean + scenario.assumed('viability sd') * stream.normal())),
});

const leastOf = (scenario: Scenario): LeastViability => ({
  atRelease: percent(scenario.assumed('least viability at release')),
  afterThaw: percent(scenario.assumed('least viability after thaw')),
});

/** One dose for each product that looks like this one, in an order that tells nothing. */
const productsOf = ({ definition }: Study, { dose, stream }: Delivery): readonly DoseDefinition[] => {
  const doses = definition.arms.flatMap(({ id }) => realDose(definition, id, dose) ?? []);
  const isFirst = ({ product }: DoseDefinition, index: number): boolean =>
    doses.findIndex((each) => each.product === product) === index;
  return stream.shuffle(doses.filter(isFirst));
};

/** What becomes of a delivery: in stock at its site, or destroyed before it was sent or after it came. */
export type DeliveryOutcome = 'good' | 'fails' | 'not kept';

const isAtHome = ({ definition }: Study, name: string): boolean =>
  definition.arms.some(({ doses }) => doses.some((each) => each.id === name && each['self administered'] === true));

/** How many units a lot for a dose has. */
export const unitsOf = (study: Study, scenario: Scenario, dose: string): number =>
  wholeFrom(1, scenario.assumed(isAtHome(study, dose) ? 'kits in a lot' : 'bags in a lot'));

const packing = (units: number, holds: number | undefined, kits: readonly string[]) => ({
  units,
  ...(kits.length === 0 ? {} : { kits }),
  ...(kits.length === 0 || holds === undefined ? {} : { holds }),
});

/** Where a lot comes from, and until when it keeps; cells come from a donor. */
const papersOf = (lot: string, least: LeastViability | undefined, scenario: Scenario, { day, stream }: Delivery) => ({
  expires: writeDay(day + shelfLife(scenario)),
  manufacturer: 'manufacturer-1',
  batch: `batch-${lot}`,
  ...(least === undefined ? {} : { donor: `donor-${1 + stream.integer(donors)}`, least }),
});

/**
 * Carries deliveries to the desk: lots are received by a pharmacist, released and sent to the site that needs them, or
 * put aside and destroyed.
 */
export const openReceipts = ({ desk, study, scenario, numbers, clock }: LotStore) => {
  const [first] = study.definition.sites;
  const central = siteActor('pharmacist', first?.id ?? '');
  let lots = 0;

  const act = (lot: string, command: LotCommand, day: Day, actor: Actor): void => {
    const answer = desk.actOnLot(lot, command, clock(day, actor, first));
    if (isRefusal(answer)) throw new Error(`rehearsal: ${command.type} of ${lot}: ${JSON.stringify(answer)}`);
  };

  const release = (lot: string, least: LeastViability | undefined, { day, stream }: Delivery): void => {
    const mean = scenario.assumed('viability at release');
    const measured = least && countBag(scenario, mean, Number(least.atRelease), stream);
    const more = measured === undefined ? {} : { measured };
    act(lot, { type: 'release lot', on: writeDay(day), ...more }, day, qualityPerson);
  };

  const destroy = (lot: string, { dose, day }: Delivery, why: string, actor: Actor): void => {
    const units = unitsOf(study, scenario, dose);
    const [on, checkedBy] = [writeDay(day), qualityPerson.id];
    act(lot, { type: 'destroy units', on, from: 'stock', units, why, checkedBy }, day, actor);
  };

  const setAside = (lot: string, delivery: Delivery): void => {
    const why = 'does not meet its specification';
    act(lot, { type: 'quarantine lot', on: writeDay(delivery.day), why }, delivery.day, central);
    destroy(lot, delivery, why, central);
  };

  const send = (lot: string, delivery: Delivery): void => {
    const { day, site, outcome } = delivery;
    const [on, pharmacist] = [writeDay(day), siteActor('pharmacist', site)];
    act(lot, { type: 'send lot', on, to: site }, day, qualityPerson);
    const temperature = outcome === 'good' ? 'kept' : 'not kept';
    act(lot, { type: 'accept lot', on, temperature }, day, pharmacist);
    if (outcome !== 'good') destroy(lot, delivery, 'the temperature was not kept on its way', pharmacist);
  };

  return (delivery: Delivery): void => {
    const { dose, day, outcome } = delivery;
    const units = unitsOf(study, scenario, dose);
    const holds = isAtHome(study, dose) ? scenario.assumed('administrations in a kit') : undefined;
    for (const { product, amount } of productsOf(study, delivery)) {
      lots += 1;
      const lot = `L-${String(lots).padStart(4, '0')}`;
      const on = writeDay(day);
      const least = amount.includes('{cells}') ? leastOf(scenario) : undefined;
      const papers = papersOf(lot, least, scenario, delivery);
      const packed = packing(units, holds, numbers.next(dose, product, units, day));
      act(lot, { type: 'receive lot', on, product, ...papers, ...packed }, day, central);
      if (outcome === 'fails') setAside(lot, delivery);
      else {
        release(lot, least, delivery);
        send(lot, delivery);
      }
    }
  };
};
