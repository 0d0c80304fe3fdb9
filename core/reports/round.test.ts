import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { minus, roundHalfAway, writePercent, writeProbability } from './round.ts';

test('half goes away from zero, on the decimal text of the number', () => {
  const rows = [
    [12.5, 0, '13'],
    [13.5, 0, '14'],
    [0.285, 2, '0.29'],
    [1.005, 2, '1.01'],
    [0.5, 0, '1'],
    [0.49, 0, '0'],
    [2, 1, '2.0'],
    [-12.5, 0, `${minus}13`],
    [-0.285, 2, `${minus}0.29`],
    [-0.04, 1, '0.0'],
    [0, 2, '0.00'],
    [1e-7, 2, '0.00'],
    [1e-7, 7, '0.0000001'],
    [5e-8, 7, '0.0000001'],
    [-1e-7, 2, '0.00'],
    [123456.785, 2, '123456.79'],
  ] as const;
  for (const [value, places, expected] of rows)
    assert.equal(roundHalfAway(value, places), expected, `${value} to ${places}`);
});

test('a percentage of a proportion is rounded once: 28.75% is 28.8%', () => {
  const rows = [
    [0.2875, 1, '28.8%'],
    [0.285, 0, '29%'],
    [0.1005, 1, '10.1%'],
    [2 / 3, 1, '66.7%'],
    [1 / 3, 1, '33.3%'],
    [1, 1, '100.0%'],
    [0, 1, '0.0%'],
    [-1 / 3, 1, `${minus}33.3%`],
    [0.95, 0, '95%'],
    [1e-9, 1, '0.0%'],
  ] as const;
  for (const [value, places, expected] of rows) assert.equal(writePercent(value, places), expected, String(value));
});

test('counts of up to 400 people: as whole-number arithmetic rounds them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (of, pick) => {
      const events = pick % (of + 1);
      // Half away from zero in whole numbers: tenths of a percent are 1000 · events / of.
      const tenths = Math.floor((2000 * events + of) / (2 * of));
      assert.equal(writePercent(events / of), `${Math.floor(tenths / 10)}.${tenths % 10}%`, `${events} of ${of}`);
    }),
    { numRuns: 2000 },
  );
});

test('a probability to four decimals, and only below that as less than', () => {
  const rows = [
    [1, '1.0000'],
    [0.05, '0.0500'],
    [0.04995, '0.0500'],
    [0.0001, '0.0001'],
    [0.00009999, '<0.0001'],
    [0, '<0.0001'],
  ] as const;
  for (const [p, expected] of rows) assert.equal(writeProbability(p), expected, String(p));
});

test('the minus sign is not a hyphen', () => assert.equal(minus, '\u2212'));
