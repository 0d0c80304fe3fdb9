import type { Setting } from '#core/conduct/command.ts';
import { type Beside, mustAppend } from '#core/conduct/must-append.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { OnLot } from './hand-out-kits.ts';
import { foldLot, type Lot } from './lot.ts';
import { isLotEvent, kitListStream, type LotEvent, lotListStream, lotStream, type SealedKit } from './lot-event.ts';

/** The list of all kits of a trial, in the log in which its lots are. */
const openKitList = (study: Study, log: Log<TrialEvent>, sealed: Log<SealedEvent>) => {
  const isOpen = looksOf(study.definition) === 'open';
  const home = isOpen ? log : sealed;
  const keepKits = (kits: readonly SealedKit[], act: Pick<Setting, 'at' | 'actor'>): void => {
    const events: readonly LotEvent[] = [{ type: 'kits listed', kits }];
    const decided = {
      stream: kitListStream,
      reads: [{ stream: kitListStream, version: home.version(kitListStream) }],
      events,
    };
    if (isOpen) mustAppend<TrialEvent>(log, decided, act, study);
    else mustAppend<SealedEvent>(sealed, decided, act, study);
  };

  let listed = { version: 0, kits: undefined as ReadonlyMap<string, SealedKit> | undefined };
  const listedKits = (): ReadonlyMap<string, SealedKit> | undefined => {
    const version = home.version(kitListStream);
    if (version === listed.version) return listed.kits;
    const events: readonly Pick<Envelope<TrialEvent | SealedEvent>, 'event'>[] = home.read(kitListStream);
    const kits = events.flatMap(({ event }) => (isLotEvent(event) && event.type === 'kits listed' ? event.kits : []));
    listed = { version, kits: new Map(kits.map((each) => [each.kit, each])) };
    return listed.kits;
  };
  return { keepKits, listedKits };
};

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

  /** The same for events of several lots. */
  const besideAll = (on: readonly OnLot[]): Beside<LotEvent> => ({
    reads: [...new Set(on.map(({ lot: id }) => lotStream(id)))].map(readNow),
    events: on.map(({ lot: id, event }) => ({ stream: lotStream(id), event })),
  });

  /** Events of lots alone, in the log in which lots are. */
  const appendAll = (on: readonly OnLot[], act: Pick<Setting, 'at' | 'actor'>): void => {
    if (on.length === 0) return;
    const decided = { stream: lotListStream, reads: [readNow(lotListStream)], events: [], beside: besideAll(on) };
    if (isOpen) mustAppend<TrialEvent>(log, decided, act, study);
    else mustAppend<SealedEvent>(sealed, decided, act, study);
  };

  const append = (id: string, events: readonly LotEvent[], act: Pick<Setting, 'at' | 'actor'>) => {
    const isNew = events.some(({ type }) => type === 'lot received');
    const listed: readonly LotEvent[] = isNew ? [{ type: 'lot listed', lot: id }] : [];
    const decided = { stream: lotListStream, reads: [], events: listed, beside: beside(id, events) };
    return isOpen
      ? mustAppend<TrialEvent>(log, decided, act, study)
      : mustAppend<SealedEvent>(sealed, decided, act, study);
  };

  return {
    isOpen,
    lot,
    lots: (): readonly Lot[] => ids().flatMap((id) => lot(id) ?? []),
    hasLots: (): boolean => home.version(lotListStream) > 0,
    beside,
    besideAll,
    append,
    appendAll,
    ...openKitList(study, log, sealed),
  };
};
