import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sayRange } from '#core/measures/say.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { everything, exactly, type Range } from '#core/quantities/range.ts';
import { compare, rational } from '#core/quantities/rational.ts';
import { chooseReading } from './reading-choice.ts';
import type { Reading } from './readings.ts';
import type { Choice } from './syntax.ts';

const day = (index: number) => readDate(`2026-01-${String(index + 1).padStart(2, '0')}`);

const reading = (value: number | '?', index: number): Reading => {
  const range: Range = value === '?' ? everything : exactly(rational(value));
  const missing = value === '?' ? [{ kind: 'date', of: `visit ${index}`, written: undefined } as const] : [];
  return { date: day(index), worth: { range, evidence: [], missing }, isRead: value !== '?' };
};

const choose = (choice: Choice, values: readonly (number | '?')[]) =>
  chooseReading(
    { kind: 'reading', choice, measure: 'PGA', window: { kind: 'ever' }, span: { start: 0, end: 0 } },
    values.map(reading),
  );

/** Readings in the order of time, ? for one that is open; latest, first, highest, lowest, mean. */
const rows: readonly (readonly [readonly (number | '?')[], string, string, string, string, string])[] = [
  [[2], '2', '2', '2', '2', '2'],
  [[1, 3], '3', '1', '3', '1', '2'],
  [[3, 1, 2], '2', '3', '3', '1', '2'],
  [[1, '?'], 'unknown', '1', '1 or more', '1 or less', 'unknown'],
  [['?', 1], '1', 'unknown', '1 or more', '1 or less', 'unknown'],
  [['?'], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  [[], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
];
const said = ({ low, high }: Range): string => {
  if (low === undefined && high === undefined) return 'unknown';
  if (high === undefined) return `${low?.numerator} or more`;
  return low === undefined ? `${high.numerator} or less` : sayRange(exactly(low));
};
const choices = ['latest', 'first', 'highest', 'lowest', 'mean'] as const;
for (const [values, ...expected] of rows)
  test(`of ${values.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      choices.map((choice) => said(choose(choice, values).range)),
      expected,
    ));

test('what is open is named as missing, and nothing else is', () => {
  assert.deepEqual(choose('latest', [1, '?']).missing, [{ kind: 'date', of: 'visit 1', written: undefined }]);
  assert.deepEqual(choose('latest', ['?', 1]).missing, []);
  assert.equal(choose('mean', []).missing.length, 1);
});

/** However an open reading turns out, the answer lies in what was said to be possible. */
test('the bounds hold whatever an open reading comes to be', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
      fc.nat(4),
      fc.nat(9),
      fc.constantFrom(...choices),
      (values, place, came, choice) => {
        const open = values.map((value, index) => (index === place ? ('?' as const) : value));
        const filled = values.map((value, index) => (index === place ? came : value));
        const [before, after] = [choose(choice, open).range, choose(choice, filled).range];
        assert(after.low !== undefined && after.high !== undefined);
        assert(before.low === undefined || compare(before.low, after.low) <= 0);
        assert(before.high === undefined || compare(before.high, after.high) >= 0);
      },
    ),
    { seed: 7, numRuns: 500 },
  ));
