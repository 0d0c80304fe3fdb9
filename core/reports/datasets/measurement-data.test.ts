import assert from 'node:assert/strict';
import test from 'node:test';
import { sixData } from './given.ts';
import { type MeasurementData, measurementSet } from './measurement-data.ts';

const found = (participant: string, measure: string, visit: string): MeasurementData | undefined =>
  sixData.measurements.find(
    (each) => each.participant === participant && each.measure === measure && each.visit === visit,
  );

/** Participant, measure, visit: value, unit, day, whether baseline. Courses of core/endpoints/given.ts. */
const rows: readonly (readonly [string, string, string, readonly [number, string | undefined, number, boolean]])[] = [
  ['P-001', 'creatinine', 'baseline', [0.9, 'mg/dL', 0, true]],
  ['P-001', 'creatinine', 'week 24', [1.1, 'mg/dL', 168, false]],
  ['P-001', 'UPCR', 'week 24', [0.45, 'g/g', 168, false]],
  ['P-002', 'SLEDAI-2K', 'baseline', [8, undefined, 0, true]],
  ['P-002', 'SLEDAI-2K', 'week 24', [9, undefined, 168, false]],
  ['P-003', 'UPCR', 'baseline', [4, 'g/g', 0, true]],
];
for (const [participant, measure, visit, expected] of rows)
  test(`${measure} of ${participant} at ${visit}`, () => {
    const row = found(participant, measure, visit);
    assert.deepEqual([row?.value, row?.unit, row?.day, row?.isBaseline], expected);
    assert.ok((row?.records.length ?? 0) > 0);
  });

test('of a visit that was missed, and of what was not done, there is no line', () => {
  assert.equal(found('P-005', 'UPCR', 'week 24'), undefined);
  assert.equal(found('P-001', 'protein-24h', 'week 24'), undefined);
});

test('a value with limits lies below, within or above them; without limits nothing is said', () => {
  for (const { value, low, high, place } of sixData.measurements) {
    if (value === undefined || (low === undefined && high === undefined)) assert.equal(place, undefined);
    else assert.equal(place, value < (low ?? value) ? 'low' : value > (high ?? value) ? 'high' : 'normal');
  }
});

test('no line twice: one for each participant, visit and measure', () => {
  const keys = sixData.measurements.map(({ participant, visit, measure }) => [participant, visit, measure].join('|'));
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(measurementSet(sixData.measurements).rows.length, keys.length);
});
