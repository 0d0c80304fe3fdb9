import {
  addRanges,
  divideRanges,
  everything,
  exactly,
  multiplyRanges,
  type Range,
  scaleRange,
  subtractRanges,
} from '#core/quantities/range.ts';
import { conversionFactor } from '#core/quantities/unit.ts';
import type { Chart } from './chart.ts';
import { askCount, askIntegral, askLimit, askReading } from './compile-reading.ts';
import type { Lexicon } from './lexicon.ts';
import { fraction, literal } from './literal.ts';
import { countNewGrades } from './new-grades.ts';
import { pointName } from './point-name.ts';
import type { Value } from './syntax.ts';
import { isPure, isTypeProblem, typeOfValue, type ValueType } from './value-type.ts';
import { numberOf, type Worth } from './worth.ts';

export type AskValue = (chart: Chart, here: string | undefined) => Worth;

export interface CompiledValue {
  readonly type: ValueType;
  readonly ask: AskValue;
}

const nothing: readonly never[] = [];

const both =
  (left: AskValue, right: AskValue, combine: (a: Range, b: Range) => Range): AskValue =>
  (chart, here) => {
    const a = left(chart, here);
    const b = right(chart, here);
    return {
      range: combine(a.range, b.range),
      evidence: [...a.evidence, ...b.evidence],
      missing: [...a.missing, ...b.missing],
    };
  };

/** The same value in the unit of another, so that the two can be compared or added. */
export const inUnitOf = (value: CompiledValue, target: ValueType): AskValue => {
  const factor = conversionFactor(value.type.unit, target.unit, target.molarMass ?? value.type.molarMass);
  if (factor === undefined) throw new Error(`${value.type.unit.code} does not convert to ${target.unit.code}`);
  if (factor.numerator === factor.denominator) return value.ask;
  return (chart, here) => {
    const worth = value.ask(chart, here);
    return { ...worth, range: scaleRange(worth.range, factor) };
  };
};

const combineSum = { '+': addRanges, '-': subtractRanges } as const;
const combineProduct = { '*': multiplyRanges, '/': divideRanges } as const;

const compilePair = (value: Extract<Value, { kind: 'sum' | 'product' }>, lexicon: Lexicon): AskValue => {
  const left = compileValue(value.left, lexicon);
  const right = compileValue(value.right, lexicon);
  if (value.kind === 'sum') return both(left.ask, inUnitOf(right, left.type), combineSum[value.operator]);
  const ratio = value.operator === '/' && !isPure(right.type);
  return both(left.ask, ratio ? inUnitOf(right, left.type) : right.ask, combineProduct[value.operator]);
};

const compileAsk = (value: Value, lexicon: Lexicon): AskValue => {
  switch (value.kind) {
    case 'number': {
      const worth: Worth = { range: exactly(literal(value.written)), evidence: nothing, missing: nothing };
      return () => worth;
    }
    case 'measure':
      return (chart, here) => numberOf(chart.measure(value.measure, pointName(value.point, here)));
    case 'percent-of': {
      const of = compileAsk(value.of, lexicon);
      const factor = fraction(value.percent);
      return (chart, here) => {
        const worth = of(chart, here);
        return { ...worth, range: scaleRange(worth.range, factor) };
      };
    }
    case 'change': {
      const now = compileAsk(value.of, lexicon);
      const before = compileAsk({ ...value.of, point: value.from }, lexicon);
      return both(now, before, subtractRanges);
    }
    case 'new-grades':
      return (chart, here) =>
        countNewGrades(
          chart.measure(value.of.measure, pointName(value.of.point, here)),
          chart.measure(value.of.measure, pointName(value.from, here)),
          value.grade,
          lexicon.measures.get(value.of.measure)?.value,
        );
    case 'limit':
      return askLimit(value);
    case 'reading':
      return askReading(value, lexicon);
    case 'integral':
      return askIntegral(value);
    case 'record-count':
      return askCount(value, lexicon);
    case 'sum':
    case 'product':
      return compilePair(value, lexicon);
    default:
      return value satisfies never;
  }
};

/** Compiles a value once; asking it is then a walk of closures. The value must have passed the type check. */
export const compileValue = (value: Value, lexicon: Lexicon): CompiledValue => {
  const type = typeOfValue(value, lexicon);
  if (isTypeProblem(type)) throw new Error(`a value that does not type was compiled: ${type.problem}`);
  return { type, ask: compileAsk(value, lexicon) };
};

/** True when nothing at all is known of a number. */
export const isUnbounded = (range: Range): boolean =>
  range === everything || (range.low === undefined && range.high === undefined);
