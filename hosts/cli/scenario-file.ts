import { nearestName } from '#core/criteria/nearest-name.ts';
import { isSourceText, readSourceText, type SourceText } from '#core/study/source-text.ts';
import type { Study } from '#core/study/study.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';
import { assumedCourse, type CourseNumber, isCourseNumber } from '#hosts/rehearsal/assumed-course.ts';
import type { ScenarioChanges } from '#hosts/rehearsal/scenario.ts';

/** Fields of a scenario file beside the names of assumed numbers. */
const others = ['participants', 'effect'] as const;

interface Entry {
  readonly name: string;
  readonly value: unknown;
}

const fault = (
  source: SourceText,
  path: readonly PropertyKey[],
  what: string,
  expected: readonly string[],
  nearest?: string,
): StudyFinding => ({
  severity: 'error',
  ...source.placeOf(path, 'key'),
  path: writePath(path),
  what,
  expected,
  nearest,
});

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** A chance stays within 1, a number of people or days is not below zero; only the mean of a logarithm may be. */
const limits = (name: CourseNumber): readonly [least: number, most: number] => {
  if (name === 'fall mean') return [-5, 5];
  const { value, says } = assumedCourse[name];
  if (name.includes('viability')) return [0, 100];
  const isSpread = name.endsWith('sd') || name.endsWith('drift') || name === 'noise';
  const isChance = value < 1 && /%|chance|of 10/.test(says) && !isSpread && !name.endsWith('yearly');
  return isChance ? [0, 1] : [0, 1000];
};

const numberFault = ({ name, value }: Entry, source: SourceText): StudyFinding | undefined => {
  if (!isCourseNumber(name)) {
    const known = [...others, ...Object.keys(assumedCourse)];
    return fault(source, [name], `"${name}" is not assumed of anything`, [], nearestName(name, known));
  }
  const [least, most] = limits(name);
  return isNumber(value) && value >= least && value <= most
    ? undefined
    : fault(source, [name], `${JSON.stringify(value)} cannot stand here`, [`a number from ${least} to ${most}`]);
};

const isWhole = (value: unknown): value is number => isNumber(value) && Number.isInteger(value) && value >= 1;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const effectFaults = (effect: unknown, study: Study, source: SourceText): readonly StudyFinding[] => {
  if (!isMap(effect)) return [fault(source, ['effect'], 'effect is no map', ['an arm and a number: { cells: -0.3 }'])];
  const arms = study.definition.arms.map(({ id }) => id);
  return Object.entries(effect).flatMap(([arm, shift]) => {
    if (!arms.includes(arm))
      return [fault(source, ['effect', arm], `"${arm}" is no arm`, arms, nearestName(arm, arms))];
    const isShift = isNumber(shift) && Math.abs(shift) <= 5;
    return isShift ? [] : [fault(source, ['effect', arm], `${JSON.stringify(shift)} cannot stand here`, ['-5 to 5'])];
  });
};

/** Nothing but comments and blanks. */
const isEmpty = (text: string): boolean => text.split('\n').every((line) => /^\s*(#.*)?$/.test(line));

const emptyFile: StudyFinding = {
  severity: 'error',
  line: 1,
  column: 1,
  path: '',
  what: 'the scenario file is empty: nothing is assumed otherwise in it',
  expected: ['a name and a number: missed visit: 0.05'],
  nearest: undefined,
};

/**
 * Reads a scenario: assumed numbers by their names, how many take part, and by how much the fall of an arm differs; or
 * every fault with its place.
 */
export const readScenario = (text: string, study: Study): ScenarioChanges | readonly StudyFinding[] => {
  if (isEmpty(text)) return [emptyFile];
  const source = readSourceText(text);
  if (!isSourceText(source)) return source;
  const { value } = source;
  if (!isMap(value)) return [fault(source, [], 'a scenario is a map', ['missed visit: 0.05'])];
  const entries = Object.entries(value).map(([name, each]): Entry => ({ name, value: each }));
  const { participants, effect } = value;
  const isOther = ({ name }: Entry): boolean => others.some((other) => other === name);
  const faults = [
    ...entries.filter((entry) => !isOther(entry)).flatMap((entry) => numberFault(entry, source) ?? []),
    ...(participants === undefined || isWhole(participants)
      ? []
      : [
          fault(source, ['participants'], `${JSON.stringify(participants)} cannot stand here`, [
            'a whole number from 1',
          ]),
        ]),
    ...(effect === undefined ? [] : effectFaults(effect, study, source)),
  ];
  if (faults.length > 0) return faults;
  const named = (wanted: (entry: Entry) => boolean, from: readonly Entry[]) =>
    Object.fromEntries(
      from.flatMap((entry) => (wanted(entry) && isNumber(entry.value) ? [[entry.name, entry.value]] : [])),
    );
  const shifts = isMap(effect) ? Object.entries(effect).map(([name, each]) => ({ name, value: each })) : [];
  return {
    numbers: named((entry) => isCourseNumber(entry.name), entries),
    participants: isWhole(participants) ? participants : undefined,
    effect: named(() => true, shifts),
  };
};

export const isScenario = (read: ScenarioChanges | readonly StudyFinding[]): read is ScenarioChanges =>
  !Array.isArray(read);
