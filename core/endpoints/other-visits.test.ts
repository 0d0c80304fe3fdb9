import assert from 'node:assert/strict';
import test from 'node:test';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { courses, endpointOf, person, seenAt, studyEdited } from './given.ts';
import { otherVisits } from './other-visits.ts';

const study = studyEdited([
  '    at: week 24\n    from: primary[1]\n    assumes: [A-16]',
  '    at: week 24\n    also at: [week 8, week 4, week 12]\n    assumes: [A-16]',
]);
const more = [...seenAt('week 4', '2026-06-29', '1.9'), ...seenAt('week 8', '2026-07-27', '1.9')];
const participant = person(study, 'P-001', 'msc', { ...courses.complete, more });
const asked = { endpoint: endpointOf(study, 'response'), study, participant, chart: chartOf(study, participant) };
const day = (date: string): number => Date.parse(date) / 86_400_000;

test('visits of the endpoint that were held, in the order of the schedule, up to the one asked', () => {
  assert.deepEqual(otherVisits({ ...asked, at: 'week 24' }), ['week 4', 'week 8', 'week 24']);
  assert.deepEqual(otherVisits({ ...asked, at: 'week 8' }), ['week 4', 'week 8']);
});

test('before a day: that day does not count', () => {
  assert.deepEqual(otherVisits({ ...asked, at: 'week 24' }, day('2026-07-27')), ['week 4']);
  assert.deepEqual(otherVisits({ ...asked, at: 'week 24' }, day('2026-07-28')), ['week 4', 'week 8']);
  assert.deepEqual(otherVisits({ ...asked, at: 'week 24' }, Number.NEGATIVE_INFINITY), []);
});
