import assert from 'node:assert/strict';
import test from 'node:test';
import type { WatchDefinition } from '#core/study/schema-watch.ts';
import { study } from './given.ts';
import { watchOf, watchPoints } from './watch-points.ts';

const watch = { id: 'w', title: 'W', doses: ['cell-infusion'], measures: ['heart-rate'] };

test('the moments of a watch, in the order in which they come', () => {
  const rows: readonly (readonly [WatchDefinition, readonly string[]])[] = [
    [watch, ['before']],
    [{ ...watch, before: false, 'minutes from start': [15, 30] }, ['15 minutes from start', '30 minutes from start']],
    [
      { ...watch, 'minutes from start': [15], 'minutes from end': [15, 120] },
      ['before', '15 minutes from start', '15 minutes from end', '120 minutes from end'],
    ],
  ];
  for (const [of, expected] of rows)
    assert.deepEqual(
      watchPoints(of).map(({ id }) => id),
      expected,
    );
});

test('a placebo is watched as what it looks like, by the name that everybody knows', () => {
  const { definition } = study;
  const other = { ...definition, safety: { ...definition.safety, watch: [{ ...watch, doses: ['placebo-infusion'] }] } };
  assert.equal(watchOf(definition, 'cell-infusion')?.id, 'vital-signs');
  assert.equal(watchOf(other, 'cell-infusion')?.id, 'w');
  assert.equal(watchOf(definition, 'tablets'), undefined);
  assert.equal(watchOf({ ...definition, safety: undefined }, 'cell-infusion'), undefined);
});
