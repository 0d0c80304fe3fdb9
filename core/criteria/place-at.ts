import { mapInner } from './map-inner.ts';
import type { Condition, MeasureAt, Point, RecordQuery, Value, Window } from './syntax.ts';

const placedPoint = (point: Point, here: string): Point =>
  point.kind === 'here' ? { kind: 'named', name: here } : point;

const placedMeasure = (value: MeasureAt, here: string): MeasureAt => ({
  ...value,
  point: placedPoint(value.point, here),
});

/** A value with every open point named. */
const placeValueAt = (value: Value, here: string): Value => {
  switch (value.kind) {
    case 'number':
      return value;
    case 'measure':
      return placedMeasure(value, here);
    case 'percent-of':
      return { ...value, of: placeValueAt(value.of, here) };
    case 'sum':
    case 'product':
      return { ...value, left: placeValueAt(value.left, here), right: placeValueAt(value.right, here) };
    case 'limit':
      return { ...value, of: placedMeasure(value.of, here) };
    case 'reading':
      return { ...value, window: placedWindow(value.window, here) };
    case 'integral':
      return { ...value, from: placedPoint(value.from, here), to: placedPoint(value.to, here) };
    case 'record-count':
      return { ...value, of: placedRecords(value.of, here) };
    case 'change':
    case 'new-grades':
      return { ...value, of: placedMeasure(value.of, here), from: placedPoint(value.from, here) };
    default:
      return value satisfies never;
  }
};

const placedWindow = (window: Window, here: string): Window => {
  switch (window.kind) {
    case 'within':
    case 'beyond':
    case 'on':
      return { ...window, point: placedPoint(window.point, here) };
    case 'from-to':
      return { ...window, from: placedPoint(window.from, here), to: placedPoint(window.to, here) };
    case 'ever':
      return window;
    default:
      return window satisfies never;
  }
};

const placedTrend = (trend: Extract<Condition, { kind: 'trend' }>, here: string): Condition => ({
  ...trend,
  value: placedMeasure(trend.value, here),
  by: trend.by.kind === 'percent' ? trend.by : { ...trend.by, amount: placeValueAt(trend.by.amount, here) },
  from: placedPoint(trend.from, here),
});

const placedRecords = (query: RecordQuery, here: string): RecordQuery => ({
  ...query,
  window: placedWindow(query.window, here),
});

/** A condition asked at a point: every point that the sentence left open is named, so that what is printed says when. */
export const placeAt = (condition: Condition, here: string): Condition => {
  switch (condition.kind) {
    case 'if':
    case 'not':
    case 'and':
    case 'or':
    case 'at-least':
    case 'any-available':
    case 'first-available':
      return mapInner(condition, (inner) => placeAt(inner, here));
    case 'comparison':
      return { ...condition, left: placeValueAt(condition.left, here), right: placeValueAt(condition.right, here) };
    case 'between':
      return {
        ...condition,
        value: placeValueAt(condition.value, here),
        low: placeValueAt(condition.low, here),
        high: placeValueAt(condition.high, here),
      };
    case 'level':
    case 'set':
    case 'known':
      return { ...condition, value: placedMeasure(condition.value, here) };
    case 'trend':
      return placedTrend(condition, here);
    case 'tolerance':
      return { ...condition, value: placeValueAt(condition.value, here), of: placeValueAt(condition.of, here) };
    case 'records':
      return placedRecords(condition, here);
    case 'judgement':
    case 'reached':
    case 'reference':
      return { ...condition, point: placedPoint(condition.point, here) };
    case 'undefined':
    case 'any-point':
    case 'every-point':
      // Their condition is asked at points of their own.
      return condition;
    default:
      return condition satisfies never;
  }
};
