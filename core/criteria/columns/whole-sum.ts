import type { ElmExpression } from '../translate/elm-tree.ts';

/** A statement that counts where it is true, or where it is not. */
export interface CountedTerm {
  readonly condition: ElmExpression;
  readonly counts: 'true' | 'not true';
}

/** A whole number: multiples of parameters, and a count of conditions, and a constant. Exact in double arithmetic. */
export interface WholeSum {
  readonly factors: ReadonlyMap<string, number>;
  readonly counted: readonly CountedTerm[];
  readonly constant: number;
}

const nothing: WholeSum = { factors: new Map(), counted: [], constant: 0 };

const wholeLiteral = (expression: ElmExpression): number | undefined =>
  expression.type === 'Literal' && expression.valueType.endsWith('Integer') ? Number(expression.value) : undefined;

const plus = (left: WholeSum, right: WholeSum): WholeSum => {
  const factors = new Map(left.factors);
  for (const [name, factor] of right.factors) factors.set(name, (factors.get(name) ?? 0) + factor);
  return { factors, counted: [...left.counted, ...right.counted], constant: left.constant + right.constant };
};

const times = (sum: WholeSum, factor: number): WholeSum => {
  if (sum.counted.length > 0) throw new Error('columns: a count is multiplied');
  return {
    factors: new Map([...sum.factors].map(([name, each]) => [name, each * factor])),
    counted: [],
    // A negative zero becomes zero.
    constant: sum.constant * factor + 0,
  };
};

const productOf = ([left, right]: readonly [ElmExpression, ElmExpression]): WholeSum => {
  const factor = wholeLiteral(left);
  if (factor === undefined) throw new Error(`columns: ${left.type} is multiplied`);
  return times(wholeSum(right), factor);
};

const countOf = (expression: Extract<ElmExpression, { type: 'If' }>): WholeSum => {
  const ends = `${wholeLiteral(expression.then)}${wholeLiteral(expression.else)}`;
  if (ends !== '10' && ends !== '01') throw new Error('columns: a choice of numbers counts nothing');
  const counts = ends === '10' ? 'true' : 'not true';
  return { ...nothing, counted: [{ condition: expression.condition, counts }] };
};

/** A whole number as a translated sentence writes it. Throws on what translation never writes. */
export const wholeSum = (expression: ElmExpression): WholeSum => {
  switch (expression.type) {
    case 'Literal': {
      const constant = wholeLiteral(expression);
      if (constant === undefined) throw new Error(`columns: ${expression.value} is no whole number`);
      return { ...nothing, constant };
    }
    case 'ParameterRef':
      return { ...nothing, factors: new Map([[expression.name, 1]]) };
    case 'Add':
      return plus(wholeSum(expression.operand[0]), wholeSum(expression.operand[1]));
    case 'Subtract':
      return plus(wholeSum(expression.operand[0]), times(wholeSum(expression.operand[1]), -1));
    case 'Multiply':
      return productOf(expression.operand);
    case 'If':
      return countOf(expression);
    default:
      throw new Error(`columns: ${expression.type} is no number`);
  }
};

/** Left less right, so that a comparison of the two is one of this with zero. */
export const wholeDifference = (left: ElmExpression, right: ElmExpression): WholeSum =>
  plus(wholeSum(left), times(wholeSum(right), -1));
