import type { Range } from '#core/quantities/range.ts';
import { compare, type Rational } from '#core/quantities/rational.ts';
import { oncePer } from '../once-per.ts';
import { type ByLevel, madeOf } from './by-level.ts';
import { type BilagFinding, type BilagSeverity, foundBy, mergeFindings, noFindings, worstOf } from './finding.ts';
import { gradedFinding, gradedItem, itemFindings } from './generic.ts';
import type { SystemInputs } from './inputs.ts';
import { rationalOfNumber } from './item-state.ts';
import { bilagItem } from './items.ts';
import type { HaematologyLimits } from './options.ts';
import { representatives } from './representatives.ts';

/** A limit, and the severity of what lies below it; from the lowest limit. */
type Steps = readonly (readonly [limit: Rational, below: BilagSeverity])[];

const limitOf = (value: number): Rational => {
  const exact = rationalOfNumber(value);
  if (exact === undefined) throw new Error(`a limit of haematology is no number: ${value}`);
  return exact;
};

const stepsOf = (...steps: readonly (readonly [limit: number, below: BilagSeverity])[]): Steps =>
  steps.map(([limit, below]) => [limitOf(limit), below]);

const severityBelow = (value: Rational, steps: Steps): BilagSeverity =>
  steps.find(([limit]) => compare(value, limit) < 0)?.[1] ?? 0;

type FindingsIn = (range: Range) => readonly BilagFinding[];

/** What numbers come to by their steps, where `least` is what any number makes; the same numbers come again and again. */
const findingsBySteps = (steps: Steps, least: BilagSeverity, rule: string, items: readonly number[]): FindingsIn => {
  const borders = steps.map(([limit]) => limit);
  const findingAt = (value: Rational): BilagFinding => foundBy(severityBelow(value, steps) || least, rule, items);
  return oncePer((range: Range) => mergeFindings(representatives(range, borders).map(findingAt)));
};

/** A number that is worse the lower it is. */
interface LowRule {
  readonly item: number;
  readonly findingsIn: FindingsIn;
}

const lowRule = (item: number, steps: Steps): LowRule => ({
  item,
  findingsIn: findingsBySteps(steps, 0, `low ${bilagItem(item).label}`, [item]),
});

/** What such a number may come to; nothing where it was not measured. */
const lowFindings = ({ item, findingsIn }: LowRule, input: SystemInputs['input']): readonly BilagFinding[] => {
  const value = input(item);
  return typeof value === 'string' ? noFindings : findingsIn(value);
};

/** Haemoglobin without and with active haemolysis. */
type HaemoglobinRule = ByLevel<FindingsIn>;

const haemoglobinRule = ([low, lower, slightly]: HaematologyLimits['haemoglobin']): HaemoglobinRule => [
  [findingsBySteps(stepsOf([low, 2], [slightly, 1]), 0, 'low haemoglobin', [90])],
  [findingsBySteps(stepsOf([low, 3], [lower, 2]), 1, 'active haemolysis', [90, 96])],
];

/**
 * Active haemolysis makes a haemoglobin count one step more, and any haemoglobin at least a C. Where there is none, or
 * where it is low for another reason than lupus, neither way counts.
 */
const haemoglobinFindings = (rule: HaemoglobinRule, input: SystemInputs['input']): readonly BilagFinding[] => {
  const haemoglobin = input(90);
  if (typeof haemoglobin === 'string') return noFindings;
  const findings: BilagFinding[] = [];
  for (const findingsIn of madeOf(rule, input(96))) findings.push(...findingsIn(haemoglobin));
  return mergeFindings(findings);
};

const purpura = gradedItem(95, 'A');
const coombs = gradedFinding(97, 1);

/** The limits as fractions, with what follows from them. */
interface HaematologyRule {
  readonly haemoglobin: HaemoglobinRule;
  readonly low: readonly LowRule[];
}

const ruleOf = ({
  haemoglobin,
  leucocytes,
  neutrophils,
  lymphocytes,
  platelets,
}: HaematologyLimits): HaematologyRule => {
  /** Below the first limit a B, below the second a C. */
  const two = ([first, second]: readonly [number, number]): Steps => stepsOf([first, 2], [second, 1]);
  return {
    haemoglobin: haemoglobinRule(haemoglobin),
    low: [
      lowRule(91, two(leucocytes)),
      lowRule(92, two(neutrophils)),
      lowRule(93, stepsOf([lymphocytes, 1])),
      lowRule(94, stepsOf([platelets[0], 3], [platelets[1], 2], [platelets[2], 1])),
    ],
  };
};

const ruleFor = oncePer(ruleOf);

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
  const { haemoglobin, low } = ruleFor(limits);
  return worstOf([
    itemFindings(purpura, input),
    haemoglobinFindings(haemoglobin, input),
    ...low.map((rule) => lowFindings(rule, input)),
    itemFindings(coombs, input),
  ]);
};
