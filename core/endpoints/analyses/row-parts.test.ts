import assert from 'node:assert/strict';
import test from 'node:test';
import { otherPopulations, rowOf, sayCounts, sayKnown } from './row-parts.ts';

test('counts of both arms in words and as numbers', () => {
  const who = sayCounts({ events: 12, of: 20 }, { events: 9, of: 19 }, []);
  assert.deepEqual(who, {
    counts: '12/20 v 9/19',
    countNumbers: { events1: 12, of1: 20, events0: 9, of0: 19 },
    values: [],
  });
  assert.deepEqual(sayKnown(18, 17, []), { counts: '18 v 17', countNumbers: { n1: 18, n0: 17 }, values: [] });
});

test('a row is the main one or one of sensitivity, by its kind', () => {
  const found = { kind: 'not estimable', why: 'x' } as const;
  const row = rowOf('worst case', { found, method: 'm/1' }, sayKnown(1, 2, []));
  assert.deepEqual(
    [row.role, row.label, row.notes, row.records],
    ['sensitivity', 'not known: worst for the new treatment', [], []],
  );
  assert.equal(rowOf('main', { found, method: 'm/1' }, { ...sayKnown(1, 2, []), notes: ['n'] }).role, 'main');
});

test('the populations beside that of the analysis', () => {
  const rows = [
    ['randomised', ['treated population', 'per protocol population']],
    ['per protocol', ['randomised population', 'treated population']],
    ['all enrolled', ['randomised population', 'treated population', 'per protocol population']],
  ] as const;
  for (const [own, expected] of rows)
    assert.deepEqual(
      otherPopulations(own).map(({ kind }) => kind),
      expected,
      own,
    );
});
