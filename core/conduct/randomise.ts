import { type Allocation, wholeStudy } from '#core/randomisation/newcomer.ts';
import { type AllocationRefused, nextAllocation } from '#core/randomisation/next-allocation.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import { type AllocationDecided, againstAllocation, telling } from './allocated.ts';
import type { AllocationState } from './allocation-state.ts';
import type { Setting } from './command.ts';
import { refusedBefore } from './decide-participant.ts';
import { firstRefusal, type Objection } from './first-refusal.ts';
import type { Participant } from './participant.ts';
import { chartOf } from './participant-chart.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { levelsOf, stratumOf } from './strata.ts';
import type { StudyState } from './study-state.ts';

type StratumLevels = Readonly<Record<string, string>>;

const next = (
  id: string,
  levels: StratumLevels,
  { design, given }: AllocationState,
): Allocation | AllocationRefused | undefined => {
  if (design === undefined) return undefined;
  if (!('secret' in design)) return nextAllocation(design, { participant: id, stratum: stratumOf(levels) }, given);
  return nextAllocation(design, { participant: id, stratum: wholeStudy, levels }, given);
};

/** Only an exhausted list may happen; anything else says that list and study do not belong together. */
const objectionTo = (answer: Allocation | AllocationRefused | undefined, levels: StratumLevels): Objection => {
  if (answer === undefined || !('refused' in answer)) return undefined;
  if (answer.refused === 'list exhausted') return { refused: 'list exhausted', stratum: stratumOf(levels) };
  throw new Error(`randomisation: ${JSON.stringify(answer)} of a list that was kept for this study`);
};

const taken = ({ participant, stratum, slot, arm, levels, kit }: Allocation) => ({
  type: 'slot taken' as const,
  participant,
  stratum,
  slot,
  arm,
  ...(levels === undefined ? {} : { levels }),
  ...(kit === undefined ? {} : { kit }),
});

/**
 * Randomises an enrolled participant on a day: eligibility is asked once more as of that day, the first free slot of the
 * stratum is taken, or the arm is drawn by minimisation, and in an open trial the arm is disclosed. A slot is never used
 * again; an exhausted list refuses.
 */
export const decideRandomisation = (
  on: string,
  participant: Participant,
  trial: StudyState,
  allocation: AllocationState,
  setting: Setting,
  id = participant.id ?? '',
): AllocationDecided | Refusal => {
  const { study } = setting;
  const { allocation: defined } = study.definition;
  const before = firstRefusal([
    refusedBefore('randomise', participant, trial, setting, id),
    !isByChance(defined) && { refused: 'allocation not supported', method: defined.method },
    allocation.design === undefined && { refused: 'list not sealed' },
    ...againstAllocation(participant, setting, on),
  ]);
  if (before !== undefined) return before;
  const levels = levelsOf(study, participant, chartOf(study, participant, on));
  if (isRefusal(levels)) return levels;
  const answer = next(id, levels, allocation);
  const refused = firstRefusal([objectionTo(answer, levels)]);
  if (refused !== undefined) return refused;
  if (answer === undefined || 'refused' in answer) throw new Error(`${id} was let through without a slot`);
  const { slot, arm, kit, stratum } = answer;
  const fact = { type: 'participant randomised', on, slot, stratum, ...(kit === undefined ? {} : { kit }) } as const;
  return telling(study, fact, arm, taken(answer));
};
