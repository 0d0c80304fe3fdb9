/** The TypeScript files of the tree, sorted into what they are for. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export type SourceKind = 'source' | 'test' | 'test support' | 'generated';

export interface CodeText {
  readonly path: string;
  readonly text: string;
  readonly kind: SourceKind;
}

/** Files written by a program: measured and read by nobody, so no size, name or copy is asked of them. */
export const generated: readonly string[] = ['core/quantities/ucum-atoms.ts'];

const everything = '{bin,core,hosts,contract,tools,trials}/**/*.ts';

const testSupport = /(^|\/)(given|[^/]+\.contract)\.ts$/;

export const kindOf = (path: string): SourceKind => {
  if (generated.includes(path)) return 'generated';
  if (path.endsWith('.test.ts')) return 'test';
  return testSupport.test(path) ? 'test support' : 'source';
};

/** Reads the files that match, relative to the working directory, in the order of their names. */
export const readCodeTexts = (pattern: string = everything): readonly CodeText[] =>
  globSync(pattern, { exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8'), kind: kindOf(path) }));

export const parse = ({ path, text }: Pick<CodeText, 'path' | 'text'>): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** The line of a position, counted from 1. */
export const lineAt = (file: ts.SourceFile, position: number): number =>
  file.getLineAndCharacterOfPosition(position).line + 1;

/** Every node below and including the given one, parents first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* walk(child);
}
