/** What is tested, whether the test says where its numbers come from, and whether it runs at all. */
import ts from 'typescript';
import { kindOf, parse } from '../source-tree.ts';
import type { Read, RuleFinding } from './rule-finding.ts';

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isValue = (statement: ts.Statement): boolean =>
  ts.isVariableStatement(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isEnumDeclaration(statement);

/** Does the file export anything that exists at run time? Types do not. */
export const exportsValue = (file: Read): boolean =>
  parse(file).statements.some(
    (statement) =>
      (isExported(statement) && isValue(statement)) ||
      (ts.isExportDeclaration(statement) && !statement.isTypeOnly) ||
      ts.isExportAssignment(statement),
  );

/** Every file of the core with behaviour has its test beside it. */
export const findUntested = (files: readonly Read[]): RuleFinding => {
  const paths = new Set(files.map(({ path }) => path));
  const core = files.filter(({ path }) => path.startsWith('core/') && path.endsWith('.ts'));
  const asked = core.filter((file) => kindOf(file.path) === 'source' && exportsValue(file));
  return {
    rule: 'every value is tested',
    matched: asked.length,
    problems: asked
      .filter(({ path }) => !paths.has(path.replace(/\.ts$/, '.test.ts')))
      .map(({ path }) => `${path}: no ${path.replace(/^.*\/|\.ts$/g, '')}.test.ts beside it`),
  };
};

/** The keys of a BibTeX file. */
export const keysOf = (bibliography: string): readonly string[] =>
  [...bibliography.matchAll(/^\s*@\w+\s*\{\s*([^\s,]+)\s*,/gm)].map(([, key]) => key ?? '');

const literally = (key: string): string => key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const numbered = /^core\/(measures|statistics)\/.*\.test\.ts$/;

/** A test of a measure or a method names the oracle or the source of its expected numbers. */
export const findSourceless = (files: readonly Read[], bibliography: string): RuleFinding => {
  const keys = keysOf(bibliography).map(literally);
  const source = new RegExp(['evidence/', ...keys.map((key) => `(?<![\\w-])${key}(?![\\w-])`)].join('|'));
  const tests = files.filter(({ path }) => numbered.test(path));
  return {
    rule: 'numbers have a source',
    matched: tests.length,
    problems: tests
      .filter(({ text }) => !source.test(text))
      .map(({ path }) => `${path}: names no evidence/ path and no key of evidence/references.bib`),
  };
};

/** A condition may skip a test, with its reason; a constant may not. */
const idle =
  /\b(test|it|describe|suite)\.(skip|only|todo)\b|[{,]\s*(skip|only|todo)\s*:\s*(true|['"`])|\bt\.(skip|todo)\(/;

export const findIdleTests = (files: readonly Read[]): RuleFinding => {
  const tests = files.filter(({ path }) => kindOf(path) === 'test');
  const lines = tests.flatMap(({ path, text }) => text.split('\n').map((line, index) => ({ path, line, index })));
  return {
    rule: 'every test runs',
    matched: tests.length,
    problems: lines
      .filter(({ line }) => idle.test(line))
      .map(({ path, index }) => `${path}:${index + 1}: skipped, focused or unwritten`),
  };
};
