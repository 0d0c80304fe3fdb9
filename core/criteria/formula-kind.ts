import type { Condition, Formula, NumericCondition, Value } from './syntax.ts';

/** What a sentence comes to: a truth, a number, a time or a class. */
export const formulaKind = (formula: Formula): 'condition' | 'value' | 'time' | 'class' => {
  switch (formula.kind) {
    case 'first-point':
      return 'time';
    case 'classify':
      return 'class';
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
      return 'value';
    default:
      return 'condition';
  }
};

export const isCondition = (formula: Formula): formula is Condition => formulaKind(formula) === 'condition';
export const isValue = (formula: Formula): formula is Value => formulaKind(formula) === 'value';

/** A condition that compares numbers. */
export const isNumeric = (formula: Formula): formula is NumericCondition =>
  formula.kind === 'comparison' ||
  formula.kind === 'between' ||
  formula.kind === 'tolerance' ||
  formula.kind === 'trend';
