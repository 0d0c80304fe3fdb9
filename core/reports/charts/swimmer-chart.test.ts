import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { courses, endedOn, person } from '#core/endpoints/given.ts';
import { founding, maskedScene, sceneOfPeople, sixScene } from './given.ts';
import { swimmerCharts } from './swimmer-chart.ts';

const lanesOf = (scene = sixScene) => swimmerCharts(scene)[0]?.lanes ?? [];

/** Day 0 is 2026-06-01: 06-10 is day 9, 11-16 day 168, 11-20 day 172. */
test('how long each was followed, and what happened when', () => {
  assert.deepEqual(
    lanesOf().map(({ participant, arm, from, to, marks }) => [
      participant,
      arm,
      from,
      to,
      marks.map(({ kind, day }) => `${kind} ${day}`).join(', '),
    ]),
    [
      ['P-002', 'msc', 0, 172, 'dose 0, response 168'],
      ['P-001', 'msc', 0, 168, 'dose 0, response 168, goes on 168'],
      ['P-003', 'msc', 0, 168, 'goes on 168'],
      ['P-005', 'il-2', 0, 172, 'left 172'],
      ['P-004', 'il-2', 0, 168, 'discontinued 9, goes on 168'],
      ['P-006', 'il-2', 0, 168, 'goes on 168'],
    ],
  );
});

const event = (start: string, serious: boolean): ParticipantEvent => ({
  type: 'history recorded',
  records: [{ source: 'adverse event', concept: 'adverse-event', start, end: start, attributes: { serious } }],
});

test('serious events after allocation, and death', () => {
  const more = [event('2026-06-05', true), event('2026-06-06', false), event('2026-05-20', true)];
  const died = person(founding, 'P-1', 'msc', { ...courses.missed, more: [...more, endedOn('2026-07-01', 'died')] });
  const [lane] = lanesOf(sceneOfPeople(founding, [died]));
  assert.deepEqual(
    lane?.marks.map(({ kind, day }) => `${kind} ${day}`),
    ['serious event 4', 'died 30'],
  );
  assert.equal(lane?.to, 30);
  assert.ok(lane?.marks.every(({ rests }) => rests.length === 1));
});

test('the response lasts over its visits', () => {
  const lane = lanesOf().find(({ participant }) => participant === 'P-001');
  assert.deepEqual(lane?.spans, [{ level: 'CR', from: 168, to: 168 }]);
});

test('said in numbers; without arms as one group; with nobody there is none', () => {
  assert.match(
    swimmerCharts(sixScene)[0]?.said ?? '',
    /il-2: 3 participants followed for 168 to 172 days; 0 responded .*, 1 discontinued treatment, 0 died, 1 left, 2 go on\./,
  );
  const [chart] = swimmerCharts(maskedScene);
  assert.deepEqual([...new Set(chart?.lanes.map(({ arm }) => arm))], [undefined]);
  assert.match(chart?.said ?? '', /^all participants: 6 participants/);
  assert.deepEqual(swimmerCharts(sceneOfPeople(founding, [])), []);
});
