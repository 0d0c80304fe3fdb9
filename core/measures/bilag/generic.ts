import { type BilagBranch, type BilagFinding, type BilagSeverity, foundBy, mergeFindings, worstOf } from './finding.ts';
import { ordinalLevels } from './form.ts';
import { type BilagInput, levelsOf } from './inputs.ts';
import { bilagItem } from './items.ts';
import type { GenericLists } from './options.ts';
import type { BilagSystem } from './systems.ts';

export type GenericSystem = Exclude<BilagSystem, 'constitutional' | 'renal' | 'haematological' | 'cardiorespiratory'>;

/**
 * Which items of a system lead to which grade; the cardiorespiratory lists are an option.
 *
 * @source yee2010; gastrointestinal and ophthalmic lists checked item by item against another implementation, the others
 * by their sizes, their membership recalled
 */
export const genericLists: Readonly<Record<GenericSystem, GenericLists>> = {
  mucocutaneous: { A: [5, 7, 9, 11, 13], B: [6, 12, 14, 15], C: [8, 10, 16, 17, 18] },
  neuropsychiatric: {
    A: [19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 36],
    B: [30, 32, 33, 34, 35, 37, 38],
    C: [],
  },
  musculoskeletal: { A: [39, 41], B: [40, 42], C: [43] },
  gastrointestinal: { A: [56, 58, 61, 63, 64], B: [57, 59, 60, 62], C: [] },
  ophthalmic: { A: [65, 66, 69, 72, 74, 76, 77], B: [67, 68, 70, 73], C: [71, 75] },
};

/** Severity of an item by its level: improving, then the same, worse or new. */
const severities: Readonly<Record<keyof GenericLists, readonly [improving: BilagSeverity, active: BilagSeverity]>> = {
  A: [2, 3],
  B: [1, 2],
  C: [1, 1],
};

const severityAt = (level: number, list: keyof GenericLists): BilagSeverity => {
  if (level === 0) return 0;
  const [improving, active] = severities[list];
  return level === 1 ? improving : active;
};

const branchOf = (item: number): BilagBranch => ({ rule: bilagItem(item).label, items: [item] });

/** What one item of a list may come to. */
export const ordinalFindings = (item: number, list: keyof GenericLists, input: BilagInput): readonly BilagFinding[] => {
  const { rule, items } = branchOf(item);
  return mergeFindings(
    levelsOf(input, ordinalLevels.length - 1).map((level) => foundBy(severityAt(level, list), rule, items)),
  );
};

/**
 * The rule of six systems: A when an item of list A is the same, worse or new; else B when one of list A improves or
 * one of list B is the same, worse or new; else C when one of list B improves or one of list C is present. It is "any
 * of": the worst item decides, in whatever order they stand.
 *
 * @source yee2010
 */
export const gradeGeneric = (lists: GenericLists, input: (item: number) => BilagInput): readonly BilagFinding[] =>
  worstOf(
    (['A', 'B', 'C'] as const).flatMap((list) => lists[list].map((item) => ordinalFindings(item, list, input(item)))),
  );
