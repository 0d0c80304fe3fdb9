/** The shape of the tree: how long files and functions are, how much of it is tests, and what crosses the ratchet. */
import ts from 'typescript';
import type { CheckOutcome } from './checks/outcome.ts';
import { type CodeText, lineAt, parse, readCodeTexts, walk } from './source-tree.ts';

/** Medians and nine tenths are the rule; the ratchet names the giants one by one. */
const bands = {
  file: { median: 80, p90: 250, ratchet: 300 },
  function: { median: 10, p90: 35, ratchet: 60 },
  testLinesPerSourceLine: 1,
} as const;

/** What may cross the ratchet: path, or path and function name, with the reason. An entry that is not needed fails. */
const exceptions: Readonly<Record<string, string>> = {};

export interface Sized {
  /** `path` for a file, `path name` for a function. */
  readonly id: string;
  readonly lines: number;
}

/** The smallest value that at least the share p of all values does not exceed. */
export const quantile = (values: readonly number[], p: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(p * values.length) - 1)] ?? 0;

const countLines = ({ text }: CodeText): number => text.trimEnd().split('\n').length;

const nameOf = (node: ts.Node): string => {
  const named = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parent : node;
  const name = ts.isVariableDeclaration(named) || ts.isPropertyAssignment(named) ? named.name : undefined;
  return name?.getText() ?? (ts.isFunctionLike(node) ? node.name?.getText() : undefined) ?? '(unnamed)';
};

/** Every function of a file that has a body, callbacks of one line left out: they are expressions. */
export const measureFunctions = (source: CodeText): readonly Sized[] => {
  const file = parse(source);
  return [...walk(file)]
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined)
    .map((node) => ({
      id: `${source.path} ${nameOf(node)}`,
      lines: lineAt(file, node.end) - lineAt(file, node.getStart()) + 1,
      inline: ts.isCallExpression(node.parent),
    }))
    .filter(({ lines, inline }) => lines > 1 || !inline)
    .map(({ id, lines }) => ({ id, lines }));
};

const judgeBand = (what: 'file' | 'function', measured: readonly Sized[]): readonly string[] => {
  const lines = measured.map((one) => one.lines);
  const { median, p90 } = bands[what];
  return [
    ...(quantile(lines, 0.5) > median ? [`median ${what} has ${quantile(lines, 0.5)} lines, at most ${median}`] : []),
    ...(quantile(lines, 0.9) > p90 ? [`p90 of ${what}s is ${quantile(lines, 0.9)} lines, at most ${p90}`] : []),
  ];
};

const judgeRatchet = (measured: readonly Sized[], ratchet: number, excused: ReadonlySet<string>) =>
  measured
    .filter(({ id, lines }) => lines > ratchet && !excused.has(id))
    .map(({ id, lines }) => `${id} has ${lines} lines, the ratchet is at ${ratchet}`);

const summarise = (what: string, measured: readonly Sized[]): string => {
  const lines = measured.map((one) => one.lines);
  return `${measured.length} ${what} med ${quantile(lines, 0.5)} p90 ${quantile(lines, 0.9)}`;
};

export const judgeShape = (texts: readonly CodeText[], excused: Readonly<Record<string, string>>): CheckOutcome => {
  const sources = texts.filter(({ kind }) => kind === 'source');
  const files = sources.map((source) => ({ id: source.path, lines: countLines(source) }));
  const functions = sources.flatMap(measureFunctions);
  const sourceLines = files.reduce((sum, { lines }) => sum + lines, 0);
  const testLines = texts.filter(({ kind }) => kind === 'test').reduce((sum, test) => sum + countLines(test), 0);
  const ids = new Set(Object.keys(excused));
  const over = [
    ...files.filter(({ lines }) => lines > bands.file.ratchet),
    ...functions.filter(({ lines }) => lines > bands.function.ratchet),
  ];
  const idle = [...ids].filter((id) => !over.some((one) => one.id === id));
  return {
    matched: files.length,
    problems: [
      ...judgeBand('file', files),
      ...judgeBand('function', functions),
      ...judgeRatchet(files, bands.file.ratchet, ids),
      ...judgeRatchet(functions, bands.function.ratchet, ids),
      ...(testLines < sourceLines * bands.testLinesPerSourceLine
        ? [`${testLines} lines of tests for ${sourceLines} lines of source`]
        : []),
      ...idle.map((id) => `the exception for ${id} is no longer needed`),
    ],
    summary: `${summarise('files', files)}; ${summarise('functions', functions)}; tests ${(testLines / Math.max(1, sourceLines)).toFixed(2)} × source`,
  };
};

export const checkShape = (): CheckOutcome => judgeShape(readCodeTexts(), exceptions);
