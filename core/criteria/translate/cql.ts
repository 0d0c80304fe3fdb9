import { writeDecimal } from '#core/quantities/decimal.ts';
import { printCondition } from '../print.ts';
import type { TranslatedLibrary } from './elm.ts';
import type { ElmParameter } from './elm-parameter.ts';
import type { ElmExpression } from './elm-tree.ts';

const signs = {
  Less: '<',
  LessOrEqual: '<=',
  Greater: '>',
  GreaterOrEqual: '>=',
  Equal: '=',
  NotEqual: '!=',
  Add: '+',
  Subtract: '-',
  Multiply: '*',
} as const;

const escaped = (text: string, quote: string): string =>
  quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;

const name = (text: string): string => escaped(text, '"');

const writeLiteral = ({ valueType, value }: Extract<ElmExpression, { type: 'Literal' }>): string =>
  valueType.endsWith('String') ? escaped(value, "'") : value;

const atomic: ReadonlySet<ElmExpression['type']> = new Set(['Literal', 'ParameterRef', 'ExpressionRef', 'Coalesce']);
const products: ReadonlySet<ElmExpression['type']> = new Set([...atomic, 'Multiply']);
const sums: ReadonlySet<ElmExpression['type']> = new Set([...products, 'Add', 'Subtract']);

/** In parentheses, unless it binds tighter than what it stands in. */
const within = (expression: ElmExpression, bare: ReadonlySet<ElmExpression['type']>, indent: string): string =>
  bare.has(expression.type) ? writeExpression(expression, indent) : `(${writeExpression(expression, `${indent}  `)})`;

const writePair = (expression: Extract<ElmExpression, { type: keyof typeof signs }>, indent: string): string => {
  const [left, right] = expression.operand;
  const sign = signs[expression.type];
  switch (expression.type) {
    case 'Multiply':
      return `${within(left, atomic, indent)} ${sign} ${within(right, atomic, indent)}`;
    case 'Add':
    case 'Subtract':
      return `${within(left, sums, indent)} ${sign} ${within(right, products, indent)}`;
    default:
      return `${within(left, sums, indent)} ${sign} ${within(right, sums, indent)}`;
  }
};

/** The terms of a chain from the left: `(a and b) and c` needs no parentheses. */
const chained = (expression: ElmExpression, type: 'And' | 'Or'): readonly ElmExpression[] =>
  expression.type === type ? [...chained(expression.operand[0], type), expression.operand[1]] : [expression];

const comparing: ReadonlySet<ElmExpression['type']> = new Set([
  ...atomic,
  'Less',
  'LessOrEqual',
  'Greater',
  'GreaterOrEqual',
  'Equal',
  'NotEqual',
  'Not',
]);

const widest = 110;

const writeChain = (expression: Extract<ElmExpression, { type: 'And' | 'Or' }>, indent: string): string => {
  const terms = chained(expression, expression.type);
  const word = expression.type.toLowerCase();
  const flat = terms.map((term) => within(term, comparing, indent)).join(` ${word} `);
  if (indent.length + flat.length <= widest && !flat.includes('\n')) return flat;
  return terms.map((term) => within(term, comparing, indent)).join(`\n${indent}${word} `);
};

const writeCoalesce = (operands: readonly ElmExpression[], indent: string): string => {
  const flat = `Coalesce(${operands.map((operand) => writeExpression(operand, indent)).join(', ')})`;
  if (indent.length + flat.length <= widest && !flat.includes('\n')) return flat;
  const deeper = `${indent}  `;
  const lines = operands.map((operand) => `${deeper}${writeExpression(operand, deeper)}`);
  return `Coalesce(\n${lines.join(',\n')}\n${indent})`;
};

const writeExpression = (expression: ElmExpression, indent: string): string => {
  const inner = (operand: ElmExpression): string => writeExpression(operand, indent);
  switch (expression.type) {
    case 'And':
    case 'Or':
      return writeChain(expression, indent);
    case 'Not':
      return `not ${within(expression.operand, atomic, indent)}`;
    case 'If':
      return `if ${inner(expression.condition)} then ${inner(expression.then)} else ${inner(expression.else)}`;
    case 'Coalesce':
      return writeCoalesce(expression.operand, indent);
    case 'Literal':
      return writeLiteral(expression);
    case 'As':
      return `null as ${expression.asType.replace(/^\{.*\}/, '')}`;
    case 'ParameterRef':
    case 'ExpressionRef':
      return name(expression.name);
    default:
      return writePair(expression, indent);
  }
};

const noteOf = (parameter: ElmParameter): string => {
  switch (parameter.type) {
    case 'Integer': {
      const step = writeDecimal({ digits: 1n, scale: parameter.places });
      return parameter.places === 0 && parameter.unit === undefined
        ? ''
        : ` // in ${[step, parameter.unit].join(' ').trim()}`;
    }
    case 'String':
      return ` // ${parameter.levels.join(', ')}`;
    case 'Boolean':
      return '';
    default:
      return parameter satisfies never;
  }
};

/** A remark has one line; what a person wrote may hold no end of line, since a sentence has none inside a quotation. */
const remark = (text: string): string => `// ${text}`;

/**
 * The library as CQL 1.5 text, for reading: parameters with the size of a step and the unit, or the levels; above each
 * definition the sentence that it translates. It says what `translateToElm` says, no more and no less.
 */
export const writeCql = ({ elm, parameters, sentences, refused }: TranslatedLibrary): string => {
  const { identifier, statements } = elm.library;
  const head = `library ${name(identifier.id)} version ${escaped(identifier.version, "'")}`;
  const declared = parameters.map((each) => `parameter ${name(each.name)} ${each.type}${noteOf(each)}`);
  const defined = statements.def.map((statement) => {
    const sentence = sentences.get(statement.name);
    const above = sentence === undefined ? [] : [remark(printCondition(sentence))];
    return [...above, `define ${name(statement.name)}:`, `  ${writeExpression(statement.expression, '  ')}`].join('\n');
  });
  const missing = refused.map((each) => remark(`not translated: ${each.name}, ${each.construct}: ${each.sentence}`));
  const parts = [head, declared.join('\n'), 'context Unfiltered', ...defined, missing.join('\n')];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
};
