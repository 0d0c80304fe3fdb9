import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import { type DatedObservation, type MappingRule, mapObservations } from './map-observations.ts';

const { visits } = g.shipped('nct05631717').definition;
interface Score extends DatedObservation {
  readonly score: number;
}
const usual: MappingRule<Score> = { outOfWindow: 'nearest day', tie: 'earlier', several: 'nearest' };
const seen = (visit: string | undefined, day: number, score = 0): Score => ({ visit, day, score });

const said = (observations: readonly Score[], rule: Partial<MappingRule<Score>> = {}): readonly string[] =>
  mapObservations(observations, visits, { ...usual, ...rule }).map(
    ({ to, counts, how }) => `${to}${counts ? '' : ' (another counts)'}, ${how}`,
  );

// Visits of the schedule are on days 28, 56, 84, 112, 140 and 168, each with a window of three days either side.
// biome-ignore format: one row a line
const rows: readonly (readonly [what: string, readonly Score[], Partial<MappingRule<Score>>, ...expected: readonly string[]])[] = [
  ['in its window', [seen('week 4', 25), seen('week 8', 59)], {}, 'week 4, as recorded', 'week 8, as recorded'],
  ['late, and its own day is still the nearest', [seen('week 4', 40)], {}, 'week 4, nearest day'],
  ['so late that another day is nearer', [seen('week 4', 43)], {}, 'week 8, nearest day'],
  ['the same, as recorded', [seen('week 4', 43)], { outOfWindow: 'as recorded' }, 'week 4, out of window'],
  ['as near to two visits: the earlier', [seen(undefined, 42)], {}, 'week 4, nearest day'],
  ['as near to two visits: the later', [seen(undefined, 42)], { tie: 'later' }, 'week 8, nearest day'],
  ['unscheduled, near a visit', [seen(undefined, 60)], {}, 'week 8, nearest day'],
  ['unscheduled, long after the last', [seen(undefined, 183)], {}, 'undefined (another counts), out of window'],
  ['unscheduled, just in reach of the last', [seen(undefined, 182)], {}, 'week 24, nearest day'],
  ['the last visit, held long after', [seen('week 24', 200)], {}, 'week 24, out of window'],
  ['unscheduled, on day 0: the baseline is no window', [seen(undefined, 0)], {}, 'undefined (another counts), out of window'],
  ['baseline and screening stay, whenever they were', [seen('screening', -40), seen('baseline', 3)], {}, 'screening, as recorded', 'baseline, as recorded'],
  ['two at one visit: the nearer', [seen(undefined, 61), seen(undefined, 58)], {}, 'week 8 (another counts), nearest day', 'week 8, nearest day'],
  ['two as near: the later', [seen(undefined, 53), seen(undefined, 59)], {}, 'week 8 (another counts), nearest day', 'week 8, nearest day'],
  ['two as near, in whatever order: the later', [seen(undefined, 59), seen(undefined, 53)], {}, 'week 8, nearest day', 'week 8 (another counts), nearest day'],
  ['what was recorded there in its window stays before a nearer one', [seen('week 8', 53), seen(undefined, 55)], {}, 'week 8, as recorded', 'week 8 (another counts), nearest day'],
  ['two at one visit: the latest', [seen('week 8', 56), seen(undefined, 65)], { several: 'latest' }, 'week 8 (another counts), as recorded', 'week 8, nearest day'],
  ['two at one visit: the worst', [seen('week 8', 56, 4), seen(undefined, 65, 12)], { several: (a, b) => a.score > b.score }, 'week 8 (another counts), as recorded', 'week 8, nearest day'],
  ['two at one visit: the worst, which is the first', [seen('week 8', 56, 14), seen(undefined, 65, 12)], { several: (a, b) => a.score > b.score }, 'week 8, as recorded', 'week 8 (another counts), nearest day'],
];

for (const [what, observations, rule, ...expected] of rows)
  test(what, () => assert.deepEqual(said(observations, rule), expected));

test('each says why', () => {
  const [late, spare, far] = mapObservations(
    [seen('week 4', 43), seen(undefined, 62), seen(undefined, 300)],
    visits,
    usual,
  );
  assert.equal(spare?.because, 'unscheduled, on day 62, nearest to week 8 (day 56)');
  assert.equal(
    late?.because,
    'recorded at week 4 on day 43, out of its window, nearest to week 8 (day 56); another counts there',
  );
  assert.equal(far?.because, 'unscheduled, on day 300 and near no visit');
});

test('nothing is lost or doubled: every observation comes back, and one counts at each visit that has any', () => {
  const anything = fc.record({
    visit: fc.constantFrom(undefined, ...visits.map(({ id }) => id)),
    day: fc.integer({ min: -30, max: 260 }),
    score: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), (observations) => {
      const mapped = mapObservations(observations, visits, usual);
      assert.deepEqual(
        mapped.map(({ observation }) => observation),
        observations,
      );
      for (const to of new Set(mapped.flatMap((each) => each.to ?? [])))
        assert.equal(mapped.filter((each) => each.to === to && each.counts).length, 1, to);
    }),
  );
});
