import { isCondition, isValue } from './formula-kind.ts';
import { pointText, printQuery } from './print-records.ts';
import { atText, printValue } from './print-value.ts';
import type { Classification, Condition, FirstPoint, Formula } from './syntax.ts';

const grouped = (condition: Condition): string =>
  condition.kind === 'and' || condition.kind === 'or' ? `(${printCondition(condition)})` : printCondition(condition);

const printJoined = (kind: 'and' | 'or', terms: readonly Condition[]): string =>
  terms.map((term) => grouped(term)).join(` ${kind} `);

const list = (terms: readonly Condition[]): string => `(${terms.map(printCondition).join('; ')})`;

const printTrend = (trend: Extract<Condition, { kind: 'trend' }>): string => {
  const by = trend.by.kind === 'percent' ? `${trend.by.percent}%` : printValue(trend.by.amount, trend.value);
  return `${printValue(trend.value)} ${trend.direction} by ${trend.comparator} ${by} from ${pointText(trend.from)}`;
};

const printLevel = (test: Extract<Condition, { kind: 'level' }>): string => {
  const value = printValue(test.value);
  const [only, ...others] = test.levels;
  if (others.length > 0) return `${value} in (${test.levels.join(', ')})`;
  if (only === 'yes' && !test.negated) return value;
  return `${value} ${test.negated ? '!=' : '='} ${only}`;
};

const setTests = { any: 'includes any of', all: 'includes all of', none: 'includes none of', only: 'includes only' };

const printSet = ({ value, test, levels }: Extract<Condition, { kind: 'set' }>): string =>
  `${printValue(value)} ${setTests[test]} (${levels.join(', ')})`;

const printBetween = ({ value, low, high }: Extract<Condition, { kind: 'between' }>): string =>
  `${printValue(value)} between ${printValue(low, value)} and ${printValue(high, value)}`;

const printAtPoints = (points: Extract<Condition, { kind: 'any-point' | 'every-point' }>): string => {
  const quantifier = points.kind === 'any-point' ? 'any' : 'every';
  return `${quantifier} point from ${pointText(points.from)} to ${pointText(points.to)} where (${printCondition(points.where)})`;
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
      return `${printValue(condition.left)} ${condition.comparator} ${printValue(condition.right, condition.left)}`;
    case 'between':
      return printBetween(condition);
    case 'level':
      return printLevel(condition);
    case 'set':
      return printSet(condition);
    case 'known':
      return `known ${printValue(condition.value)}`;
    case 'any-point':
    case 'every-point':
      return printAtPoints(condition);
    case 'trend':
      return printTrend(condition);
    case 'tolerance':
      return `${printValue(condition.value)} within ${condition.percent}% of ${printValue(condition.of, condition.value)}`;
    case 'records':
      return `${condition.verb} ${printQuery(condition)}`;
    case 'judgement':
      return `judged "${condition.text}"${atText(condition.point)}`;
    case 'reached':
      return `reached ${pointText(condition.point)}`;
    case 'reference':
      return `${condition.definition}${atText(condition.point)}`;
    case 'undefined':
      return `undefined "${condition.reason}"`;
    default:
      return condition satisfies never;
  }
};

const printFirstPoint = (time: FirstPoint): string =>
  `first point from ${pointText(time.from)} to ${pointText(time.to)} where (${printCondition(time.where)})`;

const printClasses = ({ classes, otherwise }: Classification): string => {
  const said = classes.map(({ label, where }) => `"${label}": ${printCondition(where)}`);
  return `classify (${[...said, ...(otherwise === undefined ? [] : [`otherwise "${otherwise}"`])].join('; ')})`;
};

/** The canonical text of any sentence. */
export const printFormula = (formula: Formula): string => {
  if (isCondition(formula)) return printCondition(formula);
  if (isValue(formula)) return printValue(formula);
  return formula.kind === 'classify' ? printClasses(formula) : printFirstPoint(formula);
};
