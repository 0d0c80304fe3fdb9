import type { z } from 'zod';
import type { Unreadable } from '../cursor.ts';
import { isCondition } from '../formula-kind.ts';
import type { Lexicon } from '../lexicon.ts';
import { printFormula } from '../print.ts';
import { isUnreadable, readFormula, readRule } from '../read.ts';
import type { Formula } from '../syntax.ts';
import { shapeOf } from './json-shape.ts';

/** A tree of plain data, as JSON holds it. */
export type JsonTree = string | number | boolean | readonly JsonTree[] | { readonly [key: string]: JsonTree };

const isList = (tree: unknown): tree is readonly unknown[] => Array.isArray(tree);

const withoutSpan = (tree: unknown): JsonTree => {
  if (isList(tree)) return tree.map(withoutSpan);
  if (typeof tree === 'string' || typeof tree === 'number' || typeof tree === 'boolean') return tree;
  if (typeof tree !== 'object' || tree === null) throw new Error(`a sentence holds ${String(tree)}`);
  const members = Object.entries(tree).filter(([key, inner]) => key !== 'span' && inner !== undefined);
  return Object.fromEntries(members.map(([key, inner]) => [key, withoutSpan(inner)]));
};

/**
 * The JSON form of a sentence: its tree with the names of `syntax.ts`, without places, and without members that are
 * not said (the unit of a plain number, a `where` that was not written). Equal sentences have equal forms.
 */
export const writeFormula = (formula: Formula): JsonTree => withoutSpan(formula);

const nowhere = { start: 0, end: 0 };
const refuse = (problem: string, expected: readonly string[]): Unreadable => ({
  problem,
  span: nowhere,
  expected,
  nearest: undefined,
});

const deepest = 40;
const mostNodes = 5_000;

/** Breadth first, so that no depth and no ring exhausts the stack. */
const tooLarge = (value: unknown): string | undefined => {
  let level: readonly unknown[] = [value];
  let [depth, nodes] = [0, 0];
  while (level.length > 0) {
    nodes += level.length;
    if (nodes > mostNodes) return `more than ${mostNodes} members`;
    const objects = level.filter((each) => typeof each === 'object' && each !== null);
    if (objects.some((each) => !isList(each))) depth += 1;
    if (depth > deepest) return `nested more than ${deepest} deep`;
    level = objects.flatMap((each) => (isList(each) ? [...each] : Object.values(each)));
    if (level.length > mostNodes) return `more than ${mostNodes} members`;
  }
  return undefined;
};

const shapeProblem = (error: z.ZodError): Unreadable => {
  const [issue] = error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the tree' : issue.path.map(String).join('.');
  return refuse(`${place}: ${issue?.message ?? 'malformed'}`, ['the form that writeFormula gives']);
};

/** Compared as text: both are written with the same members, and the order of members is not part of the form. */
const sortedText = (tree: JsonTree): string =>
  JSON.stringify(tree, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !isList(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Reads the JSON form back. Unknown members, trees more than 40 deep or of more than 5,000 members are refused (so that
 * a chain of some forty sums is a sentence, and has no form that is read); then the sentence is printed and read again,
 * so that names, levels, units and numbers are those of the lexicon and the tree is exactly the one that its own text
 * gives. The places are those of the printed sentence. Anything else comes back as data; nothing is thrown on any JSON.
 * Types and the schedule are not looked at: `checkFormula` does that.
 */
export const readFormulaTree = (value: unknown, lexicon: Lexicon): Formula | Unreadable => {
  const large = tooLarge(value);
  if (large !== undefined) return refuse(large, ['a named definition for a part']);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const shaped = shapeOf(kind).safeParse(value);
  if (!shaped.success) return shapeProblem(shaped.error);
  const sentence = printFormula(shaped.data);
  const read = isCondition(shaped.data) ? readRule(sentence, lexicon) : readFormula(sentence, lexicon);
  if (isUnreadable(read)) return read;
  if (sortedText(writeFormula(read)) === sortedText(writeFormula(shaped.data))) return read;
  return refuse(`reads back as another sentence: ${printFormula(read)}`, ['the tree of that sentence']);
};
