import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { wantedOf } from './response-option.ts';

test('shares of responders by arm, or what is wrong with them', () => {
  const study = shipped('nct05631717');
  const rows = [
    ['msc=0.6,il-2=0.3', { msc: 0.6, 'il-2': 0.3 }],
    ['msc=.6', { msc: 0.6 }],
    ['msc=1', { msc: 1 }],
    ['mcs=0.6', '"mcs" is no arm'],
    ['msc=60%', '"60%" is no share from 0 to 1'],
    ['msc=1.5', '"1.5" is no share from 0 to 1'],
    ['msc', '"" is no share from 0 to 1'],
  ] as const;
  for (const [written, expected] of rows) assert.deepEqual(wantedOf(written, study), expected, written);
});
