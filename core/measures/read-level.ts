import { missingItem } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, Missing } from './measured.ts';

/** One level of a closed list as it was entered, or why there is none. */
export type ReadLevel<Level extends string = string> =
  | { readonly level: Level; readonly evidence: Evidence }
  | { readonly level: undefined; readonly missing: Missing };

/** Reads an item that is one level of a list. A text that is no level of it is unreadable, never the mildest level. */
export const readLevel = <Level extends string>(
  item: string,
  levels: readonly Level[],
  sitting: Sitting,
): ReadLevel<Level> => {
  const answer = sitting.answer(item);
  if (answer === undefined || answer.written === 'not done')
    return { level: undefined, missing: missingItem(item, sitting, answer) };
  const { record, written, date } = answer;
  const level = levels.find((one) => one === written);
  if (level !== undefined) return { level, evidence: { record, what: item, written, date } };
  const why = `"${written}" is none of ${levels.join(', ')}`;
  return { level: undefined, missing: { kind: 'unreadable', item, point: sitting.point, why } };
};
