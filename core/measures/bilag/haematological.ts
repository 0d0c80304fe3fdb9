import { compare, type Rational } from '#core/quantities/rational.ts';
import { type BilagFinding, type BilagSeverity, foundBy, mergeFindings, noFindings, worstOf } from './finding.ts';
import { ordinalFindings } from './generic.ts';
import { type BilagInput, levelsOf, type SystemInputs } from './inputs.ts';
import { rationalOfNumber } from './item-state.ts';
import { bilagItem } from './items.ts';
import type { HaematologyLimits } from './options.ts';
import { representatives } from './representatives.ts';

/** A limit, and the severity of what lies below it; from the lowest limit. */
type Steps = readonly (readonly [limit: number, below: BilagSeverity])[];

const limitOf = (value: number): Rational => {
  const exact = rationalOfNumber(value);
  if (exact === undefined) throw new Error(`a limit of haematology is no number: ${value}`);
  return exact;
};

const severityBelow = (value: Rational, steps: Steps): BilagSeverity =>
  steps.find(([limit]) => compare(value, limitOf(limit)) < 0)?.[1] ?? 0;

const bordersOf = (steps: Steps): readonly Rational[] => steps.map(([limit]) => limitOf(limit));

/** What a number may come to that is worse the lower it is; nothing where it was not measured. */
const lowFindings = (item: number, steps: Steps, input: BilagInput): readonly BilagFinding[] => {
  if (typeof input === 'string') return noFindings;
  const findingAt = (value: Rational): BilagFinding =>
    foundBy(severityBelow(value, steps), `low ${bilagItem(item).label}`, [item]);
  return mergeFindings(representatives(input, bordersOf(steps)).map(findingAt));
};

/**
 * Active haemolysis makes a haemoglobin count one step more, and any haemoglobin at least a C. Where there is none, or
 * where it is low for another reason than lupus, neither way counts.
 */
const haemoglobinFindings = (
  limits: HaematologyLimits['haemoglobin'],
  input: SystemInputs['input'],
): readonly BilagFinding[] => {
  const haemoglobin = input(90);
  if (typeof haemoglobin === 'string') return noFindings;
  const [low, lower, slightly] = [limits[0], limits[1], limits[2]];
  const withHaemolysis: Steps = [
    [low, 3],
    [lower, 2],
  ];
  const without: Steps = [
    [low, 2],
    [slightly, 1],
  ];
  const findingAt = (value: Rational, isHaemolysis: boolean): BilagFinding =>
    isHaemolysis
      ? foundBy(severityBelow(value, withHaemolysis) || 1, 'active haemolysis', [90, 96])
      : foundBy(severityBelow(value, without), 'low haemoglobin', [90]);
  const values = representatives(haemoglobin, [...bordersOf(withHaemolysis), ...bordersOf(without)]);
  return mergeFindings(levelsOf(input(96), 1).flatMap((yes) => values.map((value) => findingAt(value, yes === 1))));
};

const coombsFindings = (input: BilagInput): readonly BilagFinding[] =>
  levelsOf(input, 1).map((yes) => foundBy(yes === 1 ? 1 : 0, bilagItem(97).label, [97]));

/** Below the first limit a B, below the second a C. */
const two = ([first, second]: readonly [number, number]): Steps => [
  [first, 2],
  [second, 1],
];

/**
 * Haematological: the worst of haemoglobin (with or without active haemolysis), leucocytes, neutrophils, lymphocytes,
 * platelets, thrombotic thrombocytopenic purpura and an isolated positive Coombs' test. Limits are half open, so that
 * no value falls between two steps.
 *
 * @source yee2010; the limits are recalled and an option
 */
export const gradeHaematological = (
  limits: HaematologyLimits,
  input: SystemInputs['input'],
): readonly BilagFinding[] => {
  const [first, second, third] = limits.platelets;
  return worstOf([
    ordinalFindings(95, 'A', input(95)),
    haemoglobinFindings(limits.haemoglobin, input),
    lowFindings(91, two(limits.leucocytes), input(91)),
    lowFindings(92, two(limits.neutrophils), input(92)),
    lowFindings(93, [[limits.lymphocytes, 1]], input(93)),
    lowFindings(
      94,
      [
        [first, 3],
        [second, 2],
        [third, 1],
      ],
      input(94),
    ),
    coombsFindings(input(97)),
  ]);
};
