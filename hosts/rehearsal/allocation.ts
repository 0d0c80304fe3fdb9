import type { Refusal } from '#core/conduct/refusal.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { Screening } from './screening.ts';

/** The arms in the order in which a person would choose them: each with the chance of its share of the places. */
const preferred = ({ study, person, scenario }: Screening): readonly string[] => {
  const { allocation, arms } = study.definition;
  if (allocation.method !== 'assigned') return arms.map(({ id }) => id);
  const places = Object.entries(allocation.participants);
  const all = places.reduce((sum, [, count]) => sum + count, 0);
  let left = person.draws(`choice of arm ${scenario.choices}`).uniform() * all;
  const first = places.find(([, count]) => {
    left -= count;
    return left < 0;
  })?.[0];
  return [first ?? '', ...places.map(([arm]) => arm)].filter((arm, index, list) => list.indexOf(arm) === index);
};

/** Allocates by the method of the study; who chooses a group that is full joins another. */
export const allocateOn = (screening: Screening, day: Day): Refusal | undefined => {
  const { study, clerk } = screening;
  return isByChance(study.definition.allocation) ? clerk.randomise(day) : clerk.assign(preferred(screening), day);
};
