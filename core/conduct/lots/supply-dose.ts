import type { ParticipantCommand, Setting } from '#core/conduct/command.ts';
import { decideParticipant } from '#core/conduct/decide-participant.ts';
import { firstRefusal, type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { isRefusal, type Refusal, type WhyNotUsable } from '#core/conduct/refusal.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { isBelow, notMeasured } from './bag-measure.ts';
import { isAmong, type Lot } from './lot.ts';
import type { LotEvent, PlannedUse } from './lot-event.ts';
import { hasExpired, isInStockAt, kitsInStock, unitsFor } from './lot-stock.ts';

type Preparation = Extract<ParticipantCommand, { type: 'prepare dose' }>;

/** One decision for two streams, to be appended together: what was prepared, and the unit that it took. */
export interface Supplied {
  readonly events: readonly ParticipantEvent[];
  readonly used: readonly LotEvent[];
}

/** What a trial has in stock, as far as one preparation asks. */
export interface Stock {
  readonly hasLots: boolean;
  /** The lot that the preparation names. */
  readonly lot: Lot | undefined;
}

/** Neither a missing nor an unknown lot hides behind a refusal that comes later. */
const lotNotFound = ({ lot }: Preparation, stock: Stock): Objection => {
  if (lot === undefined) return { refused: 'lot missing' };
  return stock.lot === undefined && { refused: 'lot unknown', lot };
};

const productPrepared = ({ arms }: StudyDefinition, events: readonly ParticipantEvent[]): string | undefined =>
  events
    .flatMap((event) => (event.type === 'dose prepared' ? [event.dose] : []))
    .map((id) => arms.flatMap(({ doses }) => doses).find((dose) => dose.id === id)?.product)[0];

const kitWrong = (lot: Lot, kit: string | undefined): readonly WhyNotUsable[] => {
  const { kits } = lot.papers;
  if (kits === undefined) return kit === undefined ? [] : ['kit not in it'];
  if (kit === undefined) return ['kit not named'];
  if (!kits.includes(kit)) return ['kit not in it'];
  return kitsInStock(lot).includes(kit) ? [] : ['kit used already'];
};

const thawedWrong = ({ papers: { least } }: Lot, { thawed }: Preparation): readonly WhyNotUsable[] => {
  if (least === undefined) return [];
  if (thawed === undefined) return ['viability after thaw not known'];
  if (notMeasured(thawed)) return [];
  return isBelow(thawed.viability, least.afterThaw) ? ['viability after thaw too low'] : [];
};

/** What an authorisation lifts: a release that is wanting, a quarantine, and too few living cells where they are known. */
const liftable: readonly WhyNotUsable[] = ['not released', 'quarantined', 'viability after thaw too low'];

/** Everything that keeps a lot from a preparation; of several the first. */
const whyNot = (
  command: Preparation,
  use: PlannedUse,
  { product, site }: { readonly product: string | undefined; readonly site: string | undefined },
  lot: Lot,
): readonly WhyNotUsable[] => {
  const wrong: readonly WhyNotUsable[] = [
    ...(lot.papers.product === product ? [] : (['of another product'] as const)),
    ...(lot.sentTo === undefined ? [] : (['on its way'] as const)),
    ...(lot.sentTo !== undefined || isInStockAt(lot, site) ? [] : (['at another site'] as const)),
    ...(lot.recalled === undefined ? [] : (['recalled'] as const)),
    ...(hasExpired(lot, command.on) ? (['expired'] as const) : []),
    ...(lot.quarantined === undefined ? [] : (['quarantined'] as const)),
    ...(lot.released !== undefined && lot.released.on <= command.on ? [] : (['not released'] as const)),
    ...(unitsFor(lot, use) < 1 ? (['nothing left'] as const) : []),
    ...kitWrong(lot, command.kit),
    ...thawedWrong(lot, command),
  ];
  return isAmong(lot.authorised, use) ? wrong.filter((why) => !liftable.includes(why)) : wrong;
};

const takeUnit = (
  command: Preparation,
  { id: participant = '', site }: Participant,
  events: readonly ParticipantEvent[],
  lot: Lot,
  { definition }: Setting['study'],
): Supplied | Refusal => {
  const { dose, number, on, kit, thawed } = command;
  const use: PlannedUse = { participant, dose, number };
  const whys = whyNot(command, use, { product: productPrepared(definition, events), site }, lot);
  const measured = { ...(kit === undefined ? {} : { kit }), ...(thawed === undefined ? {} : { thawed }) };
  return unless(
    [
      thawed && notMeasured(thawed),
      on < lot.receivedOn && { refused: 'date impossible', date: on, why: 'before receipt' },
      ...whys.map((why): Refusal => ({ refused: 'lot not usable', lot: lot.id, why })),
    ],
    () => ({ events, used: [{ type: 'lot used', on, ...use, ...measured }] }),
  );
};

/**
 * Prepares a dose from a lot: in a study that has lots no dose is prepared without one that may be used. A study without
 * any, which has not begun to keep its stock here, takes the name of a lot as it is written.
 */
export const supplyDose = (
  command: Preparation,
  participant: Participant,
  stock: Stock,
  trial: StudyState,
  setting: Setting,
  id: string,
): Supplied | Refusal => {
  const answer = decideParticipant(command, participant, trial, setting, id);
  const asksForLot = stock.hasLots || command.kit !== undefined || command.thawed !== undefined;
  if (!asksForLot) return isRefusal(answer) ? answer : { events: answer, used: [] };
  const against = lotNotFound(command, stock);
  if (isRefusal(answer)) return firstRefusal([answer, against]) ?? answer;
  if (against || stock.lot === undefined) return against || { refused: 'lot missing' };
  return takeUnit(command, participant, answer, stock.lot, setting.study);
};
