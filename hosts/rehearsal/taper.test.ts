import assert from 'node:assert/strict';
import test from 'node:test';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import { taper } from './taper.ts';

const study = smallStudy();
/** Who takes so much from the day before day 0 on; what they came with has ended. */
const takes = (amount: string | undefined, more: Partial<HistoryEntry> = {}) => {
  const one = followedIn(study, 'drip');
  const { clerk } = one;
  for (const { concept, end, record } of clerk.state().history)
    if (concept === 'prednisone' && end === 'ongoing')
      clerk.act({ type: 'end course', record, end: after(-2) }, dayZero);
  const dose = amount === undefined ? {} : { dose: { amount, unit: 'mg', everyDays: 1, timesADay: 1 } };
  const entry = {
    source: 'medication',
    concept: 'prednisone',
    start: after(-1),
    end: 'ongoing',
    ...dose,
    ...more,
  } as const;
  clerk.act({ type: 'record history', records: [entry] }, dayZero);
  const courses = (): readonly string[] =>
    clerk
      .state()
      .history.filter(({ concept, start }) => concept === 'prednisone' && start >= after(-1))
      .map((each) => `${each.start} to ${each.end}: ${each.dose?.amount ?? 'unknown'}`);
  return { ...one, courses };
};

test('from the first visit on the dose goes down by what was taken on day 0, each course ended on the day before', () => {
  const one = takes('40');
  for (const weeks of [4, 8, 12, 24]) taper(one.clerk, one.course, weeks, dayZero + 7 * weeks + 1);
  assert.deepEqual(one.courses(), [
    '2026-05-31 to 2026-06-29: 40',
    '2026-06-30 to 2026-07-27: 30',
    '2026-07-28 to 2026-08-24: 20',
    '2026-08-25 to 2026-11-16: 10',
    '2026-11-17 to ongoing: 5',
  ]);
});

/** What is taken on day 0, the weeks until the visit, and what is taken after it. */
const rows: readonly (readonly [string | undefined, number, string])[] = [
  ['20', 8, '10'],
  ['60', 4, '45'],
  ['5', 24, '5'],
  ['2.5', 24, '2.5'],
  ['40', 0, '40'],
  ['7.5', 4, '5'],
];

for (const [amount, weeks, expected] of rows)
  test(`${amount} mg, week ${weeks}: ${expected} mg`, () => {
    const one = takes(amount);
    taper(one.clerk, one.course, weeks, dayZero + 7 * weeks + 1);
    const now = one.clerk.state().history.findLast(({ concept, end }) => concept === 'prednisone' && end === 'ongoing');
    assert.equal(now?.dose?.amount, expected);
    assert.equal(one.courses().length, expected === amount ? 1 : 2);
  });

test('what is prescribed keeps what is known of the medicine, and is a taper', () => {
  const one = takes('40', { attributes: { failed: true, 'not-tolerated': false }, kind: 'maintenance' });
  taper(one.clerk, one.course, 8, dayZero + 57);
  const { attributes, kind, dose } = one.clerk.state().history.at(-1) ?? assert.fail();
  assert.deepEqual(attributes, { failed: true, 'not-tolerated': false });
  assert.deepEqual([kind, dose], ['taper', { amount: '20', unit: 'mg', everyDays: 1, timesADay: 1 }]);
});

test('who takes none, or nobody knows how much, is prescribed nothing', () => {
  for (const one of [
    takes(undefined),
    takes('40', { end: after(-1) }),
    takes('40', { concept: 'hydroxychloroquine' }),
  ]) {
    const count = one.events().length;
    taper(one.clerk, one.course, 8, dayZero + 57);
    assert.equal(one.events().length, count);
  }
});
