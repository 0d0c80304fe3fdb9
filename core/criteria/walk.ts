import { placeAt } from './place-at.ts';
import type { Condition, Formula, MeasureAt, Point, RecordQuery, Span, Value, Window } from './syntax.ts';

/** What `any point` and `every point` ask: their condition once at each of the visits. */
export const atPoints = ({
  visits,
  where,
}: Extract<Condition, { kind: 'any-point' | 'every-point' }>): readonly Condition[] =>
  visits.map((visit) => placeAt(where, visit));

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
    case 'any-point':
    case 'every-point':
      return atPoints(formula);
    case 'classify':
      return formula.classes.map(({ where }) => where);
    default:
      return [];
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
    case 'limit':
    case 'reading':
    case 'integral':
    case 'record-count':
      return everyValue(formula);
    default:
      return [];
  }
};

const readingsOf = (value: Value): readonly MeasureAt[] => {
  if (value.kind === 'measure') return [value];
  if (value.kind === 'limit') return [value.of];
  return value.kind === 'change' || value.kind === 'new-grades' ? [value.of, { ...value.of, point: value.from }] : [];
};

const measuresIn = (formula: Formula): readonly MeasureAt[] => {
  const inner = valuesIn(formula).flatMap(readingsOf);
  if (formula.kind === 'level' || formula.kind === 'set' || formula.kind === 'known') return [formula.value, ...inner];
  return formula.kind === 'trend' ? [formula.value, { ...formula.value, point: formula.from }, ...inner] : inner;
};

/** Every measure at a point that a formula asks for; what it compares with from another point is asked there too. */
export const measuresAsked = (formula: Formula): readonly MeasureAt[] => everyFormula(formula).flatMap(measuresIn);

const pointsOf = (window: Window): readonly Point[] => {
  switch (window.kind) {
    case 'within':
    case 'beyond':
    case 'on':
      return [window.point];
    case 'from-to':
      return [window.from, window.to];
    case 'ever':
      return [];
    default:
      return window satisfies never;
  }
};

const windowsIn = (formula: Formula): readonly Window[] => {
  const counted = valuesIn(formula).flatMap((value) => {
    if (value.kind === 'record-count') return [value.of.window];
    return value.kind === 'reading' ? [value.window] : [];
  });
  return formula.kind === 'records' ? [formula.window, ...counted] : counted;
};

/** Every point that a formula leaves open, with its place. */
export const openPoints = (formula: Formula): readonly Span[] =>
  everyFormula(formula).flatMap((each) => {
    const open = (point: Point, span: Span): readonly Span[] => (point.kind === 'here' ? [span] : []);
    if (each.kind === 'judgement' || each.kind === 'reference') return open(each.point, each.span);
    const windows = windowsIn(each).flatMap(pointsOf);
    return [
      ...measuresIn(each).flatMap((asked) => open(asked.point, asked.span)),
      ...windows.flatMap((point) => open(point, each.span)),
    ];
  });

/** Measures of which readings, or what they come to, are asked over a window, with their place. */
export const readingsAsked = (formula: Formula): readonly Extract<Value, { kind: 'reading' | 'integral' }>[] =>
  everyFormula(formula).flatMap((each) =>
    valuesIn(each).flatMap((value) => (value.kind === 'reading' || value.kind === 'integral' ? [value] : [])),
  );

/** The questions to records directly inside one formula, counted ones included. */
export const recordsAsked = (formula: Formula): readonly RecordQuery[] => {
  const counted = valuesIn(formula).flatMap((value) => (value.kind === 'record-count' ? [value.of] : []));
  return formula.kind === 'records' ? [formula, ...counted] : counted;
};

/** Limits of normal that one formula compares with. */
export const limitsAsked = (formula: Formula): readonly Extract<Value, { kind: 'limit' }>[] =>
  valuesIn(formula).flatMap((value) => (value.kind === 'limit' ? [value] : []));

/** From one point to another, as one formula says it: a window, what is added up over days, a first point. */
export interface PointSpan {
  readonly from: Point;
  readonly to: Point;
  readonly span: Span;
}

export const stretchesIn = (formula: Formula): readonly PointSpan[] => [
  ...windowsIn(formula).flatMap((window) =>
    window.kind === 'from-to' ? [{ from: window.from, to: window.to, span: formula.span }] : [],
  ),
  ...valuesIn(formula).flatMap((value) => (value.kind === 'integral' ? [value] : [])),
  ...(formula.kind === 'first-point' ? [formula] : []),
];

/** The points that one formula names, where it asks a measure, a window, a judgement or whether one was reached. */
export const pointsNamed = (formula: Formula): readonly string[] => {
  const own =
    formula.kind === 'judgement' || formula.kind === 'reference' || formula.kind === 'reached' ? [formula.point] : [];
  return [
    ...own,
    ...measuresIn(formula).map(({ point }) => point),
    ...windowsIn(formula).flatMap(pointsOf),
    ...stretchesIn(formula).flatMap(({ from, to }) => [from, to]),
  ].flatMap((point) => (point.kind === 'named' ? [point.name] : []));
};
