/** Names said twice, and names that say nothing. */
import ts from 'typescript';
import type { CheckOutcome } from './checks/outcome.ts';
import { type CodeText, lineAt, parse, readCodeTexts } from './source-tree.ts';

const empty = /(Manager|Service|Factory|Helpers?|Utils?|Handler|Processor|Impl|Dto|DTO|VO|Base|Abstract\w*)$/;

interface Declared {
  readonly name: string;
  readonly place: string;
  readonly exported: boolean;
  readonly isType: boolean;
  /** What stands after the name, without white space: two with the same body are one type written twice. */
  readonly body: string;
}

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration | ts.FunctionDeclaration;

const isNamed = (node: ts.Node): node is Named | ts.VariableStatement =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isVariableStatement(node);

const namesIn = (node: Named | ts.VariableStatement): readonly ts.Node[] => {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name);
  return node.name === undefined ? [] : [node.name];
};

/** The names that a file declares at its top level. */
export const declaredIn = (source: CodeText): readonly Declared[] => {
  const file = parse(source);
  return file.statements.filter(isNamed).flatMap((node) =>
    namesIn(node).map((name) => ({
      name: name.getText(),
      place: `${source.path}:${lineAt(file, name.getStart())}`,
      exported: node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false,
      isType: ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node),
      body: source.text.slice(name.end, node.end).replaceAll(/\s+/g, ''),
    })),
  );
};

/** A private name may recur with another meaning; an exported one may not, and the same body may not. */
const clash = (a: Declared, b: Declared): boolean => a.exported || b.exported || a.body === b.body;

const twice = (types: readonly Declared[]): readonly string[] =>
  types.flatMap((one, index) => {
    const other = types.slice(0, index).find((before) => before.name === one.name && clash(before, one));
    return other === undefined ? [] : [`declared twice: ${one.name} at ${other.place} and ${one.place}`];
  });

export const judgeNames = (texts: readonly CodeText[]): CheckOutcome => {
  const declared = texts.filter(({ kind }) => kind === 'source').flatMap(declaredIn);
  const hollow = declared.filter(({ name }) => empty.test(name));
  const types = declared.filter(({ isType }) => isType);
  return {
    matched: declared.length,
    problems: [...hollow.map(({ name, place }) => `says nothing: ${name} at ${place}`), ...twice(types)],
    summary: `${declared.length} names, ${types.length} of them types`,
  };
};

export const checkNames = (): CheckOutcome => judgeNames(readCodeTexts());
