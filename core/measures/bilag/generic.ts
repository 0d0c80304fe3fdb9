import { oncePer } from '../once-per.ts';
import { type ByLevel, madeOf } from './by-level.ts';
import { type BilagFinding, type BilagSeverity, foundBy, mergeFindings, noFindings, worstOf } from './finding.ts';
import type { SystemInputs } from './inputs.ts';
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

/** From level 1 on. */
const severityAt = (level: number, list: keyof GenericLists): BilagSeverity => {
  const [improving, active] = severities[list];
  return level === 1 ? improving : active;
};

/** An item that a rule looks at by itself, with its findings. */
export interface GradedItem {
  readonly item: number;
  readonly byLevel: ByLevel<BilagFinding>;
}

/** An item of a list. */
export const gradedItem = (item: number, list: keyof GenericLists): GradedItem => {
  const found = (level: number): readonly BilagFinding[] => [
    foundBy(severityAt(level, list), bilagItem(item).label, [item]),
  ];
  return { item, byLevel: [noFindings, found(1), found(2), found(3), found(4)] };
};

/** An item that is answered with yes or no. */
export const gradedFinding = (item: number, severity: BilagSeverity): GradedItem => ({
  item,
  byLevel: [noFindings, [foundBy(severity, bilagItem(item).label, [item])]],
});

/** What an item may come to. */
export const itemFindings = ({ item, byLevel }: GradedItem, input: SystemInputs['input']): readonly BilagFinding[] =>
  mergeFindings(madeOf(byLevel, input(item)));

/** The lists do not change from one person to the next. */
const gradedItems = oncePer(({ A, B, C }: GenericLists): readonly GradedItem[] => [
  ...A.map((item) => gradedItem(item, 'A')),
  ...B.map((item) => gradedItem(item, 'B')),
  ...C.map((item) => gradedItem(item, 'C')),
]);

/**
 * The rule of six systems: A when an item of list A is the same, worse or new; else B when one of list A improves or
 * one of list B is the same, worse or new; else C when one of list B improves or one of list C is present. It is "any
 * of": the worst item decides, in whatever order they stand.
 *
 * @source yee2010
 */
export const gradeGeneric = (lists: GenericLists, input: SystemInputs['input']): readonly BilagFinding[] => {
  const parts: (readonly BilagFinding[])[] = [];
  for (const graded of gradedItems(lists)) {
    const findings = itemFindings(graded, input);
    // Most items of most people are not present, and not worth a place.
    if (findings !== noFindings) parts.push(findings);
  }
  return worstOf(parts);
};
