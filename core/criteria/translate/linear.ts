import { add, divide, multiply, negate, one, type Rational, zero } from '#core/quantities/rational.ts';
import { conversionFactor } from '#core/quantities/unit.ts';
import type { Lexicon } from '../lexicon.ts';
import { fraction, literal } from '../literal.ts';
import type { MeasureAt, Span, Value } from '../syntax.ts';
import { isPure, isTypeProblem, typeOfValue, type ValueType } from '../value-type.ts';

/** What is asked of the chart and answered by one number. */
export type AskedNumber =
  | MeasureAt
  | Extract<Value, { kind: 'new-grades' | 'limit' | 'reading' | 'integral' | 'record-count' }>;

/** A constant and multiples of asked numbers. Like terms stay apart: a missing number must not cancel itself away. */
export interface Linear {
  readonly terms: readonly { readonly factor: Rational; readonly of: AskedNumber }[];
  readonly constant: Rational;
}

/** A construct that ELM has no exact counterpart for here. */
export interface NotLinear {
  readonly construct: 'product of two measures' | 'quotient by a measure' | 'division by zero';
  readonly span: Span;
}

export const isNotLinear = (linear: Linear | NotLinear): linear is NotLinear => 'construct' in linear;

const isZero = (factor: Rational): boolean => factor.numerator === 0n;

/** Every number times a factor. None times zero: nothing is asked then, as nothing is where a sentence is decided. */
export const scaleLinear = (linear: Linear, factor: Rational): Linear =>
  isZero(factor)
    ? { terms: [], constant: zero }
    : {
        terms: linear.terms.map((term) => ({ ...term, factor: multiply(term.factor, factor) })),
        constant: multiply(linear.constant, factor),
      };

export const addLinear = (left: Linear, right: Linear): Linear => ({
  terms: [...left.terms, ...right.terms],
  constant: add(left.constant, right.constant),
});

const asked = (of: AskedNumber): Linear => ({ terms: [{ factor: one, of }], constant: zero });

const mustType = (value: Value, lexicon: Lexicon): ValueType => {
  const type = typeOfValue(value, lexicon);
  if (isTypeProblem(type)) throw new Error(`a value that does not type was translated: ${type.problem}`);
  return type;
};

const conversion = (from: ValueType, to: ValueType): Rational => {
  const factor = conversionFactor(from.unit, to.unit, to.molarMass ?? from.molarMass);
  if (factor === undefined) throw new Error(`${from.unit.code} does not convert to ${to.unit.code}`);
  return factor;
};

/** A value in the unit of another, so that the two can be compared or added. */
export const linearInUnitOf = (value: Value, target: Value, lexicon: Lexicon): Linear | NotLinear => {
  const linear = linearOf(value, lexicon);
  if (isNotLinear(linear)) return linear;
  return scaleLinear(linear, conversion(mustType(value, lexicon), mustType(target, lexicon)));
};

const productOf = (value: Extract<Value, { kind: 'product' }>, lexicon: Lexicon): Linear | NotLinear => {
  const ratio = value.operator === '/' && !isPure(mustType(value.right, lexicon));
  const left = linearOf(value.left, lexicon);
  const right = ratio ? linearInUnitOf(value.right, value.left, lexicon) : linearOf(value.right, lexicon);
  if (isNotLinear(left)) return left;
  if (isNotLinear(right)) return right;
  if (value.operator === '/') {
    if (right.terms.length > 0) return { construct: 'quotient by a measure', span: value.span };
    if (isZero(right.constant)) return { construct: 'division by zero', span: value.span };
    return scaleLinear(left, divide(one, right.constant));
  }
  if (right.terms.length === 0) return scaleLinear(left, right.constant);
  if (left.terms.length === 0) return scaleLinear(right, left.constant);
  return { construct: 'product of two measures', span: value.span };
};

/**
 * A value as multiples of what is asked, exact, in the unit of the value's type. The value must have passed the check.
 * Refused as data: products of two measures, quotients by a measure, division by zero.
 */
export const linearOf = (value: Value, lexicon: Lexicon): Linear | NotLinear => {
  switch (value.kind) {
    case 'number':
      return { terms: [], constant: literal(value.written) };
    case 'measure':
    case 'new-grades':
    case 'limit':
    case 'reading':
    case 'integral':
    case 'record-count':
      return asked(value);
    case 'change':
      return addLinear(asked(value.of), scaleLinear(asked({ ...value.of, point: value.from }), negate(one)));
    case 'percent-of': {
      const of = linearOf(value.of, lexicon);
      return isNotLinear(of) ? of : scaleLinear(of, fraction(value.percent));
    }
    case 'sum': {
      const left = linearOf(value.left, lexicon);
      const right = linearInUnitOf(value.right, value.left, lexicon);
      if (isNotLinear(left)) return left;
      if (isNotLinear(right)) return right;
      return addLinear(left, value.operator === '+' ? right : scaleLinear(right, negate(one)));
    }
    case 'product':
      return productOf(value, lexicon);
    default:
      return value satisfies never;
  }
};
