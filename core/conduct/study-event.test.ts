import assert from 'node:assert/strict';
import test from 'node:test';
import { isStudyEvent } from './study-event.ts';

test('what happens to the study is told from what happens to people, sites and lots', () => {
  const rows = [
    ['study drafted', true],
    ['amendment approved', true],
    ['study paused', true],
    ['data cut', true],
    ['primary analysis locked', true],
    ['data unlocked', true],
    ['site activated', false],
    ['participant enrolled', false],
    ['lot received', false],
    ['slot taken', false],
  ] as const;
  for (const [type, expected] of rows) assert.equal(isStudyEvent({ type }), expected, type);
});
