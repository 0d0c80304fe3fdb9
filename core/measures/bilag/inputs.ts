import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { ordinalLevels } from './form.ts';
import { type BilagAssessment, type BilagItemState, everyAnswer, itemState, singleLevel } from './item-state.ts';
import { type BilagItem, bilagItem, itemsBySystem } from './items.ts';
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

const knownInput = (state: KnownState): BilagInput => (state.state === 'known' ? state.range : 'absent');

/** The items of a system looked up once: its rule asks for them again and again. */
interface LookedUpItems {
  /** By place in the system; undefined where nothing is known. */
  readonly inputs: readonly (BilagInput | undefined)[];
  readonly open: readonly OpenItem[];
}

const readItems = (items: readonly BilagItem[], assessment: BilagAssessment): LookedUpItems => {
  const inputs: (BilagInput | undefined)[] = [];
  const open: OpenItem[] = [];
  for (const item of items) {
    const state = itemState(item, assessment.get(item.number));
    if (!isKnown(state)) open.push({ item: item.number, state });
    inputs.push(isKnown(state) ? knownInput(state) : undefined);
  }
  return { inputs, open };
};

/**
 * The items of a system as its rule takes them. Where nothing at all was answered the system stays open whatever the
 * option says: a system that nobody looked at is not inactive.
 */
export const systemInputs = (system: BilagSystem, assessment: BilagAssessment, notDone: NotDoneRule): SystemInputs => {
  const { first, items } = itemsBySystem[system];
  const { inputs, open } = readItems(items, assessment);
  const known = items.length - open.length;
  const isAnswered = known > 0;
  const stateOf = (item: number): BilagItemState => itemState(bilagItem(item), assessment.get(item));
  const isReplaced = (item: number): boolean =>
    notDone === 'open unless an alternative was done' && hasAlternative(item, stateOf);
  const isLeftOut = (item: number): boolean =>
    isAnswered && notDone === 'contributes nothing' && stateOf(item).state === 'not done';
  const openInput = (item: number): BilagInput => {
    const state = stateOf(item);
    if (isKnown(state)) return knownInput(state);
    return isReplaced(item) || isLeftOut(item) ? 'blank' : everyAnswer(bilagItem(item));
  };
  return {
    input: (item) => inputs[item - first] ?? openInput(item),
    wanting: open.filter(({ item }) => !isReplaced(item)).map(wantingOf),
    isAnswered,
    isLowerBound: open.some(({ item }) => isLeftOut(item)),
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
