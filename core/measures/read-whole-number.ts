import { missingItem } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, Missing } from './measured.ts';

/** A whole number as it was entered, or why there is none. */
export type ReadWholeNumber =
  | { readonly value: number; readonly evidence: Evidence }
  | { readonly value: undefined; readonly missing: Missing };

/** Reads an item that is a whole number from `least` to `most`; a text that is none is unreadable, never the nearest. */
export const readWholeNumber = (item: string, least: number, most: number, sitting: Sitting): ReadWholeNumber => {
  const answer = sitting.answer(item);
  if (answer === undefined || answer.written === 'not done')
    return { value: undefined, missing: missingItem(item, sitting, answer) };
  const { record, written, date } = answer;
  const value = /^\d{1,9}$/.test(written) ? Number(written) : undefined;
  if (value !== undefined && value >= least && value <= most)
    return { value, evidence: { record, what: item, written, date } };
  const why = `no whole number from ${least} to ${most}`;
  return { value: undefined, missing: { kind: 'unreadable', item, point: sitting.point, why } };
};
