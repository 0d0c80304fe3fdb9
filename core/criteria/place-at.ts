import { mapInner } from './map-inner.ts';
import type { Condition, MeasureAt, Point, RecordQuery, Value, Window } from './syntax.ts';

type Exchange = (point: Point) => Point;

const placedMeasure = (value: MeasureAt, exchange: Exchange): MeasureAt => ({
  ...value,
  point: exchange(value.point),
});

/** A value with every open point named. */
const placeValueAt = (value: Value, exchange: Exchange): Value => {
  switch (value.kind) {
    case 'number':
      return value;
    case 'measure':
      return placedMeasure(value, exchange);
    case 'percent-of':
      return { ...value, of: placeValueAt(value.of, exchange) };
    case 'sum':
    case 'product':
      return { ...value, left: placeValueAt(value.left, exchange), right: placeValueAt(value.right, exchange) };
    case 'limit':
      return { ...value, of: placedMeasure(value.of, exchange) };
    case 'reading':
      return { ...value, window: placedWindow(value.window, exchange) };
    case 'integral':
      return { ...value, from: exchange(value.from), to: exchange(value.to) };
    case 'record-count':
      return { ...value, of: placedRecords(value.of, exchange) };
    case 'change':
    case 'new-grades':
      return { ...value, of: placedMeasure(value.of, exchange), from: exchange(value.from) };
    default:
      return value satisfies never;
  }
};

const placedWindow = (window: Window, exchange: Exchange): Window => {
  switch (window.kind) {
    case 'within':
    case 'beyond':
    case 'on':
      return { ...window, point: exchange(window.point) };
    case 'from-to':
      return { ...window, from: exchange(window.from), to: exchange(window.to) };
    case 'ever':
      return window;
    default:
      return window satisfies never;
  }
};

const placedTrend = (trend: Extract<Condition, { kind: 'trend' }>, exchange: Exchange): Condition => ({
  ...trend,
  value: placedMeasure(trend.value, exchange),
  by: trend.by.kind === 'percent' ? trend.by : { ...trend.by, amount: placeValueAt(trend.by.amount, exchange) },
  from: exchange(trend.from),
});

const placedRecords = (query: RecordQuery, exchange: Exchange): RecordQuery => ({
  ...query,
  window: placedWindow(query.window, exchange),
});

/** The same condition with each of its points exchanged; the visits between two points are not. */
export const mapPoints = (condition: Condition, exchange: Exchange): Condition => {
  switch (condition.kind) {
    case 'if':
    case 'not':
    case 'and':
    case 'or':
    case 'at-least':
    case 'any-available':
    case 'first-available':
      return mapInner(condition, (inner) => mapPoints(inner, exchange));
    case 'comparison':
      return {
        ...condition,
        left: placeValueAt(condition.left, exchange),
        right: placeValueAt(condition.right, exchange),
      };
    case 'between':
      return {
        ...condition,
        value: placeValueAt(condition.value, exchange),
        low: placeValueAt(condition.low, exchange),
        high: placeValueAt(condition.high, exchange),
      };
    case 'level':
    case 'set':
    case 'known':
      return { ...condition, value: placedMeasure(condition.value, exchange) };
    case 'trend':
      return placedTrend(condition, exchange);
    case 'tolerance':
      return { ...condition, value: placeValueAt(condition.value, exchange), of: placeValueAt(condition.of, exchange) };
    case 'records':
      return placedRecords(condition, exchange);
    case 'judgement':
    case 'reached':
    case 'reference':
      return { ...condition, point: exchange(condition.point) };
    case 'undefined':
    case 'any-point':
    case 'every-point':
      // Their condition is asked at points of their own.
      return condition;
    default:
      return condition satisfies never;
  }
};

/** A condition asked at a point: every point that the sentence left open is named, so that what is printed says when. */
export const placeAt = (condition: Condition, here: string): Condition =>
  mapPoints(condition, (point) => (point.kind === 'here' ? { kind: 'named', name: here } : point));
