import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, zero } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import { type Fault, ids, unknown } from './fault.ts';
import type { DoseDefinition, StudyDefinition } from './schema.ts';

const amountFault = (amount: string): string | undefined => {
  const [number = '', unit = '', ...rest] = amount.split(' ');
  const decimal = readDecimal(number);
  if (decimal === undefined || rest.length > 0 || unit === '' || compare(rationalOf(decimal), zero) <= 0)
    return 'is no amount';
  return isUnit(readUnit(unit)) ? undefined : `has no unit that is known ("${unit}")`;
};

type Path = readonly PropertyKey[];

const amountFaults = ({ amount }: DoseDefinition, path: Path): readonly Fault[] => {
  const wrong = amountFault(amount);
  if (wrong === undefined) return [];
  const expected = ['a number and a unit, such as "2000000 {cells}/kg"'];
  return [{ path: [...path, 'amount'], what: `"${amount}" ${wrong}`, expected }];
};

/** A dose by weight says whose weight counts, and that weight is measured there. */
const weightFaults = (dose: DoseDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  const visit = dose['weight at'];
  const byWeight = dose.amount.endsWith('/kg');
  if (visit === undefined) {
    const what = 'a dose by weight without the visit whose weight counts';
    return byWeight ? [{ path: [...path, 'amount'], what, expected: ['weight at: baseline'] }] : [];
  }
  const at = [...path, 'weight at'];
  if (!byWeight) return [{ path: at, what: 'weight at without a dose by weight', expected: ['an amount by kg'] }];
  const strange = unknown(visit, ids(study.visits), at, 'visit');
  const isWeighed = study.activities.some(
    (activity) => activity.measures.includes('weight') && activity.visits.includes(visit),
  );
  if (strange.length > 0 || isWeighed) return strange;
  return [{ path: at, what: `weight is not scheduled at ${visit}`, expected: [`an activity with weight at ${visit}`] }];
};

const rhythmFaults = (dose: DoseDefinition, path: Path): readonly Fault[] => {
  const { times, 'every days': every, cycles = 1, 'cycle days': length } = dose;
  if (times > 1 && every === undefined)
    return [{ path, what: 'several times without an interval', expected: ['every days: 2'] }];
  if (cycles === 1) return [];
  if (length === undefined)
    return [{ path, what: 'several cycles without their length', expected: ['cycle days: 28'] }];
  const needed = (times - 1) * (every ?? 0) + 1;
  const what = `a cycle of ${length} days cannot hold ${needed} days of doses`;
  return length < needed ? [{ path: [...path, 'cycle days'], what, expected: [`at least ${needed}`] }] : [];
};

const doses = (study: StudyDefinition): readonly Fault[] =>
  study.arms.flatMap((arm, index) =>
    arm.doses.flatMap((dose, place) => {
      const path = ['arms', index, 'doses', place];
      return [...amountFaults(dose, path), ...weightFaults(dose, path, study), ...rhythmFaults(dose, path)];
    }),
  );

const blockFaults = (sizes: readonly number[], total: number): readonly Fault[] =>
  sizes.flatMap((size, index) => {
    const path = ['allocation', 'block sizes', index];
    if (sizes.indexOf(size) < index)
      return [{ path, what: `a block of ${size} stands twice`, expected: ['each size once'] }];
    if (size > 0 && size % total === 0) return [];
    return [{ path, what: `a block of ${size} cannot hold the ratio`, expected: [`a multiple of ${total}`] }];
  });

const allocation = (study: StudyDefinition): readonly Fault[] => {
  const { ratio, 'block sizes': sizes } = study.allocation;
  const total = Object.values(ratio).reduce((sum, share) => sum + share, 0);
  return [
    ...Object.keys(ratio).flatMap((arm) => unknown(arm, ids(study.arms), ['allocation', 'ratio', arm], 'arm')),
    ...ids(study.arms).flatMap((arm) =>
      Object.hasOwn(ratio, arm)
        ? []
        : [{ path: ['allocation', 'ratio'], what: `arm "${arm}" has no share`, expected: [`${arm}: 1`] }],
    ),
    ...blockFaults(sizes, total),
  ];
};

/** What is wrong with the doses of the arms, and with their allocation. */
export const checkArms = (study: StudyDefinition): readonly Fault[] => [...doses(study), ...allocation(study)];
