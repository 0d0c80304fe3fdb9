import type { Setting } from '#core/conduct/command.ts';
import { type Beside, mustAppend } from '#core/conduct/must-append.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import { foldLot, type Lot } from './lot.ts';
import { isLotEvent, type LotEvent, lotListStream, lotStream } from './lot-event.ts';

/**
 * Lots folded once and kept beside their log, until somebody else has written to their streams. Where the design hides
 * the arm from anybody, stock would tell it: lots are then in the sealed log.
 */
export const openLots = (study: Study, log: Log<TrialEvent>, sealed: Log<SealedEvent>) => {
  const isOpen = looksOf(study.definition) === 'open';
  const home = isOpen ? log : sealed;
  const folds = new Map<string, Lot>();
  const readNow = (stream: string) => ({ stream, version: home.version(stream) });

  const lot = (id: string): Lot | undefined => {
    const found = folds.get(id);
    if (found !== undefined && found.version === home.version(lotStream(id))) return found;
    const folded = foldLot(home.read(lotStream(id)));
    if (folded !== undefined) folds.set(id, folded);
    return folded;
  };

  const ids = (): readonly string[] => {
    const listed: readonly Pick<Envelope<TrialEvent | SealedEvent>, 'event'>[] = home.read(lotListStream);
    return listed.flatMap(({ event }) => (isLotEvent(event) && event.type === 'lot listed' ? [event.lot] : []));
  };

  /** Where events of a lot go, with what a preparation reads: that lot, and whether there are any. */
  const beside = (id: string, events: readonly LotEvent[]): Beside<LotEvent> => ({
    reads: [readNow(lotStream(id)), readNow(lotListStream)],
    events: events.map((event) => ({ stream: lotStream(id), event })),
  });

  const append = (id: string, events: readonly LotEvent[], act: Pick<Setting, 'at' | 'actor'>) => {
    const isNew = events.some(({ type }) => type === 'lot received');
    const listed: readonly LotEvent[] = isNew ? [{ type: 'lot listed', lot: id }] : [];
    const decided = { stream: lotListStream, reads: [], events: listed, beside: beside(id, events) };
    return isOpen
      ? mustAppend<TrialEvent>(log, decided, act, study)
      : mustAppend<SealedEvent>(sealed, decided, act, study);
  };

  return {
    lot,
    lots: (): readonly Lot[] => ids().flatMap((id) => lot(id) ?? []),
    hasLots: (): boolean => home.version(lotListStream) > 0,
    beside,
    append,
  };
};
