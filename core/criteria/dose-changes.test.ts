import assert from 'node:assert/strict';
import test from 'node:test';
import { doseChanges, isAskedChange, isDoseChange } from './dose-changes.ts';
import { chartFrom, type PlainRecord } from './given.ts';
import type { RecordVerb } from './syntax.ts';

const course = (
  start: string,
  end: string | undefined,
  dose?: string,
  more: Partial<PlainRecord> = {},
): PlainRecord => ({
  concept: 'tacrolimus',
  start,
  ...(end === undefined ? {} : { end }),
  ...(dose === undefined ? {} : { dose }),
  ...more,
});

const shown = (history: readonly PlainRecord[]): string =>
  doseChanges(chartFrom({ history }).records('medication'))
    .map(({ on, what, certain }) => `${what} ${on.written}${certain ? '' : '?'}`)
    .join(', ');

const rows: readonly (readonly [string, readonly PlainRecord[], string])[] = [
  ['no course', [], ''],
  ['one that goes on', [course('2026-01-01', 'ongoing', '2 mg')], 'started 2026-01-01'],
  ['one that ended', [course('2026-01-01', '2026-02-01', '2 mg')], 'started 2026-01-01, stopped 2026-02-01'],
  ['a single day', [course('2026-01-01', undefined, '2 mg')], 'started 2026-01-01, stopped 2026-01-01'],
  [
    'a higher dose on the next day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '3 mg')],
    'started 2026-01-01, raised 2026-02-01',
  ],
  [
    'the same dose on the next day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg')],
    'started 2026-01-01',
  ],
  [
    'a gap of a day',
    [course('2026-01-01', '2026-01-30', '2 mg'), course('2026-02-01', 'ongoing', '2 mg')],
    'started 2026-01-01, stopped 2026-01-30, started 2026-02-01',
  ],
  [
    'written in another order',
    [course('2026-02-01', 'ongoing', '3 mg'), course('2026-01-01', '2026-01-31', '2 mg')],
    'started 2026-01-01, raised 2026-02-01',
  ],
  [
    'the same dose in another unit',
    [course('2026-01-01', '2026-01-31', '1 g'), course('2026-02-01', 'ongoing', '1000 mg')],
    'started 2026-01-01',
  ],
  [
    'the same number written with more places',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2.0 mg')],
    'started 2026-01-01',
  ],
  [
    'the same dose in two parts',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '1 mg', { timesADay: 2 })],
    'started 2026-01-01',
  ],
  [
    'half the dose by every other day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg', { everyDays: 2 })],
    'started 2026-01-01, reduced 2026-02-01',
  ],
  [
    'a dose by weight after one that is not',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg/kg')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'a dose that is not recorded',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'a dose that cannot be read',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', 'some mg')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'three steps',
    [
      course('2026-01-01', '2026-01-31', '3 mg'),
      course('2026-02-01', '2026-02-28', '2 mg'),
      course('2026-03-01', '2026-03-31', '1 mg'),
    ],
    'started 2026-01-01, reduced 2026-02-01, reduced 2026-03-01, stopped 2026-03-31',
  ],
  [
    'a month that is all that is known',
    [course('2026-01', '2026-02', '3 mg'), course('2026-02', 'ongoing', '2 mg')],
    'started 2026-01, reduced 2026-02',
  ],
];
for (const [what, history, expected] of rows)
  test(`${what}: ${expected || 'no change'}`, () => assert.equal(shown(history), expected));

test('a change names the course that it began or ended', () => {
  const history = [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', '2026-03-01', '3 mg')];
  const changes = doseChanges(chartFrom({ history }).records('medication'));
  assert.deepEqual(
    changes.map(({ record }) => record.record),
    ['history.1', 'history.2', 'history.2'],
  );
});

/** Which changes each verb asks for: with starts and stops counted, and without. */
const verbs: readonly (readonly [RecordVerb, string, string])[] = [
  ['changed dose of', 'reduced raised changed started stopped', 'reduced raised changed'],
  ['reduced dose of', 'reduced changed stopped', 'reduced changed'],
  ['raised dose of', 'raised changed started', 'raised changed'],
];
for (const [verb, counting, without] of verbs)
  test(`${verb}: ${counting}, or ${without}`, () => {
    assert(isDoseChange(verb));
    const [record] = chartFrom({ history: [course('2026-01-01', 'ongoing')] }).records('medication');
    assert(record !== undefined);
    const all = ['reduced', 'raised', 'changed', 'started', 'stopped'] as const;
    const asked = (counted: boolean): string =>
      all.filter((what) => isAskedChange({ record, on: record.start, what, certain: true }, verb, counted)).join(' ');
    assert.deepEqual([asked(true), asked(false)], [counting, without]);
  });

test('other verbs ask for no change of dose', () => {
  for (const verb of ['received', 'takes', 'had', 'has'] as const) assert.equal(isDoseChange(verb), false);
});
