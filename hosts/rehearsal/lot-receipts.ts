import type { Desk } from '#core/conduct/desk.ts';
import { kitsFor } from '#core/conduct/lots/kit-list.ts';
import type { LotCommand } from '#core/conduct/lots/lot-command.ts';
import type { BagMeasure, LeastViability } from '#core/conduct/lots/lot-event.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { looksOf, realDose } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Actor } from '#core/record/envelope.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';
import { type Clock, qualityPerson, siteActor } from './moments.ts';
import type { Scenario } from './scenario.ts';

/** Where a trial keeps its stock, and the clock by which it is kept. */
export interface LotStore {
  readonly desk: Desk;
  readonly study: Study;
  readonly scenario: Scenario;
  readonly secret: Uint8Array;
  readonly clock: Clock;
}

/** One lot of each product that looks like a dose, received together. */
interface Delivery {
  readonly dose: string;
  readonly day: Day;
  readonly isGood: boolean;
  readonly stream: Stream;
}

/** The cells of all lots come from so many people. */
const donors = 6;

const wholeFrom = (least: number, value: number): number => Math.max(least, Math.round(value));
const percent = (value: number): string => Math.min(99.9, Math.max(0.1, value)).toFixed(1);

export const unitsOf = (scenario: Scenario): number => wholeFrom(1, scenario.assumed('bags in a lot'));
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

/** Carries deliveries to the desk: lots are received by the pharmacist, and released or put aside and destroyed. */
export const openReceipts = ({ desk, study, scenario, secret, clock }: LotStore) => {
  const [site] = study.definition.sites;
  const pharmacist = siteActor('pharmacist', site?.id ?? '');
  const units = unitsOf(scenario);
  let [lots, kits] = [0, 0];

  const act = (lot: string, command: LotCommand, day: Day, actor: Actor): void => {
    const answer = desk.actOnLot(lot, command, clock(day, actor, site));
    if (isRefusal(answer)) throw new Error(`rehearsal: ${command.type} of ${lot}: ${JSON.stringify(answer)}`);
  };

  const release = (lot: string, least: LeastViability | undefined, { day, stream }: Delivery): void => {
    const mean = scenario.assumed('viability at release');
    const measured = least && countBag(scenario, mean, Number(least.atRelease), stream);
    const command = {
      type: 'release lot',
      on: writeDay(day),
      ...(measured === undefined ? {} : { measured }),
    } as const;
    act(lot, command, day, qualityPerson);
  };

  const setAside = (lot: string, { day }: Delivery): void => {
    const [on, why] = [writeDay(day), 'does not meet its specification'];
    act(lot, { type: 'quarantine lot', on, why }, day, pharmacist);
    act(lot, { type: 'destroy units', on, from: 'stock', units, why, checkedBy: qualityPerson.id }, day, pharmacist);
  };

  /** Numbers for the kits of a delivery, by product; where bags need not look alike they have none. */
  const numbered = (dose: string): ((product: string) => readonly string[]) => {
    if (looksOf(study.definition) !== 'alike') return () => [];
    const list = kitsFor(study.definition, { ofEachArm: { [dose]: units }, first: kits + 1 }, secret);
    kits += list.length;
    return (product) => list.flatMap((each) => (each.product === product ? [each.kit] : [])).slice(0, units);
  };

  return (delivery: Delivery): void => {
    const { dose, day, isGood, stream } = delivery;
    const numbersOf = numbered(dose);
    for (const { product, amount } of productsOf(study, delivery)) {
      lots += 1;
      const lot = `L-${String(lots).padStart(4, '0')}`;
      const [on, expires] = [writeDay(day), writeDay(day + shelfLife(scenario))];
      const least = amount.includes('{cells}') ? leastOf(scenario) : undefined;
      const origin = { manufacturer: 'manufacturer-1', batch: `batch-${lot}` };
      const cells = least === undefined ? {} : { donor: `donor-${1 + stream.integer(donors)}`, least };
      const kitNumbers = numbersOf(product);
      const packed = { units, ...(kitNumbers.length === 0 ? {} : { kits: kitNumbers }) };
      act(lot, { type: 'receive lot', on, product, expires, ...origin, ...cells, ...packed }, day, pharmacist);
      if (isGood) release(lot, least, delivery);
      else setAside(lot, delivery);
    }
  };
};
