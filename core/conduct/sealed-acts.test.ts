import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import { isKeptSealed } from './sealed-acts.ts';

const on = '2026-06-01';
const handed = { dose: 'a', visit: 'baseline', on, units: 1 };
const event = (source: 'adverse event' | 'condition'): ParticipantCommand => ({
  type: 'record history',
  records: [{ source, concept: 'a', start: on }],
});
const commands = {
  prepare: { type: 'prepare dose', dose: 'a', number: 1, on, checkedBy: 'b' },
  results: { type: 'record sealed results', visit: 'week 4', section: 'a', items: [] },
  give: { type: 'give dose', dose: 'a', number: 1, on },
  miss: { type: 'miss dose', dose: 'a', number: 1, on, why: 'b' },
  dispense: { type: 'dispense', ...handed },
  return: { type: 'return medicine', ...handed },
  stop: { type: 'discontinue treatment', on, why: 'b' },
  event: event('adverse event'),
  end: { type: 'end course', record: 'sealed/P-001#1/a', end: on },
  'report of a sealed event': { type: 'assess event', record: 'sealed/P-001#1/a', causality: 'related' },
  'report of a public event': { type: 'assess event', record: 'participant/P-001#1/a', causality: 'related' },
  strike: { type: 'strike history', record: 'sealed/P-001#1/a', reason: 'b' },
  'correction of a result': {
    type: 'correct item',
    visit: 'week 4',
    replaces: 'sealed/P-001#1/a',
    entry: { item: 'a', value: '1' },
    reason: 'b',
  },
  condition: event('condition'),
  'end of a condition': { type: 'end course', record: 'participant/P-001#1/a', end: on },
  visit: { type: 'hold visit', visit: 'week 4', on },
  leave: { type: 'end participation', on, how: 'withdrawn' },
} as const satisfies Readonly<Record<string, ParticipantCommand>>;

const rows = [
  ['nct05631717', []],
  ['nct03580291', ['prepare', 'results', 'end', 'report of a sealed event', 'strike', 'correction of a result']],
  ['nct03673748', ['prepare', 'results', 'end', 'report of a sealed event', 'strike', 'correction of a result']],
  [
    'nct04318600',
    [
      'prepare',
      'results',
      'give',
      'miss',
      'dispense',
      'return',
      'stop',
      'event',
      'end',
      'report of a sealed event',
      'strike',
      'correction of a result',
    ],
  ],
] as const;

for (const [trial, sealed] of rows)
  test(`${trial}: what goes to the sealed log is ${sealed.join(', ') || 'nothing'}`, () => {
    const { definition } = g.shipped(trial);
    const kept = Object.entries(commands).filter(([, command]) => isKeptSealed(definition, command));
    assert.deepEqual(
      kept.map(([name]) => name),
      sealed,
    );
  });
