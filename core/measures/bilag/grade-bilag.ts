import type { Truth } from '#core/quantities/truth.ts';
import { gradeConstitutional } from './constitutional.ts';
import { type BilagBranch, type BilagFinding, noFindings } from './finding.ts';
import { type GenericSystem, genericLists, gradeGeneric } from './generic.ts';
import { gradeHaematological } from './haematological.ts';
import { type SystemInputs, systemInputs, type WantingItem } from './inputs.ts';
import { type BilagAssessment, itemState } from './item-state.ts';
import { findBilagItem } from './items.ts';
import { type BilagOptions, defaultBilagOptions } from './options.ts';
import { gradeRenal } from './renal.ts';
import { type BilagGrade, type BilagSystem, forSystems } from './systems.ts';

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

/** Whether a system was ever active before; a Map is one. */
export interface InvolvedBefore {
  get(system: BilagSystem): Truth | undefined;
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

const reason = (system: BilagSystem, grade: BilagGrade, { rule, items }: BilagBranch): BilagReason => ({
  system,
  grade,
  rule,
  items,
});

const inactive = { D: 'involved before', E: 'never involved' } as const;

type RestingGrades = Readonly<Record<Truth, readonly PossibleGrade[]>>;

/** The grades of an inactive system, by whether it was involved before. */
const restingGrades = forSystems((system): RestingGrades => {
  const possible = (grade: 'D' | 'E'): PossibleGrade => ({
    grade,
    reasons: [reason(system, grade, { rule: inactive[grade], items: [] })],
  });
  return { true: [possible('D')], false: [possible('E')], unknown: [possible('D'), possible('E')] };
});

const active = { 1: 'C', 2: 'B', 3: 'A' } as const;

const activeGrade = (system: BilagSystem, grade: BilagGrade, branches: readonly BilagBranch[]): PossibleGrade => ({
  grade,
  reasons: branches.map((branch) => reason(system, grade, branch)),
});

const gradesOf = (system: BilagSystem, findings: readonly BilagFinding[], before: Truth): readonly PossibleGrade[] => {
  if (findings === noFindings) return restingGrades[system][before];
  const grades: PossibleGrade[] = [];
  for (const { severity, branches } of findings) {
    if (severity === 0) grades.push(...restingGrades[system][before]);
    else grades.push(activeGrade(system, active[severity], branches));
  }
  return grades;
};

interface GradedSystem {
  readonly grade: SystemGrade;
  /** How many items of the system are known. */
  readonly known: number;
}

const gradeSystem = (
  system: BilagSystem,
  assessment: BilagAssessment,
  previous: BilagAssessment | undefined,
  before: Truth,
  options: BilagOptions,
): GradedSystem => {
  const { input, wanting, isAnswered, isLowerBound, known } = systemInputs(system, assessment, options.notDone);
  const possible = gradesOf(system, systemRules[system](input, previous, options), before);
  const mayBeWorse = isLowerBound && possible.some(({ grade }) => grade !== 'A');
  return { grade: { possible, wanting, isAnswered, isLowerBound: mayBeWorse }, known };
};

const refusedIn = (name: RefusedAnswer['assessment'], assessment: BilagAssessment): readonly RefusedAnswer[] =>
  [...assessment].flatMap(([number, value]) => {
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
  before: InvolvedBefore,
  options: BilagOptions = defaultBilagOptions,
): GradedBilag => {
  let known = 0;
  const grade = (system: BilagSystem): SystemGrade => {
    const graded = gradeSystem(system, assessment, previous, before.get(system) ?? 'unknown', options);
    known += graded.known;
    return graded.grade;
  };
  const systems = forSystems(grade);
  // Where all that was recorded is known, nothing was refused.
  const refused = known === assessment.size ? [] : refusedIn('this', assessment);
  return { systems, refused: previous === undefined ? refused : [...refused, ...refusedIn('previous', previous)] };
};
