import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Instrument } from './instrument.ts';
import { notEvaluable } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';
import { readLevel } from './read-level.ts';

/** An item that is present or absent, and what it counts when present. */
export interface WeightedItem {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
}

const presence = ['present', 'absent'] as const;

/** A form of items that are each present or absent. */
export const presenceInstrument = (
  id: string,
  title: string,
  items: readonly [WeightedItem, ...WeightedItem[]],
): Instrument => {
  const item = (weighted: WeightedItem) => ({
    id: `${id}.${weighted.id}`,
    label: weighted.label,
    answer: { type: 'level', levels: presence } as const,
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

/** An item by its name on the form, and what it counts. */
type Named = readonly [item: string, weight: number];

const count = (tally: Tally, [item, weight]: Named, sitting: Sitting): void => {
  // Most items of most forms are absent; asked first, it keeps a register of a million forms within seconds.
  if (sitting.answer(item)?.written === 'absent') return;
  const read = readLevel(item, presence, sitting);
  tally.most += weight;
  if (read.level === undefined) {
    tally.missing.push(read.missing);
    return;
  }
  tally.least += weight;
  tally.evidence.push({ ...read.evidence, written: `present (${weight})` });
};

/** With nothing assessed the whole form is missing, not each of its items. */
export const wholeForm = (id: string, sitting: Sitting, missing: readonly Missing[]): Missing => {
  const notDone = missing.every((each) => each.kind === 'item' && each.why === 'not done');
  return { kind: 'item', item: id, point: sitting.point, why: notDone ? 'not done' : 'not recorded' };
};

/**
 * The sum of the weights of the items that are present. An item that was not assessed may be present or absent, so the
 * sum is then between bounds; with nothing assessed it is not evaluable.
 */
export const sumOfPresent = (id: string, items: readonly WeightedItem[]): ((sitting: Sitting) => MeasuredNumber) => {
  const named = items.map((item): Named => [`${id}.${item.id}`, item.weight]);
  return (sitting) => {
    const tally: Tally = { least: 0, most: 0, evidence: [], missing: [] };
    for (const item of named) count(tally, item, sitting);
    const { least, most, evidence, missing } = tally;
    if (missing.length === items.length) return notEvaluable([wholeForm(id, sitting, missing)]);
    const range = between(rational(least), rational(most));
    return { kind: 'number', status: missing.length === 0 ? 'ok' : 'partial', range, evidence, missing };
  };
};
