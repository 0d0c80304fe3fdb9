import type { Unreadable } from './cursor.ts';
import type { Lexicon } from './lexicon.ts';
import type { Condition, Formula, MeasureAt, Span, Value } from './syntax.ts';
import { agree, isTypeProblem, type TypeProblem, typeOfValue } from './value-type.ts';
import { everyFormula, measuresAsked, openPoints } from './walk.ts';

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
      return { ...at, problem: 'a number without a unit beside a measure that has one', expected: [`a unit such as ${problem.measureUnit}`] };
    case 'units differ':
      return { ...at, problem: `${problem.right} cannot be compared with ${problem.left}`, expected: [`a unit that converts to ${problem.left}`] };
    case 'not a number':
      return { ...at, problem: `${problem.name} is not a number`, expected: ['a comparison of its levels'] };
    case 'not graded by system':
      return { ...at, problem: `${problem.name} is not graded by system`, expected: ['a measure such as BILAG-2004'] };
    case 'unknown grade':
      return { ...at, problem: `${problem.grade} is no grade`, expected: problem.levels };
    case 'product of two units':
      return { ...at, problem: 'a product or quotient of two different units', expected: ['a plain number on one side'] };
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
  return clash === undefined ? [] : [clash];
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
    case 'change':
    case 'new-grades': {
      const type = typeOfValue(formula, lexicon);
      return isTypeProblem(type) ? [type] : [];
    }
    default:
      return [];
  }
};

const pointProblem = (asked: MeasureAt, options: CheckOptions): Unreadable | undefined => {
  if (asked.point.kind === 'here') return undefined;
  const { name } = asked.point;
  if (options.lexicon.measures.get(asked.measure)?.instrument === undefined) return undefined;
  if (!options.lexicon.visits.has(name))
    return { problem: `nothing is measured at ${name}`, span: asked.span, expected: [...options.lexicon.visits], nearest: undefined };
  if (options.isScheduled(asked.measure, name)) return undefined;
  return {
    problem: `${asked.measure} is not scheduled at ${name}`,
    span: asked.span,
    expected: [`an activity with ${asked.measure} at ${name}`],
    nearest: undefined,
  };
};

const vacuous = (condition: Formula): Unreadable | undefined => {
  if (condition.kind !== 'at-least' || condition.count <= condition.terms.length) return undefined;
  return { problem: `at least ${condition.count} of ${condition.terms.length} can never hold`, span: condition.span, expected: ['a smaller number'], nearest: undefined };
};

/** Everything that is wrong with a sentence that could be read: types, units, points and the schedule. */
export const checkFormula = (formula: Formula, options: CheckOptions): readonly Unreadable[] => {
  const inner = everyFormula(formula);
  const types = inner.flatMap((each) => typeProblems(each, options.lexicon)).map(say);
  const open = options.pointsRequired
    ? openPoints(formula).map((span) => ({ problem: 'no point in time', span, expected: ['at screening or another visit'], nearest: undefined }))
    : [];
  const points = measuresAsked(formula).flatMap((asked) => pointProblem(asked, options) ?? []);
  return [...types, ...open, ...points, ...inner.flatMap((each) => vacuous(each) ?? [])];
};

/** Names of the definitions that a condition refers to. */
export const referencesOf = (condition: Condition): readonly string[] =>
  everyFormula(condition).flatMap((each) => (each.kind === 'reference' ? [each.definition] : []));
