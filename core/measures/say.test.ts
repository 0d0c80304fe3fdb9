import assert from 'node:assert/strict';
import test from 'node:test';
import { atLeastValue, atMost, between, everything, exactly, lessThan, moreThan } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';
import { findings } from './findings.ts';
import { sittingWith } from './given.ts';
import { notEvaluable } from './laboratory.ts';
import { sayNumber, sayRange } from './say.ts';

/** Wording of our own; the numbers are examples and need no key of evidence/references.bib. */
test('a range as a person reads it, to four places', () => {
  const rows = [
    [exactly(rational(14)), '14'],
    [exactly(rational(1, 3)), '0.3333'],
    [exactly(rational(2, 3)), '0.6667'],
    [exactly(rational(-5, 4)), '-1.25'],
    [between(rational(8), rational(12)), '8 to 12'],
    [lessThan(rational(4, 100)), 'below 0.04'],
    [{ ...lessThan(rational(4, 100)), low: zero, lowOpen: false }, 'below 0.04'],
    [atMost(rational(5)), 'at most 5'],
    [moreThan(rational(200)), 'above 200'],
    [atLeastValue(rational(1, 8)), 'at least 0.125'],
    [everything, 'not known'],
  ] as const;
  for (const [range, expected] of rows) assert.equal(sayRange(range), expected);
});

test('what is no number says so', () => {
  const [finding] = findings;
  assert.ok(finding);
  assert.equal(sayNumber(finding.compute(sittingWith({}))), 'not a number');
  assert.equal(sayNumber(notEvaluable([])), 'not known');
});
