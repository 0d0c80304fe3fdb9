import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { Item } from '#core/measures/instrument.ts';

/** Numbers of the BILAG-2004 form, and the result of the laboratory or the visit that is copied there. */
const copied: Readonly<Record<string, string>> = {
  'BILAG.78': 'systolic-pressure',
  'BILAG.79': 'diastolic-pressure',
  'BILAG.82': 'UACR',
  'BILAG.83': 'UPCR',
  'BILAG.84': 'protein-24h',
  'BILAG.86': 'creatinine',
  'BILAG.90': 'haemoglobin',
  'BILAG.91': 'leucocytes',
  'BILAG.92': 'neutrophils',
  'BILAG.93': 'lymphocytes',
  'BILAG.94': 'platelets',
};

/** What a result is, as its own form has it; undefined where there is none. */
type ResultOf = (id: string) => readonly [value: string, unit: string] | undefined;

/** What is neither a result nor active: nothing present, nothing due, nothing before. */
const quiet = (item: Item): string => {
  if (item.answer.type !== 'level') return item.answer.type === 'whole number' ? String(item.answer.least) : 'not done';
  if (item.id.endsWith('.due-to-lupus')) return 'yes';
  return item.answer.levels.find((level) => level === 'not present' || level === 'no') ?? item.answer.levels[0];
};

/**
 * An item of the form of 97 as a virtual person answers it: the numbers are those of the visit, everything else is not
 * there. A number in a unit that the form does not take, and one that nobody measured, was not done.
 */
export const bilagFormAnswer = (item: Item, resultOf: ResultOf): ItemEntry => {
  const [value, unit] = resultOf(copied[item.id] ?? '') ?? [];
  const isTaken = item.answer.type === 'quantity' && unit !== undefined && item.answer.units.includes(unit);
  if (isTaken && value !== undefined) return { item: item.id, value, unit };
  return { item: item.id, value: quiet(item) };
};
