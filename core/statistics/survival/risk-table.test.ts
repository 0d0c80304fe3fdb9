import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { anyArm, armOf, timeToEventSets } from './given.ts';
import { numbersAtRisk, riskTable } from './risk-table.ts';

// Expected numbers: `evidence/oracles/time-to-event/make.R` (`kaplan1958`).

test('by hand: ties, and a censored participant counts as at risk of the event of that day', () => {
  const followUps = [
    { time: 4, event: false },
    { time: 2, event: true },
    { time: 4, event: true },
    { time: 2, event: true },
    { time: 9, event: false },
  ];
  assert.deepEqual(riskTable(followUps), [
    { time: 2, atRisk: 5, events: 2, censored: 0 },
    { time: 4, atRisk: 3, events: 1, censored: 1 },
    { time: 9, atRisk: 1, events: 0, censored: 1 },
  ]);
  assert.deepEqual(numbersAtRisk(followUps, [0, 2, 2.5, 4, 9, 10]), [5, 5, 3, 3, 1, 0]);
});

test('numbers at risk as in summary of R survfit', () => {
  for (const set of timeToEventSets()) {
    assert.deepEqual(numbersAtRisk(armOf(set, 1), set.times), set.arm1.atRisk, set.name);
    assert.deepEqual(numbersAtRisk(armOf(set, 0), set.times), set.arm0.atRisk, set.name);
  }
});

test('everybody leaves once, in the order of time', () => {
  fc.assert(
    fc.property(anyArm, (arm) => {
      const table = riskTable(arm);
      assert.equal(table[0]?.atRisk, arm.length);
      table.forEach(({ time, atRisk, events, censored }, index) => {
        const next = table[index + 1];
        assert.equal(atRisk - events - censored, next?.atRisk ?? 0);
        assert.ok(next === undefined || next.time > time);
      });
    }),
  );
});
