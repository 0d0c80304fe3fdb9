import type { Rational } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit, type Unit } from '#core/quantities/unit.ts';
import type { Lexicon } from './lexicon.ts';
import type { MeasureAt, Span, Value } from './syntax.ts';

/** What a value is, before any participant is asked. `demandsUnit`: a bare number may not stand beside it. */
export interface ValueType {
  readonly unit: Unit;
  readonly demandsUnit: boolean;
  readonly molarMass: Rational | undefined;
  readonly bare: boolean;
}

export type TypeProblem =
  | { readonly problem: 'unit missing'; readonly span: Span; readonly measureUnit: string }
  | { readonly problem: 'a share of nothing'; readonly span: Span }
  | { readonly problem: 'units differ'; readonly span: Span; readonly left: string; readonly right: string }
  | { readonly problem: 'not a number'; readonly span: Span; readonly name: string }
  | { readonly problem: 'not graded by system'; readonly span: Span; readonly name: string }
  | {
      readonly problem: 'unknown grade';
      readonly span: Span;
      readonly grade: string;
      readonly levels: readonly string[];
    }
  | { readonly problem: 'not followed daily'; readonly span: Span; readonly name: string }
  | { readonly problem: 'no normal range'; readonly span: Span; readonly name: string }
  | { readonly problem: 'product of two units'; readonly span: Span };

export const isTypeProblem = (type: ValueType | TypeProblem): type is TypeProblem => 'problem' in type;

/** A unit that the catalogue or an earlier reading has vouched for. */
export const knownUnit = (text: string): Unit => {
  const unit = readUnit(text);
  if (!isUnit(unit)) throw new Error(`unit ${text}: ${unit.problem}`);
  return unit;
};

const one = knownUnit('1');
const plainNumber: ValueType = { unit: one, demandsUnit: false, molarMass: undefined, bare: false };

/** What a value needs to be typed by the measure that it is of. */
type OfMeasure = Pick<MeasureAt, 'measure' | 'span'>;

const typeOfMeasure = (value: OfMeasure, lexicon: Lexicon): ValueType | TypeProblem => {
  const kind = lexicon.measures.get(value.measure)?.value;
  if (kind?.kind === 'quantity')
    return { unit: knownUnit(kind.unit), demandsUnit: true, molarMass: kind.molarMass, bare: false };
  if (kind?.kind === 'score') return plainNumber;
  return { problem: 'not a number', span: value.span, name: value.measure };
};

/** Over days, a rate a day becomes an amount: mg/d becomes mg. */
const typeOfIntegral = (value: OfMeasure, lexicon: Lexicon): ValueType | TypeProblem => {
  const measure = lexicon.measures.get(value.measure);
  const type = typeOfMeasure(value, lexicon);
  if (isTypeProblem(type)) return type;
  if (measure?.accumulate === undefined)
    return { problem: 'not followed daily', span: value.span, name: value.measure };
  return { ...type, unit: knownUnit(`${type.unit.code}.d`) };
};

const typeOfLimit = (value: Extract<Value, { kind: 'limit' }>, lexicon: Lexicon): ValueType | TypeProblem => {
  const type = typeOfMeasure(value.of, lexicon);
  const quantity = lexicon.measures.get(value.of.measure)?.value.kind === 'quantity';
  if (isTypeProblem(type) || quantity) return type;
  return { problem: 'no normal range', span: value.span, name: value.of.measure };
};

const typeOfNewGrades = (value: Extract<Value, { kind: 'new-grades' }>, lexicon: Lexicon): ValueType | TypeProblem => {
  const kind = lexicon.measures.get(value.of.measure)?.value;
  if (kind?.kind !== 'profile') return { problem: 'not graded by system', span: value.of.span, name: value.of.measure };
  if (!kind.levels.includes(value.grade))
    return { problem: 'unknown grade', span: value.span, grade: value.grade, levels: kind.levels };
  return plainNumber;
};

/** May these two stand beside each other? The problem when they may not. */
export const agree = (left: ValueType, right: ValueType, span: Span): TypeProblem | undefined => {
  const demanding = [left, right].find((type) => type.demandsUnit);
  if (demanding !== undefined && (left.bare || right.bare))
    return { problem: 'unit missing', span, measureUnit: demanding.unit.written };
  // 50% beside UPCR is meant as half of something; beside sclerosed glomeruli it is what they are counted in.
  if ((left.unit.written === '%') !== (right.unit.written === '%')) return { problem: 'a share of nothing', span };
  if (conversionFactor(right.unit, left.unit, left.molarMass ?? right.molarMass) === undefined)
    return { problem: 'units differ', span, left: left.unit.written, right: right.unit.written };
  return undefined;
};

/** A plain number or score, which multiplies and divides without changing the unit; 500 mg/g is none. */
export const isPure = (type: ValueType): boolean => type.unit === one;

const typeOfProduct = (
  value: Extract<Value, { kind: 'product' }>,
  left: ValueType,
  right: ValueType,
): ValueType | TypeProblem => {
  if (isPure(right)) return { ...left, bare: left.bare && right.bare };
  if (value.operator === '*' && isPure(left)) return { ...right, bare: false };
  if (value.operator === '/' && agree(left, right, value.span) === undefined) return plainNumber;
  return { problem: 'product of two units', span: value.span };
};

const typeOfPair = (value: Extract<Value, { kind: 'sum' | 'product' }>, lexicon: Lexicon): ValueType | TypeProblem => {
  const left = typeOfValue(value.left, lexicon);
  if (isTypeProblem(left)) return left;
  const right = typeOfValue(value.right, lexicon);
  if (isTypeProblem(right)) return right;
  if (value.kind === 'product') return typeOfProduct(value, left, right);
  return (
    agree(left, right, value.span) ?? {
      ...(left.demandsUnit ? left : right),
      unit: left.unit,
      bare: left.bare && right.bare,
    }
  );
};

/** The type of a value, or why it has none. */
export const typeOfValue = (value: Value, lexicon: Lexicon): ValueType | TypeProblem => {
  switch (value.kind) {
    case 'number':
      return value.unit === undefined
        ? { ...plainNumber, bare: true }
        : { unit: knownUnit(value.unit), demandsUnit: false, molarMass: undefined, bare: false };
    case 'measure':
      return typeOfMeasure(value, lexicon);
    case 'limit':
      return typeOfLimit(value, lexicon);
    case 'reading':
      return typeOfMeasure(value, lexicon);
    case 'integral':
      return typeOfIntegral(value, lexicon);
    case 'record-count':
      return plainNumber;
    case 'percent-of':
      return typeOfValue(value.of, lexicon);
    case 'change':
      return typeOfMeasure(value.of, lexicon);
    case 'new-grades':
      return typeOfNewGrades(value, lexicon);
    case 'sum':
    case 'product':
      return typeOfPair(value, lexicon);
    default:
      return value satisfies never;
  }
};
