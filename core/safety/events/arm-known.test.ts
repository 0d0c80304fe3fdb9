import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { armKnown } from './arm-known.ts';

test('in an open trial an event is judged by the arm; in a masked one by none, whoever asks', () => {
  const rows = [
    ['nct05631717', 'msc', 'msc'],
    ['nct05631717', undefined, undefined],
    ['nct03673748', 'cells', undefined],
    ['nct04318600', 'cells', undefined],
  ] as const;
  for (const [trial, arm, expected] of rows) assert.equal(armKnown(g.shipped(trial), { arm }), expected, trial);
});
