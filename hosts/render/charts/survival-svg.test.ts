import assert from 'node:assert/strict';
import test from 'node:test';
import { curves, saidIn, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';

const svg = renderChart(curves);

test('the numbers at risk are those of the data', () => {
  const expected = curves.series.flatMap(({ atRisk }) => atRisk.map(({ n, events }) => `${n} (${events})`));
  assert.deepEqual(
    textsIn(svg).filter((text) => /^\d+ \(\d+\)$/.test(text)),
    expected,
  );
});

test('every step and every censoring says its day', () => {
  const said = saidIn(svg);
  assert.deepEqual(
    said.filter((each) => each.startsWith('cells')),
    [
      'cells: censored on day 40',
      'cells: censored on day 84',
      'cells, day 0: 0.0%',
      'cells, day 30: 25.0% (10.0% to 50.0%)',
      'cells, day 60: 50.0% (30.0% to 75.0%)',
    ],
  );
  assert.equal(said.filter((each) => each.startsWith('placebo')).length, 3);
});

/** Of a curve of those free of it the share falls; of one that is reached it rises: further up is a smaller number. */
test('a curve that is reached rises and one of those free of it falls', () => {
  const heights = (of: string): readonly number[] => {
    const [, d = ''] = /<path d="([^"]*)" fill="none" stroke="#0072B2"/.exec(of) ?? [];
    return [...d.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  };
  const [reached, free] = [heights(svg), heights(renderChart({ ...curves, shows: 'free' }))];
  assert.equal(reached.length, 6, 'two ends of each step');
  assert.ok((reached.at(-1) ?? 0) < (reached[0] ?? 0));
  assert.ok((free.at(-1) ?? 0) > (free[0] ?? 0));
});

test('the interval is a band where there is one', () => {
  assert.equal(svg.split('opacity="0.12"').length - 1, 1, 'placebo has none');
});
