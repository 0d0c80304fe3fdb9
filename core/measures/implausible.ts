import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import type { Item } from './instrument.ts';
import { laboratory } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import { oncePer } from './once-per.ts';

/** A result that no laboratory is likely to report: to be looked at, and computed with all the same. */
export interface Implausible {
  readonly item: string;
  readonly written: string;
  /** "0.1 to 20 mg/dL" */
  readonly plausible: string;
}

const measures: ReadonlyMap<string, Measure> = new Map(laboratory.map((measure) => [measure.id, measure]));

const limit = (text: string): Range => {
  const decimal = readDecimal(text);
  if (decimal === undefined) throw new Error(`${text} is no limit`);
  return exactly(rationalOf(decimal));
};

/** What is plausible, least and most. */
const limitsOf = oncePer(([least, most]: readonly [string, string]) => ({ low: limit(least), high: limit(most) }));

/** Those results of the laboratory that lie wholly outside what is plausible: a slip of the unit, more often than not. */
export const implausibleResults = (items: readonly Item[], sitting: Sitting): readonly Implausible[] =>
  items.flatMap(({ id, answer }) => {
    const measured = answer.type === 'quantity' ? measures.get(id)?.compute(sitting) : undefined;
    if (answer.type !== 'quantity' || measured?.kind !== 'number' || measured.status !== 'ok') return [];
    const [least, most] = answer.plausible;
    const { low, high } = limitsOf(answer.plausible);
    const isLow = compareRanges(measured.range, '<', low) === 'true';
    const isHigh = compareRanges(measured.range, '>', high) === 'true';
    if (!isLow && !isHigh) return [];
    const written = measured.evidence[0]?.written ?? '';
    return [{ item: id, written, plausible: `${least} to ${most} ${answer.units[0]}` }];
  });
