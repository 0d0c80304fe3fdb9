import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { onDay } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { type DatedCourse, type DoseStep, doseSteps } from './dose-steps.ts';

/** First day, last day (none: goes on), mg a day (none: not recorded), and its kind. */
type Plain = readonly [number, number | undefined, string | undefined, HistoryRecord['kind']?];

const course = ([first, last, amount, kind]: Plain, index: number): DatedCourse => ({
  first,
  last,
  record: {
    ...{ source: 'medication', concept: 'prednisone', attributes: {}, kind, record: `${index}` },
    start: onDay(first),
    end: last === undefined ? 'ongoing' : onDay(last),
    dose: amount === undefined ? undefined : { amount, unit: 'mg', everyDays: 1, timesADay: 1 },
  },
});

const said = ({ what, on, certain }: DoseStep): string => `${what} ${on}${certain ? '' : '?'}`;
const stepsOf = (plain: readonly Plain[]): string => doseSteps(plain.map(course)).map(said).join(', ');

const rows: readonly (readonly [string, readonly Plain[], string])[] = [
  ['none', [], ''],
  ['one', [[1, 9, '5']], 'started 1, stopped 9'],
  [
    'a free day between',
    [
      [1, 9, '5'],
      [11, 19, '5'],
    ],
    'started 1, stopped 9, started 11, stopped 19',
  ],
  [
    'none between',
    [
      [1, 9, '5'],
      [10, 19, '5'],
    ],
    'started 1, stopped 19',
  ],
  [
    'a shared day',
    [
      [1, 10, '5'],
      [10, 19, '5'],
    ],
    'started 1, stopped 19',
  ],
  [
    'two shared days',
    [
      [1, 11, '5'],
      [10, 19, '5'],
    ],
    'started 1, raised 10, reduced 12, stopped 19',
  ],
  [
    'one within another',
    [
      [1, 19, '5'],
      [10, 12, '5'],
    ],
    'started 1, raised 10, reduced 13, stopped 19',
  ],
  [
    'together',
    [
      [1, 9, '5'],
      [1, 9, '2'],
    ],
    'started 1, stopped 9',
  ],
  [
    'two for one',
    [
      [1, 9, '5'],
      [1, 9, '2'],
      [10, undefined, '7'],
    ],
    'started 1',
  ],
  [
    'two for less',
    [
      [1, 9, '5'],
      [1, 9, '2'],
      [10, undefined, '6'],
    ],
    'started 1, reduced 10',
  ],
  [
    'a dose of none',
    [
      [1, undefined, '5'],
      [3, 4, '0'],
    ],
    'started 1',
  ],
  [
    'not recorded, after',
    [
      [1, 9, '5'],
      [10, undefined, undefined],
    ],
    'started 1, changed 10?',
  ],
  [
    'not recorded, beside',
    [
      [1, 9, '5'],
      [3, 4, undefined],
    ],
    'started 1, raised 3?, reduced 5?, stopped 9',
  ],
  [
    'beside one not recorded',
    [
      [1, 9, undefined],
      [3, 4, '5'],
    ],
    'started 1, raised 3, reduced 5, stopped 9',
  ],
  [
    'a taper, then less',
    [
      [1, 9, '5', 'taper'],
      [10, 19, '4'],
    ],
    'started 1, changed 10?, stopped 19',
  ],
  [
    'a taper, then as much',
    [
      [1, 9, '5', 'taper'],
      [10, 19, '5'],
    ],
    'started 1, raised 10?, stopped 19',
  ],
  [
    'a taper, then more',
    [
      [1, 9, '5', 'taper'],
      [10, 19, '6'],
    ],
    'started 1, raised 10, stopped 19',
  ],
  [
    'less, then a taper',
    [
      [1, 9, '4'],
      [10, 19, '5', 'taper'],
    ],
    'started 1, raised 10, stopped 19',
  ],
];
for (const [what, plain, expected] of rows)
  test(`${what}: ${expected || 'no step'}`, () => assert.equal(stepsOf(plain), expected));

test('a step names the course that began, or the one that ended', () => {
  const steps = doseSteps([course([1, 19, '5'], 0), course([10, 12, '5'], 1)]);
  assert.deepEqual(
    steps.map(({ record, at, day }) => [record.record, at, day]),
    [
      ['0', 'begin', 1],
      ['1', 'begin', 10],
      ['1', 'end', 13],
      ['0', 'end', 20],
    ],
  );
});

/** What is taken on each day, added up; undefined where nothing is. No course ends on the day on which one begins. */
const taken = (plain: readonly Plain[], day: number): number | undefined => {
  const amounts = plain.flatMap(([first, last = 99, amount]) => (first <= day && day <= last ? [Number(amount)] : []));
  return amounts.length === 0 ? undefined : amounts.reduce((sum, each) => sum + each);
};

const turn = (before: number | undefined, now: number | undefined, day: number): readonly string[] => {
  if (before === now) return [];
  if (before === undefined) return [`started ${day}`];
  if (now === undefined) return [`stopped ${day - 1}`];
  return [`${now < before ? 'reduced' : 'raised'} ${day}`];
};

test('the steps are those of the sums from day to day', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.nat(8), { nil: undefined }), fc.nat(3)), {
        maxLength: 5,
      }),
      (drawn) => {
        const plain = drawn.map(
          ([first, more, amount]): Plain => [
            2 * first,
            more === undefined ? undefined : 2 * (first + more) + 1,
            `${amount}`,
          ],
        );
        const days = Array.from({ length: 60 }, (_, index) => index + 1);
        const expected = days.flatMap((day) => turn(taken(plain, day - 1), taken(plain, day), day));
        assert.equal(stepsOf(plain), expected.join(', '));
      },
    ),
    { seed: 5, numRuns: 500 },
  ));
