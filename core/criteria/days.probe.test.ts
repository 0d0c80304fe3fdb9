import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChartFacts, type PlainRecord, truthOf } from './given.ts';

/** Expected by hand from docs/language.md: both ends included, months by the calendar, no date better than written. */
const complete = { medication: '2030-12-31', condition: '2030-12-31', 'adverse event': '2030-12-31' };
const asked = (screening: string, history: readonly PlainRecord[]): ChartFacts => ({
  dates: { screening, 'week 4': '2026-06-29' },
  history,
  complete,
});

/** Window, date of screening, date of rituximab, truth. */
const single: readonly (readonly [string, string, string, string])[] = [
  ['within 24 weeks before screening', '2026-08-17', '2026-03-02', 'true'],
  ['within 24 weeks before screening', '2026-08-18', '2026-03-02', 'false'],
  ['within 0 days before screening', '2026-03-15', '2026-03-15', 'true'],
  ['within 0 days before screening', '2026-03-15', '2026-03-14', 'false'],
  // 31 March less a month is 28 February, 31 January and a month is 28 or 29 February.
  ['within 1 month before screening', '2026-03-31', '2026-02-28', 'true'],
  ['within 1 month before screening', '2026-03-31', '2026-02-27', 'false'],
  ['within 1 month after screening', '2026-01-31', '2026-02-28', 'true'],
  ['within 1 month after screening', '2026-01-31', '2026-03-01', 'false'],
  ['within 1 month after screening', '2028-01-31', '2028-02-29', 'true'],
  ['within 1 year before screening', '2028-02-29', '2027-02-28', 'true'],
  ['within 1 year before screening', '2028-02-29', '2027-02-27', 'false'],
  ['within 2 to 6 months before screening', '2026-08-31', '2026-07-01', 'false'],
  ['within 2 to 6 months before screening', '2026-08-31', '2026-06-30', 'true'],
  ['within 2 to 6 months before screening', '2026-08-31', '2026-02-28', 'true'],
  ['within 2 to 6 months before screening', '2026-08-31', '2026-02-27', 'false'],
  ['within 2 to 6 months after screening', '2026-08-31', '2026-10-30', 'false'],
  ['within 2 to 6 months after screening', '2026-08-31', '2026-10-31', 'true'],
  ['at least 24 weeks before screening', '2026-08-17', '2026-03-02', 'true'],
  ['at least 24 weeks before screening', '2026-08-16', '2026-03-02', 'false'],
  ['at least 24 weeks after screening', '2026-03-02', '2026-08-17', 'true'],
  ['at least 24 weeks after screening', '2026-03-02', '2026-08-16', 'false'],
  ['within 2 weeks around screening', '2026-03-15', '2026-03-01', 'true'],
  ['within 2 weeks around screening', '2026-03-15', '2026-03-29', 'true'],
  ['within 2 weeks around screening', '2026-03-15', '2026-03-30', 'false'],
  ['at screening', '2026-03-15', '2026-03-15', 'true'],
  ['at screening', '2026-03-15', '2026-03-16', 'false'],
  ['from screening to week 4', '2026-05-18', '2026-05-17', 'false'],
  ['from screening to week 4', '2026-05-18', '2026-05-18', 'true'],
  ['from screening to week 4', '2026-05-18', '2026-06-29', 'true'],
  ['from screening to week 4', '2026-05-18', '2026-06-30', 'false'],
  ['ever', '2026-05-18', '1990', 'true'],
  // The date of the record, and that of the point, known in part.
  ['within 24 weeks before screening', '2026-08-17', '2026-02', 'false'],
  ['within 24 weeks before screening', '2026-08-17', '2026-03', 'unknown'],
  ['within 24 weeks before screening', '2026-08-17', '2026-04', 'true'],
  ['within 24 weeks before screening', '2026-08-17', '2026', 'unknown'],
  ['within 24 weeks before screening', '2026-08', '2026-02-13', 'false'],
  ['within 24 weeks before screening', '2026-08', '2026-03-02', 'unknown'],
  ['within 24 weeks before screening', '2026-08', '2026-04-01', 'true'],
  ['within 24 weeks before screening', '2026-08', '2026-08-15', 'unknown'],
];
for (const [window, screening, start, expected] of single)
  test(`rituximab on ${start}, screened on ${screening}: ${window} is ${expected}`, () =>
    assert.equal(
      truthOf(`received rituximab ${window}`, asked(screening, [{ concept: 'rituximab', start }])),
      expected,
    ));

/** Sentence, a record that lasts, truth; screened on 2026-05-18. */
const lasting: readonly (readonly [string, PlainRecord, string])[] = [
  ['takes mycophenolate at screening', { concept: 'mycophenolate', start: '2026-01-01', end: '2026-05-18' }, 'true'],
  ['takes mycophenolate at screening', { concept: 'mycophenolate', start: '2026-01-01', end: '2026-05-17' }, 'false'],
  ['takes mycophenolate at screening', { concept: 'mycophenolate', start: '2026-05-18', end: 'ongoing' }, 'true'],
  ['takes mycophenolate at screening', { concept: 'mycophenolate', start: '2026-05-19', end: 'ongoing' }, 'false'],
  [
    'received mycophenolate within 2 to 6 months before screening',
    { concept: 'mycophenolate', start: '2025-01-01', end: 'ongoing' },
    'true',
  ],
  // An adverse event counts where it began.
  [
    'had adverse-event within 4 weeks before screening',
    { concept: 'adverse-event', start: '2026-01-01', end: 'ongoing' },
    'false',
  ],
];
for (const [sentence, record, expected] of lasting)
  test(`${sentence}, ${record.start} to ${record.end}: ${expected}`, () =>
    assert.equal(truthOf(sentence, asked('2026-05-18', [record])), expected));
