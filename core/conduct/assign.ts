import { nearestName } from '#core/criteria/nearest-name.ts';
import { wholeStudy } from '#core/randomisation/newcomer.ts';
import { nextAllocation } from '#core/randomisation/next-allocation.ts';
import type { Study } from '#core/study/study.ts';
import { type AllocationDecided, againstAllocation, telling } from './allocated.ts';
import { methodOf } from './allocation-design.ts';
import type { AllocationState } from './allocation-state.ts';
import type { Setting } from './command.ts';
import { refusedBefore } from './decide-participant.ts';
import { firstRefusal } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { StudyState } from './study-state.ts';

/** The place that somebody gets in an arm, or why none. */
const placeIn = (study: Study, id: string, arm: string, { given }: AllocationState): Refusal | undefined => {
  const design = methodOf(study, study.definition.design.participants);
  const names = study.definition.arms.map((each) => each.id);
  if (!names.includes(arm))
    return { refused: 'name unknown', kind: 'arm', name: arm, nearest: nearestName(arm, names) };
  if (design?.algorithm !== 'assigned/1' && design?.algorithm !== 'single-group/1') return undefined;
  const answer = nextAllocation(design, { participant: id, stratum: wholeStudy, choice: arm }, given);
  if (!('refused' in answer)) return undefined;
  if (answer.refused !== 'arm full' || design.algorithm !== 'assigned/1')
    throw new Error(`assignment: ${JSON.stringify(answer)} of an arm of the study`);
  const participants = design.arms.find((each) => each.id === arm)?.participants ?? 0;
  return { refused: 'arm full', arm, participants };
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
  const refused =
    firstRefusal([
      refusedBefore('assign', participant, trial, setting, id),
      method !== 'assigned' && method !== 'single group' && { refused: 'allocation not supported', method },
      ...againstAllocation(participant, setting, on),
    ]) ?? placeIn(setting.study, id, arm, allocation);
  return (
    refused ??
    telling(setting.study, { type: 'participant assigned', on }, arm, { type: 'place taken', arm, participant: id })
  );
};
