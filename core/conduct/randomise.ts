import { nextSlot, type TakenSlot } from '#core/randomisation/allocation.ts';
import type { AllocationList, Slot } from '#core/randomisation/permuted-blocks.ts';
import type { Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceConsent, sinceEnrolment } from './dates.ts';
import { refusedBefore } from './decide-participant.ts';
import { assessEligibility } from './eligibility.ts';
import { firstRefusal } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import { chartOf } from './participant-chart.ts';
import type { Refusal } from './refusal.ts';
import type { StudyState } from './study-state.ts';
import type { ParticipantEvent, SealedEvent } from './trial-event.ts';

/** What the sealed log says: the list, and which of its slots are taken. */
export interface AllocationState {
  readonly list: AllocationList | undefined;
  readonly taken: readonly TakenSlot[];
}

export const noAllocation: AllocationState = { list: undefined, taken: [] };

export const evolveAllocation = (state: AllocationState, event: SealedEvent): AllocationState => {
  switch (event.type) {
    case 'allocation list generated':
      return { ...state, list: event.list };
    case 'slot taken':
      return { ...state, taken: [...state.taken, { stratum: event.stratum, slot: event.slot }] };
    default:
      return event satisfies never;
  }
};

/** One decision for two logs, to be appended together: the slot in the sealed one, the fact in the public one. */
export interface Randomised {
  readonly open: readonly ParticipantEvent[];
  readonly sealed: readonly SealedEvent[];
}

/** Without strata in the design everyone stands in one. */
export const onlyStratum = 'all';

/** Only one list for everyone is known so far: a design with strata would be taken from the wrong one. */
const unsupported = ({ study }: Setting): Refusal | undefined => {
  const { allocation } = study.definition;
  const refused = 'allocation not supported';
  if (allocation.method !== 'permuted blocks') return { refused, method: allocation.method };
  return study.strata.length > 0 || allocation['by site'] === true ? { refused, method: 'strata' } : undefined;
};

const recheck = (participant: Participant, setting: Setting, on: string): Refusal | undefined => {
  if (participant.enrolledOn === undefined) return { refused: 'not enrolled' };
  const { verdict, results } = assessEligibility(setting.study, chartOf(setting.study, participant, on));
  const of = (result: 'fails' | 'not known') =>
    results.filter((each) => each.result === result).map((each) => each.criterion);
  if (verdict === 'not eligible') return { refused: 'not eligible', criteria: of('fails') };
  return verdict === 'needs information' ? { refused: 'information missing', criteria: of('not known') } : undefined;
};

const taking = ({ slot, stratum, arm }: Slot, on: string, participant: string, isOpen: boolean): Randomised => {
  const randomised: ParticipantEvent = { type: 'participant randomised', on, slot, stratum };
  return {
    open: isOpen ? [randomised, { type: 'assignment disclosed', arm }] : [randomised],
    sealed: [{ type: 'slot taken', slot, stratum, arm, participant }],
  };
};

/**
 * Randomises an enrolled participant on a day: eligibility is asked once more as of that day, the first free slot is
 * taken, and in an open trial the arm is disclosed. A slot is never used again; an exhausted list refuses.
 */
export const decideRandomisation = (
  on: string,
  participant: Participant,
  trial: StudyState,
  allocation: AllocationState,
  setting: Setting,
  id = participant.id ?? '',
): Randomised | Refusal => {
  const { list, taken } = allocation;
  const slot = list && nextSlot(list, onlyStratum, taken);
  const refused = firstRefusal([
    refusedBefore('randomise', participant, trial, setting, id),
    unsupported(setting),
    list === undefined && { refused: 'list not sealed' },
    participant.randomised !== undefined && { refused: 'done already', what: 'randomisation' },
    pastDay(on, setting),
    sinceConsent(on, participant),
    sinceEnrolment(on, participant),
    stillWanting(setting.study, participant, on),
    recheck(participant, setting, on),
    slot !== undefined && 'refused' in slot && { refused: 'list exhausted', stratum: onlyStratum },
  ]);
  if (refused !== undefined) return refused;
  if (slot === undefined || 'refused' in slot) throw new Error(`${id} was let through without a slot`);
  return taking(slot, on, id, setting.study.definition.design.masking === 'open');
};
