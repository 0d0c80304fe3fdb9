import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import type { ErrorRates } from './error-rates.ts';
import { type SurvivalAssumptions, type SurvivalSize, sizeSurvival } from './survival-size.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/sample-size/make.R`
// (`schoenfeld1981`).

const sized = (assumptions: SurvivalAssumptions, rates: ErrorRates): SurvivalSize => {
  const result = sizeSurvival(assumptions, rates);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

interface PublicInput extends Readonly<Record<'hr' | 'lambdaControl' | 'power' | 'alphaOneSided', number>> {
  readonly accrual: number;
  readonly followUp: number;
  readonly ratio: number;
  readonly dropoutHazard: number;
}
type PublicOutput = Readonly<
  Record<'eventsSchoenfeld' | 'eventsFreedman' | 'probEvent1' | 'probEvent2' | 'nTotalSchoenfeld', number>
>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('ss_survival')) {
  test(`public ${id}`, () => {
    const { hr, lambdaControl, power, alphaOneSided: alpha } = input;
    const found = sized({ ...input, hazardRatio: hr, hazard0: lambdaControl }, { alpha, power });
    assertClose(found.events, output.eventsSchoenfeld, 1e-12);
    assertClose(found.eventsFreedman, output.eventsFreedman, 1e-12);
    assertClose(found.chance1, output.probEvent1, 1e-12);
    assertClose(found.chance0, output.probEvent2, 1e-12);
    assertClose(found.participants, output.nTotalSchoenfeld, 1e-12);
  });
}

interface Row extends SurvivalAssumptions {
  readonly chance1: number;
  readonly chance0: number;
}
const rates = { alpha: 0.025, power: 0.9 };
const { survival } = expectedOf<{ readonly survival: readonly Row[] }>('sample-size');
test('the oracle has its rows', () => assert.equal(survival.length, 8));
for (const row of survival) {
  test(`R integrate over entry: hazard ${row.hazard0}, ratio ${row.hazardRatio}, dropout ${row.dropoutHazard}`, () => {
    const found = sized(row, rates);
    assertClose(found.chance1, row.chance1, 1e-11);
    assertClose(found.chance0, row.chance0, 1e-11);
    const { ratio } = row;
    const perArm0 = found.participants / (1 + ratio);
    assertClose(perArm0 * (ratio * row.chance1 + row.chance0), found.events, 1e-11);
  });
}

const plain = { hazardRatio: 0.5, hazard0: 0.1, accrual: 12, followUp: 6, dropoutHazard: 0, ratio: 1 };
test('by hand: hazard ratio .5, 1 : 1: 4 · 10.507 / .4805 by Schoenfeld, 9 · 10.507 by Freedman', () => {
  const { events, eventsFreedman } = sized(plain, rates);
  assertNear(events, (4 * 3.241515550144654 ** 2) / Math.log(2) ** 2, 1e-10);
  assertNear(eventsFreedman, 9 * 3.241515550144654 ** 2, 1e-10);
});

test('all enter at once: the chance is that of an exponential time', () => {
  assertNear(sized({ ...plain, accrual: 0, followUp: 10 }, rates).chance0, 1 - Math.exp(-1), 1e-14);
});

test('the arms exchanged take as many, whatever the unit of time; longer follow-up takes fewer', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 0.9, noNaN: true }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      (hazardRatio, ratio) => {
        const trial = { ...plain, hazardRatio, ratio, dropoutHazard: 0.01 };
        const found = sized(trial, rates);
        const exchanged = { ...trial, hazardRatio: 1 / hazardRatio, hazard0: 0.1 * hazardRatio, ratio: 1 / ratio };
        assertClose(sized(exchanged, rates).participants, found.participants, 1e-10);
        const inDays = { ...trial, hazard0: 0.1 / 30, accrual: 360, followUp: 180, dropoutHazard: 0.01 / 30 };
        assertClose(sized(inDays, rates).participants, found.participants, 1e-10);
        assert.ok(sized({ ...trial, followUp: 12 }, rates).participants < found.participants);
      },
    ),
  );
});

const refusals: readonly (readonly [change: Partial<SurvivalAssumptions>, expected: string])[] = [
  [{ hazardRatio: 1 }, 'nothing to detect'],
  [{ hazardRatio: 0 }, 'hazard or time not above 0'],
  [{ hazard0: -1 }, 'hazard or time not above 0'],
  [{ accrual: 0, followUp: 0 }, 'hazard or time not above 0'],
  [{ dropoutHazard: Number.NaN }, 'hazard or time not above 0'],
  [{ ratio: 0 }, 'ratio not above 0'],
];
for (const [change, expected] of refusals) {
  test(`${JSON.stringify(change)}: ${expected}`, () => {
    assert.deepEqual(sizeSurvival({ ...plain, ...change }, rates), { notEstimable: expected });
  });
}
