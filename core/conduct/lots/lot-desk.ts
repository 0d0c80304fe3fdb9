import type { ParticipantCommand, Setting } from '#core/conduct/command.ts';
import type { openPeople } from '#core/conduct/desk-people.ts';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import { isKeptSealed } from '#core/conduct/sealed-acts.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import { decideLot } from './decide-lot.ts';
import { openLots } from './desk-lots.ts';
import { isAmong } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
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
}

/** What the desk does with lots: their own acts, the preparation of doses from them, and both ways of tracing. */
export const openLotDesk = (study: Study, { log, sealed, people, trial, settingFor }: Around) => {
  const stock = openLots(study, log, sealed);
  return {
    actOnLot: (id: string, command: LotCommand, act: Acting) => {
      const scene = { trial: trial(), setting: { study, ...act }, lots: stock.lots(), people: people.everyone };
      const answer = decideLot(command, id, scene);
      return isRefusal(answer) ? answer : stock.append(id, answer, act);
    },
    /** Writes what was prepared and the unit that it took together. */
    prepare: (id: string, command: Extract<ParticipantCommand, { type: 'prepare dose' }>, act: Acting) => {
      const { lot = '' } = command;
      const asked = { hasLots: stock.hasLots(), lot: stock.lot(lot) };
      const answer = supplyDose(command, people.unmasked(id), asked, trial(), settingFor(id, act), id);
      if (isRefusal(answer)) return answer;
      const beside = stock.beside(lot, answer.used);
      return isKeptSealed(study.definition, command)
        ? people.seal(id, answer.events, act, beside)
        : people.append(id, answer.events, act, undefined, beside);
    },
    /** A unit of a recalled lot is not given, though it was ready. The refusal names no lot: who gives may be masked. */
    calledBack: (
      id: string,
      { dose, number }: Extract<ParticipantCommand, { type: 'give dose' }>,
    ): Refusal | undefined =>
      stock.lots().some((lot) => lot.recalled && isAmong(lot.used, { participant: id, dose, number }))
        ? { refused: 'dose called back', dose, number }
        : undefined,
    lots: stock.lots,
    traceLot: (id: string) => {
      const lot = stock.lot(id);
      return lot && traceLot(study.definition, lot, people.everyone());
    },
    traceParticipant: (id: string) => traceParticipant(study.definition, people.unmasked(id), stock.lots()),
  };
};
