import assert from 'node:assert/strict';
import test from 'node:test';
import { person } from '#core/endpoints/given.ts';
import { atMost, between, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { founding, sceneOfPeople, sixScene } from './given.ts';
import { exactNumber, readMeasure, recordsOfEvents, unitOf } from './read-measure.ts';

test('a number is one number, or none', () => {
  const rows = [
    [exactly(rational(9, 20)), 0.45],
    [between(rational(1), rational(2)), undefined],
    [atMost(rational(1)), undefined],
  ] as const;
  for (const [range, expected] of rows) assert.equal(exactNumber(range), expected);
});

test('of each event its first record stands for it, in their order', () => {
  assert.deepEqual(
    recordsOfEvents(['participant/1#7/a', 'participant/1#7/b', 'participant/1#9/a', 'participant/2#7/b']),
    ['participant/1#7/a', 'participant/1#9/a', 'participant/2#7/b'],
  );
  assert.deepEqual(recordsOfEvents([]), []);
});

/** P-001 of the hand-made trial: 2.0 g/g at baseline, 0.45 at week 24; SLEDAI-2K 4 + 4 + 2, then 4. P-005 missed week 24. */
test('values of a visit that was held, each with its records', () => {
  const read = (person: number, measure: string, visit: string) => {
    const [found] = sixScene.people.slice(person).slice(0, 1);
    return readMeasure(found ?? assert.fail(), measure, visit);
  };
  const rows = [
    [0, 'UPCR', 'baseline', 2],
    [0, 'UPCR', 'week 24', 0.45],
    [0, 'SLEDAI-2K', 'baseline', 10],
    [0, 'SLEDAI-2K', 'week 24', 4],
    [0, 'prednisone-equivalent', 'week 24', 10],
    [0, 'UPCR', 'week 4', undefined],
    [2, 'SLEDAI-2K', 'baseline', undefined],
    [3, 'prednisone-equivalent', 'week 24', undefined],
    [4, 'UPCR', 'week 24', undefined],
    [0, 'BILAG-2004', 'week 24', undefined],
  ] as const;
  for (const [person, measure, visit, expected] of rows)
    assert.equal(read(person, measure, visit)?.value, expected, `${person} ${measure} ${visit}`);
  assert.equal(read(0, 'SLEDAI-2K', 'baseline')?.rests.length, 1);
});

test('a score of nothing rests on the record of its visit', () => {
  const none = { baseline: '0.9 2.0', week24: '1.0 1.0', sledai: [['rash'], []] as const };
  const [only] = sceneOfPeople(founding, [person(founding, 'P-1', 'msc', none)]).people;
  const found = readMeasure(only ?? assert.fail(), 'SLEDAI-2K', 'week 24');
  assert.deepEqual([found?.value, found?.rests], [0, [only?.chart.recordOf('week 24')]]);
});

test('units are those in which a measure answers', () => {
  assert.deepEqual(
    ['UPCR', 'prednisone-equivalent', 'SLEDAI-2K', 'nothing'].map((measure) => unitOf(founding, measure)),
    ['g/g', 'mg/d', undefined, undefined],
  );
});
