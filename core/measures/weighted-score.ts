import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Answer, Instrument } from './instrument.ts';
import { missingItem, notEvaluable } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';

/** An item that is present or absent, and what it counts when present. */
export interface WeightedItem {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
}

/** A form of items that are each present or absent. */
export const presenceInstrument = (
  id: string,
  title: string,
  items: readonly [WeightedItem, ...WeightedItem[]],
): Instrument => {
  const item = (weighted: WeightedItem) => ({
    id: `${id}.${weighted.id}`,
    label: weighted.label,
    answer: { type: 'level', levels: ['present', 'absent'] } as const,
  });
  const [first, ...others] = items;
  return { id, title, items: [item(first), ...others.map(item)] };
};

interface Tally {
  least: number;
  most: number;
  readonly evidence: Evidence[];
  readonly missing: Missing[];
}

const count = (
  tally: Tally,
  weighted: WeightedItem,
  item: string,
  answer: Answer | undefined,
  sitting: Sitting,
): void => {
  if (answer === undefined || answer.written === 'not done') {
    tally.most += weighted.weight;
    tally.missing.push(missingItem(item, sitting, answer));
    return;
  }
  if (answer.written !== 'present') return;
  tally.least += weighted.weight;
  tally.most += weighted.weight;
  tally.evidence.push({
    record: answer.record,
    what: item,
    written: `present (${weighted.weight})`,
    date: answer.date,
  });
};

/**
 * The sum of the weights of the items that are present. An item that was not assessed may be present or absent, so the
 * sum is then between bounds; with nothing assessed it is not evaluable.
 */
export const sumOfPresent = (id: string, items: readonly WeightedItem[], sitting: Sitting): MeasuredNumber => {
  const tally: Tally = { least: 0, most: 0, evidence: [], missing: [] };
  for (const weighted of items)
    count(tally, weighted, `${id}.${weighted.id}`, sitting.answer(`${id}.${weighted.id}`), sitting);
  const { least, most, evidence, missing } = tally;
  if (missing.length === items.length)
    return notEvaluable([{ kind: 'item', item: id, point: sitting.point, why: 'not recorded' }]);
  const range = between(rational(least), rational(most));
  return { kind: 'number', status: missing.length === 0 ? 'ok' : 'partial', range, evidence, missing };
};
