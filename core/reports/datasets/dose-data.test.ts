import assert from 'node:assert/strict';
import test from 'node:test';
import { six } from '#core/reports/charts/given.ts';
import { doseSet } from './dose-data.ts';
import { dataOfPeople, sixData } from './given.ts';

test('a dose that was given, with its amount and day', () => {
  const [first] = sixData.doses;
  assert.deepEqual(
    [first?.participant, first?.dose, first?.number, first?.what, first?.day, first?.amount, first?.unit],
    ['P-001', 'msc-infusion', 1, 'given', 0, 127_000_000, '{cells}'],
  );
});

test('one that was missed says why; medicine for the home is counted in units', () => {
  const [person] = six;
  assert.ok(person !== undefined);
  const handed = { dose: 'il-2', visit: 'baseline', on: '2026-06-01', units: 14, record: 'r1' };
  const { doses } = dataOfPeople([
    {
      ...person,
      doses: [],
      missedDoses: [{ dose: 'msc-infusion', number: 1, on: '2026-06-03', why: 'fever', record: 'r0' }],
      dispensed: [handed],
      returned: [{ ...handed, on: '2026-06-29', units: 2, record: 'r2' }],
    },
  ]);
  assert.deepEqual(
    doses.map(({ what, day, amount, why }) => [what, day, amount, why]),
    [
      ['missed', 2, undefined, 'fever'],
      ['handed out', 0, 14, undefined],
      ['brought back', 28, 2, undefined],
    ],
  );
});

test('nobody, nothing; and as a table each dose is a line', () => {
  assert.deepEqual(dataOfPeople([]).doses, []);
  assert.equal(doseSet(sixData.doses).rows.length, 2);
});
