import type { Condition } from './syntax.ts';

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
    case 'any-point':
    case 'every-point':
      return { ...condition, where: exchange(condition.where) };
    default:
      return condition;
  }
};
