import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, expectedOf } from '../given.ts';
import { anyArm, estimable } from './given.ts';
import { estimateSurvival, survivalAt } from './kaplan-meier.ts';
import { estimateTurnbull } from './turnbull.ts';

// Expected numbers: `evidence/oracles/turnbull/make.R` (`turnbull1976`).

/** `25,37` is after 25 until 37; `45-` is nothing until 45. */
const read = (text: string) =>
  text.split(' ').map((part) => {
    const [after, until] = part.split(/[-,]/);
    return { after: Number(after), until: until === '' ? undefined : Number(until) };
  });

test('the radiotherapy arm of the breast cosmesis trial (finkelstein1985), to the four digits published for it', () => {
  const months = read(
    '45- 25,37 37- 6,10 46- 0,5 0,7 26,40 18- 46- 46- 24- 46- 27,34 36- 7,16 36,44 5,11 17- 46- 19,35 7,14 36,48 ' +
      '17,25 37,44 37- 24- 0,8 40- 32- 4,11 17,25 33- 15- 46- 19,26 11,15 11,18 37- 22- 38- 34- 46- 5,12 36- 46-',
  );
  const { masses, participants } = estimable(estimateTurnbull(months));
  assert.equal(participants, 46);
  assert.deepEqual(
    masses.map(({ after, until, mass }) => [after, until, Number(mass.toFixed(4))]),
    [
      [4, 5, 0.0463],
      [6, 7, 0.0334],
      [7, 8, 0.0887],
      [11, 12, 0.0708],
      [24, 25, 0.0926],
      [33, 34, 0.0818],
      [38, 40, 0.1209],
      [46, 48, 0.4656],
    ],
  );
});

interface ExpectedIntervals {
  readonly low: readonly number[];
  readonly high: readonly (number | null)[];
  readonly logLikelihood: number;
}
test('the greatest likelihood that R finds over all intervals between neighbouring ends', () => {
  const sets = expectedOf<readonly ExpectedIntervals[]>('turnbull');
  assert.equal(sets.length, 8);
  for (const { low, high, logLikelihood } of sets) {
    const found = estimable(estimateTurnbull(low.map((after, i) => ({ after, until: high[i] ?? undefined }))));
    assertNear(found.logLikelihood, logLikelihood, 1e-9);
    assertNear(
      found.masses.reduce((sum, { mass }) => sum + mass, 0),
      1,
      1e-12,
    );
  }
});

test('by hand: (0, 2], (1, 3], (2, ∞) put a half into (1, 2] and a half into (2, 3]', () => {
  const { masses, logLikelihood } = estimable(estimateTurnbull(read('0,2 1,3 2-')));
  assert.deepEqual(masses, [
    { after: 1, until: 2, mass: 0.5 },
    { after: 2, until: 3, mass: 0.5 },
  ]);
  assertNear(logLikelihood, Math.log(1 / 4), 1e-15);
});

test('an event on a day comes before the follow-up that ended on it without', () => {
  const { masses } = estimable(estimateTurnbull(read('3,3 3-')));
  assert.deepEqual(masses, [
    { after: 3, until: 3, mass: 0.5 },
    { after: 3, until: undefined, mass: 0.5 },
  ]);
});

test('with exact times and censoring the Kaplan-Meier curve', () => {
  fc.assert(
    fc.property(anyArm, fc.integer({ min: 0, max: 13 }), (arm, time) => {
      const exact = arm.map((followUp) => ({
        after: followUp.time,
        until: followUp.event ? followUp.time : undefined,
      }));
      const { masses } = estimable(estimateTurnbull(exact));
      const by = masses.filter(({ until }) => until !== undefined && until <= time);
      const { survival } = survivalAt(estimable(estimateSurvival(arm)), time);
      assertNear(
        by.reduce((sum, { mass }) => sum + mass, 0),
        1 - survival,
        1e-9,
      );
    }),
  );
});

test('intervals that are none are refused', () => {
  assert.deepEqual(estimateTurnbull([]), { notEstimable: 'no participants' });
  assert.deepEqual(estimateTurnbull([{ after: 3, until: 2 }]), { notEstimable: 'interval ends before it begins' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(
    estimateTurnbull([
      { after: 1, until: 2 },
      { after: 3, until: undefined },
    ]),
    'turnbull/1',
    { intervals: 'open before, closed behind', withinInterval: 'not known' },
  );
});
