import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type BilagAssessment, type BilagItemState, everyAnswer, itemState } from './item-state.ts';
import { bilagItem, itemsOfSystem } from './items.ts';
import type { NotDoneRule } from './options.ts';
import type { BilagSystem } from './systems.ts';

/** One item as a rule takes it: what it may be, `blank` when it was not measured, `absent` when it is not due to lupus. */
export type BilagInput = Range | 'blank' | 'absent';

/** An item whose answer is not known, and why. */
export interface WantingItem {
  readonly item: number;
  readonly why: { readonly kind: 'not recorded' | 'not done' } | { readonly kind: 'refused'; readonly reason: string };
}

export interface SystemInputs {
  readonly input: (item: number) => BilagInput;
  readonly wanting: readonly WantingItem[];
  /** Whether any item of the system was answered. */
  readonly isAnswered: boolean;
  /** Whether items that were not done were taken as absent. */
  readonly isLowerBound: boolean;
}

/** Measures of one and the same thing, of which a clinic usually has one. */
const alternatives: readonly (readonly number[])[] = [
  [81, 82, 83, 84],
  [86, 87],
];

type KnownState = Extract<BilagItemState, { readonly state: 'known' | 'not due to lupus' }>;

const isKnown = (state: BilagItemState): state is KnownState =>
  state.state === 'known' || state.state === 'not due to lupus';

/** Whether another measure of the same was done, for an item that was not. */
const hasAlternative = (item: number, stateOf: (item: number) => BilagItemState): boolean =>
  alternatives.filter((group) => group.includes(item)).some((group) => group.some((other) => isKnown(stateOf(other))));

const whyWanting = (state: BilagItemState): WantingItem['why'] | undefined => {
  if (isKnown(state)) return undefined;
  return state.state === 'refused' ? { kind: 'refused', reason: state.why } : { kind: state.state };
};

/**
 * The items of a system as its rule takes them. Where nothing at all was answered the system stays open whatever the
 * option says: a system that nobody looked at is not inactive.
 */
export const systemInputs = (system: BilagSystem, assessment: BilagAssessment, notDone: NotDoneRule): SystemInputs => {
  const items = itemsOfSystem(system);
  const stateOf = (item: number): BilagItemState => itemState(bilagItem(item), assessment.get(item));
  const isAnswered = items.some((item) => isKnown(stateOf(item)));
  const isReplaced = (item: number): boolean =>
    notDone === 'open unless an alternative was done' && hasAlternative(item, stateOf);
  const isLeftOut = (item: number): boolean =>
    isAnswered && notDone === 'contributes nothing' && stateOf(item).state === 'not done';
  const input = (item: number): BilagInput => {
    const state = stateOf(item);
    if (state.state === 'known') return state.range;
    if (state.state === 'not due to lupus') return 'absent';
    return isReplaced(item) || isLeftOut(item) ? 'blank' : everyAnswer(bilagItem(item));
  };
  const wanting = items.flatMap((item) => {
    const why = whyWanting(stateOf(item));
    return why === undefined || isReplaced(item) ? [] : [{ item, why }];
  });
  return { input, wanting, isAnswered, isLowerBound: items.some(isLeftOut) };
};

/** The whole numbers from 0 to `most` that an item may be; 0 where it is blank or absent. */
export const levelsOf = (input: BilagInput, most: number): readonly number[] => {
  if (typeof input === 'string') return [0];
  const levels = Array.from({ length: most + 1 }, (_, level) => level);
  return levels.filter((level) => compareRanges(input, '=', exactly(rational(level))) !== 'false');
};
