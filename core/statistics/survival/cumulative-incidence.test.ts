import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, assertSays } from '../given.ts';
import { estimateCumulativeIncidence, incidenceAt } from './cumulative-incidence.ts';
import { anyArm, armOf, type Columns, estimable, strataOf, timeToEventSets, twoPublicCases } from './given.ts';
import { estimateSurvival, survivalAt } from './kaplan-meier.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/time-to-event/make.R`
// (`aalen1978`).

interface PublicInput extends Columns {
  readonly times: readonly number[];
}
type PublicArm = Readonly<Record<'cif' | 'var', readonly number[]>>;
for (const { id, input, output } of twoPublicCases<PublicInput, Readonly<Record<'arm0' | 'arm1', PublicArm>>>(
  'cumulative_incidence',
)) {
  for (const [arm, expected] of [[0, output.arm0] as const, [1, output.arm1] as const]) {
    test(`public ${id}, cmprsk cuminc, arm ${arm}`, () => {
      const found = estimable(estimateCumulativeIncidence(armOf(input, arm)));
      input.times.forEach((time, i) => {
        const { incidence, variance } = incidenceAt(found, time);
        assertNear(incidence, expected.cif[i] ?? Number.NaN, 1e-12);
        assertClose(variance, expected.var[i] ?? Number.NaN, 1e-11);
      });
    });
  }
}

for (const set of timeToEventSets()) {
  test(`R survfit with several states, ${set.name}, both arms together`, () => {
    const [all] = strataOf({ ...set, status: set.competing.status });
    assert.ok(all !== undefined);
    const found = estimable(estimateCumulativeIncidence([...all.arm1, ...all.arm0]));
    set.times.forEach((time, i) => {
      assertNear(incidenceAt(found, time).incidence, set.competing.incidence[i] ?? Number.NaN, 1e-12, `at ${time}`);
    });
  });
}

test('by hand: of 4, the event at 1, death at 2, the event at 3, censored at 4', () => {
  const found = estimable(
    estimateCumulativeIncidence([
      { time: 1, ended: 'event of interest' },
      { time: 2, ended: 'competing event' },
      { time: 3, ended: 'event of interest' },
      { time: 4, ended: 'censored' },
    ]),
  );
  assert.deepEqual(
    found.steps.map(({ incidence }) => incidence),
    [0.25, 0.25, 0.5, 0.5],
  );
  assert.deepEqual(
    found.steps.map(({ eventFree }) => eventFree),
    [0.75, 0.5, 0.25, 0.25],
  );
  assert.deepEqual(incidenceAt(found, 0.5), { incidence: 0, variance: 0, isBeyondFollowUp: false });
  assert.equal(incidenceAt(found, 4.5).isBeyondFollowUp, true);
});

test('with nobody censored the plain share; without competing events 1 less the Kaplan-Meier curve', () => {
  fc.assert(
    fc.property(anyArm, fc.integer({ min: 0, max: 13 }), (arm, time) => {
      const died = arm.map(({ time: at, event }) => ({
        time: at,
        ended: event ? ('event of interest' as const) : ('competing event' as const),
      }));
      const share = arm.filter((followUp) => followUp.event && followUp.time <= time).length / arm.length;
      const { incidence, variance } = incidenceAt(estimable(estimateCumulativeIncidence(died)), time);
      assertNear(incidence, share, 1e-12);
      assert.ok(variance >= 0);
      const alone = arm.map(({ time: at, event }) => ({
        time: at,
        ended: event ? ('event of interest' as const) : ('censored' as const),
      }));
      const { survival } = survivalAt(estimable(estimateSurvival(arm)), time);
      assertNear(incidenceAt(estimable(estimateCumulativeIncidence(alone)), time).incidence, 1 - survival, 1e-12);
    }),
  );
});

test('nobody is refused', () => {
  assert.deepEqual(estimateCumulativeIncidence([]), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  const found = estimateCumulativeIncidence([
    { time: 1, ended: 'event of interest' },
    { time: 2, ended: 'censored' },
  ]);
  assertSays(found, 'aalen-johansen/1', { variance: 'Aalen, tied events without replacement' });
});
