import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnalysisValue } from './analysis-value.ts';
import { strataOfValues } from './strata-of-values.ts';

const valueFor = (participant: string, reported: 'true' | 'false' | 'unknown') =>
  ({ participant, reported }) as Pick<AnalysisValue, 'participant' | 'reported'> as AnalysisValue;
const [experimental, control] = [
  [valueFor('a1', 'true'), valueFor('a2', 'false'), valueFor('b3', 'true')],
  [valueFor('a4', 'unknown'), valueFor('c5', 'true')],
];

test('responders of both arms by stratum; an arm may be empty in one', () => {
  assert.deepEqual(
    strataOfValues(experimental, control, (id) => id[0]),
    [
      { arm1: { events: 1, of: 2 }, arm0: { events: 0, of: 1 } },
      { arm1: { events: 1, of: 1 }, arm0: { events: 0, of: 0 } },
      { arm1: { events: 0, of: 0 }, arm0: { events: 1, of: 1 } },
    ],
  );
  assert.deepEqual(
    strataOfValues(experimental, control, () => undefined),
    [{ arm1: { events: 2, of: 3 }, arm0: { events: 1, of: 2 } }],
  );
  assert.deepEqual(
    strataOfValues([], [], () => 'a'),
    [],
  );
});
