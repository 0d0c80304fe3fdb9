import type { ParticipantCommand, Setting } from '#core/conduct/command.ts';
import { decideParticipant } from '#core/conduct/decide-participant.ts';
import type { openPeople } from '#core/conduct/desk-people.ts';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import { isKeptSealed } from '#core/conduct/sealed-acts.ts';
import type { SiteState } from '#core/conduct/sites/site-state.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { ParticipantEvent, SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import { decideLot } from './decide-lot.ts';
import { openLots } from './desk-lots.ts';
import { type HandedKits, handOutKits, kitsOf, takeKitsBack } from './hand-out-kits.ts';
import { isAmong, type Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { PlannedUse } from './lot-event.ts';
import { supplyDose } from './supply-dose.ts';
import { traceLot, traceParticipant } from './trace.ts';

type Acting = Pick<Setting, 'at' | 'actor'>;

/** The logs of a trial, and what the desk makes of them. */
interface Around {
  readonly log: Log<TrialEvent>;
  readonly sealed: Log<SealedEvent>;
  readonly people: ReturnType<typeof openPeople>;
  readonly trial: () => StudyState;
  readonly settingFor: (participant: string, act: Acting) => Setting;
  readonly siteState: (site: string) => SiteState;
}

const supplied = ['prepare dose', 'discard dose', 'dispense', 'return medicine'] as const;

/** What is taken from the stock for a participant, or comes back. */
type Supplying = Command<(typeof supplied)[number]>;

/** Whether an act moves something out of a lot, or back. */
export const isSupplying = (command: ParticipantCommand): command is Supplying =>
  supplied.some((type) => type === command.type);

type Command<T extends ParticipantCommand['type']> = Extract<ParticipantCommand, { type: T }>;

/** The lot of which a unit was made ready for an administration. */
const lotOf = (lots: readonly Lot[], use: PlannedUse): Lot | undefined => lots.find(({ used }) => isAmong(used, use));

/** Carries what is taken from the stock for a participant, or comes back, to the logs. */
const openSupplying = (study: Study, { people, trial, settingFor }: Around, stock: ReturnType<typeof openLots>) => {
  const decide = (id: string, command: ParticipantCommand, act: Acting) =>
    decideParticipant(command, people.unmasked(id), trial(), settingFor(id, act), id);
  /** Events of a participant and of lots, each in its log, together where that is one. */
  const write = (id: string, command: ParticipantCommand, { events, kits }: HandedKits, act: Acting) => {
    const beside = kits.length === 0 ? undefined : stock.besideAll(kits);
    if (isKeptSealed(study.definition, command)) return people.seal(id, events, act, beside);
    if (stock.isOpen) return people.append(id, events, act, undefined, beside);
    stock.appendAll(kits, act);
    return people.append(id, events, act);
  };
  /** Writes what was prepared and the unit that it took together. */
  const prepare = (id: string, command: Command<'prepare dose'>, act: Acting) => {
    const { lot = '' } = command;
    const asked = { hasLots: stock.hasLots(), lot: stock.lot(lot) };
    const answer = supplyDose(command, people.unmasked(id), asked, trial(), settingFor(id, act), id);
    if (isRefusal(answer)) return answer;
    const beside = stock.beside(lot, answer.used);
    return isKeptSealed(study.definition, command)
      ? people.seal(id, answer.events, act, beside)
      : people.append(id, answer.events, act, undefined, beside);
  };
  const discarded = (id: string, command: Command<'discard dose'>, events: readonly ParticipantEvent[]): HandedKits => {
    const { dose, number, on, why } = command;
    const use = { participant: id, dose, number };
    const lot = lotOf(stock.lots(), use);
    return {
      events,
      kits: lot === undefined ? [] : [{ lot: lot.id, event: { type: 'unit discarded', on, why, ...use } }],
    };
  };
  const move = (
    id: string,
    command: Exclude<Supplying, { type: 'prepare dose' }>,
    events: readonly ParticipantEvent[],
  ) => {
    const person = people.unmasked(id);
    switch (command.type) {
      case 'discard dose':
        return discarded(id, command, events);
      case 'dispense':
        return handOutKits(command, person, events, stock.lots(), study.definition);
      case 'return medicine':
        return takeKitsBack(command, person, events, stock.lots());
      default:
        return command satisfies never;
    }
  };
  return (id: string, command: Supplying, act: Acting) => {
    if (command.type === 'prepare dose') return prepare(id, command, act);
    const events = decide(id, command, act);
    if (isRefusal(events)) return events;
    const moved = move(id, command, events);
    return isRefusal(moved) ? moved : write(id, command, moved, act);
  };
};

/** What the desk does with lots: their own acts, what is taken from them and comes back, and both ways of tracing. */
export const openLotDesk = (study: Study, around: Around) => {
  const { log, sealed, people, trial, siteState } = around;
  const stock = openLots(study, log, sealed);
  const supply = openSupplying(study, around, stock);
  return {
    actOnLot: (id: string, command: LotCommand, act: Acting) => {
      const setting = { study, ...act };
      const scene = { trial: trial(), setting, lots: stock.lots(), people: people.everyone };
      const answer = decideLot(command, id, { ...scene, kits: stock.listedKits(), siteState });
      return isRefusal(answer) ? answer : stock.append(id, answer, act);
    },
    supply,
    /** A unit of a recalled lot is not given, though it was ready. The refusal names no lot: who gives may be masked. */
    calledBack: (id: string, { dose, number }: Command<'give dose'>): Refusal | undefined =>
      stock.lots().some((lot) => lot.recalled && isAmong(lot.used, { participant: id, dose, number }))
        ? { refused: 'dose called back', dose, number }
        : undefined,
    lots: stock.lots,
    keepKits: stock.keepKits,
    kitsOf: (id: string) => kitsOf(stock.lots(), id),
    traceLot: (id: string) => {
      const lot = stock.lot(id);
      return lot && traceLot(study.definition, lot, people.everyone());
    },
    traceParticipant: (id: string) => traceParticipant(study.definition, people.unmasked(id), stock.lots()),
  };
};
