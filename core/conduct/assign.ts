import { nearestName } from '#core/criteria/nearest-name.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { type AllocationDecided, againstAllocation, telling } from './allocated.ts';
import type { AllocationState } from './allocation-state.ts';
import type { Setting } from './command.ts';
import { refusedBefore } from './decide-participant.ts';
import { firstRefusal } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { StudyState } from './study-state.ts';

/** How many an arm may have: what the rule of allocation says, or, with one group, everyone. */
const capacityOf = ({ allocation, arms, design }: StudyDefinition, arm: string): number | undefined => {
  if (allocation.method === 'assigned') return allocation.participants[arm];
  return arms.some(({ id }) => id === arm) ? design.participants : undefined;
};

/** Whether an arm has all the participants that the rule gives it. */
const fullness = (definition: StudyDefinition, arm: string, { places }: AllocationState): Refusal | undefined => {
  const capacity = capacityOf(definition, arm);
  const names = definition.arms.map(({ id }) => id);
  if (capacity === undefined)
    return { refused: 'name unknown', kind: 'arm', name: arm, nearest: nearestName(arm, names) };
  const taken = places.filter((each) => each === arm).length;
  return taken >= capacity ? { refused: 'arm full', arm, participants: capacity } : undefined;
};

/**
 * Brings an enrolled participant to an arm otherwise than by chance: by choice with the physician, or into the only
 * group. Eligibility is asked once more as of the day; an arm that is full takes nobody.
 */
export const decideAssignment = (
  { on, arm }: { readonly on: string; readonly arm: string },
  participant: Participant,
  trial: StudyState,
  allocation: AllocationState,
  setting: Setting,
  id = participant.id ?? '',
): AllocationDecided | Refusal => {
  const { definition } = setting.study;
  const { method } = definition.allocation;
  const refused = firstRefusal([
    refusedBefore('assign', participant, trial, setting, id),
    method !== 'assigned' && method !== 'single group' && { refused: 'allocation not supported', method },
    ...againstAllocation(participant, setting, on),
    fullness(definition, arm, allocation),
  ]);
  return (
    refused ??
    telling(setting.study, { type: 'participant assigned', on }, arm, { type: 'place taken', arm, participant: id })
  );
};
