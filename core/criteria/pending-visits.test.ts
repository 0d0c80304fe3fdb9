import assert from 'node:assert/strict';
import test from 'node:test';
import { chartFrom, formulaOf, lexicon } from './given.ts';
import { isPending } from './pending-visits.ts';
import { daysOf, isNoDate } from './window-days.ts';

const held = { screening: '2026-05-18', randomisation: '2026-06-01', baseline: '2026-06-01', 'week 4': '2026-06-29' };

/** Those of the visits without a date that may still lie in a window asked at week 4. */
const pending = (window: string, dates: Readonly<Record<string, string>>): string => {
  const value = formulaOf(`latest UPCR ${window}`);
  assert(value.kind === 'reading', window);
  const chart = chartFrom({ dates });
  const days = daysOf(value.window, chart, 'week 4');
  assert(!isNoDate(days), window);
  return [...lexicon.visits]
    .filter((visit) => chart.dateOf(visit) === undefined)
    .filter((visit) => isPending(visit, chart, { window: value.window, days, here: 'week 4' }, lexicon))
    .join(', ');
};

/** The window, the dates, the visits that are pending. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['within 30 weeks after baseline', held, 'week 24'],
  ['within 30 weeks after baseline', { ...held, 'week 24': 'missed' }, ''],
  ['within 30 weeks after baseline', { baseline: '2026-06-01' }, 'screening, week 4, week 24'],
  ['within 27 days after baseline', held, ''],
  ['within 4 weeks after baseline', held, 'week 24'],
  ['within 4 weeks after baseline', { ...held, 'week 4': '2026-06' }, 'week 24'],
  ['within 4 weeks after baseline', { ...held, 'week 4': '2026-07' }, ''],
  ['within 27 days around baseline', held, ''],
  ['within 30 weeks around baseline', held, 'week 24'],
  ['at least 30 weeks after baseline', held, 'week 24'],
  ['within 30 weeks before baseline', held, ''],
  ['within 1 week before baseline', { baseline: '2026-06-01' }, 'screening'],
  ['at least 1 week before baseline', { baseline: '2026-06-01' }, 'screening'],
  ['from baseline to week 24', held, 'week 24'],
  ['from baseline to week 4', held, ''],
  ['since baseline', { baseline: '2026-06-01', 'week 24': '2026-11-16' }, 'screening, week 4'],
  ['since week 24', { baseline: '2026-06-01', 'week 24': '2026-11-16', 'week 4': '2026-06-29' }, ''],
  ['ever', { baseline: '2026-06-01' }, ''],
];
for (const [window, dates, expected] of rows)
  test(`${window}, with ${JSON.stringify(dates)}: ${expected || 'nothing'} pending`, () =>
    assert.equal(pending(window, dates), expected));
