import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type CompetingFollowUp, competingRiskTable, refuseCompeting, tieFactor } from './competing-risks.ts';

// By hand: the counts behind aalen1978, which is held to cmprsk and survfit in cumulative-incidence.test.ts.
const ended = (time: number, how: CompetingFollowUp['ended']): CompetingFollowUp => ({ time, ended: how });

test('one row for each time, those who leave then at risk until then', () => {
  const followUps = [
    ended(4, 'censored'),
    ended(2, 'competing event'),
    ended(1, 'event of interest'),
    ended(2, 'event of interest'),
    ended(2, 'event of interest'),
  ];
  assert.deepEqual(competingRiskTable(followUps), [
    { time: 1, atRisk: 5, ofInterest: 1, competing: 0 },
    { time: 2, atRisk: 4, ofInterest: 2, competing: 1 },
    { time: 4, atRisk: 1, ofInterest: 0, competing: 0 },
  ]);
});

const rows: readonly (readonly [groups: readonly (readonly CompetingFollowUp[])[], expected: string | undefined])[] = [
  [[[ended(0, 'censored')]], undefined],
  [[], 'no participants'],
  [[[ended(1, 'censored')], []], 'no participants'],
  [[[ended(-1, 'censored')]], 'time not a number from 0'],
  [[[ended(Number.NaN, 'event of interest')]], 'time not a number from 0'],
];
for (const [groups, expected] of rows) {
  test(`${JSON.stringify(groups)}: ${expected ?? 'estimable'}`, () => {
    assert.equal(refuseCompeting(groups)?.notEstimable, expected);
  });
}

test('ties: all of those at risk leave no variance, one leaves all of it', () => {
  assert.deepEqual([tieFactor(1, 0), tieFactor(2, 4), tieFactor(5, 4)], [1, 0.75, 0]);
});

test('everybody is counted once', () => {
  const how = fc.constantFrom<CompetingFollowUp['ended']>('censored', 'event of interest', 'competing event');
  const arm = fc.array(fc.record({ time: fc.integer({ min: 0, max: 5 }), ended: how }), {
    minLength: 1,
    maxLength: 15,
  });
  fc.assert(
    fc.property(arm, (followUps) => {
      const table = competingRiskTable(followUps);
      const events = table.reduce((sum, row) => sum + row.ofInterest + row.competing, 0);
      assert.equal(events, followUps.filter((followUp) => followUp.ended !== 'censored').length);
      assert.equal(table[0]?.atRisk, followUps.length);
    }),
  );
});
