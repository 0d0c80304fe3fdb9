import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { isPrimaryVisit, primaryAt } from './primary-visits.ts';

/** By the definitions of the founding trials: the visit that the analysis of the primary endpoint uses. */
const rows: readonly (readonly [trial: string, visit: string])[] = [
  ['nct05631717', 'week 24'],
  ['nct03580291', 'week 24'],
  ['nct01741857', 'month 12'],
];
for (const [trial, visit] of rows)
  test(`${trial}: ${visit}`, () => {
    const study = shipped(trial);
    assert.ok(primaryAt(study).some((each) => each.visit === visit));
    assert.equal(isPrimaryVisit(study, visit), true);
    assert.equal(isPrimaryVisit(study, 'screening'), false);
  });

test('a secondary endpoint makes no primary visit, and a time is asked at none', () => {
  const study = shipped('nct05631717');
  assert.deepEqual(
    primaryAt(study).map(({ endpoint }) => endpoint.of.id),
    ['response'],
  );
  const times = { ...study, endpoints: study.endpoints.filter(({ kind }) => kind === 'time') };
  assert.deepEqual(primaryAt(times), []);
});
