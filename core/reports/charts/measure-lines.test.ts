import assert from 'node:assert/strict';
import test from 'node:test';
import { founding, maskedScene, sceneOfPeople, six, sixScene } from './given.ts';
import { profileLines, summaryLines } from './measure-lines.ts';

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1e4) / 1e4;

/** By hand: cells 2, 2, 4 g/g, then 0.45, 0.45, 1.0; t of 2 degrees of freedom is 4.302653, so ± 4.302653 · 2/3 at baseline. */
test('means of each arm with their intervals, of those who are known', () => {
  const [chart] = summaryLines(sixScene, 'UPCR', 'mean');
  assert.deepEqual(
    chart?.series.map(({ label, points }) => [label, points.map(({ x, y, n }) => [x, rounded(y), n])]),
    [
      [
        'msc',
        [
          [0, 2.6667, 3],
          [168, 0.6333, 3],
        ],
      ],
      [
        'il-2',
        [
          [0, 2, 3],
          [168, 1.175, 2],
        ],
      ],
    ],
  );
  const { lower, upper } = chart?.series[0]?.points[0]?.interval ?? {};
  assert.deepEqual([rounded(lower), rounded(upper)], [-0.2018, 5.5351]);
  assert.equal(chart?.series[0]?.points[0]?.rests.length, 3);
  assert.match(chart?.said ?? '', /msc: mean 2\.67 g\/g at baseline \(n 3\), 0\.63 g\/g at week 24 \(n 3\)\./);
});

test('a level of the response sets the limit', () => {
  assert.deepEqual(summaryLines(sixScene, 'UPCR', 'mean')[0]?.reference, { at: 0.5, label: 'CR: < 0.5 g/g' });
  assert.equal(summaryLines(sixScene, 'SLEDAI-2K', 'mean')[0]?.reference, undefined);
});

/** 10, 12.5 and 10 mg a day; at week 24 the medication of P-004 is not signed and P-005 was not seen. */
test('medians with the quartiles; one person has none', () => {
  const [chart] = summaryLines(sixScene, 'prednisone-equivalent', 'median');
  const [cells, control] = chart?.series ?? [];
  assert.deepEqual(
    cells?.points.map(({ y, n }) => [y, n]),
    [
      [10, 3],
      [10, 3],
    ],
  );
  assert.deepEqual(cells?.points[0]?.interval, { lower: 10, upper: 12.5 });
  assert.deepEqual(
    control?.points.map(({ y, n }) => [y, n]),
    [
      [10, 3],
      [10, 1],
    ],
  );
});

test('each participant on the days of the visits', () => {
  const [chart] = profileLines(sixScene, 'UPCR');
  assert.deepEqual(
    chart?.series.map(({ label, arm, points }) => [label, arm, points.map(({ x, y }) => [x, y])]).slice(0, 1),
    [
      [
        'P-001',
        'msc',
        [
          [0, 2],
          [168, 0.45],
        ],
      ],
    ],
  );
  assert.equal(chart?.series.length, 6);
  assert.match(chart?.said ?? '', /UPCR of 6 participants .*, 11 values from 0\.45 g\/g to 4 g\/g\./);
});

test('what a trial does not measure, nobody has or is nought throughout is absent', () => {
  for (const measure of ['BILAG-2004-total', 'eGFR-MDRD-not-there', 'PGA'])
    assert.deepEqual(summaryLines(sixScene, measure, 'mean'), [], measure);
  assert.deepEqual(profileLines(sixScene, 'PGA'), []);
  const free = six.map((person) => ({ ...person, history: [] }));
  assert.deepEqual(summaryLines(sceneOfPeople(founding, free), 'prednisone-equivalent', 'median'), []);
});

test('without arms one line of all', () => {
  const [chart] = summaryLines(maskedScene, 'UPCR', 'mean');
  assert.deepEqual(
    chart?.series.map(({ label, arm, points }) => [label, arm, points[0]?.n]),
    [['all participants', undefined, 6]],
  );
  assert.doesNotMatch(JSON.stringify([chart, ...profileLines(maskedScene, 'UPCR')]), /msc|il-2/);
});
