import assert from 'node:assert/strict';
import test from 'node:test';
import { duty, safety } from './schema-safety.ts';

const rule = { id: 'S1', title: 'ALT', rule: 'ALT > 200 U/L', action: 'stop treatment' };
const stopping = { id: 'T1', title: 'Deaths', event: 'has died', participants: 2, action: 'pause recruitment' };

test('a safety section holds what a study says of safety; nothing in it is required', () => {
  const rows = [
    [{}, true],
    [
      { grading: 'CTCAE v5.0', 'adverse events': { from: 'first dose', to: 'week 24' }, observation: ['2 hours'] },
      true,
    ],
    [{ 'adverse events': { from: 'first dose' } }, false],
    [{ 'special interest': [{ id: 'X', title: 'Reaction', concept: 'infusion-reaction', within: '24 hours' }] }, true],
    [{ reference: [{ concept: 'infection-event' }] }, true],
    [{ reference: [{ product: 'cells', concept: 'infusion-reaction', term: 'Pyrexia', 'grade at most': 2 }] }, true],
    [{ reference: [{ product: 'cells' }] }, false],
    [{ reference: [{ concept: 'infection-event', 'grade at most': 0 }] }, false],
    [{ reference: [{ concept: 'infection-event', 'grade at most': 6 }] }, false],
    [{ regions: ['European Union', 'United States'] }, true],
    [{ regions: ['Spain'] }, false],
    [{ 'days after the last dose': 28 }, true],
    [{ 'days after the last dose': -1 }, false],
    [{ rules: [rule] }, true],
    [{ rules: [{ ...rule, at: [] }] }, false],
    [{ rules: [{ ...rule, action: 'go on' }] }, false],
    [{ stopping: [{ ...stopping, of: 10 }] }, true],
    [{ stopping: [{ ...stopping, participants: 0 }] }, false],
    [{ stopping: [{ ...stopping, rule: 'has died' }] }, false],
  ] as const;
  for (const [value, expected] of rows) assert.equal(safety.safeParse(value).success, expected, JSON.stringify(value));
});

test('a duty is somebody’s, until then', () => {
  const contraception = { id: 'D1', title: 'Contraception', of: 'men', until: '24 weeks after the last dose' };
  assert.equal(duty.safeParse(contraception).success, true);
  assert.equal(duty.safeParse({ ...contraception, until: undefined }).success, false);
});
