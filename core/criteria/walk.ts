import type { Condition, Formula, MeasureAt, Point, Span, Value } from './syntax.ts';

/** The conditions directly inside a formula. */
export const innerConditions = (formula: Formula): readonly Condition[] => {
  switch (formula.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
    case 'at-least':
      return formula.terms;
    case 'not':
      return [formula.term];
    case 'if':
      return [formula.test, formula.consequence, formula.otherwise];
    case 'first-point':
      return [formula.where];
    default:
      return [];
  }
};

/** The same condition with each of the conditions directly inside it exchanged; one that holds none is itself. */
export const mapInner = (condition: Condition, exchange: (inner: Condition) => Condition): Condition => {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
    case 'at-least':
      return { ...condition, terms: condition.terms.map(exchange) };
    case 'not':
      return { ...condition, term: exchange(condition.term) };
    case 'if': {
      const { test, consequence, otherwise } = condition;
      return { ...condition, test: exchange(test), consequence: exchange(consequence), otherwise: exchange(otherwise) };
    }
    default:
      return condition;
  }
};

/** A formula and every condition inside it. */
export const everyFormula = (formula: Formula): readonly Formula[] => [
  formula,
  ...innerConditions(formula).flatMap(everyFormula),
];

/** The values directly inside one formula, and those inside them. */
const everyValue = (value: Value): readonly Value[] => {
  switch (value.kind) {
    case 'percent-of':
      return [value, ...everyValue(value.of)];
    case 'sum':
    case 'product':
      return [value, ...everyValue(value.left), ...everyValue(value.right)];
    default:
      return [value];
  }
};

const valuesIn = (formula: Formula): readonly Value[] => {
  switch (formula.kind) {
    case 'comparison':
      return [formula.left, formula.right].flatMap(everyValue);
    case 'between':
      return [formula.value, formula.low, formula.high].flatMap(everyValue);
    case 'tolerance':
      return [formula.value, formula.of].flatMap(everyValue);
    case 'trend':
      return formula.by.kind === 'amount' ? everyValue(formula.by.amount) : [];
    case 'number':
    case 'measure':
    case 'percent-of':
    case 'sum':
    case 'product':
    case 'change':
    case 'new-grades':
      return everyValue(formula);
    default:
      return [];
  }
};

const readingsOf = (value: Value): readonly MeasureAt[] => {
  if (value.kind === 'measure') return [value];
  return value.kind === 'change' || value.kind === 'new-grades' ? [value.of, { ...value.of, point: value.from }] : [];
};

const measuresIn = (formula: Formula): readonly MeasureAt[] => {
  const inner = valuesIn(formula).flatMap(readingsOf);
  if (formula.kind === 'level') return [formula.value, ...inner];
  return formula.kind === 'trend' ? [formula.value, { ...formula.value, point: formula.from }, ...inner] : inner;
};

/** Every measure at a point that a formula asks for; what it compares with from another point is asked there too. */
export const measuresAsked = (formula: Formula): readonly MeasureAt[] => everyFormula(formula).flatMap(measuresIn);

/** Every point that a formula leaves open, with its place. */
export const openPoints = (formula: Formula): readonly Span[] =>
  everyFormula(formula).flatMap((each) => {
    const open = (point: Point, span: Span): readonly Span[] => (point.kind === 'here' ? [span] : []);
    if (each.kind === 'judgement' || each.kind === 'reference') return open(each.point, each.span);
    return measuresIn(each).flatMap((asked) => open(asked.point, asked.span));
  });
