import { bytesToHex } from '@noble/hashes/utils.js';
import type { DrawnList } from '#core/randomisation/draw-list.ts';
import type { KeyedMinimisation } from '#core/randomisation/next-allocation.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';
import type { AllocationDecided } from './allocated.ts';
import { type AllocationState, evolveAllocation, noAllocation } from './allocation-state.ts';
import { decideAssignment } from './assign.ts';
import type { Setting } from './command.ts';
import type { openPeople } from './desk-people.ts';
import { mustAppend, readNow } from './must-append.ts';
import { decideRandomisation } from './randomise.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { StudyState } from './study-state.ts';
import { type AllocationEvent, allocationStream, isAllocationEvent, type SealedEvent } from './trial-event.ts';

/** What participants are allocated by: a list drawn before, or minimisation with its secret. */
export type KeptDesign = DrawnList | KeyedMinimisation;

/** Who is assigned to which arm by decision. */
export interface Assignment {
  readonly on: string;
  readonly arm: string;
}

const keeping = (design: KeptDesign): AllocationEvent => {
  if (!('secret' in design)) return { type: 'allocation list generated', list: design };
  const { secret, ...method } = design;
  return { type: 'minimisation keyed', method, secret: bytesToHex(secret) };
};

interface Around {
  readonly sealed: Log<SealedEvent>;
  readonly people: ReturnType<typeof openPeople>;
  readonly trial: () => StudyState;
  readonly settingFor: (participant: string, act: Act) => Setting;
}

/** What the desk does with the list: keeps it sealed, and takes participants to their arms by it or by assignment. */
export const openAllocationDesk = (study: Study, { sealed, people, trial, settingFor }: Around) => {
  const state = (): AllocationState =>
    sealed
      .read(allocationStream)
      .reduce(
        (before, { event }) => (isAllocationEvent(event) ? evolveAllocation(before, event) : before),
        noAllocation,
      );

  const seal = (events: readonly AllocationEvent[], act: Act): void =>
    void mustAppend<SealedEvent>(
      sealed,
      { stream: allocationStream, reads: [readNow(sealed, allocationStream)], events },
      act,
      study,
    );

  const allocate = (id: string, answer: AllocationDecided | Refusal, act: Act) => {
    if (isRefusal(answer)) return answer;
    seal(answer.allocation, act);
    if (answer.sealed.length > 0) people.seal(id, answer.sealed, act);
    return people.append(id, answer.open, act);
  };

  return {
    state,
    keepList: (design: KeptDesign, act: Act): void => seal([keeping(design)], act),
    randomise: (id: string, on: string, act: Act) =>
      allocate(id, decideRandomisation(on, people.unmasked(id), trial(), state(), settingFor(id, act), id), act),
    assign: (id: string, assignment: Assignment, act: Act) =>
      allocate(id, decideAssignment(assignment, people.unmasked(id), trial(), state(), settingFor(id, act), id), act),
  };
};
