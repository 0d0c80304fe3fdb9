import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, zero } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import { cycleDays, doseDays, eachVisit, weightVisit } from './dose-days.ts';
import { type Fault, ids, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { DoseDefinition } from './schema-arms.ts';

const amountFault = (amount: string): string | undefined => {
  const [number = '', unit = '', ...rest] = amount.split(' ');
  const decimal = readDecimal(number);
  if (decimal === undefined || rest.length > 0 || unit === '' || compare(rationalOf(decimal), zero) <= 0)
    return 'is no amount';
  return isUnit(readUnit(unit)) ? undefined : `has no unit that is known ("${unit}")`;
};

const amountFaults = ({ amount }: DoseDefinition, path: Path): readonly Fault[] => {
  const wrong = amountFault(amount);
  if (wrong === undefined) return [];
  const expected = ['a number and a unit, such as "2000000 {cells}/kg"'];
  return [{ path: [...path, 'amount'], what: `"${amount}" ${wrong}`, expected }];
};

const isWeighedAt = (visit: string, study: StudyDefinition): boolean =>
  study.activities.some((activity) => activity.measures.includes('weight') && activity.visits.includes(visit));

/** With "each visit", the days of the dose on which nobody is weighed. */
const unweighedDays = (dose: DoseDefinition, at: Path, study: StudyDefinition): readonly Fault[] => {
  const days = [...new Set(doseDays(dose))].filter((day) => {
    const visit = weightVisit(dose, day, study.visits);
    return visit === undefined || !isWeighedAt(visit, study);
  });
  if (days.length === 0) return [];
  const what = `nobody is weighed on day ${days.slice(0, 5).join(', ')}${days.length > 5 ? ', …' : ''} of the dose`;
  return [{ path: at, what, expected: ['an activity with weight at a visit on each day of the dose', 'a visit'] }];
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
  if (visit === eachVisit) return unweighedDays(dose, at, study);
  const strange = unknown(visit, ids(study.visits), at, 'visit');
  if (strange.length > 0 || isWeighedAt(visit, study)) return strange;
  return [{ path: at, what: `weight is not scheduled at ${visit}`, expected: [`an activity with weight at ${visit}`] }];
};

const insteadOfDays = ['first day', 'times', 'every days', 'last day'] as const;

/** The ways to say when a dose is given exclude one another, and one of them is needed. */
const wayFaults = (dose: DoseDefinition, path: Path): readonly Fault[] => {
  const { 'on days': days, 'last day': last, 'first day': first = 0, times } = dose;
  if (days !== undefined)
    return insteadOfDays
      .filter((key) => dose[key] !== undefined)
      .map((key) => ({ path: [...path, key], what: `${key} beside on days`, expected: ['on days alone'] }));
  if (times === undefined && last === undefined)
    return [{ path, what: 'a dose without its days', expected: ['on days: [0, 7]', 'times: 1', 'last day: 167'] }];
  if (times !== undefined && last !== undefined)
    return [{ path: [...path, 'last day'], what: 'last day beside times', expected: ['one of them'] }];
  if (last === undefined || last >= first) return [];
  const what = `the last day ${last} lies before the first day ${first}`;
  return [{ path: [...path, 'last day'], what, expected: [`at least ${first}`] }];
};

const orderFaults = ({ 'on days': days = [] }: DoseDefinition, path: Path): readonly Fault[] =>
  days.flatMap((day, index) =>
    index > 0 && day <= (days[index - 1] ?? day)
      ? [{ path: [...path, 'on days', index], what: `day ${day} is not later`, expected: ['each day once, in order'] }]
      : [],
  );

const mostAdministrations = 10_000;

const cycleFaults = (dose: DoseDefinition, path: Path): readonly Fault[] => {
  const { times = 1, 'every days': every, cycles = 1, 'cycle days': length } = dose;
  if (times > 1 && every === undefined)
    return [{ path, what: 'several times without an interval', expected: ['every days: 2'] }];
  const days = cycleDays(dose);
  const all = days.length * (dose['per day'] ?? 1) * cycles;
  if (all > mostAdministrations)
    return [{ path, what: `${all} administrations`, expected: [`at most ${mostAdministrations}`] }];
  if (cycles === 1) return [];
  if (length === undefined)
    return [{ path, what: 'several cycles without their length', expected: ['cycle days: 28'] }];
  const needed = (days.at(-1) ?? 0) - (days[0] ?? 0) + 1;
  const what = `a cycle of ${length} days cannot hold ${needed} days of doses`;
  return length < needed ? [{ path: [...path, 'cycle days'], what, expected: [`at least ${needed}`] }] : [];
};

const rhythmFaults = (dose: DoseDefinition, path: Path): readonly Fault[] => {
  const ways = [...wayFaults(dose, path), ...orderFaults(dose, path)];
  return ways.length > 0 ? ways : cycleFaults(dose, path);
};

/** What is wrong with the amount, the weight and the calendar of each dose. */
export const checkDoses = (study: StudyDefinition): readonly Fault[] =>
  study.arms.flatMap((arm, index) =>
    arm.doses.flatMap((dose, place) => {
      const path = ['arms', index, 'doses', place];
      return [...amountFaults(dose, path), ...rhythmFaults(dose, path), ...weightFaults(dose, path, study)];
    }),
  );
