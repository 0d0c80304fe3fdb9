import assert from 'node:assert/strict';
import test from 'node:test';
import { dateRules } from './date-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

type Field = 'start' | 'primary completion' | 'completion' | 'first submitted' | 'last update';

const dates = (stated: Partial<Record<Field, string>>, status = 'Recruiting'): RecordChanges => ({
  dates: Object.fromEntries(Object.entries(stated).map(([field, date]) => [field, { date }])),
  status: [{ says: status, where: 'x' }],
  sites: [{ facility: 'a' }],
});

const anticipated = (date: string): RecordChanges => ({ dates: { start: { date, type: 'anticipated' } } });

test('dates and statuses, on a record read on 22 November 2026', () =>
  expectRules(dateRules, [
    ['record-out-of-date', dates({ completion: '2026-10' }), dates({ completion: '2026-11' })],
    ['record-out-of-date', dates({ completion: '2025-12-31' }), dates({ completion: '2025-12-31' }, 'Completed')],
    ['record-out-of-date', dates({ 'last update': '2024-11-20' }), dates({ 'last update': '2024-11-23' })],
    ['record-out-of-date', dates({}, 'Unknown status'), dates({}, 'Terminated')],
    ['anticipated-date-in-the-past', anticipated('2026-10'), anticipated('2026-11')],
    ['anticipated-date-in-the-past', anticipated('2013'), { dates: { start: { date: '2013', type: 'actual' } } }],
    [
      'statuses-disagree',
      { status: [{ says: 'Unknown status', where: 'x' }] },
      { status: [{ says: 'RECRUITING', where: 'x' }] },
    ],
    [
      'statuses-disagree',
      { status: ['Recruiting', 'Completed'].map((says) => ({ says, where: 'x' })) },
      { status: [] },
    ],
    [
      'statuses-disagree',
      { sites: [{ facility: 'a', status: 'Terminated' }] },
      {
        sites: [
          { facility: 'a', status: 'Terminated' },
          { facility: 'b', status: 'recruiting' },
        ],
      },
    ],
    [
      'registered-after-start',
      dates({ start: '2012-01', 'first submitted': '2012-11-26' }),
      dates({ start: '2012-11', 'first submitted': '2012-11-26' }),
    ],
    [
      'dates-out-of-order',
      dates({ start: '2026-05', completion: '2026-04-30' }),
      dates({ start: '2026-05', completion: '2026-05-01' }),
    ],
    [
      'dates-out-of-order',
      dates({ 'primary completion': '2028', completion: '2027' }),
      dates({ 'primary completion': '2027', completion: '2028' }),
    ],
    [
      'nothing-after-primary-completion',
      dates({ 'primary completion': '2027-06-01', completion: '2027-06-01' }),
      dates({ 'primary completion': '2027-06-01', completion: '2027-09-01' }),
    ],
    [
      'dates-disagree',
      { copies: [{ where: 'a', kind: 'copy', dates: { completion: { date: '2027-12-31' } } }] },
      { copies: [{ where: 'a', kind: 'copy', dates: { completion: { date: '2028-06-30' } } }] },
    ],
    [
      'dates-disagree',
      { copies: [{ where: 'a', kind: 'copy', dates: { start: { date: '2026-04' } } }] },
      { copies: [{ where: 'a', kind: 'publication', dates: { start: { date: '2026-04' } } }] },
    ],
  ]));

test('of several copies the one brought up to date last says whether the record is old', () => {
  const copy = (date: string) => ({ where: 'a', kind: 'copy' as const, dates: { completion: { date } } });
  const old = { ...dates({}), copies: [copy('2023-12-01')] };
  assert.match(firstFinding(old, 'record-out-of-date').what, /2026-11-22/);
  assert.throws(
    () => firstFinding({ ...old, copies: [copy('2023-12-01'), copy('2027-12-31')] }, 'record-out-of-date'),
    /silent/,
  );
});
