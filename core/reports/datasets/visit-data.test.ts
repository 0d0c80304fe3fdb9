import assert from 'node:assert/strict';
import test from 'node:test';
import { founding, six } from '#core/reports/charts/given.ts';
import { visitData, visitSet } from './visit-data.ts';

const [person] = six;

/** The visit, the day on which it was held, and what is said of it; week 24 is planned on day 168, 7 days either way at most. */
const outsideOn = (visit: string, on: string | undefined) => {
  assert.ok(person !== undefined);
  const [found] = visitData(founding, [{ ...person, visits: new Map([[visit, { on, record: 'r' }]]) }]);
  return [found?.isHeld, found?.day, found?.isOutside];
};
const plan = founding.definition.visits.find(({ id }) => id === 'week 24');

test('the plan of week 24', () => assert.equal(plan?.day, 168));

const rows: readonly (readonly [string, string | undefined, readonly [boolean, number | undefined, boolean]])[] = [
  ['week 24', '2026-11-16', [true, 168, false]],
  ['week 24', '2026-12-30', [true, 212, true]],
  ['week 24', '2026-09-01', [true, 92, true]],
  ['week 24', undefined, [false, undefined, false]],
  ['screening', '2026-01-01', [true, -151, false]],
  ['baseline', '2026-06-01', [true, 0, false]],
  ['a visit of another version', '2026-07-01', [true, 30, false]],
];
for (const [visit, on, expected] of rows)
  test(`${visit} on ${on ?? 'no day'}`, () => assert.deepEqual(outsideOn(visit, on), expected));

test('of who was not allocated there is no line, and people stand in the order of their codes', () => {
  const all = visitData(founding, [...six].reverse());
  assert.deepEqual(
    [...new Set(all.map(({ participant }) => participant))],
    six.map(({ id }) => id),
  );
  assert.deepEqual(
    visitData(
      founding,
      six.map((each) => ({ ...each, allocated: undefined })),
    ),
    [],
  );
  assert.equal(visitSet(all).rows.length, all.length);
});
