import type { Unreadable } from './cursor.ts';
import { isDoseUnit } from './dose-unit.ts';
import { type Lexicon, withNeeds } from './lexicon.ts';
import { printFormula } from './print.ts';
import type { Condition, Formula, MeasureAt, Point, RecordCondition, Span, Value } from './syntax.ts';
import { agree, isTypeProblem, type TypeProblem, typeOfValue } from './value-type.ts';
import { everyFormula, measuresAsked, openPoints, readingsAsked, recordsAsked, stretchesIn } from './walk.ts';

/** What a sentence is checked against. */
export interface CheckOptions {
  readonly lexicon: Lexicon;
  /** Eligibility has no point of its own: each measure says when. */
  readonly pointsRequired: boolean;
  readonly isScheduled: (measure: string, visit: string) => boolean;
}

const say = (problem: TypeProblem): Unreadable => {
  const at = { span: problem.span, nearest: undefined };
  switch (problem.problem) {
    case 'unit missing':
      return {
        ...at,
        problem: 'a number without a unit beside a measure that has one',
        // An age is held in UCUM's `a`, which nobody writes.
        expected: [`a unit such as ${problem.measureUnit === 'a' ? 'years' : problem.measureUnit}`],
      };
    case 'a share of nothing':
      return {
        ...at,
        problem: 'a percentage beside what is not counted in percent',
        expected: ['what it is a share of, such as 50% of UPCR at baseline'],
      };
    case 'units differ':
      return {
        ...at,
        problem: `${problem.right} cannot be compared with ${problem.left}`,
        expected: [`a unit that converts to ${problem.left}`],
      };
    case 'not a number':
      return { ...at, problem: `${problem.name} is not a number`, expected: ['a comparison of its levels'] };
    case 'not graded by system':
      return { ...at, problem: `${problem.name} is not graded by system`, expected: ['a measure such as BILAG-2004'] };
    case 'unknown grade':
      return { ...at, problem: `${problem.grade} is no grade`, expected: problem.levels };
    case 'not followed daily':
      return {
        ...at,
        problem: `${problem.name} is not followed from day to day`,
        expected: ['a measure such as prednisone-equivalent'],
      };
    case 'no normal range':
      return { ...at, problem: `${problem.name} has no normal range`, expected: ['a measure that has a unit'] };
    case 'product of two units':
      return {
        ...at,
        problem: 'a product or quotient of two different units',
        expected: ['a plain number on one side'],
      };
    default:
      return problem satisfies never;
  }
};

const typesOfPair = (left: Value, right: Value, span: Span, lexicon: Lexicon): readonly TypeProblem[] => {
  const types = [typeOfValue(left, lexicon), typeOfValue(right, lexicon)] as const;
  const problems = types.filter(isTypeProblem);
  const [a, b] = types;
  if (isTypeProblem(a) || isTypeProblem(b)) return problems;
  const clash = agree(a, b, span);
  if (clash === undefined) return [];
  // What is to be changed is the number, not all that stands around it.
  return [clash.problem === 'unit missing' ? { ...clash, span: (a.bare ? left : right).span } : clash];
};

const typeProblems = (formula: Formula, lexicon: Lexicon): readonly TypeProblem[] => {
  const pair = (left: Value, right: Value): readonly TypeProblem[] => typesOfPair(left, right, formula.span, lexicon);
  switch (formula.kind) {
    case 'comparison':
      return pair(formula.left, formula.right);
    case 'between':
      return [...pair(formula.value, formula.low), ...pair(formula.value, formula.high)];
    case 'tolerance':
      return pair(formula.value, formula.of);
    case 'trend':
      return formula.by.kind === 'amount' ? pair(formula.value, formula.by.amount) : pair(formula.value, formula.value);
    case 'number':
    case 'measure':
    case 'percent-of':
    case 'sum':
    case 'product':
    case 'change':
    case 'limit':
    case 'reading':
    case 'integral':
    case 'record-count':
    case 'new-grades': {
      const type = typeOfValue(formula, lexicon);
      return isTypeProblem(type) ? [type] : [];
    }
    default:
      return [];
  }
};

const nowhere = (what: string, point: string, span: Span, lexicon: Lexicon): Unreadable => ({
  problem: `${what} at ${point}`,
  span,
  expected: [...lexicon.visits],
  nearest: undefined,
});

const pointProblem = (asked: MeasureAt, { lexicon, isScheduled }: CheckOptions): Unreadable | undefined => {
  if (asked.point.kind === 'here') return undefined;
  const { name } = asked.point;
  if (lexicon.measures.get(asked.measure)?.instrument === undefined) return undefined;
  if (!lexicon.visits.has(name)) return nowhere('nothing is measured', name, asked.span, lexicon);
  const missing = withNeeds(asked.measure, lexicon).find((each) => !isScheduled(each, name));
  if (missing === undefined) return undefined;
  const why = missing === asked.measure ? '' : `, which ${asked.measure} needs`;
  return {
    problem: `${missing} is not scheduled at ${name}${why}`,
    span: asked.span,
    expected: [`an activity with ${missing} at ${name}`],
    nearest: undefined,
  };
};

/** A judgement is a question of a visit's form; at a milestone nobody would be asked. */
const judgementProblem = (formula: Formula, { lexicon }: CheckOptions): Unreadable | undefined => {
  if (formula.kind !== 'judgement' || formula.point.kind === 'here' || lexicon.visits.has(formula.point.name))
    return undefined;
  return nowhere('nothing is judged', formula.point.name, formula.span, lexicon);
};

const dosesIn = (where: RecordCondition | undefined): readonly Extract<RecordCondition, { kind: 'dose' }>[] => {
  if (where === undefined) return [];
  if (where.kind === 'dose') return [where];
  if (where.kind === 'not') return dosesIn(where.term);
  return where.kind === 'and' || where.kind === 'or' ? where.terms.flatMap(dosesIn) : [];
};

const doseProblems = (formula: Formula): readonly Unreadable[] =>
  recordsAsked(formula)
    .flatMap(({ where }) => dosesIn(where))
    .filter(({ unit }) => !isDoseUnit(unit))
    .map(({ unit, span }) => ({
      problem: `no dose is given in ${unit}`,
      span,
      expected: ['a unit such as mg, mg/d, g/m2 or {cells}/kg'],
      nearest: undefined,
    }));

/** A class whose name or condition an earlier one has already is never the answer, or not told from it. */
const repeatedClasses = (formula: Formula): readonly Unreadable[] => {
  if (formula.kind !== 'classify') return [];
  const said = formula.classes.map(({ where }) => printFormula(where));
  const labels = formula.classes.map(({ label }) => label);
  return formula.classes.flatMap(({ label, where }, index) => {
    if (labels.indexOf(label) < index || label === formula.otherwise)
      return [
        {
          problem: `"${label}" names two classes`,
          span: where.span,
          expected: ['a name of its own'],
          nearest: undefined,
        },
      ];
    const earlier = said.indexOf(said[index] ?? '');
    return earlier === index
      ? []
      : [
          {
            problem: `"${label}" is never the answer: "${formula.classes[earlier]?.label}" has the same condition`,
            span: where.span,
            expected: ['a condition of its own'],
            nearest: undefined,
          },
        ];
  });
};

/** From a later point to an earlier one there is nothing. */
const backwards = (formula: Formula, { points }: Lexicon): readonly Unreadable[] => {
  const order = [...points];
  const named = (point: Point): string => (point.kind === 'named' ? point.name : '');
  return stretchesIn(formula).flatMap(({ from, to, span }) => {
    const [first, last] = [order.indexOf(named(from)), order.indexOf(named(to))];
    if (first < 0 || last < 0 || first <= last) return [];
    const problem = `${named(from)} comes after ${named(to)}`;
    return [{ problem, span, expected: [`from ${named(to)} to ${named(from)}`], nearest: undefined }];
  });
};

/** What is known from day to day has no reading of its own before the first record: a window without a beginning has none. */
const endlessReadings = (formula: Formula, { measures }: Lexicon): readonly Unreadable[] =>
  readingsAsked(formula).flatMap((reading) => {
    if (reading.kind !== 'reading' || reading.window.kind !== 'ever') return [];
    if (measures.get(reading.measure)?.accumulate === undefined) return [];
    const problem = `${reading.measure} is followed from day to day, and ever has no first day`;
    return [{ problem, span: reading.span, expected: ['a window such as since baseline'], nearest: undefined }];
  });

const vacuous = (condition: Formula): Unreadable | undefined => {
  if (condition.kind !== 'at-least') return undefined;
  const { count, terms, span } = condition;
  if (count > 0 && count <= terms.length) return undefined;
  return {
    problem: `at least ${count} of ${terms.length} ${count === 0 ? 'always holds' : 'can never hold'}`,
    span,
    expected: [`a number from 1 to ${terms.length}`],
    nearest: undefined,
  };
};

/** The two sides of a comparison share a fault of the value between them: it is said once. */
const once = (problems: readonly Unreadable[]): readonly Unreadable[] => [
  ...new Map(problems.map((each) => [`${each.problem} ${each.span.start} ${each.span.end}`, each])).values(),
];

/** Everything that is wrong with a sentence that could be read: types, units, points and the schedule. */
export const checkFormula = (formula: Formula, options: CheckOptions): readonly Unreadable[] => {
  const inner = everyFormula(formula);
  const types = inner.flatMap((each) => typeProblems(each, options.lexicon)).map(say);
  const open = options.pointsRequired
    ? openPoints(formula).map((span) => ({
        problem: 'no point in time',
        span,
        expected: ['at screening or another visit'],
        nearest: undefined,
      }))
    : [];
  const points = measuresAsked(formula).flatMap((asked) => pointProblem(asked, options) ?? []);
  const others = inner.flatMap((each) => [
    ...[judgementProblem(each, options), vacuous(each)].filter((problem) => problem !== undefined),
    ...doseProblems(each),
    ...repeatedClasses(each),
    ...backwards(each, options.lexicon),
  ]);
  const endless = endlessReadings(formula, options.lexicon);
  return once([...types, ...open, ...points, ...others, ...endless]);
};

/** Names of the definitions that a condition refers to. */
export const referencesOf = (condition: Condition): readonly string[] =>
  everyFormula(condition).flatMap((each) => (each.kind === 'reference' ? [each.definition] : []));
