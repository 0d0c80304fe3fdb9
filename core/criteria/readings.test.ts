import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRange } from '#core/measures/say.ts';
import { type ChartFacts, chartFrom, formulaOf, lexicon } from './given.ts';
import { readingsIn } from './readings.ts';
import { daysOf, isNoDate } from './window-days.ts';

const held = { screening: '2026-05-18', randomisation: '2026-06-01', baseline: '2026-06-01', 'week 4': '2026-06-29' };

/** Each reading as `date value`, or `date ?` while it is open. */
const found = (text: string, facts: ChartFacts): readonly string[] => {
  const value = formulaOf(text);
  assert(value.kind === 'reading', text);
  const chart = chartFrom({ dates: held, ...facts });
  const days = daysOf(value.window, chart, 'week 24');
  assert(!isNoDate(days), text);
  return readingsIn(value.measure, value.window, lexicon)(chart, 'week 24', days).map(
    ({ date, worth, isRead }) => `${date?.written ?? 'no date'} ${isRead ? sayRange(worth.range) : '?'}`,
  );
};

const upcr = (at: Readonly<Record<string, string>>): ChartFacts => ({
  items: Object.fromEntries(Object.entries(at).map(([point, value]) => [`UPCR at ${point}`, value])),
});
const all = { screening: '3 g/g', baseline: '2 g/g', 'week 4': '1 g/g' };

/** What was recorded, the window, its readings. */
const rows: readonly (readonly [string, ChartFacts, readonly string[]])[] = [
  ['within 4 weeks before randomisation', upcr(all), ['2026-05-18 3', '2026-06-01 2']],
  ['within 13 days before randomisation', upcr(all), ['2026-06-01 2']],
  ['within 4 weeks after randomisation', upcr(all), ['2026-06-01 2', '2026-06-29 1']],
  ['within 1 to 4 weeks after randomisation', upcr(all), ['2026-06-29 1']],
  ['at least 1 day after randomisation', upcr(all), ['2026-06-29 1']],
  ['ever', upcr(all), ['2026-05-18 3', '2026-06-01 2', '2026-06-29 1']],
  // Not recorded is open; not done is no reading.
  ['within 4 weeks before randomisation', upcr({ screening: '3 g/g' }), ['2026-05-18 3', '2026-06-01 ?']],
  ['within 4 weeks before randomisation', upcr({ ...all, baseline: 'not done' }), ['2026-05-18 3']],
  // A visit that may still come before the end of the window is open; one that was missed is not.
  ['since baseline', upcr(all), ['2026-06-01 2', '2026-06-29 1', 'no date ?']],
  ['since baseline', { ...upcr(all), dates: { ...held, 'week 24': 'missed', 'week 4': '2026-06-29' } }, []],
  ['ever', { ...upcr(all), dates: { ...held, 'week 4': 'missed' } }, ['2026-05-18 3', '2026-06-01 2']],
  // A date known in part may lie outside.
  [
    'within 1 week before randomisation',
    { ...upcr(all), dates: { ...held, screening: '2026-05' } },
    ['2026-05 ?', '2026-06-01 2'],
  ],
];
for (const [window, facts, expected] of rows)
  test(`UPCR ${window}: ${expected.join(', ') || 'nothing to ask'}`, () => {
    if (expected.length > 0) assert.deepEqual(found(`latest UPCR ${window}`, facts), expected);
    else assert.throws(() => found(`latest UPCR ${window}`, facts), /latest UPCR/);
  });

test('of a daily rate every day is a reading', () => {
  const history = [{ concept: 'prednisone', start: '2026-05-30', end: 'ongoing', dose: '20 mg' }];
  const facts = { history, complete: { medication: '2026-06-01' } };
  assert.deepEqual(found('highest prednisone-equivalent within 3 days before randomisation', facts), [
    '2026-05-29 0',
    '2026-05-30 20',
    '2026-05-31 20',
    '2026-06-01 20',
  ]);
});

test('a window without an end, or of years, is too long to follow day by day', () => {
  const [only, ...others] = found('highest prednisone-equivalent ever', {});
  assert.deepEqual([only, others.length], ['no date ?', 0]);
});
