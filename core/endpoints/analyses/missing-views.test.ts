import assert from 'node:assert/strict';
import test from 'node:test';
import { responders } from './given.ts';
import { countsIn, isMissing, knownAndMissing, type MissingReading, valuesInView } from './missing-views.ts';

/** Of six with cells two are not known, of whom one was taken from another visit as a response; of five with IL-2 one. */
const values = responders('yyn?!n', 'ynn?n');

test('each view counted by hand', () => {
  const rows: readonly (readonly [MissingReading, string, string])[] = [
    ['as reported', '3/6', '1/5'],
    ['complete cases', '2/4', '1/4'],
    ['worst case', '2/6', '2/5'],
    ['best case', '4/6', '1/5'],
    ['missing as non-response', '2/6', '1/5'],
  ];
  for (const [view, ...said] of rows) {
    const seen = valuesInView(view, values, 'msc');
    const counted = ['msc', 'il-2'].map((arm) => countsIn(seen, arm)).map(({ events, of }) => `${events}/${of}`);
    assert.deepEqual(counted, said, view);
  }
});

test('who is missing: reported by a policy, or not at all; an intercurrent event is an answer', () => {
  assert.equal(values.filter(isMissing).length, 3);
  const [first = assert.fail()] = values;
  assert.equal(isMissing({ ...first, reported: 'unknown' }), true);
  assert.equal(isMissing({ ...first, policy: 'composite', reported: 'false' }), false);
});

test('those known of an arm with their responders, and how many are not', () => {
  assert.deepEqual(knownAndMissing(values, 'msc'), { events: 2, of: 4, missing: 2 });
  assert.deepEqual(knownAndMissing(values, 'third'), { events: 0, of: 0, missing: 0 });
});
