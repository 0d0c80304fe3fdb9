import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { conditionOf, lexicon } from './given.ts';
import { isAsked, occurrencesOf } from './record-occurrences.ts';

const dateOf = (written: string) => {
  const date = readDate(written);
  assert.ok(date !== undefined, written);
  return date;
};

/** "mycophenolate 2025-01-01 2025-02-01 1 g"; the end may be `ongoing` or `single`, the dose left out. */
const recordOf = (text: string): HistoryRecord => {
  const [concept = '', start = '', end = 'single', amount, unit = ''] = text.split(' ');
  return {
    source: lexicon.concepts.get(concept)?.source ?? 'medication',
    concept,
    start: dateOf(start),
    end: end === 'ongoing' || end === 'single' ? end : dateOf(end),
    attributes: {},
    dose: amount === undefined ? undefined : { amount, unit, everyDays: 1, timesADay: 1 },
    kind: undefined,
    record: text,
  };
};

const queryOf = (sentence: string) => {
  const read = conditionOf(sentence);
  assert.ok(read.kind === 'records');
  return read;
};

/** The query, the record, whether it is what is asked for. */
const askedFor: readonly (readonly [query: string, record: string, expected: string])[] = [
  ['received rituximab ever', 'rituximab 2025', 'true'],
  ['received B-cell-depletion ever', 'rituximab 2025', 'true'],
  ['received rituximab ever', 'B-cell-depletion 2025', 'unknown'],
  ['received rituximab ever', 'tacrolimus 2025', 'false'],
  ['received B-cell-depletion other than rituximab ever', 'rituximab 2025', 'false'],
  ['received B-cell-depletion other than rituximab ever', 'B-cell-depletion 2025', 'unknown'],
];
for (const [query, record, expected] of askedFor)
  test(`${query}, a record of ${record}: ${expected}`, () =>
    assert.equal(isAsked(recordOf(record), queryOf(query), lexicon), expected));

/** What the records say happened: the verb, the concept, the first and the last day, whether it is certain. */
const happened = (query: string, ...records: readonly string[]): readonly string[] =>
  occurrencesOf(queryOf(query), records.map(recordOf), lexicon).map(
    ({ verb, record, from, to, certain }) =>
      `${verb}${record.concept} ${from.written} to ${to?.written ?? 'now'}${certain === 'true' ? '' : ', perhaps'}`,
  );

const rows: readonly (readonly [query: string, records: readonly string[], expected: readonly string[]])[] = [
  [
    'received rituximab ever',
    ['rituximab 2025-01-01', 'tacrolimus 2025-01-01 ongoing'],
    ['rituximab 2025-01-01 to 2025-01-01', 'tacrolimus 2025-01-01 to now'],
  ],
  ['had adverse-event ever', ['adverse-event 2025-01-01 2025-02-01'], ['adverse-event 2025-01-01 to 2025-01-01']],
  [
    'received tacrolimus where (lasting at least 3 months) ever',
    ['tacrolimus 2025-01-01 2025-02-01', 'tacrolimus 2025-02-02 2025-06-01'],
    ['tacrolimus 2025-01-01 to 2025-06-01'],
  ],
  [
    'raised dose of tacrolimus ever not counting starts and stops',
    ['tacrolimus 2025-01-01 2025-02-01 2 mg', 'tacrolimus 2025-02-02 ongoing 3 mg'],
    ['raised tacrolimus 2025-02-02 to 2025-02-02'],
  ],
  // A record coded wider than the drug may be of it: the dose may have changed.
  [
    'raised dose of mycophenolate ever not counting starts and stops',
    ['mycophenolate 2025-01-01 2025-02-01 1 g', 'immunosuppressant 2025-02-02 ongoing 2 g'],
    ['raised immunosuppressant 2025-02-02 to 2025-02-02, perhaps'],
  ],
];
for (const [query, records, expected] of rows)
  test(`${query}; ${records.join(', ')}`, () => assert.deepEqual(happened(query, ...records), expected));

test('what would have to be known of a change is said', () => {
  const [change] = occurrencesOf(
    queryOf('raised dose of tacrolimus ever not counting starts and stops'),
    ['tacrolimus 2025-01-01 2025-02-01 2 mg', 'tacrolimus 2025-02-02 ongoing'].map(recordOf),
    lexicon,
  );
  assert.deepEqual(change?.missing, [
    { kind: 'item', item: 'tacrolimus of 2025-02-02: dose', point: '', why: 'not recorded' },
  ]);
});
