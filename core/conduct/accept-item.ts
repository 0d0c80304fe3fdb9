import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Item, ItemType } from '#core/measures/instrument.ts';
import { isBelowZero } from '#core/measures/laboratory.ts';
import { oncePer } from '#core/measures/once-per.ts';
import { acceptedLevels, readLevels } from '#core/measures/read-levels.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { isQuantity, readQuantity } from '#core/quantities/quantity.ts';
import { compare } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Study } from '#core/study/study.ts';
import type { ItemEntry } from './item-entry.ts';
import type { Refusal } from './refusal.ts';

const notAccepted = (entry: ItemEntry, accepted: string): Refusal => ({
  refused: 'value not accepted',
  item: entry.item,
  value: entry.value,
  accepted,
});

const plainNumber = readUnit('1');

/** A result as a laboratory prints it, and not below zero; whether its unit is taken is another question. */
const isResult = (written: string): boolean => {
  const quantity = isUnit(plainNumber) && readQuantity(written, plainNumber);
  return quantity !== false && isQuantity(quantity) && !isBelowZero(quantity.range);
};

/** `mg/dl` is `mg/dL` and `g/24h` is `g/(24.h)`: a unit is known by its code, however it is spelt. */
export const isSameUnit = (listed: string, written: string): boolean => {
  const [a, b] = [readUnit(listed), readUnit(written)];
  return isUnit(a) && isUnit(b) && a.code === b.code;
};

const acceptQuantity = (entry: ItemEntry, { units }: Extract<ItemType, { type: 'quantity' }>): Refusal | undefined => {
  if (!isResult(entry.value)) return notAccepted(entry, 'a number such as 1.20, or <0.04 where the laboratory says so');
  const { item, unit } = entry;
  // Those that the form lists are units: most results come in one of them, letter by letter.
  if (unit !== undefined && (units.includes(unit) || units.some((listed) => isSameUnit(listed, unit))))
    return undefined;
  return { refused: 'unit not accepted', item, unit, accepted: units };
};

const inRange = (entry: ItemEntry, least: string, most: string, places: number): boolean => {
  const decimal = readDecimal(entry.value);
  const [low, high] = [readDecimal(least), readDecimal(most)];
  if (decimal === undefined || low === undefined || high === undefined || decimal.scale > places) return false;
  const value = rationalOf(decimal);
  return compare(value, rationalOf(low)) >= 0 && compare(value, rationalOf(high)) <= 0;
};

const acceptAnswer = (entry: ItemEntry, answer: ItemType): Refusal | undefined => {
  if (answer.type !== 'quantity' && entry.unit !== undefined)
    return { refused: 'unit not accepted', item: entry.item, unit: entry.unit, accepted: ['no unit'] };
  switch (answer.type) {
    case 'quantity':
      return acceptQuantity(entry, answer);
    case 'whole number':
      return inRange(entry, String(answer.least), String(answer.most), 0)
        ? undefined
        : notAccepted(entry, `a whole number from ${answer.least} to ${answer.most}`);
    case 'decimal':
      return inRange(entry, answer.least, answer.most, answer.places)
        ? undefined
        : notAccepted(entry, `a number from ${answer.least} to ${answer.most} with at most ${answer.places} decimals`);
    case 'level':
      return answer.levels.includes(entry.value) ? undefined : notAccepted(entry, answer.levels.join(', '));
    case 'levels':
      return readLevels(entry.value, answer.levels) === undefined
        ? notAccepted(entry, acceptedLevels(answer.levels))
        : undefined;
    default:
      return answer satisfies never;
  }
};

type Items = ReadonlyMap<string, Item>;

const itemsBySection = oncePer(({ definition, lexicon }: Study): ReadonlyMap<string, Items> => {
  const itemsAsked = (measures: readonly string[]): Items =>
    new Map(
      measures
        .flatMap((measure) => lexicon.measures.get(measure)?.instrument?.items ?? [])
        .map((item) => [item.id, item]),
    );
  return new Map(definition.activities.map(({ id, measures }) => [id, itemsAsked(measures ?? [])]));
});

const noItems: Items = new Map();

/** The items that a section asks for, by id. */
export const itemsOf = (study: Study, section: string): Items => itemsBySection(study).get(section) ?? noItems;

/** Every item that a section of the study asks for, by id. */
export const itemsOfSections = oncePer(
  (study: Study): Items => new Map([...itemsBySection(study).values()].flatMap((items) => [...items])),
);

/** Refuses an entry whose item, unit or value the form does not take; "not done" is always taken. */
export const acceptItem = (entry: ItemEntry, items: ReadonlyMap<string, Item>): Refusal | undefined => {
  const item = items.get(entry.item);
  if (item === undefined)
    return { refused: 'name unknown', kind: 'item', name: entry.item, nearest: nearestName(entry.item, items.keys()) };
  return entry.value === 'not done' ? undefined : acceptAnswer(entry, item.answer);
};
