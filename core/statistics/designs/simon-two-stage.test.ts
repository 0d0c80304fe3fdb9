import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { designSimon, type SimonDesigns, type TwoStageDesign } from './simon-two-stage.ts';
import { designSingleArm } from './single-arm.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/single-arm/make.R` (`simon1989`).

const designed = (p0: number, p1: number, alpha: number, power: number): SimonDesigns => {
  const result = designSimon({ p0, p1 }, { alpha, power });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};
const cuts = ({ r1, n1, r, n }: Pick<TwoStageDesign, 'r1' | 'n1' | 'r' | 'n'>) => ({ r1, n1, r, n });

type PublicInput = Readonly<Record<'p0' | 'p1' | 'alpha' | 'beta', number>>;
type PublicDesign = Readonly<Record<'r1' | 'n1' | 'r' | 'n' | 'EN0' | 'PET0' | 'size' | 'power', number>>;
type PublicOutput = Readonly<Record<'optimal' | 'minimax', PublicDesign>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('simon_two_stage')) {
  test(`public ${id}, clinfun ph2simon`, () => {
    const found = designed(input.p0, input.p1, input.alpha, 1 - input.beta);
    for (const kind of ['optimal', 'minimax'] as const) {
      assert.deepEqual(cuts(found[kind]), cuts(output[kind]));
      assertNear(found[kind].expectedAtP0, output[kind].EN0, 1e-12);
      assertNear(found[kind].stopsAtP0, output[kind].PET0, 1e-12);
      assertNear(found[kind].size, output[kind].size, 1e-12);
      assertNear(found[kind].power, output[kind].power, 1e-12);
    }
  });
}

interface Row extends Readonly<Record<'p0' | 'p1' | 'alpha' | 'power', number>> {
  readonly optimal: TwoStageDesign;
  readonly minimax: TwoStageDesign;
}
const { simon } = expectedOf<{ readonly simon: readonly Row[] }>('single-arm');
test('the oracle has its rows', () => assert.equal(simon.length, 8));
for (const { p0, p1, alpha, power, ...expected } of simon) {
  test(`all designs looked through in R: ${p0} against ${p1} at ${alpha} with ${power}`, () => {
    const found = designed(p0, p1, alpha, power);
    for (const kind of ['optimal', 'minimax'] as const) {
      assert.deepEqual(cuts(found[kind]), cuts(expected[kind]), kind);
      assertNear(found[kind].expectedAtP0, expected[kind].expectedAtP0, 1e-12);
      assertNear(found[kind].size, expected[kind].size, 1e-12);
      assertNear(found[kind].power, expected[kind].power, 1e-12);
    }
  });
}

// Table 1 and 2 of simon1989: r1/n1, r/n of both designs.
const table: readonly (readonly [
  p0: number,
  p1: number,
  alpha: number,
  power: number,
  optimal: string,
  minimax: string,
])[] = [
  [0.05, 0.25, 0.05, 0.8, '0/9 2/17', '0/12 2/16'],
  [0.1, 0.3, 0.05, 0.8, '1/10 5/29', '1/15 5/25'],
  [0.2, 0.4, 0.05, 0.8, '3/13 12/43', '4/18 10/33'],
  [0.3, 0.5, 0.05, 0.8, '5/15 18/46', '6/19 16/39'],
  [0.1, 0.3, 0.05, 0.9, '2/18 6/35', '2/22 6/33'],
  [0.05, 0.2, 0.05, 0.9, '1/21 4/41', '1/29 4/38'],
];
const written = ({ r1, n1, r, n }: TwoStageDesign): string => `${r1}/${n1} ${r}/${n}`;
for (const [p0, p1, alpha, power, optimal, minimax] of table) {
  test(`Simon's table: ${p0} against ${p1} at ${alpha} with ${power}`, () => {
    const found = designed(p0, p1, alpha, power);
    assert.deepEqual([written(found.optimal), written(found.minimax)], [optimal, minimax]);
  });
}

test('the minimax design is no larger than the optimal one and than A’Hern’s, and expects no fewer', () => {
  for (const [p0, p1] of [
    [0.1, 0.35],
    [0.4, 0.65],
    [0.7, 0.9],
  ] as const) {
    const { optimal, minimax } = designed(p0, p1, 0.05, 0.8);
    const single = designSingleArm({ p0, p1 }, { alpha: 0.05, power: 0.8 });
    assert.ok('participants' in single);
    assert.ok(minimax.n <= optimal.n && minimax.n <= single.participants);
    assert.ok(optimal.expectedAtP0 <= minimax.expectedAtP0);
  }
});

test('hypotheses the wrong way round are refused', () => {
  assert.deepEqual(designSimon({ p0: 0.4, p1: 0.2 }, { alpha: 0.05, power: 0.8 }), { notEstimable: 'p1 not above p0' });
});
