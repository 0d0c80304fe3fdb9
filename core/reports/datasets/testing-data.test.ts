import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { TestingDefinition } from '#core/study/schema-analyses.ts';
import { testingSets } from './testing-data.ts';

const sequence = shipped('nct03673748');

/** The words of each row of both sets, of a study with this procedure. */
const wordsOf = (testing: TestingDefinition | undefined) => {
  const { testing: _, ...definition } = sequence.definition;
  const study = { ...sequence, definition: testing === undefined ? definition : { ...definition, testing } };
  return testingSets(study).map(({ rows }) =>
    rows.map((row) => row.map((cell) => ('words' in cell ? cell.words : cell.number)).join(', ')),
  );
};

const graph: TestingDefinition = {
  procedure: 'graphical',
  hypotheses: [
    { analysis: 'primary', weight: '0.8' },
    { analysis: 'complete', weight: '0.2' },
  ],
  transitions: [{ before: 'primary', after: 'complete', share: '1' }],
  alpha: '0.05',
};

const rows: readonly (readonly [string, TestingDefinition | undefined, readonly (readonly string[])[]])[] = [
  ['no procedure', undefined, [[], []]],
  [
    'one primary',
    { procedure: 'one primary', analysis: 'primary', alpha: '0.05' },
    [['one primary, 0.05, primary, '], []],
  ],
  [
    'the sequence that trials/nct03673748/study.yaml names',
    sequence.definition.testing,
    [
      ['fixed sequence, 0.05, primary, ', 'fixed sequence, 0.05, complete, ', 'fixed sequence, 0.05, glucocorticoid, '],
      [],
    ],
  ],
  ['a graph', graph, [['graphical, 0.05, primary, 0.8', 'graphical, 0.05, complete, 0.2'], ['primary, complete, 1']]],
];
for (const [name, testing, expected] of rows) test(name, () => assert.deepEqual(wordsOf(testing), expected));
