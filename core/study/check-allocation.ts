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

const methodFaults = (study: StudyDefinition): readonly Fault[] => {
  const { allocation } = study;
  switch (allocation.method) {
    case 'permuted blocks':
      return [
        ...shareFaults('ratio', allocation.ratio, study),
        ...blockFaults(allocation['block sizes'], sumOf(allocation.ratio)),
      ];
    case 'assigned':
      return assignedFaults(allocation, study);
    case 'single group':
      return [];
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
