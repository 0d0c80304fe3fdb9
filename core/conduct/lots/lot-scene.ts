import type { Setting } from '#core/conduct/command.ts';
import { pastDay } from '#core/conduct/dates.ts';
import type { Objection } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal, WhyNotUsable } from '#core/conduct/refusal.ts';
import type { SiteState } from '#core/conduct/sites/site-state.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent, SealedKit } from './lot-event.ts';
import { hasExpired } from './lot-stock.ts';

/** What a decision on a lot rests on beside the lot itself. */
export interface LotScene {
  readonly trial: StudyState;
  readonly setting: Setting;
  /** All lots of the trial. */
  readonly lots: readonly Lot[];
  /** Every kit of the trial by its number, where they were listed. */
  readonly kits?: ReadonlyMap<string, SealedKit> | undefined;
  /** A site as it stands, where the trial has any. */
  readonly siteState?: (site: string) => SiteState;
  /** Everybody, unmasked; few acts ask. */
  readonly people: () => readonly Participant[];
}

/** The decision of one command on a lot that is there: the events that follow, or why it may not be done. */
export type DecideLot<T extends LotCommand['type']> = (
  command: Extract<LotCommand, { type: T }>,
  lot: Lot,
  scene: LotScene,
) => readonly LotEvent[] | Refusal;

/** A full date, not ahead, and not before the lot came. */
export const onDay = (on: string, lot: Lot, { setting }: LotScene): readonly Objection[] => [
  pastDay(on, setting),
  on < lot.receivedOn && { refused: 'date impossible', date: on, why: 'before receipt' },
];

export const notUsable = (lot: Lot, why: WhyNotUsable): Refusal => ({
  refused: 'lot not usable',
  lot: lot.id,
  why,
});

/** A recalled or an expired lot is for nobody any more. */
export const isGone = (lot: Lot, on: string): readonly Objection[] => [
  lot.recalled !== undefined && notUsable(lot, 'recalled'),
  hasExpired(lot, on) && notUsable(lot, 'expired'),
];

export const noReason = (why: string): Objection => why.trim() === '' && { refused: 'reason missing' };
