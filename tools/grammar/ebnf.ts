/** An expression of the grammar: what may stand at a place. */
export type Expression =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'optional' | 'repeated'; readonly of: Expression };

export type Grammar = ReadonlyMap<string, Expression>;

type Marks = readonly string[];

/** Marks of the notation: names, quoted words, brackets, bars and semicolons. */
const marksOf = (text: string): Marks => text.match(/"[^"]*"|[A-Za-z][\w-]*|[=|;()[\]{}]/g) ?? [];

interface Place {
  at: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const must = (marks: Marks, place: Place, wanted: string): void => {
  if (marks[place.at] !== wanted) throw new Error(`the grammar has ${marks[place.at]} where ${wanted} belongs`);
  place.at += 1;
};

const readOne = (marks: Marks, place: Place): Expression => {
  const mark = marks[place.at] ?? '';
  place.at += 1;
  const close = closing[mark];
  if (close !== undefined) {
    const of = readChoice(marks, place);
    must(marks, place, close);
    if (mark === '(') return of;
    return { kind: mark === '[' ? 'optional' : 'repeated', of };
  }
  return mark.startsWith('"') ? { kind: 'literal', text: mark.slice(1, -1) } : { kind: 'rule', name: mark };
};

const readSequence = (marks: Marks, place: Place): Expression => {
  const parts: Expression[] = [];
  while (!['|', ';', ')', ']', '}', undefined].includes(marks[place.at])) parts.push(readOne(marks, place));
  return { kind: 'sequence', parts };
};

const readChoice = (marks: Marks, place: Place): Expression => {
  const parts = [readSequence(marks, place)];
  while (marks[place.at] === '|') {
    place.at += 1;
    parts.push(readSequence(marks, place));
  }
  return { kind: 'choice', parts };
};

/** Reads a grammar in EBNF: `rule = expression ;` with `|`, `[ ]`, `{ }` and `( )`. Throws where it is none. */
export const readGrammar = (text: string): Grammar => {
  const marks = marksOf(text);
  const place: Place = { at: 0 };
  const grammar = new Map<string, Expression>();
  while (place.at < marks.length) {
    const name = marks[place.at] ?? '';
    place.at += 1;
    must(marks, place, '=');
    grammar.set(name, readChoice(marks, place));
    must(marks, place, ';');
  }
  return grammar;
};
