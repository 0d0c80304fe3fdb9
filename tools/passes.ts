/** Functions that only pass their arguments on: reported, since now and then a name is worth the hop. */
import ts from 'typescript';
import type { CheckOutcome } from './checks/outcome.ts';
import { type CodeText, lineAt, parse, readCodeTexts, walk } from './source-tree.ts';

type Bodied = ts.ArrowFunction | ts.FunctionDeclaration | ts.MethodDeclaration;

const isBodied = (node: ts.Node): node is Bodied =>
  ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);

/** The one expression that a function is, where it is one. */
const onlyExpression = ({ body }: Bodied): ts.Node | undefined => {
  if (body === undefined || !ts.isBlock(body)) return body;
  const only = body.statements.length === 1 ? body.statements[0] : undefined;
  if (only === undefined) return undefined;
  return ts.isReturnStatement(only) || ts.isExpressionStatement(only) ? only.expression : undefined;
};

const passesOn = (node: Bodied): ts.CallExpression | undefined => {
  const call = onlyExpression(node);
  if (call === undefined || !ts.isCallExpression(call) || node.parameters.length === 0) return undefined;
  if (ts.isCallExpression(node.parent)) return undefined;
  const taken = node.parameters.map(({ name }) => name.getText()).join();
  return call.arguments.map((argument) => argument.getText()).join() === taken ? call : undefined;
};

export const passesIn = (source: CodeText): readonly string[] => {
  const file = parse(source);
  return [...walk(file)].filter(isBodied).flatMap((node) => {
    const call = passesOn(node);
    const place = `${source.path}:${lineAt(file, node.getStart())}`;
    return call === undefined ? [] : [`${place} only calls ${call.expression.getText()}`];
  });
};

export const judgePasses = (texts: readonly CodeText[]): CheckOutcome => {
  const sources = texts.filter(({ kind }) => kind === 'source');
  const remarks = sources.flatMap(passesIn);
  return { matched: sources.length, problems: [], remarks, summary: `${remarks.length} pass their arguments on` };
};

export const reportPasses = (): CheckOutcome => judgePasses(readCodeTexts());
