import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { ordinalLevels } from './form.ts';
import { type BilagAssessment, type BilagItemState, everyAnswer, itemState, singleLevel } from './item-state.ts';
import { bilagItem, itemsBySystem } from './items.ts';
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
  /** How many items of the system are known. */
  readonly known: number;
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

/** An item of which nothing is known. */
interface OpenItem {
  readonly item: number;
  readonly state: Exclude<BilagItemState, KnownState>;
}

const wantingOf = ({ item, state }: OpenItem): WantingItem => ({
  item,
  why: state.state === 'refused' ? { kind: 'refused', reason: state.why } : { kind: state.state },
});

/** What is known as a rule takes it; undefined for an item of which nothing is known. */
const knownInput = (state: BilagItemState): BilagInput | undefined => {
  if (state.state === 'known') return state.range;
  return state.state === 'not due to lupus' ? 'absent' : undefined;
};

const openItems = (first: number, states: readonly BilagItemState[]): readonly OpenItem[] => {
  const open: OpenItem[] = [];
  let item = first;
  for (const state of states) {
    if (!isKnown(state)) open.push({ item, state });
    item += 1;
  }
  return open;
};

/** What decides how an item is taken of which nothing is known. */
interface OpenRule {
  readonly notDone: NotDoneRule;
  readonly isAnswered: boolean;
  readonly stateOf: (item: number) => BilagItemState;
}

const isReplaced = ({ notDone, stateOf }: OpenRule, item: number): boolean =>
  notDone === 'open unless an alternative was done' && hasAlternative(item, stateOf);

const isLeftOut = ({ notDone, isAnswered, stateOf }: OpenRule, item: number): boolean =>
  isAnswered && notDone === 'contributes nothing' && stateOf(item).state === 'not done';

const openInput = (rule: OpenRule, item: number): BilagInput =>
  isReplaced(rule, item) || isLeftOut(rule, item) ? 'blank' : everyAnswer(bilagItem(item));

/**
 * The items of a system as its rule takes them. Where nothing at all was answered the system stays open whatever the
 * option says: a system that nobody looked at is not inactive.
 */
export const systemInputs = (system: BilagSystem, assessment: BilagAssessment, notDone: NotDoneRule): SystemInputs => {
  const { first, items } = itemsBySystem[system];
  // Looked up once: a rule asks for its items again and again.
  const states = items.map((item) => itemState(item, assessment.get(item.number)));
  const stateOf = (item: number): BilagItemState =>
    states[item - first] ?? itemState(bilagItem(item), assessment.get(item));
  const open = openItems(first, states);
  const known = items.length - open.length;
  const isAnswered = known > 0;
  const rule: OpenRule = { notDone, isAnswered, stateOf };
  return {
    input: (item) => knownInput(stateOf(item)) ?? openInput(rule, item),
    wanting: open.length === 0 ? [] : open.filter(({ item }) => !isReplaced(rule, item)).map(wantingOf),
    isAnswered,
    isLowerBound: open.some(({ item }) => isLeftOut(rule, item)),
    known,
  };
};

const everyLevel = ordinalLevels.map((_, level) => level);

/** Whether a range holds a level. Most ranges are a single one, which is seen without comparing fractions. */
const holdsLevel = (range: Range, level: number): boolean => {
  const single = singleLevel(range);
  return single < 0 ? compareRanges(range, '=', exactly(rational(level))) !== 'false' : single === level;
};

/** The whole numbers from 0 to `most` that an item may be; 0 where it is blank or absent. */
export const levelsOf = (input: BilagInput, most: number): readonly number[] =>
  typeof input === 'string' ? [0] : everyLevel.filter((level) => level <= most && holdsLevel(input, level));
