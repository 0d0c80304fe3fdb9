import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChartFacts, type PlainRecord, truthOf } from './given.ts';

/** Expected by hand from docs/language.md. Each is asked at week 4, 28 days after baseline. */
const dates = {
  consent: '2026-05-01',
  screening: '2026-05-18',
  randomisation: '2026-06-01',
  'first dose': '2026-06-01',
  baseline: '2026-06-01',
  'week 4': '2026-06-29',
};
const items = (at: Readonly<Record<string, string>>, more: ChartFacts = {}): ChartFacts => ({
  dates,
  items: at,
  ...more,
});
const creatinine = (at: Readonly<Record<string, string>>, more: ChartFacts = {}): ChartFacts =>
  items(Object.fromEntries(Object.entries(at).map(([point, value]) => [`creatinine at ${point}`, value])), more);
const steroids = (history: readonly PlainRecord[], through = '2026-06-29'): ChartFacts => ({
  dates,
  history,
  complete: { medication: through },
});
const prednisone = (start: string, end: string, dose: string): PlainRecord => ({
  concept: 'prednisone',
  start,
  end,
  dose,
});
const infections = (starts: readonly string[], complete: ChartFacts['complete'] = {}): ChartFacts => ({
  dates,
  history: starts.map((start) => ({ concept: 'infection', start })),
  complete: complete ?? {},
});
const signed = { condition: '2026-06-29' };
const alt = { normal: { ALT: '7..40' } };

const rows: readonly (readonly [string, ChartFacts, string])[] = [
  // Censored, not done, missed and pending readings.
  [
    'highest creatinine within 4 weeks before randomisation < 2 mg/dL',
    creatinine({ screening: '<0.2 mg/dL', baseline: '1 mg/dL' }),
    'true',
  ],
  [
    'lowest creatinine within 4 weeks before randomisation < 0.2 mg/dL',
    creatinine({ screening: '<0.2 mg/dL', baseline: '1 mg/dL' }),
    'true',
  ],
  [
    'lowest creatinine within 4 weeks before randomisation < 0.1 mg/dL',
    creatinine({ screening: '<0.2 mg/dL', baseline: '1 mg/dL' }),
    'unknown',
  ],
  [
    'mean creatinine within 4 weeks before randomisation < 0.6 mg/dL',
    creatinine({ screening: '<0.2 mg/dL', baseline: '1 mg/dL' }),
    'true',
  ],
  [
    'mean creatinine within 4 weeks before randomisation = 2 mg/dL',
    creatinine({ screening: 'not done', baseline: '2 mg/dL' }),
    'true',
  ],
  ['mean creatinine within 4 weeks before randomisation = 2 mg/dL', creatinine({ baseline: '2 mg/dL' }), 'unknown'],
  [
    'mean creatinine within 4 weeks before randomisation = 2 mg/dL',
    creatinine({ baseline: '2 mg/dL' }, { dates: { ...dates, screening: 'missed' } }),
    'true',
  ],
  ['highest creatinine from baseline to week 24 > 2 mg/dL', creatinine({ baseline: '3 mg/dL' }), 'true'],
  [
    'highest creatinine from baseline to week 24 <= 2 mg/dL',
    creatinine({ baseline: '1 mg/dL', 'week 4': '1 mg/dL' }),
    'unknown',
  ],
  ['highest creatinine since baseline <= 2 mg/dL', creatinine({ baseline: '1 mg/dL', 'week 4': '1 mg/dL' }), 'true'],
  // A daily rate: the 20 mg ended on the day before the window, or on its first day.
  [
    'highest prednisone-equivalent within 1 week before this visit <= 10 mg/d',
    steroids([prednisone('2026-06-01', '2026-06-21', '20 mg'), prednisone('2026-06-22', 'ongoing', '10 mg')]),
    'true',
  ],
  [
    'highest prednisone-equivalent within 1 week before this visit <= 10 mg/d',
    steroids([prednisone('2026-06-01', '2026-06-22', '20 mg'), prednisone('2026-06-23', 'ongoing', '10 mg')]),
    'false',
  ],
  [
    'lowest prednisone-equivalent from baseline to week 4 = 0 mg/d',
    steroids([prednisone('2026-06-01', '2026-06-10', '20 mg'), prednisone('2026-06-12', 'ongoing', '10 mg')]),
    'true',
  ],
  [
    'highest prednisone-equivalent from baseline to week 4 <= 20 mg/d',
    steroids([prednisone('2026-06', 'ongoing', '10 mg')]),
    'unknown',
  ],
  ['highest prednisone-equivalent from baseline to week 4 <= 20 mg/d', steroids([], '2026-06-28'), 'unknown'],
  [
    'highest prednisone-equivalent from baseline to week 4 > 20 mg/d',
    steroids([prednisone('2026-06-05', '2026-06-08', '40 mg')], '2026-06-20'),
    'true',
  ],
  // 29 days, both ends included; courses that overlap count in full; 100 mg of methylprednisolone are 125.
  [
    'integral of prednisone-equivalent from baseline to week 4 = 290 mg',
    steroids([prednisone('2026-05-01', 'ongoing', '10 mg')]),
    'true',
  ],
  [
    'integral of prednisone-equivalent from baseline to week 4 = 290 mg',
    steroids([prednisone('2026-05-01', 'ongoing', '5 mg'), prednisone('2026-05-02', 'ongoing', '5 mg')]),
    'true',
  ],
  [
    'integral of prednisone-equivalent from baseline to week 4 = 625 mg',
    steroids([
      { concept: 'prednisone', start: '2026-06-05', dose: '500 mg', kind: 'pulse' },
      { concept: 'methylprednisolone', start: '2026-06-06', dose: '100 mg', kind: 'pulse' },
    ]),
    'true',
  ],
  // Limits of normal.
  ['ALT at screening > 3 x ULN', items({ 'ALT at screening': '121 U/L' }, alt), 'true'],
  ['ALT at screening > 3 x ULN', items({ 'ALT at screening': '120 U/L' }, alt), 'false'],
  ['ALT at screening > 3 x ULN', items({ 'ALT at screening': '120 U/L' }), 'unknown'],
  ['ALT at screening < 1 x LLN', items({ 'ALT at screening': '<10 U/L' }, { normal: { ALT: '10..40' } }), 'true'],
  ['ALT at screening < 1 x LLN', items({ 'ALT at screening': '<10 U/L' }, alt), 'unknown'],
  ['ALT at screening < 1 x LLN', items({ 'ALT at screening': '5 U/L' }, { normal: { ALT: '..40' } }), 'unknown'],
  [
    'ALT at screening > 150% of ALT at baseline + 1 x ULN',
    items({ 'ALT at screening': '101 U/L', 'ALT at baseline': '40 U/L' }, alt),
    'true',
  ],
  // Numbers of records: at least so many while the history is open, no more once it is closed.
  ['number of infection within 1 year before screening >= 2', infections(['2026-01-01', '2026-02-01']), 'true'],
  ['number of infection within 1 year before screening < 2', infections(['2026-01-01']), 'unknown'],
  ['number of infection within 1 year before screening < 2', infections(['2026-01-01'], signed), 'true'],
  ['number of infection within 1 year before screening = 1', infections(['2026-01-01', '2025'], signed), 'unknown'],
  ['number of infection within 1 year before screening <= 2', infections(['2026-01-01', '2025'], signed), 'true'],
  ['number of pneumonia within 1 year before screening = 0', infections(['2026-01-01'], signed), 'unknown'],
  // Points that were missed, or are still to come.
  [
    'any point from baseline to week 4 where (creatinine > 2 mg/dL)',
    creatinine({ baseline: '1 mg/dL', 'week 4': '1 mg/dL' }),
    'false',
  ],
  [
    'any point from baseline to week 24 where (creatinine > 2 mg/dL)',
    creatinine({ baseline: '1 mg/dL', 'week 4': '1 mg/dL' }),
    'unknown',
  ],
  [
    'not every point from baseline to week 24 where (creatinine <= 2 mg/dL)',
    creatinine({ baseline: '1 mg/dL', 'week 4': '3 mg/dL' }),
    'true',
  ],
  [
    'not any point from baseline to week 24 where (creatinine > 2 mg/dL)',
    creatinine({ baseline: '1 mg/dL', 'week 4': '3 mg/dL' }),
    'false',
  ],
  // Percentages: a fall of exactly 50% does not count as more; the ends of a tolerance do.
  ['UPCR falls by > 50% from baseline', items({ 'UPCR at baseline': '2 g/g', 'UPCR at week 4': '1 g/g' }), 'false'],
  ['UPCR falls by >= 50% from baseline', items({ 'UPCR at baseline': '2 g/g', 'UPCR at week 4': '1 g/g' }), 'true'],
  [
    'creatinine within 15% of creatinine at baseline',
    creatinine({ baseline: '1 mg/dL', 'week 4': '1.15 mg/dL' }),
    'true',
  ],
  [
    'creatinine within 15% of creatinine at baseline',
    creatinine({ baseline: '1 mg/dL', 'week 4': '0.849 mg/dL' }),
    'false',
  ],
];
for (const [sentence, facts, expected] of rows)
  test(`${sentence} is ${expected}: ${JSON.stringify(facts.items ?? facts.history)}`, () =>
    assert.equal(truthOf(sentence, facts, 'week 4'), expected));
