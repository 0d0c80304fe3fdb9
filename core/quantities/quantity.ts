import { type Decimal, rationalOf, readDecimal } from './decimal.ts';
import { atLeastValue, atMost, between, exactly, lessThan, moreThan, type Range, scaleRange } from './range.ts';
import { compare, type Rational } from './rational.ts';
import { conversionFactor, type Unit } from './unit.ts';

/** A reported value: the numbers that it may stand for, its unit, and the text from which it was read. */
export interface Quantity {
  readonly range: Range;
  readonly unit: Unit;
  readonly written: string;
}

export interface QuantityProblem {
  readonly problem:
    | 'empty'
    | 'blank inside'
    | 'decimal comma'
    | 'exponent'
    | 'too many digits'
    | 'range runs backwards'
    | 'not a number';
  readonly text: string;
}

const decimal = '[+-]?\\d+(?:\\.\\d+)?';
const reported = new RegExp(`^(<=|>=|≤|≥|<|>|)(${decimal})$`);
const counted = new RegExp(`^(${decimal})-(${decimal})$`);

/**
 * Reads what a laboratory prints: `1.20`; censored at a limit of the assay, `<0.04`, `<=5`, `>200` (also `≤`, `≥`); a
 * range such as cells per field, `5-10`, both ends included. Blanks, commas and exponents are refused, not guessed at.
 */
export const readQuantity = (text: string, unit: Unit): Quantity | QuantityProblem => {
  const range = readCensored(text) ?? readCounted(text);
  if (range === undefined) return { problem: reasonOf(text), text };
  return range === 'backwards' ? { problem: 'range runs backwards', text } : { range, unit, written: text };
};

export const isQuantity = (q: Quantity | QuantityProblem): q is Quantity => 'range' in q;

/** The value in another unit, exact; `undefined` where the units are not commensurable (see `conversionFactor`). */
export const inUnit = (q: Quantity, unit: Unit, molarMass?: Rational): Range | undefined => {
  const factor = conversionFactor(q.unit, unit, molarMass);
  return factor && scaleRange(q.range, factor);
};

const readCensored = (text: string): Range | undefined => {
  const [, sign = '', digits = ''] = reported.exec(text) ?? [];
  const number = rationalIn(digits);
  return number && rangeOf(sign, number);
};

const rangeOf = (sign: string, number: Rational): Range => {
  switch (sign) {
    case '<':
      return lessThan(number);
    case '<=':
    case '≤':
      return atMost(number);
    case '>':
      return moreThan(number);
    case '>=':
    case '≥':
      return atLeastValue(number);
    default:
      return exactly(number);
  }
};

const readCounted = (text: string): Range | 'backwards' | undefined => {
  const [, from = '', to = ''] = counted.exec(text) ?? [];
  const [low, high] = [rationalIn(from), rationalIn(to)];
  if (low === undefined || high === undefined) return undefined;
  return compare(low, high) > 0 ? 'backwards' : between(low, high);
};

const rationalIn = (digits: string): Rational | undefined => {
  const read: Decimal | undefined = readDecimal(digits);
  return read && rationalOf(read);
};

const reasonOf = (text: string): QuantityProblem['problem'] => {
  if (text.trim() === '') return 'empty';
  if (/\s/.test(text)) return 'blank inside';
  if (/^[<>=≤≥]*[+-]?\d+,\d+$/.test(text)) return 'decimal comma';
  if (/^[<>=≤≥]*[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return 'exponent';
  return reported.test(text) || counted.test(text) ? 'too many digits' : 'not a number';
};
