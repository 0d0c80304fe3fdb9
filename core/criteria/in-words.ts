import type { Lexicon } from './lexicon.ts';
import type { Condition, Formula, Value } from './syntax.ts';
import { comparatorWords, noRecordsWords, pointWords, recordsWords } from './words-of-records.ts';
import { besideWords, measureWords, valueWords } from './words-of-values.ts';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const listOf = (items: readonly string[], last: 'or' | 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

const levelWords = ({ value, levels, negated }: Of<'level'>, lexicon: Lexicon): string => {
  const of = measureWords(value, lexicon);
  const [only, ...others] = levels;
  if (only === 'yes' && others.length === 0) return negated ? `not ${of}` : of;
  return `${of} is ${negated ? 'not ' : ''}${listOf(levels, 'or')}`;
};

const setWords = ({ value, test, levels }: Of<'set'>, lexicon: Lexicon): string => {
  const of = measureWords(value, lexicon);
  switch (test) {
    case 'any':
      return `${of} includes ${listOf(levels, 'or')}`;
    case 'all':
      return `${of} includes ${listOf(levels, 'and')}`;
    case 'none':
      return `${of} includes neither ${listOf(levels, 'or')}`.replace('neither', levels.length > 1 ? 'none of' : 'no');
    case 'only':
      return `${of} includes nothing but ${listOf(levels, 'or')}`;
    default:
      return test satisfies never;
  }
};

const trendWords = ({ value, direction, comparator, by, from }: Of<'trend'>, lexicon: Lexicon): string => {
  const share = by.kind === 'percent' ? `${by.percent}%` : valueWords(by.amount, lexicon);
  const size = `${comparator === '>' ? 'more than' : 'at least'} ${share}`;
  return `${measureWords(value, lexicon)} has ${direction === 'falls' ? 'fallen' : 'risen'} by ${size} since ${pointWords(from)}`;
};

const numericWords = (condition: Of<'comparison' | 'between' | 'tolerance' | 'trend'>, lexicon: Lexicon): string => {
  const say = (value: Value): string => valueWords(value, lexicon);
  const beside = (value: Value, subject: Value): string => besideWords(value, subject, lexicon);
  switch (condition.kind) {
    case 'comparison':
      return `${say(condition.left)} is ${comparatorWords[condition.comparator]} ${beside(condition.right, condition.left)}`;
    case 'between':
      return `${say(condition.value)} is from ${beside(condition.low, condition.value)} to ${beside(condition.high, condition.value)}, both included`;
    case 'tolerance':
      return `${say(condition.value)} is within ${condition.percent}% of ${say(condition.of)}`;
    case 'trend':
      return trendWords(condition, lexicon);
    default:
      return condition satisfies never;
  }
};

const isCompound = ({ kind }: Condition): boolean =>
  kind === 'and' ||
  kind === 'or' ||
  kind === 'if' ||
  kind === 'at-least' ||
  kind === 'any-available' ||
  kind === 'first-available';

/** What is denied in its own words where it has some, and as a whole where it has none. */
const deniedWords = (term: Condition, say: (term: Condition) => string, lexicon: Lexicon): string => {
  switch (term.kind) {
    case 'records':
      return noRecordsWords(term);
    case 'level':
      return levelWords({ ...term, negated: !term.negated }, lexicon);
    case 'reference':
      return `${term.definition} does not hold${term.point.kind === 'named' ? ` at ${term.point.name}` : ''}`;
    default:
      return `not so: ${say(term)}`;
  }
};

const conditionWords = (condition: Condition, lexicon: Lexicon): string => {
  const say = (inner: Condition): string => conditionWords(inner, lexicon);
  const part = (inner: Condition): string => (isCompound(inner) ? `(${say(inner)})` : say(inner));
  const parts = (terms: readonly Condition[]): string => terms.map(part).join('; ');
  switch (condition.kind) {
    case 'and':
      return condition.terms.map(part).join(', and ');
    case 'or':
      return `either ${condition.terms.map(part).join(', or ')}`;
    case 'not':
      return deniedWords(condition.term, part, lexicon);
    case 'if':
      return `if ${part(condition.test)}, then ${part(condition.consequence)}; otherwise ${part(condition.otherwise)}`;
    case 'any-available':
      return `of those that were measured, one suffices: ${parts(condition.terms)}`;
    case 'first-available':
      return `the first that was measured decides: ${parts(condition.terms)}`;
    case 'at-least':
      return `at least ${condition.count} of these: ${parts(condition.terms)}`;
    case 'comparison':
    case 'between':
    case 'tolerance':
    case 'trend':
      return numericWords(condition, lexicon);
    case 'level':
      return levelWords(condition, lexicon);
    case 'set':
      return setWords(condition, lexicon);
    case 'known':
      return `${measureWords(condition.value, lexicon)} is known`;
    case 'any-point':
    case 'every-point': {
      const which = condition.kind === 'any-point' ? 'at one visit or more' : 'at every visit';
      return `${which} from ${pointWords(condition.from)} to ${pointWords(condition.to)}: ${part(condition.where)}`;
    }
    case 'records':
      return recordsWords(condition);
    case 'judgement':
      return `the investigator judges: ${condition.text}`;
    case 'reached':
      return `${pointWords(condition.point)} has taken place`;
    case 'reference':
      return `${condition.definition} holds${condition.point.kind === 'named' ? ` at ${condition.point.name}` : ''}`;
    case 'undefined':
      return `there is no rule (${condition.reason})`;
    default:
      return condition satisfies never;
  }
};

const formulaWords = (formula: Formula, lexicon: Lexicon): string => {
  switch (formula.kind) {
    case 'first-point':
      return `the first visit from ${pointWords(formula.from)} to ${pointWords(formula.to)} at which ${conditionWords(formula.where, lexicon)}`;
    case 'classify': {
      const classes = formula.classes.map(({ label, where }) => `"${label}" when ${conditionWords(where, lexicon)}`);
      return [...classes, ...(formula.otherwise === undefined ? [] : [`otherwise "${formula.otherwise}"`])].join('; ');
    }
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
    case 'new-grades':
      return valueWords(formula, lexicon);
    default:
      return conditionWords(formula, lexicon);
  }
};

/**
 * A sentence of the language as a sentence of English, for a reader who does not know the language. It says the same and
 * is not read back: the sentence of the language decides.
 */
export const inWords = (formula: Formula, lexicon: Lexicon): string => {
  const words = formulaWords(formula, lexicon);
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`;
};
