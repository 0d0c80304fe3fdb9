/** Closed forms by hand; base R of evidence/oracles/stopping-rules; trials drawn with fixed seeds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { binomialUpperTail } from '#core/statistics/distributions/binomial.ts';
import { type StoppingCount, stoppingCharacteristics, stoppingTable, usualRates } from './stopping-characteristics.ts';

const mustBeClose = (found: number, expected: number, within: number, what: string): void =>
  assert.ok(Math.abs(found - expected) <= within, `${what}: ${found}, expected ${expected}`);

/** Of three: two stop after the second with p², or after the third with 2p²(1 − p). */
test('by hand: two of three', () => {
  for (const p of usualRates) {
    const { stops, treated } = stoppingCharacteristics({ participants: 2, of: 3 }, p);
    mustBeClose(stops, 3 * p ** 2 - 2 * p ** 3, 1e-15, `stops at ${p}`);
    mustBeClose(treated, 3 - p ** 2, 1e-15, `treated at ${p}`);
  }
});

/** The first event stops: 1 − q^n, after (1 − q^n)/p participants on average. */
test('in closed form: the first event stops', () => {
  for (const n of [1, 5, 16, 250])
    for (const p of usualRates) {
      const { stops, treated } = stoppingCharacteristics({ participants: 1, of: n }, p);
      mustBeClose(stops, 1 - (1 - p) ** n, 1e-13, `stops at ${p} of ${n}`);
      mustBeClose(treated, (1 - (1 - p) ** n) / p, 1e-11, `treated at ${p} of ${n}`);
    }
});

test('in closed form: all of them', () => {
  for (const p of usualRates) {
    const { stops, treated } = stoppingCharacteristics({ participants: 4, of: 4 }, p);
    mustBeClose(stops, p ** 4, 1e-15, `stops at ${p}`);
    mustBeClose(treated, 4, 1e-14, `treated at ${p}`);
  }
});

interface OracleRow extends StoppingCount {
  readonly rate: number;
  readonly stops: number;
  readonly treated: number;
}

const file = new URL('../../evidence/oracles/stopping-rules/expected.json', import.meta.url);
const oracle: readonly OracleRow[] = JSON.parse(readFileSync(file, 'utf8'));

test('as base R: 108 rules and rates', () => {
  assert.equal(oracle.length, 108);
  for (const { rate, stops, treated, ...rule } of oracle) {
    const found = stoppingCharacteristics(rule, rate);
    const what = `${rule.participants} of ${rule.of} at ${rate}`;
    mustBeClose(found.stops, stops, 1e-12, what);
    mustBeClose(found.treated, treated, 1e-12 * rule.of, what);
  }
});

test('looked at once the chance is that of the binomial distribution', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (participants, more, rate) => {
        const of = participants + more;
        const { stops } = stoppingCharacteristics({ participants, of }, rate);
        mustBeClose(stops, binomialUpperTail(participants, of, rate), 1e-11, `${participants} of ${of} at ${rate}`);
      },
    ),
  ));

/** 20,000 trials each: within four standard errors, of the share and of the mean number treated. */
for (const [participants, of, rate] of [
  [2, 6, 0.2],
  [2, 10, 0.05],
  [10, 60, 0.15],
] as const)
  test(`drawn with a fixed seed: ${participants} of ${of} at ${rate}`, () => {
    const stream = openStream(secretFromSeed(7), `stopping ${participants} ${of}`);
    const trials = 20_000;
    const lengths = Array.from({ length: trials }, () => {
      for (let number = 1, events = 0; number <= of; number += 1) {
        if (stream.chance(rate)) events += 1;
        if (events === participants) return { number, stopped: true };
      }
      return { number: of, stopped: false };
    });
    const expected = stoppingCharacteristics({ participants, of }, rate);
    const share = lengths.filter(({ stopped }) => stopped).length / trials;
    const mean = lengths.reduce((sum, { number }) => sum + number, 0) / trials;
    const variance = lengths.reduce((sum, { number }) => sum + (number - mean) ** 2, 0) / trials;
    mustBeClose(share, expected.stops, 4 * Math.sqrt((expected.stops * (1 - expected.stops)) / trials), 'stops');
    mustBeClose(mean, expected.treated, 4 * Math.sqrt(variance / trials), 'treated');
  });

test('a higher rate stops more often and treats fewer', () => {
  const table = stoppingTable({ participants: 2, of: 10 });
  assert.deepEqual(
    table.map(({ rate }) => rate),
    [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
  );
  table.slice(1).forEach(({ stops, treated }, index) => {
    assert.ok(stops > (table[index]?.stops ?? 1) && treated < (table[index]?.treated ?? 0));
  });
});

test('at the ends of the rates', () => {
  assert.deepEqual(stoppingCharacteristics({ participants: 2, of: 10 }, 0), { rate: 0, stops: 0, treated: 10 });
  assert.deepEqual(stoppingCharacteristics({ participants: 2, of: 10 }, 1), { rate: 1, stops: 1, treated: 2 });
});

test('what is no rule or no rate stops the program', () => {
  for (const [participants, of, rate] of [
    [0, 5, 0.1],
    [6, 5, 0.1],
    [1.5, 5, 0.1],
    [1, 5, -0.1],
    [1, 5, 1.1],
    [1, 5, Number.NaN],
  ] as const)
    assert.throws(() => stoppingCharacteristics({ participants, of }, rate), /a stopping rule|a rate of/);
});
