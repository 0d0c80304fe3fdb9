import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { enteredOutcome } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';
import { courses, endpointOf, person } from './given.ts';

const study = g.shipped('nct05631717');
const value = (course: Parameters<typeof person>[3]) =>
  deriveValue(endpointOf(study, 'response'), study, person(study, 'P-001', 'msc', course));

test('what enters is what was observed, unless a strategy or a policy decided', () => {
  const seen = value(courses.partial);
  assert.equal(enteredOutcome(seen), seen.outcome);
  const missed = value(courses.missed);
  assert.deepEqual(missed.outcome, { kind: 'level', worst: 'none', best: 'CR', reached: 'unknown' }, 'kept beside');
  assert.deepEqual(enteredOutcome(missed), { kind: 'level', worst: 'none', best: 'none', reached: 'false' });
});
