import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Instrument } from './instrument.ts';
import { notEvaluable } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';
import { readWholeNumber } from './read-whole-number.ts';
import { wholeForm } from './weighted-score.ts';

/** An item that is a whole number from 0 on. */
export interface CountedItem {
  readonly id: string;
  readonly label: string;
  readonly most: number;
}

/** A form of such items. */
export const countedInstrument = (
  id: string,
  title: string,
  [first, ...others]: readonly [CountedItem, ...CountedItem[]],
): Instrument => {
  const item = (counted: CountedItem) => ({
    id: `${id}.${counted.id}`,
    label: counted.label,
    answer: { type: 'whole number', least: 0, most: counted.most } as const,
  });
  return { id, title, items: [item(first), ...others.map(item)] };
};

type ItemCounts = ReadonlyMap<string, number>;

/**
 * A total that never falls as an item rises. An item that was not assessed may be anything from 0 to its most, so the
 * total is then between bounds; with nothing assessed it is not evaluable.
 */
export const totalOfCounts = (
  id: string,
  items: readonly CountedItem[],
  total: (counts: ItemCounts) => number,
  sitting: Sitting,
): MeasuredNumber => {
  const [least, most] = [new Map<string, number>(), new Map<string, number>()];
  const [evidence, missing]: [Evidence[], Missing[]] = [[], []];
  for (const item of items) {
    const read = readWholeNumber(`${id}.${item.id}`, 0, item.most, sitting);
    if (read.value === undefined) missing.push(read.missing);
    else if (read.value > 0) evidence.push(read.evidence);
    least.set(item.id, read.value ?? 0);
    most.set(item.id, read.value ?? item.most);
  }
  if (missing.length === items.length) return notEvaluable([wholeForm(id, sitting, missing)]);
  const [low, high] = [total(least), total(most)];
  const status = low === high ? 'ok' : 'partial';
  const range = between(rational(low), rational(high));
  return { kind: 'number', status, range, evidence, missing: low === high ? [] : missing };
};

/** "endocapillary 2, crescents 1": the items that count, as they were answered. */
export const sayCounts = (id: string, evidence: readonly Evidence[]): string =>
  evidence.length === 0
    ? 'nothing'
    : evidence.map(({ what, written }) => `${what.slice(id.length + 1)} ${written}`).join(', ');
