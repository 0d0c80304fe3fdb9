import type { AllocationMethod, DrawnMethod } from '#core/randomisation/allocation-method.ts';
import type { ExactChance } from '#core/randomisation/exact-chance.ts';
import { type ChanceAllocation, isByChance } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import { factorsOf, strataOf } from './strata.ts';

const fractionOf = (written: string): ExactChance => {
  const [times = 0, outOf = 1] = written.split('/').map(Number);
  return { times, outOf };
};

const chanceOf = (written: string | undefined) => (written === undefined ? {} : { chance: fractionOf(written) });

/** By a list that is drawn in every stratum, or by minimisation; undefined for a list that comes from elsewhere. */
const methodByChance = (
  allocation: ChanceAllocation,
  study: Study,
  participants: number,
): AllocationMethod | undefined => {
  const arms = study.definition.arms.map(({ id }) => ({ id, ratio: allocation.ratio[id] ?? 1 }));
  const plan = { arms, strata: strataOf(study), slotsPerStratum: participants };
  switch (allocation.method) {
    case 'simple':
      return { algorithm: 'simple/1', ...plan };
    case 'permuted blocks':
      return { algorithm: 'permuted-blocks/1', ...plan, blockSizes: allocation['block sizes'] };
    case 'big stick':
      return { algorithm: 'big-stick/1', ...plan, limit: allocation.limit };
    case 'biased coin':
      return { algorithm: 'biased-coin/1', ...plan, ...chanceOf(allocation.chance) };
    case 'minimisation':
      return {
        algorithm: 'minimisation/1',
        arms,
        factors: factorsOf(study),
        measure: allocation.measure ?? 'range',
        ...chanceOf(allocation.chance),
      };
    case 'uploaded list':
      return undefined;
    default:
      return allocation satisfies never;
  }
};

/** The method of a study as allocation knows it, with lists of so many slots in each stratum. */
export const methodOf = (study: Study, participants: number): AllocationMethod | undefined => {
  const { allocation, arms } = study.definition;
  if (isByChance(allocation)) return methodByChance(allocation, study, participants);
  if (allocation.method === 'assigned') {
    const places = Object.entries(allocation.participants).map(([id, count]) => ({ id, participants: count }));
    return { algorithm: 'assigned/1', arms: places };
  }
  return { algorithm: 'single-group/1', arm: arms[0]?.id ?? '' };
};

export const isDrawnMethod = (method: AllocationMethod): method is DrawnMethod =>
  method.algorithm !== 'minimisation/1' &&
  method.algorithm !== 'assigned/1' &&
  method.algorithm !== 'single-group/1' &&
  method.algorithm !== 'uploaded-list/1';
