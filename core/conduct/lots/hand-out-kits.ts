import type { ParticipantCommand } from '#core/conduct/command.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { looksOf, realDose } from '#core/conduct/visible-doses.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Lot, LotKit } from './lot.ts';
import type { LotEvent } from './lot-event.ts';
import { isInStockAt, kitsInStock, ledgerOf, usableLots } from './lot-stock.ts';

type Dispensing = Extract<ParticipantCommand, { type: 'dispense' }>;
type Returning = Extract<ParticipantCommand, { type: 'return medicine' }>;

/** What happens to one lot. */
export interface OnLot {
  readonly lot: string;
  readonly event: LotEvent;
}

/** One decision for several streams: what everybody sees of it, and which kits went or came. */
export interface HandedKits {
  readonly events: readonly ParticipantEvent[];
  readonly kits: readonly OnLot[];
}

/** The products that whoever hands out cannot tell apart: that of each arm where arms look alike, else one's own. */
const productsLike = (definition: StudyDefinition, arm: string | undefined, dose: string): readonly string[] => {
  const arms = looksOf(definition) === 'alike' ? definition.arms.map(({ id }) => id) : [arm];
  return [...new Set(arms.flatMap((each) => productIn(definition, each, dose) ?? []))];
};

const productIn = (definition: StudyDefinition, arm: string | undefined, dose: string): string | undefined =>
  looksOf(definition) === 'alike'
    ? realDose(definition, arm, dose)?.product
    : definition.arms.find(({ id }) => id === arm)?.doses.find(({ id }) => id === dose)?.product;

/** A kit in stock, and where it lies. */
interface StockedKit {
  readonly lot: string;
  readonly kit: string;
  readonly holds: number;
}

/** The kits of a product that may be handed out at a site on a day, those that expire first before the others. */
const kitsAt = (lots: readonly Lot[], product: string, on: string, site: string | undefined): readonly StockedKit[] =>
  usableLots(lots, product, on)
    .filter((lot) => isInStockAt(lot, site) && (lot.released?.on ?? on) <= on)
    .flatMap((lot) =>
      kitsInStock(lot)
        .slice(0, ledgerOf(lot).free)
        .map((kit) => ({ lot: lot.id, kit, holds: lot.papers.holds ?? 1 })),
    );

const hasKits = ({ papers: { kits } }: Lot): boolean => kits !== undefined;

const handedOut = (taken: readonly StockedKit[], participant: string, { dose, visit, on }: Dispensing) =>
  taken.map(
    ({ lot, kit, holds: units }): OnLot => ({
      lot,
      event: { type: 'kit handed out', kit, participant, dose, visit, on, units },
    }),
  );

/**
 * Chooses the kits for a medicine that is taken at home, as many as hold what is asked for. Where arms look alike nobody
 * gets a kit unless each arm has as many at that site, so that no answer tells an arm. A trial without kits of the
 * medicine hands out as it is counted.
 */
export const handOutKits = (
  command: Dispensing,
  person: Participant,
  events: readonly ParticipantEvent[],
  lots: readonly Lot[],
  definition: StudyDefinition,
): HandedKits | Refusal => {
  const { dose, on } = command;
  const products = productsLike(definition, person.arm, dose);
  const kitted = lots.filter((lot) => hasKits(lot) && products.includes(lot.papers.product));
  if (kitted.length === 0) return { events, kits: [] };
  const holds = kitted[0]?.papers.holds ?? 1;
  const asked = Math.ceil(command.units / holds);
  const stocks = new Map(products.map((product) => [product, kitsAt(kitted, product, on, person.site)]));
  const isShort = [...stocks.values()].some((kits) => kits.length < asked);
  const own = stocks.get(productIn(definition, person.arm, dose) ?? '') ?? [];
  return unless([isShort && { refused: 'kits not there', dose, asked }], () => ({
    events: events.map((event) =>
      event.type === 'medicine dispensed' ? { ...event, units: asked * holds, kits: asked } : event,
    ),
    kits: handedOut(own.slice(0, asked), person.id ?? '', command),
  }));
};

/** The kits of a dose that a participant has and has not brought back. */
const kitsOut = (
  lots: readonly Lot[],
  participant: string,
  dose: string,
): readonly (LotKit & { readonly lot: string })[] =>
  lots.flatMap(({ id: lot, handed }) =>
    handed
      .filter((each) => each.participant === participant && each.dose === dose && each.back === undefined)
      .map((each) => ({ ...each, lot })),
  );

const notCounted = (command: Returning, out: ReturnType<typeof kitsOut>): Objection => {
  const counted = command.kits ?? [];
  const wrong = counted.find(
    ({ kit, units }, index) =>
      !out.some((each) => each.kit === kit && Number.isSafeInteger(units) && units >= 0 && units <= each.units) ||
      counted.findIndex((other) => other.kit === kit) < index,
  );
  const names = out.map(({ kit, units }) => `${kit} (at most ${units})`).join(', ');
  if (wrong !== undefined || counted.length === 0)
    return { refused: 'value not accepted', item: 'kits', value: wrong?.kit ?? '', accepted: names || 'no kit' };
  const sum = counted.reduce((total, { units }) => total + units, 0);
  return (
    sum !== command.units && {
      refused: 'value not accepted',
      item: command.dose,
      value: String(command.units),
      accepted: `${sum}, as counted in the kits`,
    }
  );
};

/** Takes kits back, each by its number with what is left in it. Only kits that this participant has can come back. */
export const takeKitsBack = (
  command: Returning,
  person: Participant,
  events: readonly ParticipantEvent[],
  lots: readonly Lot[],
): HandedKits | Refusal => {
  const out = kitsOut(lots, person.id ?? '', command.dose);
  if (out.length === 0 && command.kits === undefined) return { events, kits: [] };
  return unless([notCounted(command, out)], () => ({
    events,
    kits: (command.kits ?? []).flatMap(({ kit, units }) => {
      const found = out.find((each) => each.kit === kit);
      return found === undefined
        ? []
        : [{ lot: found.lot, event: { type: 'kit brought back', kit, on: command.on, units } as const }];
    }),
  }));
};

/** A kit as whoever hands it out knows it: by its number, and neither by its lot nor by what is in it. */
export type KnownKit = Omit<LotKit, 'participant'>;

/** The kits that a participant was handed, in the order in which they were. */
export const kitsOf = (lots: readonly Lot[], participant: string): readonly KnownKit[] =>
  lots
    .flatMap(({ handed }) => handed.filter((each) => each.participant === participant))
    .map(({ participant: _, ...kit }) => kit)
    .toSorted((a, b) => (a.on === b.on ? Number(a.kit > b.kit) - Number(a.kit < b.kit) : a.on < b.on ? -1 : 1));
