import assert from 'node:assert/strict';
import test from 'node:test';
import { writeDay } from '#core/quantities/civil-date.ts';
import { stretchesOf, worldsOf } from './dose-worlds.ts';
import { chartFrom } from './given.ts';

/** Courses as `start to end`, or `start` alone for a single day. */
const recordsOf = (written: readonly string[]) =>
  chartFrom({
    history: written.map((each) => {
      const [start = '', end] = each.split(' to ');
      return { concept: 'tacrolimus', start, ...(end === undefined ? {} : { end }), dose: '1 mg' };
    }),
  }).records('medication');

/** Each stretch, and in how many ways its dates may turn out. */
const rows: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['2026-01-01 to 2026-02-01'], ['2026-01-01 to 2026-01-01: 1', '2026-02-01 to 2026-02-02: 1']],
  [['2026-01-01'], ['2026-01-01 to 2026-01-02: 1']],
  // The first three and the last three days of each month, and no end before a start.
  [['2026-01 to 2026-03'], ['2026-01-01 to 2026-01-31: 6', '2026-03-01 to 2026-04-01: 6']],
  [['2026-01 to 2026-01'], ['2026-01-01 to 2026-02-01: 21']],
  // Beside an exact day those two before and after it too.
  [['2026-01', '2026-01-15 to ongoing'], ['2026-01-01 to 2026-02-01: 11']],
  [
    ['2026-01-01 to 2026-05', '2026-05-31 to ongoing'],
    ['2026-01-01 to 2026-01-01: 1', '2026-05-01 to 2026-06-01: 6'],
  ],
  [['2026', '2026', '2026', '2026'], ['2026-01-01 to 2027-01-01: too many']],
];
for (const [written, expected] of rows)
  test(`${written.join(', ')}: ${expected.join(', ')}`, () => {
    const records = recordsOf(written);
    const stretches = stretchesOf(records).map((stretch) => {
      const count = worldsOf(records, stretch, [])?.length ?? 'too many';
      return `${writeDay(stretch.first)} to ${writeDay(stretch.last)}: ${count}`;
    });
    assert.deepEqual(stretches, expected);
  });

test('a course that perhaps belongs is there in half of the worlds', () => {
  const records = recordsOf(['2026-01-01 to 2026-02-01', '2026-02-02 to ongoing']);
  const [, second] = stretchesOf(records);
  assert(second !== undefined);
  const worlds = worldsOf(records, second, records.slice(1));
  assert.deepEqual(
    worlds?.map((world) => world.map(({ record }) => record.record)),
    [['history.1'], ['history.1', 'history.2']],
  );
});

test('what is over before a stretch is left out', () => {
  const records = recordsOf(['2026-01-01 to 2026-02-01', '2026-03-01 to ongoing']);
  const last = stretchesOf(records).at(-1);
  assert(last !== undefined);
  assert.deepEqual(
    worldsOf(records, last, [])?.map((world) => world.map(({ record }) => record.record)),
    [['history.2']],
  );
});
