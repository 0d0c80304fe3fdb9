import { type ChanceAllocation, isByChance, isBySite, strataIn } from './allocation-parts.ts';
import { type Fault, ids, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { AllocationDefinition } from './schema-arms.ts';

type Of<M extends AllocationDefinition['method']> = Extract<AllocationDefinition, { method: M }>;

const blockFaults = (sizes: readonly number[], total: number): readonly Fault[] =>
  sizes.flatMap((size, index) => {
    const path = ['allocation', 'block sizes', index];
    if (sizes.indexOf(size) < index)
      return [{ path, what: `a block of ${size} stands twice`, expected: ['each size once'] }];
    if (size > 0 && size % total === 0) return [];
    return [{ path, what: `a block of ${size} cannot hold the ratio`, expected: [`a multiple of ${total}`] }];
  });

const sumOf = (shares: Readonly<Record<string, number>>): number =>
  Object.values(shares).reduce((sum, share) => sum + share, 0);

/** Each arm has its number under this key, and nothing else has. */
const shareFaults = (
  key: 'ratio' | 'participants',
  shares: Readonly<Record<string, number>>,
  study: StudyDefinition,
): readonly Fault[] => [
  ...Object.keys(shares).flatMap((arm) => unknown(arm, ids(study.arms), ['allocation', key, arm], 'arm')),
  ...ids(study.arms).flatMap((arm) =>
    Object.hasOwn(shares, arm)
      ? []
      : [{ path: ['allocation', key], what: `arm "${arm}" has no share`, expected: [`${arm}: 1`] }],
  ),
];

const assignedFaults = ({ participants }: Of<'assigned'>, study: StudyDefinition): readonly Fault[] => {
  const faults = shareFaults('participants', participants, study);
  const sum = sumOf(participants);
  if (faults.length > 0 || sum === study.design.participants) return faults;
  const what = `the arms hold ${sum} participants, the design ${study.design.participants}`;
  return [{ path: ['allocation', 'participants'], what, expected: [`${study.design.participants} in all`] }];
};

/** What is defined by the difference between two arms alike. */
const pairFaults = ({ method, ratio }: Of<'big stick' | 'biased coin'>): readonly Fault[] => {
  const shares = Object.values(ratio);
  const path = ['allocation', 'ratio'];
  if (shares.length !== 2)
    return [
      { path, what: `${method} goes with two arms, and there are ${shares.length}`, expected: ['permuted blocks'] },
    ];
  if (new Set(shares).size === 1) return [];
  return [{ path, what: `${method} goes with equal shares`, expected: ['1 and 1'] }];
};

/** A chance of the arm that is behind: at least even, and, where more than the last arm is known, no certainty. */
const chanceFaults = ({ method, chance }: Of<'biased coin' | 'minimisation'>): readonly Fault[] => {
  const [times = 0, outOf = 1] = (chance ?? '2/3').split('/').map(Number);
  const isFine = times * 2 >= outOf && (method === 'biased coin' ? times <= outOf : times < outOf);
  const most = method === 'biased coin' ? 'up to 1/1' : 'below 1/1';
  return isFine
    ? []
    : [{ path: ['allocation', 'chance'], what: `${chance} is no such chance`, expected: [`from 1/2 ${most}`] }];
};

const factorFaults = (allocation: Of<'minimisation'>): readonly Fault[] =>
  strataIn(allocation).length > 0 || isBySite(allocation)
    ? []
    : [
        {
          path: ['allocation', 'method'],
          what: 'minimisation balances nothing',
          expected: ['strata', 'by site: true'],
        },
      ];

const methodFaults = (study: StudyDefinition): readonly Fault[] => {
  const { allocation } = study;
  if (isByChance(allocation))
    return [...shareFaults('ratio', allocation.ratio, study), ...chanceMethodFaults(allocation)];
  switch (allocation.method) {
    case 'assigned':
      return assignedFaults(allocation, study);
    case 'single group':
      return [];
    default:
      return allocation satisfies never;
  }
};

const chanceMethodFaults = (allocation: ChanceAllocation): readonly Fault[] => {
  switch (allocation.method) {
    case 'simple':
    case 'uploaded list':
      return [];
    case 'permuted blocks':
      return blockFaults(allocation['block sizes'], sumOf(allocation.ratio));
    case 'big stick':
      return pairFaults(allocation);
    case 'biased coin':
      return [...pairFaults(allocation), ...chanceFaults(allocation)];
    case 'minimisation':
      return [...chanceFaults(allocation), ...factorFaults(allocation)];
    default:
      return allocation satisfies never;
  }
};

/** One arm, one group, nothing to allocate: the design, the arms and the method agree on it. */
const groupFaults = ({ design, arms, allocation }: StudyDefinition): readonly Fault[] => {
  const isSingle = design.assignment === 'single group';
  const assignment = ['design', 'assignment'];
  const counted =
    isSingle === (arms.length === 1)
      ? []
      : [
          {
            path: assignment,
            what: `${design.assignment}, and there ${arms.length === 1 ? 'is 1 arm' : `are ${arms.length} arms`}`,
            expected: [isSingle ? 'parallel' : 'single group'],
          },
        ];
  if (isSingle === (allocation.method === 'single group')) return counted;
  const what = `${allocation.method} does not go with ${design.assignment}`;
  const expected = isSingle ? ['single group'] : ['permuted blocks', 'assigned'];
  return [...counted, { path: ['allocation', 'method'], what, expected }];
};

/** What is wrong with the way in which participants come to their arms. */
export const checkAllocation = (study: StudyDefinition): readonly Fault[] => [
  ...groupFaults(study),
  ...methodFaults(study),
];
