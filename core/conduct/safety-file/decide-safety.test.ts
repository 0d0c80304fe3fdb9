import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { decideSafety } from './decide-safety.ts';
import { at, learnt, mild, open, person, record, reported } from './given.ts';
import { type SafetyCommand, safetyCommands } from './safety-command.ts';

const pregnancy = 'participant/P-001#5/pregnancy';
const sent = at('2027-06-01 08:00');
const commands: Readonly<Record<SafetyCommand['type'], SafetyCommand>> = {
  'report event': { type: 'report event', record, awareness: learnt, said: mild },
  'follow up event': { type: 'follow up event', record, awareness: learnt, changed: { grade: 2 }, learnt: '' },
  'assess event': { type: 'assess event', record, causality: 'related' },
  'record report sent': { type: 'record report sent', record, duty: 'eu-15-days', sent },
  'report pregnancy': { type: 'report pregnancy', of: 'partner', awareness: learnt },
  'record pregnancy outcome': { type: 'record pregnancy outcome', pregnancy, outcome: 'not known', on: '2027-02' },
};
const past = {
  'report event': person(),
  'record pregnancy outcome': person(reported(), {
    type: 'pregnancy reported',
    of: 'participant',
    awareness: learnt,
    received: sent,
  }),
} as const;

for (const type of safetyCommands)
  test(`${type} is decided, and leaves one event`, () => {
    const before = Object.entries(past).find(([each]) => each === type)?.[1] ?? person(reported());
    const answer = decideSafety(commands[type], before, g.settingOf(open));
    assert.ok(!isRefusal(answer), JSON.stringify(answer));
    assert.equal(answer.length, 1);
  });
