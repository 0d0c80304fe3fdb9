import assert from 'node:assert/strict';
import test from 'node:test';
import { assumedCourse, isCourseNumber } from './assumed-course.ts';
import { scenarioWith, usualScenario } from './scenario.ts';

test('the usual scenario is the table, with no difference between arms', () => {
  for (const [name, { value }] of Object.entries(assumedCourse)) {
    assert.ok(isCourseNumber(name));
    assert.equal(usualScenario.assumed(name), value);
  }
  assert.deepEqual([usualScenario.participants, usualScenario.effectIn('a')], [undefined, 0]);
});

test('what is replaced is replaced, also by nothing, and the rest stays', () => {
  const scenario = scenarioWith({ numbers: { declines: 0 }, participants: 8, effect: { a: -0.3 } });
  assert.equal(scenario.assumed('declines'), 0);
  assert.equal(scenario.assumed('serious'), assumedCourse.serious.value);
  assert.deepEqual([scenario.participants, scenario.effectIn('a'), scenario.effectIn('b')], [8, -0.3, 0]);
  assert.equal(scenario.effectIn(undefined), 0);
});
