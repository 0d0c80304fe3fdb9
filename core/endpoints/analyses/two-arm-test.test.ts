import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import { confidenceOfAlpha, intervalOfTwoArms, pOfTwoArms, type TwoArmTestName, testTwoArms } from './two-arm-test.ts';

const expected = expectedOf<{ readonly fisher: number; readonly chiSquare: number }>('planned-analyses');
const [arm1, arm0] = [
  { events: 4, of: 6 },
  { events: 2, of: 6 },
];
const pOf = (test: TwoArmTestName, sides: 1 | 2, one = arm1, other = arm0): number => {
  const found = testTwoArms(test, one, other, sides);
  return 'notEstimable' in found ? assert.fail(found.notEstimable) : pOfTwoArms(found, one, other, sides).p;
};

test('two-sided p by the named test, as R has it', () => {
  assertNear(pOf('fisher exact', 2), expected.fisher, 1e-12);
  assertNear(pOf('chi-squared', 2), expected.chiSquare, 1e-12);
  assert.ok(pOf('boschloo', 2) <= expected.fisher, 'Boschloo is uniformly more powerful than Fisher (boschloo1970)');
});

test('of one side it asks whether the experimental arm has more', () => {
  for (const name of ['fisher exact', 'chi-squared', 'boschloo'] as const) {
    assert.ok(pOf(name, 1) < 0.5, name);
    assert.ok(pOf(name, 1, arm0, arm1) > 0.5, `${name} turned`);
  }
  assertNear(pOf('chi-squared', 1), expected.chiSquare / 2, 1e-12, 'half of the two-sided one');
});

test('a refusal stays one', () => {
  assert.deepEqual(testTwoArms('fisher exact', { events: 0, of: 0 }, arm0, 2), { notEstimable: 'no participants' });
  assert.ok('notEstimable' in testTwoArms('chi-squared', { events: 0, of: 3 }, { events: 0, of: 3 }, 2));
});

test('a level of one side leaves twice as much outside its interval', () => {
  assert.equal(confidenceOfAlpha({ alpha: '0.05', sides: 2 }), 0.95);
  assert.equal(confidenceOfAlpha({ alpha: '0.025', sides: 1 }), 0.95);
});

test('the interval that is named, experimental minus control', () => {
  const found = (['miettinen-nurminen', 'newcombe'] as const).map((name) => intervalOfTwoArms(name, arm1, arm0, 0.95));
  assert.deepEqual(
    found.map((each) => ('method' in each ? [each.method, each.estimate] : undefined)),
    [
      ['miettinen-nurminen/1', 4 / 6 - 2 / 6],
      ['newcombe/1', 4 / 6 - 2 / 6],
    ],
  );
});
