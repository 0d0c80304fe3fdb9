import type { Truth } from '#core/quantities/truth.ts';
import { gradeConstitutional } from './constitutional.ts';
import type { BilagFinding } from './finding.ts';
import { type GenericSystem, genericLists, gradeGeneric } from './generic.ts';
import { gradeHaematological } from './haematological.ts';
import { type SystemInputs, systemInputs, type WantingItem } from './inputs.ts';
import { type BilagAssessment, itemState } from './item-state.ts';
import { findBilagItem } from './items.ts';
import { type BilagOptions, defaultBilagOptions } from './options.ts';
import { gradeRenal } from './renal.ts';
import type { BilagGrade, BilagSystem } from './systems.ts';

/** Why a grade came out: the branch of the rule in a few words, and the numbers of its items. */
export interface BilagReason {
  readonly system: BilagSystem;
  readonly grade: BilagGrade;
  readonly rule: string;
  readonly items: readonly number[];
}

/** A grade that is still possible, with the reasons that hold whenever it comes out. */
export interface PossibleGrade {
  readonly grade: BilagGrade;
  readonly reasons: readonly BilagReason[];
}

export interface SystemGrade {
  /** From most to least severe; one when the grade is known. */
  readonly possible: readonly PossibleGrade[];
  /** Items that were not answered, or not in a way that can be read. */
  readonly wanting: readonly WantingItem[];
  readonly isAnswered: boolean;
  /** The grade may be more severe than given, since what was not done was taken as absent. Never for an A. */
  readonly isLowerBound: boolean;
}

/** An answer that no rule can take, with the reason. */
export interface RefusedAnswer {
  readonly assessment: 'this' | 'previous';
  readonly item: number;
  readonly why: string;
}

export interface GradedBilag {
  readonly systems: Readonly<Record<BilagSystem, SystemGrade>>;
  readonly refused: readonly RefusedAnswer[];
}

type SystemRule = (
  input: SystemInputs['input'],
  previous: BilagAssessment | undefined,
  options: BilagOptions,
) => readonly BilagFinding[];

const byLists =
  (system: GenericSystem): SystemRule =>
  (input) =>
    gradeGeneric(genericLists[system], input);

const systemRules: Readonly<Record<BilagSystem, SystemRule>> = {
  constitutional: gradeConstitutional,
  mucocutaneous: byLists('mucocutaneous'),
  neuropsychiatric: byLists('neuropsychiatric'),
  musculoskeletal: byLists('musculoskeletal'),
  cardiorespiratory: (input, _previous, { cardiorespiratory }) => gradeGeneric(cardiorespiratory, input),
  gastrointestinal: byLists('gastrointestinal'),
  ophthalmic: byLists('ophthalmic'),
  renal: (input, previous, { dialect }) => gradeRenal(input, previous, dialect),
  haematological: (input, _previous, { haematology }) => gradeHaematological(haematology, input),
};

const resting = { true: ['D'], false: ['E'], unknown: ['D', 'E'] } as const satisfies Record<Truth, readonly string[]>;
const inactive = { D: 'involved before', E: 'never involved' } as const;

const restingGrades = (system: BilagSystem, before: Truth): readonly PossibleGrade[] =>
  resting[before].map((grade) => ({ grade, reasons: [{ system, grade, rule: inactive[grade], items: [] }] }));

const active = { 1: 'C', 2: 'B', 3: 'A' } as const;

const gradesOf = (
  system: BilagSystem,
  { severity, branches }: BilagFinding,
  before: Truth,
): readonly PossibleGrade[] => {
  if (severity === 0) return restingGrades(system, before);
  const grade = active[severity];
  return [{ grade, reasons: branches.map((branch) => ({ system, grade, ...branch })) }];
};

const gradeSystem = (
  system: BilagSystem,
  assessment: BilagAssessment,
  previous: BilagAssessment | undefined,
  before: Truth,
  options: BilagOptions,
): SystemGrade => {
  const inputs = systemInputs(system, assessment, options.notDone);
  const findings = systemRules[system](inputs.input, previous, options);
  const possible = findings.flatMap((finding) => gradesOf(system, finding, before));
  const isA = possible.every(({ grade }) => grade === 'A');
  const { wanting, isAnswered, isLowerBound } = inputs;
  return { possible, wanting, isAnswered, isLowerBound: isLowerBound && !isA };
};

const refusedIn = (
  name: RefusedAnswer['assessment'],
  assessment: BilagAssessment | undefined,
): readonly RefusedAnswer[] =>
  [...(assessment ?? [])].flatMap(([number, value]) => {
    const item = findBilagItem(number);
    const state = item === undefined ? ({ state: 'refused', why: 'no such item' } as const) : itemState(item, value);
    return state.state === 'refused' ? [{ assessment: name, item: number, why: state.why }] : [];
  });

/**
 * The nine grades of BILAG-2004 from the answers to its items. Where answers are missing every grade that they could
 * lead to stays possible, and no other.
 *
 * @source yee2010; isenberg2005 for the index
 * @param assessment answers by number, in the units of the form: mmHg, mg/mmol, g in 24 hours, umol/L,
 * mL/min/1.73m2, g/dL, 10*9/L
 * @param previous the assessment immediately before; undefined when this is the first
 * @param before whether a system was ever active before; a system that is not in it is unknown, and D and E both stand
 * @returns each system with its possible grades and their reasons; answers that cannot be taken are listed, and open
 */
export const gradeBilag = (
  assessment: BilagAssessment,
  previous: BilagAssessment | undefined,
  before: ReadonlyMap<BilagSystem, Truth>,
  options: BilagOptions = defaultBilagOptions,
): GradedBilag => {
  const grade = (system: BilagSystem): SystemGrade =>
    gradeSystem(system, assessment, previous, before.get(system) ?? 'unknown', options);
  return {
    systems: {
      constitutional: grade('constitutional'),
      mucocutaneous: grade('mucocutaneous'),
      neuropsychiatric: grade('neuropsychiatric'),
      musculoskeletal: grade('musculoskeletal'),
      cardiorespiratory: grade('cardiorespiratory'),
      gastrointestinal: grade('gastrointestinal'),
      ophthalmic: grade('ophthalmic'),
      renal: grade('renal'),
      haematological: grade('haematological'),
    },
    refused: [...refusedIn('this', assessment), ...refusedIn('previous', previous)],
  };
};
