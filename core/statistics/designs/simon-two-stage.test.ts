import assert from 'node:assert/strict';
import test from 'node:test';
import { binomialProbabilities } from '../distributions/binomial.ts';
import { assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
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

// Table 1 and 2 of simon1989: r1/n1, r/n, expected number and chance of an early stop at p0 of both designs.
const table: readonly (readonly [
  p0: number,
  p1: number,
  alpha: number,
  power: number,
  optimal: string,
  minimax: string,
])[] = [
  [0.05, 0.25, 0.1, 0.9, '0/9 2/24 14.5 0.63', '0/13 2/20 16.4 0.51'],
  [0.05, 0.25, 0.05, 0.8, '0/9 2/17 12.0 0.63', '0/12 2/16 13.8 0.54'],
  [0.05, 0.25, 0.05, 0.9, '0/9 3/30 16.8 0.63', '0/15 3/25 20.4 0.46'],
  [0.1, 0.3, 0.1, 0.9, '1/12 5/35 19.8 0.66', '1/16 4/25 20.4 0.51'],
  [0.1, 0.3, 0.05, 0.8, '1/10 5/29 15.0 0.74', '1/15 5/25 19.5 0.55'],
  [0.1, 0.3, 0.05, 0.9, '2/18 6/35 22.5 0.73', '2/22 6/33 26.2 0.62'],
  [0.2, 0.4, 0.05, 0.8, '3/13 12/43 20.6 0.75', '4/18 10/33 22.3 0.72'],
  [0.3, 0.5, 0.05, 0.8, '5/15 18/46 23.6 0.72', '6/19 16/39 25.7 0.67'],
  [0.4, 0.6, 0.05, 0.8, '7/16 23/46 24.5 0.72', '17/34 20/39 34.4 0.91'],
  [0.05, 0.2, 0.05, 0.9, '1/21 4/41 26.7 0.72', '1/29 4/38 32.9 0.57'],
];
const written = ({ r1, n1, r, n, expectedAtP0, stopsAtP0 }: TwoStageDesign): string =>
  `${r1}/${n1} ${r}/${n} ${expectedAtP0.toFixed(1)} ${stopsAtP0.toFixed(2)}`;
for (const [p0, p1, alpha, power, optimal, minimax] of table) {
  test(`Simon's table: ${p0} against ${p1} at ${alpha} with ${power}`, () => {
    const found = designed(p0, p1, alpha, power);
    assert.deepEqual([written(found.optimal), written(found.minimax)], [optimal, minimax]);
    for (const { size, power: reached } of [found.optimal, found.minimax]) assert.ok(size <= alpha && reached >= power);
  });
}

// 7/17, 21/41 is sometimes given for .4 against .6: it keeps both risks and expects fewer, but it is not the minimax
// design of simon1989, which has two participants less. Both risks summed here over the two stages.
const chanceOf = (n: number, p: number, more: (x: number) => boolean): number =>
  binomialProbabilities(n, p).reduce((sum, chance, x) => (more(x) ? sum + chance : sum), 0);
const passes = (r1: number, n1: number, r: number, n: number, p: number): number =>
  binomialProbabilities(n1, p).reduce(
    (sum, chance, x1) => (x1 > r1 ? sum + chance * chanceOf(n - n1, p, (x) => x1 + x > r) : sum),
    0,
  );
for (const [r1, n1, r, n, expected] of [
  [7, 17, 21, 41, '25.6'],
  [17, 34, 20, 39, '34.4'],
] as const) {
  test(`.4 against .6 at .05 with .8: ${r1}/${n1} ${r}/${n} keeps both risks and expects ${expected}`, () => {
    assert.ok(passes(r1, n1, r, n, 0.4) <= 0.05 && passes(r1, n1, r, n, 0.6) >= 0.8);
    assert.equal((n1 + chanceOf(n1, 0.4, (x) => x > r1) * (n - n1)).toFixed(1), expected);
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

test('a result says by which method and conventions it was found', () => {
  assertSays(designed(0.2, 0.4, 0.05, 0.8), 'simon-two-stage/1', { alpha: 'one-sided', stops: 'for futility only' });
});
