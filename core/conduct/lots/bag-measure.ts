import { isCellProductProblem, viableConcentration } from '#core/conduct/cell-product.ts';
import type { Objection } from '#core/conduct/first-refusal.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare } from '#core/quantities/rational.ts';
import type { BagMeasure, LeastViability } from './lot-event.ts';

const aPercentage = 'a percentage above 0, at most 100';

/** Refuses what is no count above zero, or no share of living cells in percent, above 0 and at most 100. */
export const notMeasured = ({ cells, viability }: BagMeasure): Objection => {
  const read = viableConcentration({ concentration: cells, viability });
  if (!isCellProductProblem(read)) return undefined;
  const { field, written: value } = read;
  return field === 'viability'
    ? { refused: 'value not accepted', item: field, value, accepted: aPercentage }
    : { refused: 'value not accepted', item: 'cells', value, accepted: 'a number above 0' };
};

/** Refuses a specification that holds anything but percentages. */
export const noSpecification = ({ atRelease, afterThaw }: LeastViability): Objection =>
  notMeasured({ cells: '1', viability: atRelease }) || notMeasured({ cells: '1', viability: afterThaw });

/** Whether a share of living cells is below the least that is accepted; exactly the least is not below it. */
export const isBelow = (viability: string, least: string): boolean => {
  const [found, lowest] = [readDecimal(viability), readDecimal(least)];
  if (found === undefined || lowest === undefined) throw new Error(`viability ${viability} against ${least}`);
  return compare(rationalOf(found), rationalOf(lowest)) < 0;
};
