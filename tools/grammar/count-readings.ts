import type { Expression, Grammar } from './ebnf.ts';

/** Where a name, number or quotation that begins at a token may end: the tokens behind it. */
export type Terminal = (at: number) => readonly number[];

export interface Sentence {
  /** The text of each token, for the words and marks of the grammar. */
  readonly words: readonly string[];
  /** What is no rule of the grammar: names, numbers, units, quotations. */
  readonly terminals: ReadonlyMap<string, Terminal>;
}

/** How many ways lead to each place. */
type Ends = ReadonlyMap<number, number>;

const added = (all: Map<number, number>, end: number, ways: number): void => {
  all.set(end, (all.get(end) ?? 0) + ways);
};

const together = (each: readonly Ends[]): Ends => {
  const all = new Map<number, number>();
  for (const ends of each) for (const [end, ways] of ends) added(all, end, ways);
  return all;
};

/**
 * Counts the readings of a sentence under a grammar, all of them, with no precedence and no preference: a second reader
 * that shares nothing with the first but the tokens. The grammar may not be left-recursive.
 */
export const countReadings = (grammar: Grammar, start: string, sentence: Sentence): number => {
  const known = new Map<Expression, Map<number, Ends>>();

  const follow = (ends: Ends, next: Expression): Ends => {
    const all = new Map<number, number>();
    for (const [end, ways] of ends) for (const [further, more] of endsOf(next, end)) added(all, further, ways * more);
    return all;
  };

  const repeated = (of: Expression, at: number): Ends => {
    const all = new Map<number, number>([[at, 1]]);
    let frontier: Ends = all;
    while (frontier.size > 0) {
      frontier = new Map([...follow(frontier, of)].filter(([end]) => end > at));
      for (const [end, ways] of frontier) added(all, end, ways);
    }
    return all;
  };

  const ofRule = (name: string, at: number): Ends => {
    const terminal = sentence.terminals.get(name);
    if (terminal !== undefined) return new Map(terminal(at).map((end) => [end, 1]));
    const rule = grammar.get(name);
    if (rule === undefined) throw new Error(`the grammar has no rule ${name}`);
    return endsOf(rule, at);
  };

  const compute = (expression: Expression, at: number): Ends => {
    switch (expression.kind) {
      case 'literal':
        return sentence.words[at] === expression.text ? new Map([[at + 1, 1]]) : new Map();
      case 'rule':
        return ofRule(expression.name, at);
      case 'sequence':
        return expression.parts.reduce<Ends>((ends, part) => follow(ends, part), new Map([[at, 1]]));
      case 'choice':
        return together(expression.parts.map((part) => endsOf(part, at)));
      case 'optional':
        return together([endsOf(expression.of, at), new Map([[at, 1]])]);
      case 'repeated':
        return repeated(expression.of, at);
      default:
        return expression satisfies never;
    }
  };

  const endsOf = (expression: Expression, at: number): Ends => {
    const here = known.get(expression) ?? new Map<number, Ends>();
    known.set(expression, here);
    const found = here.get(at) ?? compute(expression, at);
    here.set(at, found);
    return found;
  };

  return endsOf({ kind: 'rule', name: start }, 0).get(sentence.words.length) ?? 0;
};
