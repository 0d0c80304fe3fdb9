import assert from 'node:assert/strict';
import test from 'node:test';
import { readMutants, scoreOf } from './mutants.ts';

const source = 'const a = 1;\nif (a > 1) {\n  stop();\n}\n';
const at = (line: number, column: number, lastLine: number, lastColumn: number) => ({
  start: { line, column },
  end: { line: lastLine, column: lastColumn },
});
const mutant = (status: string, location = at(2, 5, 2, 10), replacement = 'a >= 1') => ({
  ...{ mutatorName: 'EqualityOperator', status, location, replacement },
});
const report = (...mutants: readonly ReturnType<typeof mutant>[]) =>
  readMutants(JSON.stringify({ files: { 'a.ts': { source, mutants } } }));

test('what was noticed, by a test or by time, and what was not', () => {
  const read = report(
    ...['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored'].map((s) => mutant(s)),
  );
  assert.deepEqual([read.killed, read.timedOut, read.survivors.length], [2, 1, 2]);
  assert.equal(scoreOf(read), 50);
});

test('a survivor is told with its place, what was there and what was put there, in one line', () => {
  const { survivors } = report(mutant('Survived'), mutant('Survived', at(2, 12, 4, 2), '{}'));
  assert.deepEqual(survivors, [
    { path: 'a.ts', line: 2, mutator: 'EqualityOperator', was: 'a > 1', became: 'a >= 1' },
    { path: 'a.ts', line: 2, mutator: 'EqualityOperator', was: '{ stop(); }', became: '{}' },
  ]);
});
