import { and, fromBoolean, not, or, type Truth } from '#core/quantities/truth.ts';
import type { ElmComparator, ElmExpression } from './elm-tree.ts';

/** What is passed for the parameters of a library; null where it is not known. */
export type ElmAnswers = ReadonlyMap<string, bigint | string | boolean | null>;

type Known = bigint | string;

const orderings: Readonly<Record<ElmComparator, (a: Known, b: Known) => boolean>> = {
  Less: (a, b) => a < b,
  LessOrEqual: (a, b) => a <= b,
  Greater: (a, b) => a > b,
  GreaterOrEqual: (a, b) => a >= b,
  Equal: (a, b) => a === b,
  NotEqual: (a, b) => a !== b,
};

const arithmetic = {
  Add: (a: bigint, b: bigint) => a + b,
  Subtract: (a: bigint, b: bigint) => a - b,
  Multiply: (a: bigint, b: bigint) => a * b,
} as const;

const literalValue = ({ valueType, value }: Extract<ElmExpression, { type: 'Literal' }>): Known =>
  valueType.endsWith('Integer') ? BigInt(value) : value;

const operandOf = (expression: ElmExpression, answers: ElmAnswers): Known | null => {
  switch (expression.type) {
    case 'Literal':
      return literalValue(expression);
    case 'ParameterRef': {
      const answer = answers.get(expression.name) ?? null;
      return typeof answer === 'boolean' ? null : answer;
    }
    case 'Add':
    case 'Subtract':
    case 'Multiply': {
      const [a, b] = [operandOf(expression.operand[0], answers), operandOf(expression.operand[1], answers)];
      return typeof a === 'bigint' && typeof b === 'bigint' ? arithmetic[expression.type](a, b) : null;
    }
    default:
      throw new Error(`ELM: ${expression.type} is no value of a leaf`);
  }
};

/**
 * The truth of a leaf for the answers passed: comparisons joined by And, Or and Not, as HL7 CQL 1.5 defines them, null
 * as unknown. Throws on anything else, since leaves are translated to nothing else.
 */
export const decideElm = (expression: ElmExpression, answers: ElmAnswers): Truth => {
  switch (expression.type) {
    case 'And':
      return and(expression.operand.map((term) => decideElm(term, answers)));
    case 'Or':
      return or(expression.operand.map((term) => decideElm(term, answers)));
    case 'Not':
      return not(decideElm(expression.operand, answers));
    case 'Less':
    case 'LessOrEqual':
    case 'Greater':
    case 'GreaterOrEqual':
    case 'Equal':
    case 'NotEqual': {
      const [a, b] = [operandOf(expression.operand[0], answers), operandOf(expression.operand[1], answers)];
      return a === null || b === null ? 'unknown' : fromBoolean(orderings[expression.type](a, b));
    }
    default:
      throw new Error(`ELM: ${expression.type} is no leaf`);
  }
};
