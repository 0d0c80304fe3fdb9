import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { endpointSpan, pointVisit } from './endpoint-point.ts';
import { type Course, courses, endedOn, endpointOf, person } from './given.ts';

const study = g.shipped('nct05631717');
const spanOf = (course: Course, id = 'response', at?: string) => {
  const someone = person(study, 'P-001', 'msc', course);
  const span = endpointSpan(endpointOf(study, id), someone, chartOf(study, someone), at);
  return span && [span.visit, writeDay(span.from), writeDay(span.until)];
};

test('from the day of randomisation to the day before the visit, or to the end of the window of one not held', () => {
  assert.deepEqual(spanOf(courses.complete), ['week 24', '2026-06-01', '2026-11-15']);
  assert.deepEqual(spanOf(courses.missed), ['week 24', '2026-06-01', '2026-11-19'], 'day 171');
  assert.deepEqual(spanOf(courses.complete, 'response', 'week 12'), ['week 12', '2026-06-01', '2026-08-27'], 'day 87');
  assert.deepEqual(spanOf(courses.complete, 'time-to-response'), ['week 24', '2026-06-01', '2026-11-15']);
});

test('nothing is followed after the end of participation', () => {
  const left = { ...courses.missed, more: [endedOn('2026-08-01', 'withdrawn')] };
  assert.deepEqual(spanOf(left), ['week 24', '2026-06-01', '2026-08-01']);
});

test('who was not allocated has no span', () => {
  const someone = g.participantAfter(g.screened(study));
  assert.equal(endpointSpan(endpointOf(study, 'response'), someone, chartOf(study, someone)), undefined);
});

test('the visit of the point: the one asked, of a time the last that it looks at', () => {
  assert.equal(pointVisit(endpointOf(study, 'response')), 'week 24');
  assert.equal(pointVisit(endpointOf(study, 'response'), 'week 4'), 'week 4');
  assert.equal(pointVisit(endpointOf(study, 'time-to-response')), 'week 24');
});
