import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Outcome } from './analysis-value.ts';
import { countedOutcome } from './counted-outcome.ts';
import type { EventOccurrence } from './event-occurrence.ts';
import { courses, endpointOf, person } from './given.ts';

const study = g.shipped('nct05631717');
const classed = g.shipped('nct03673748');
const someone = person(study, 'P-001', 'msc', courses.complete);

const event = (counts?: string): EventOccurrence => ({
  of: { event: 'e', strategy: 'composite', ...(counts === undefined ? {} : { 'counts as': counts }) },
  what: 'e',
  on: readDate('2026-07-01'),
  happened: 'true',
  records: ['r'],
  missing: [],
});
const none = { kind: 'time', visit: undefined, by: undefined } as const;

// biome-ignore format: one row a line
const rows: readonly (readonly [id: string, counts: string | undefined, expected: Outcome])[] = [
  ['response', undefined, { kind: 'level', worst: 'none', best: 'none', reached: 'false' }],
  ['response', 'PR', { kind: 'level', worst: 'PR', best: 'PR', reached: 'true' }],
  ['complete-response', 'PR', { kind: 'level', worst: 'PR', best: 'PR', reached: 'false' }],
  ['sri-4', undefined, { kind: 'claim', reached: 'false' }],
  ['sri-4', 'met', { kind: 'claim', reached: 'true' }],
  ['any-adverse-event', 'not met', { kind: 'claim', reached: 'false' }],
  ['sledai-change', '12.5', { kind: 'number', range: exactly(rational(25, 2)) }],
  ['time-to-response', undefined, { ...none, reached: 'false', day: undefined, interval: { after: 168, by: undefined }, censored: { day: 168, why: 'intercurrent event', record: 'r' } }],
  ['time-to-response', 'met', { ...none, reached: 'true', day: 30, interval: { after: 29, by: 30 } }],
];

for (const [id, counts, expected] of rows)
  test(`${id} counts as ${counts ?? 'usual'}`, () =>
    assert.deepEqual(countedOutcome(event(counts), endpointOf(study, id), study, someone), expected));

test('a class counts as the class that is named', () => {
  assert.deepEqual(countedOutcome(event('increased'), endpointOf(classed, 'glucocorticoid-class'), classed, someone), {
    kind: 'class',
    possible: ['increased'],
  });
});

test('a number that is none is broken: the check lets none through', () => {
  assert.throws(
    () => countedOutcome(event('worst'), endpointOf(study, 'sledai-change'), study, someone),
    /counts as "worst"/,
  );
});
