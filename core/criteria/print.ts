import { writeDuration } from '#core/quantities/duration.ts';
import { isCondition, isValue } from './formula-kind.ts';
import type { Condition, FirstPoint, Formula, Point, RecordCondition, RecordQuery, Value, Window } from './syntax.ts';

const at = (point: Point): string => (point.kind === 'here' ? '' : ` at ${point.name}`);
const name = (point: Point): string => (point.kind === 'here' ? 'here' : point.name);

const printWindow = (window: Window): string => {
  switch (window.kind) {
    case 'within':
      return `within ${writeDuration(window.most)} ${window.direction} ${name(window.point)}`;
    case 'from-to':
      return `from ${name(window.from)} to ${name(window.to)}`;
    case 'ever':
      return 'ever';
    default:
      return window satisfies never;
  }
};

const printFactor = (value: Value): string => (value.kind === 'sum' ? `(${printValue(value)})` : printValue(value));

/** The right side of a product is grouped when it is one itself: `a / (b * c)` is not `a / b * c`. */
const printRight = (value: Value): string => (value.kind === 'product' ? `(${printValue(value)})` : printFactor(value));

export const printValue = (value: Value): string => {
  switch (value.kind) {
    case 'number':
      return value.unit === undefined ? value.written : `${value.written} ${value.unit}`;
    case 'measure':
      return `${value.measure}${at(value.point)}`;
    case 'percent-of': {
      const grouped = value.of.kind === 'sum' || value.of.kind === 'product';
      return `${value.percent}% of ${grouped ? `(${printValue(value.of)})` : printValue(value.of)}`;
    }
    case 'sum': {
      const right = value.right.kind === 'sum' ? `(${printValue(value.right)})` : printValue(value.right);
      return `${printValue(value.left)} ${value.operator} ${right}`;
    }
    case 'product':
      return `${printFactor(value.left)} ${value.operator} ${printRight(value.right)}`;
    case 'change':
      return `change of ${printValue(value.of)} from ${name(value.from)}`;
    case 'new-grades':
      return `number of new ${value.grade} grades of ${printValue(value.of)} from ${name(value.from)}`;
    default:
      return value satisfies never;
  }
};

const printWhere = (where: RecordCondition): string => {
  switch (where.kind) {
    case 'attribute':
      return where.attribute;
    case 'not':
      return `not ${where.term.kind === 'and' || where.term.kind === 'or' ? `(${printWhere(where.term)})` : printWhere(where.term)}`;
    case 'and':
    case 'or':
      return where.terms
        .map((term) => (term.kind === 'and' || term.kind === 'or' ? `(${printWhere(term)})` : printWhere(term)))
        .join(` ${where.kind} `);
    default:
      return where satisfies never;
  }
};

const printRecords = (query: RecordQuery): string => {
  const parts = [query.verb, query.concepts.join(', ')];
  if (query.otherThan.length > 0) parts.push('other than', query.otherThan.join(', '));
  if (query.where !== undefined) parts.push(`where (${printWhere(query.where)})`);
  parts.push(printWindow(query.window));
  if (query.startsAndStops !== undefined) parts.push(`${query.startsAndStops} starts and stops`);
  return parts.join(' ');
};

const grouped = (condition: Condition): string =>
  condition.kind === 'and' || condition.kind === 'or' ? `(${printCondition(condition)})` : printCondition(condition);

const printJoined = (kind: 'and' | 'or', terms: readonly Condition[]): string =>
  terms.map((term) => grouped(term)).join(` ${kind} `);

const list = (terms: readonly Condition[]): string => `(${terms.map(printCondition).join('; ')})`;

const printTrend = (trend: Extract<Condition, { kind: 'trend' }>): string => {
  const by = trend.by.kind === 'percent' ? `${trend.by.percent}%` : printValue(trend.by.amount);
  return `${printValue(trend.value)} ${trend.direction} by ${trend.comparator} ${by} from ${name(trend.from)}`;
};

const printLevel = (test: Extract<Condition, { kind: 'level' }>): string => {
  const value = printValue(test.value);
  const [only, ...others] = test.levels;
  if (others.length > 0) return `${value} in (${test.levels.join(', ')})`;
  if (only === 'yes' && !test.negated) return value;
  return `${value} ${test.negated ? '!=' : '='} ${only}`;
};

/** The canonical text of a condition: reading it gives the same tree again. */
export const printCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return printJoined(condition.kind, condition.terms);
    case 'not':
      return `not ${grouped(condition.term)}`;
    case 'if':
      return `(if ${printCondition(condition.test)} then ${printCondition(condition.consequence)} else ${printCondition(condition.otherwise)})`;
    case 'any-available':
      return `any available of ${list(condition.terms)}`;
    case 'first-available':
      return `first available of ${list(condition.terms)}`;
    case 'at-least':
      return `at least ${condition.count} of ${list(condition.terms)}`;
    case 'comparison':
      return `${printValue(condition.left)} ${condition.comparator} ${printValue(condition.right)}`;
    case 'between':
      return `${printValue(condition.value)} between ${printValue(condition.low)} and ${printValue(condition.high)}`;
    case 'level':
      return printLevel(condition);
    case 'trend':
      return printTrend(condition);
    case 'tolerance':
      return `${printValue(condition.value)} within ${condition.percent}% of ${printValue(condition.of)}`;
    case 'records':
      return printRecords(condition);
    case 'judgement':
      return `judged "${condition.text}"${at(condition.point)}`;
    case 'reached':
      return `reached ${name(condition.point)}`;
    case 'reference':
      return `${condition.definition}${at(condition.point)}`;
    case 'undefined':
      return `undefined "${condition.reason}"`;
    default:
      return condition satisfies never;
  }
};

const printFirstPoint = (time: FirstPoint): string =>
  `first point from ${name(time.from)} to ${name(time.to)} where (${printCondition(time.where)})`;

export const printFormula = (formula: Formula): string => {
  if (isCondition(formula)) return printCondition(formula);
  return isValue(formula) ? printValue(formula) : printFirstPoint(formula);
};
