import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { conditionOf } from './given.ts';
import { besidesLength, joinCourses } from './joined-courses.ts';

const dateOf = (written: string) => {
  const date = readDate(written);
  assert.ok(date !== undefined, written);
  return date;
};

/** "prednisone 2025-01-01 2025-02-01"; the end may be `ongoing` or `single`. */
const recordOf = (text: string): HistoryRecord => {
  const [concept = '', start = '', end = ''] = text.split(' ');
  const until = end === 'ongoing' || end === 'single' ? end : dateOf(end);
  const source = 'medication';
  return {
    source,
    concept,
    start: dateOf(start),
    end: until,
    attributes: {},
    dose: undefined,
    kind: undefined,
    record: text,
  };
};

const said = ({ end }: HistoryRecord): string => (typeof end === 'string' ? end : end.written);

const rows: readonly (readonly [what: string, records: readonly string[], expected: readonly string[]])[] = [
  ['alone', ['a 2025-01-01 2025-02-01'], ['2025-01-01 2025-02-01 of 1']],
  ['the next day', ['a 2025-01-01 2025-02-01', 'a 2025-02-02 2025-03-01'], ['2025-01-01 2025-03-01 of 2']],
  [
    'a free day',
    ['a 2025-01-01 2025-02-01', 'a 2025-02-03 2025-03-01'],
    ['2025-01-01 2025-02-01 of 1', '2025-02-03 2025-03-01 of 1'],
  ],
  ['one within the other', ['a 2025-01-01 2025-06-01', 'a 2025-02-01 2025-03-01'], ['2025-01-01 2025-06-01 of 2']],
  [
    'another medicine',
    ['a 2025-01-01 2025-02-01', 'b 2025-02-02 2025-03-01'],
    ['2025-01-01 2025-02-01 of 1', '2025-02-02 2025-03-01 of 1'],
  ],
  ['what goes on', ['a 2025-01-01 ongoing', 'a 2025-02-02 2025-03-01'], ['2025-01-01 ongoing of 2']],
  [
    'a day known in part may leave a gap',
    ['a 2025-01-01 2025-02', 'a 2025-02-20 2025-03-01'],
    ['2025-01-01 2025-02 of 1', '2025-02-20 2025-03-01 of 1'],
  ],
  [
    'single administrations stay single',
    ['a 2025-01-01 single', 'a 2025-01-02 single'],
    ['2025-01-01 single of 1', '2025-01-02 single of 1'],
  ],
];
for (const [what, records, expected] of rows)
  test(`joined, ${what}`, () => {
    const joined = joinCourses(records.map(recordOf), () => true);
    assert.deepEqual(
      joined.map(({ whole, parts }) => `${whole.start.written} ${said(whole)} of ${parts.length}`),
      expected,
    );
  });

test('what does not meet the rest is not joined', () => {
  const records = ['a 2025-01-01 2025-02-01', 'a 2025-02-02 2025-03-01'].map(recordOf);
  assert.equal(joinCourses(records, (record) => record !== records[1]).length, 2);
});

const whereOf = (details: string) => {
  const condition = conditionOf(`received mycophenolate where (${details}) ever`);
  assert.ok(condition.kind === 'records' && condition.where !== undefined);
  return condition.where;
};

/** The details, and how many others there are beside the length. */
const besides = [
  ['lasting at least 3 months', 0],
  ['lasting at least 3 months and failed', 1],
  ['failed', undefined],
  ['failed and not-tolerated', undefined],
  ['not lasting at least 3 months', undefined],
  ['failed or lasting at least 3 months', undefined],
] as const;
for (const [details, count] of besides)
  test(`beside the length, "${details}" asks ${count ?? 'what cannot be taken apart'}`, () =>
    assert.equal(besidesLength(whereOf(details))?.length, count));
