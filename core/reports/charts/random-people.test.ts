import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { person } from '#core/endpoints/given.ts';
import { founding, sceneOfPeople } from './given.ts';
import { profileLines, summaryLines } from './measure-lines.ts';
import { responseCharts } from './response-over-time.ts';
import { bandOf, sledaiHeatMaps } from './score-heat-map.ts';
import { survivalCharts } from './survival-chart.ts';
import { swimmerCharts } from './swimmer-chart.ts';
import { waterfallCharts } from './waterfall-chart.ts';

/** What was seen of one person, in hundredths of g/g; undefined where week 24 was missed. */
interface Drawn {
  readonly arm: 'msc' | 'il-2';
  readonly before: number;
  readonly after: number | undefined;
  readonly rash: boolean;
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    arm: fc.constantFrom('msc', 'il-2'),
    // Abnormal, as at entry: of a normal one the record has no partial response.
    before: fc.integer({ min: 150, max: 900 }),
    after: fc.option(fc.integer({ min: 10, max: 900 }), { nil: undefined }),
    rash: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const idOf = (index: number): string => `P-${String(index).padStart(3, '0')}`;
const grams = (hundredths: number): string => (hundredths / 100).toFixed(2);

const sceneOf = (people: readonly Drawn[]) =>
  sceneOfPeople(
    founding,
    people.map(({ arm, before, after, rash }, index) =>
      person(founding, idOf(index), arm, {
        baseline: `0.9 ${grams(before)}`,
        week24: after === undefined ? undefined : `0.9 ${grams(after)}`,
        sledai: [rash ? ['proteinuria', 'rash'] : ['proteinuria'], rash ? ['rash'] : []],
      }),
    ),
  );

const near = (a: number | undefined, b: number | undefined): void =>
  assert.ok(a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${a} and ${b}`);

/** Against plain arithmetic on the numbers that were drawn, written a second time here. */
const agrees = (what: string, check: (people: readonly Drawn[]) => void): void => {
  test(what, () => fc.assert(fc.property(drawn, check), { numRuns: 25 }));
};

agrees('a waterfall has the percent change of everybody seen twice, sorted', (people) => {
  const [chart] = waterfallCharts(sceneOf(people));
  const changes = people
    .flatMap(({ before, after }, index) =>
      after === undefined ? [] : [{ id: idOf(index), value: (100 * (after - before)) / before }],
    )
    .toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  assert.equal(chart?.bars.length ?? 0, changes.length);
  for (const [place, bar] of (chart?.bars ?? []).entries()) near(bar.value, changes[place]?.value);
  const found = new Map(chart?.bars.map(({ participant, value }) => [participant, value]));
  for (const { id, value } of changes) near(found.get(id), value);
  if (chart !== undefined) assert.equal(chart.bars.length + chart.missing.length, people.length);
});

agrees('means are the sums by the numbers of people', (people) => {
  const [chart] = summaryLines(sceneOf(people), 'UPCR', 'mean');
  for (const arm of ['msc', 'il-2'] as const) {
    const own = people.filter((each) => each.arm === arm);
    const points = chart?.series.find(({ label }) => label === arm)?.points ?? [];
    const columns = [own.map(({ before }) => before), own.flatMap(({ after }) => after ?? [])].filter(
      (values) => values.length > 0,
    );
    assert.equal(points.length, columns.length);
    for (const [index, values] of columns.entries()) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length / 100;
      near(points[index]?.y, mean);
      assert.equal(points[index]?.n, values.length);
      const { lower, upper } = points[index]?.interval ?? { lower: mean, upper: mean };
      near((lower + upper) / 2, mean);
    }
  }
});

agrees('a profile has each value that was drawn', (people) => {
  const [chart] = profileLines(sceneOf(people), 'UPCR');
  assert.deepEqual(
    chart?.series.map(({ label, arm, points }) => [label, arm, points.map(({ x, y }) => [x, Math.round(y * 100)])]),
    people.map(({ arm, before, after }, index) => [
      idOf(index),
      arm,
      [[0, before], ...(after === undefined ? [] : [[168, after]])],
    ]),
  );
});

agrees('scores stand in their bands, none of a visit that was missed', (people) => {
  const [chart] = sledaiHeatMaps(sceneOf(people));
  const expected = people.map(({ after, rash }) => [rash ? 6 : 4, after === undefined ? undefined : rash ? 2 : 0]);
  const byId = new Map(chart?.rows.map(({ label, cells }) => [label, [cells.at(0), cells.at(-1)]]));
  for (const [index, scores] of expected.entries())
    assert.deepEqual(
      byId.get(idOf(index))?.map((cell) => cell && [cell.text, cell.level]),
      scores.map((score) => (score === undefined ? undefined : [String(score), bandOf(score)])),
    );
});

/** With creatinine 0.9 and 10 mg of prednisone: CR below 0.5 g/g; otherwise PR where it falls by more than half. */
const responds = ({ before, after }: Drawn): boolean => after !== undefined && (after < 50 || 2 * after < before);

agrees('responders at the last visit are those of the protocol, and the curve comes to as many', (people) => {
  const scene = sceneOf(people);
  const [share] = responseCharts(scene);
  const [curve] = survivalCharts(scene);
  for (const arm of ['msc', 'il-2'] as const) {
    const own = people.filter((each) => each.arm === arm);
    if (own.length === 0) continue;
    const reached = own.filter(responds).length;
    const point = share?.series.find(({ label }) => label === arm)?.points.at(-1);
    assert.deepEqual([point?.n, Math.round((point?.y ?? -1) * own.length)], [own.length, reached]);
    const seen = own.filter(({ after }) => after !== undefined).length;
    const series = curve?.series.find((each) => each.arm === arm);
    near(series?.steps.at(-1)?.share, seen === 0 ? 1 : 1 - reached / seen);
    assert.equal(series?.atRisk[0]?.n, own.length);
  }
});

agrees('each lane ends where somebody was last seen, and shows a response where there was one', (people) => {
  const [chart] = swimmerCharts(sceneOf(people));
  const lanes = new Map(chart?.lanes.map((lane) => [lane.participant, lane]));
  assert.equal(lanes.size, people.length);
  for (const [index, each] of people.entries()) {
    const lane = lanes.get(idOf(index));
    assert.equal(lane?.to, each.after === undefined ? 0 : 168);
    assert.equal(lane?.spans.length, responds(each) ? 1 : 0);
    assert.equal(
      lane?.marks.some(({ kind }) => kind === 'response'),
      responds(each),
    );
  }
});
