import assert from 'node:assert/strict';
import test from 'node:test';
import { isOverWithTheEnd } from '#core/conduct/late-entry.ts';
import { roleMay } from '#core/conduct/rights.ts';
import { isSafetyCommand, safetyCommands } from './safety-command.ts';

test('a command of safety is told from whatever else is asked', () => {
  for (const type of safetyCommands) assert.equal(isSafetyCommand({ type }), true, type);
  for (const type of ['record history', 'give dose', 'event reported', '', 'constructor'])
    assert.equal(isSafetyCommand({ type }), false, type);
});

test('what happens to somebody who has left is still told', () => {
  for (const type of safetyCommands) assert.equal(isOverWithTheEnd(type), false, type);
});

/** Who may do what: each act by one role, and none by two. */
const rows: readonly (readonly [act: string, investigator: boolean, physician: boolean])[] = [
  ['report event', true, false],
  ['follow up event', true, false],
  ['assess event', false, true],
  ['record report sent', false, true],
  ['report pregnancy', true, false],
  ['record pregnancy outcome', true, false],
];
for (const [act, investigator, physician] of rows)
  test(`${act}: ${investigator ? 'the investigator' : 'the safety physician'} alone`, () => {
    assert.equal(roleMay('investigator', act), investigator);
    assert.equal(roleMay('safety physician', act), physician);
    for (const role of ['coordinator', 'sponsor', 'pharmacist', 'laboratory', 'nobody'])
      assert.equal(roleMay(role, act), false, role);
  });
