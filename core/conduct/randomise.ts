import { nextSlot } from '#core/randomisation/allocation.ts';
import { type AllocationDecided, againstAllocation, telling } from './allocated.ts';
import type { AllocationState } from './allocation-state.ts';
import type { Setting } from './command.ts';
import { refusedBefore } from './decide-participant.ts';
import { firstRefusal } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import { chartOf } from './participant-chart.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { stratumOf } from './strata.ts';
import type { StudyState } from './study-state.ts';

/**
 * Randomises an enrolled participant on a day: eligibility is asked once more as of that day, the first free slot of the
 * stratum is taken, and in an open trial the arm is disclosed. A slot is never used again; an exhausted list refuses.
 */
export const decideRandomisation = (
  on: string,
  participant: Participant,
  trial: StudyState,
  { list, taken }: AllocationState,
  setting: Setting,
  id = participant.id ?? '',
): AllocationDecided | Refusal => {
  const { study } = setting;
  const { allocation } = study.definition;
  const stratum = stratumOf(study, participant, chartOf(study, participant, on));
  const slot = list === undefined || isRefusal(stratum) ? undefined : nextSlot(list, stratum, taken);
  const refused = firstRefusal([
    refusedBefore('randomise', participant, trial, setting, id),
    allocation.method !== 'permuted blocks' && { refused: 'allocation not supported', method: allocation.method },
    list === undefined && { refused: 'list not sealed' },
    ...againstAllocation(participant, setting, on),
    isRefusal(stratum) && stratum,
    slot !== undefined && 'refused' in slot && { refused: 'list exhausted', stratum: String(stratum) },
  ]);
  if (refused !== undefined) return refused;
  if (slot === undefined || 'refused' in slot) throw new Error(`${id} was let through without a slot`);
  const { slot: number, arm } = slot;
  return telling(study, { type: 'participant randomised', on, slot: number, stratum: slot.stratum }, arm, {
    type: 'slot taken',
    slot: number,
    stratum: slot.stratum,
    arm,
    participant: id,
  });
};
