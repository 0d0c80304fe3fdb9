import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays } from '../given.ts';
import { anyArm, armOf, type Columns, estimable, inDays, numberOf, timeToEventSets, twoPublicCases } from './given.ts';
import { estimateSurvival, type SurvivalPoint, survivalAt } from './kaplan-meier.ts';
import type { SurvivalScale } from './survival-interval.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R`
// (`kaplan1958`).

type Numbers = readonly (number | null)[];

/** R writes NaN or NA where there is no number. */
const assertAs = (found: number | undefined, expected: number | null | undefined, what: string): void => {
  if (expected === null || Number.isNaN(expected)) assert.equal(found, undefined, what);
  else assertNear(found ?? Number.NaN, expected ?? Number.NaN, 1e-12, what);
};
const ends = ({ interval }: SurvivalPoint) => ('lower' in interval ? interval : { lower: undefined, upper: undefined });
const errorOf = ({ standardError }: SurvivalPoint) => (typeof standardError === 'number' ? standardError : undefined);

interface PublicArm
  extends Readonly<Record<'ciLogLog' | 'ciLog' | 'ciPlain', Readonly<Record<'lower' | 'upper', Numbers>>>> {
  readonly arm: 0 | 1;
  readonly n: number;
  readonly events: number;
  readonly surv: readonly number[];
  readonly se: Numbers;
  readonly nRisk: readonly number[];
}
interface PublicInput extends Columns {
  readonly times: readonly number[];
}
const scales = [
  ['log-log', 'ciLogLog'],
  ['log', 'ciLog'],
  ['plain', 'ciPlain'],
] as const;

for (const { id, input, output } of twoPublicCases<PublicInput, { readonly arms: readonly PublicArm[] }>(
  'kaplan_meier',
)) {
  for (const expected of output.arms) {
    for (const [scale, band] of scales) {
      test(`public ${id}, arm ${expected.arm}, ${scale}`, () => {
        const curve = estimable(estimateSurvival(armOf(input, expected.arm), scale));
        assert.deepEqual([curve.participants, curve.events], [expected.n, expected.events]);
        input.times.forEach((time, i) => {
          const point = survivalAt(curve, time);
          assertNear(point.survival, expected.surv[i] ?? Number.NaN, 1e-12);
          assert.equal(point.atRisk, expected.nRisk[i]);
          assertAs(errorOf(point), expected.se[i], `standard error at ${time}`);
          assertAs(ends(point).lower, expected[band].lower[i], `lower at ${time}`);
          assertAs(ends(point).upper, expected[band].upper[i], `upper at ${time}`);
        });
      });
    }
  }
}

for (const set of timeToEventSets()) {
  for (const scale of ['log-log', 'log', 'plain'] satisfies readonly SurvivalScale[]) {
    test(`R survfit, ${set.name}, ${scale}`, () => {
      for (const [arm, expected] of [[1, set.arm1] as const, [0, set.arm0] as const]) {
        const curve = estimable(estimateSurvival(armOf(set, arm), scale));
        set.times.forEach((time, i) => {
          const point = survivalAt(curve, time);
          assertNear(point.survival, expected.survival[i] ?? Number.NaN, 1e-12, `survival at ${time}`);
          assertAs(errorOf(point), expected.standardError[i], `standard error at ${time}`);
          assertAs(ends(point).lower, expected[scale].lower[i], `lower at ${time}`);
          assertAs(ends(point).upper, expected[scale].upper[i], `upper at ${time}`);
        });
      }
    });
  }
}

test('by hand: 1 of 10, then 2 of 8, then the last', () => {
  const leave = (time: number, event: boolean, count = 1) => Array.from({ length: count }, () => ({ time, event }));
  const arm = [...leave(1, true), ...leave(2, false), ...leave(3, true, 2), ...leave(4, false, 5), ...leave(6, true)];
  const curve = estimable(estimateSurvival(arm));
  assert.deepEqual(survivalAt(curve, 0.5), {
    time: 0.5,
    atRisk: 10,
    survival: 1,
    standardError: 0,
    interval: { lower: 1, upper: 1 },
    isBeyondFollowUp: false,
  });
  const third = survivalAt(curve, 3);
  assertNear(third.survival, 0.675, 1e-15);
  assertNear(numberOf(third.standardError), 0.675 * Math.sqrt(1 / 90 + 2 / 48), 1e-15);
  const end = survivalAt(curve, 7);
  assert.equal(end.survival, 0);
  assert.deepEqual(end.standardError, { notEstimable: 'nobody left' });
  assert.deepEqual([end.atRisk, end.isBeyondFollowUp], [0, true]);
});

test('without censoring the share of those still free of the event, with its binomial error', () => {
  fc.assert(
    fc.property(anyArm, fc.integer({ min: 0, max: 13 }), (arm, time) => {
      const all = arm.map((followUp) => ({ ...followUp, event: true }));
      const free = all.filter((followUp) => followUp.time > time).length / all.length;
      const point = survivalAt(estimable(estimateSurvival(all)), time);
      assertNear(point.survival, free, 1e-12);
      if (free > 0) assertNear(numberOf(point.standardError), Math.sqrt((free * (1 - free)) / all.length), 1e-12);
    }),
  );
});

test('whatever the order of participants and the unit of time', () => {
  fc.assert(
    fc.property(anyArm, fc.integer({ min: 0, max: 13 }), (arm, time) => {
      const point = survivalAt(estimable(estimateSurvival(arm)), time);
      const turned = survivalAt(estimable(estimateSurvival(inDays(arm).toReversed())), time * 7);
      assert.deepEqual({ ...turned, time }, point);
    }),
  );
});

test('nobody, or a confidence that is none, is refused', () => {
  assert.deepEqual(estimateSurvival([]), { notEstimable: 'no participants' });
  assert.deepEqual(estimateSurvival([{ time: 1, event: true }], 'log', 1), {
    notEstimable: 'confidence not between 0 and 1',
  });
});

/**
 * wang2014, table 2: of 40 people three died, on days 7, 192 and 256; the others were seen for a year. The shares are
 * printed, 92.5 % at a year; error and intervals recomputed with R's survfit.
 */
const deaths = [7, 192, 256];
const nanjing = [
  ...deaths.map((time) => ({ time, event: true })),
  ...Array.from({ length: 37 }, () => ({ time: 365, event: false })),
];
const wang: readonly (readonly [scale: SurvivalScale, lower: string, upper: string])[] = [
  ['log-log', '0.785', '0.975'],
  ['plain', '0.843', '1.000'],
];
for (const [scale, lower, upper] of wang) {
  test(`wang2014: .975, .950 and .925 after each death, at a year .925 (${lower} to ${upper}), ${scale}`, () => {
    const curve = estimable(estimateSurvival(nanjing, scale));
    assert.deepEqual(
      deaths.map((day) => survivalAt(curve, day).survival.toFixed(3)),
      ['0.975', '0.950', '0.925'],
    );
    assert.equal(survivalAt(curve, 6).survival, 1);
    const year = survivalAt(curve, 365);
    assert.deepEqual([year.survival.toFixed(3), errorOf(year)?.toFixed(4), year.atRisk], ['0.925', '0.0416', 37]);
    assert.deepEqual([ends(year).lower?.toFixed(3), ends(year).upper?.toFixed(3)], [lower, upper]);
  });
}

test('a result says by which method and conventions it was found', () => {
  assertSays(estimateSurvival(nanjing), 'kaplan-meier/1', {
    confidence: 0.95,
    scale: 'log-log',
    variance: 'Greenwood',
    censoredAtEvent: 'at risk',
  });
});
