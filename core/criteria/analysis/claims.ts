import { mapInner } from '../map-inner.ts';
import { printCondition } from '../print.ts';
import type { Condition, MeasureAt, Point, Span, Value } from '../syntax.ts';
import { atPoints } from '../walk.ts';

/**
 * What the analysis may take for granted about a sentence: its references are written out, its points are named, and
 * what is not a comparison of numbers or levels stands as one claim that is true or false.
 */
interface Scope {
  readonly definitions: ReadonlyMap<string, Condition>;
  readonly here: string | undefined;
}

const named = (point: Point, { here }: Scope): Point =>
  point.kind === 'here' && here !== undefined ? { kind: 'named', name: here } : point;

const atPoint = (value: MeasureAt, scope: Scope): MeasureAt => ({ ...value, point: named(value.point, scope) });

const difference = (of: MeasureAt, from: Point, span: Span): Value => ({
  kind: 'sum',
  operator: '-',
  left: of,
  right: { ...of, point: from },
  span,
});

/** The value with its points named; undefined where no number of a case stands for it. */
const plainValue = (value: Value, scope: Scope): Value | undefined => {
  switch (value.kind) {
    case 'number':
      return value;
    case 'measure':
      return atPoint(value, scope);
    case 'change':
      return difference(atPoint(value.of, scope), value.from, value.span);
    case 'new-grades':
    case 'limit':
    case 'reading':
    case 'integral':
    case 'record-count':
      return undefined;
    case 'percent-of': {
      const of = plainValue(value.of, scope);
      return of && { ...value, of };
    }
    case 'sum':
    case 'product': {
      const [left, right] = [plainValue(value.left, scope), plainValue(value.right, scope)];
      return left && right && { ...value, left, right };
    }
    default:
      return value satisfies never;
  }
};

const claim = (condition: Condition, scope: Scope): Condition => {
  const point: Point = scope.here === undefined ? { kind: 'named', name: '' } : { kind: 'named', name: scope.here };
  const text = condition.kind === 'judgement' ? condition.text : printCondition(condition);
  return {
    kind: 'judgement',
    text,
    point: condition.kind === 'judgement' ? named(condition.point, scope) : point,
    span: condition.span,
  };
};

const reference = (condition: Extract<Condition, { kind: 'reference' }>, scope: Scope): Condition => {
  const defined = scope.definitions.get(condition.definition);
  if (defined === undefined) return claim(condition, scope);
  const { point } = condition;
  return plainCondition(defined, { ...scope, here: point.kind === 'named' ? point.name : scope.here });
};

const compared = (
  condition: Extract<Condition, { kind: 'comparison' | 'between' | 'tolerance' }>,
  scope: Scope,
): Condition => {
  const plain = (value: Value): Value | undefined => plainValue(value, scope);
  if (condition.kind === 'comparison') {
    const [left, right] = [plain(condition.left), plain(condition.right)];
    return left && right ? { ...condition, left, right } : claim(condition, scope);
  }
  const value = plain(condition.value);
  if (condition.kind === 'tolerance') {
    const of = plain(condition.of);
    return value && of ? { ...condition, value, of } : claim(condition, scope);
  }
  const [low, high] = [plain(condition.low), plain(condition.high)];
  return value && low && high ? { ...condition, value, low, high } : claim(condition, scope);
};

const trend = (condition: Extract<Condition, { kind: 'trend' }>, scope: Scope): Condition => {
  const value = atPoint(condition.value, scope);
  if (condition.by.kind === 'percent') return { ...condition, value };
  const amount = plainValue(condition.by.amount, scope);
  return amount ? { ...condition, value, by: { kind: 'amount', amount } } : claim(condition, scope);
};

/** Writes a condition out so that a case of numbers, levels and claims decides it. */
export const plainCondition = (condition: Condition, scope: Scope): Condition => {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
    case 'at-least':
    case 'not':
    case 'if':
      return mapInner(condition, (inner) => plainCondition(inner, scope));
    case 'comparison':
    case 'between':
    case 'tolerance':
      return compared(condition, scope);
    case 'trend':
      return trend(condition, scope);
    case 'level':
    case 'set':
      return { ...condition, value: atPoint(condition.value, scope) };
    case 'reference':
      return reference(condition, scope);
    case 'undefined':
      return condition;
    case 'any-point':
    case 'every-point': {
      const terms = atPoints(condition).map((term) => plainCondition(term, scope));
      return { kind: condition.kind === 'any-point' ? 'or' : 'and', terms, span: condition.span };
    }
    case 'records':
    case 'known':
    case 'judgement':
    case 'reached':
      return claim(condition, scope);
    default:
      return condition satisfies never;
  }
};
