import assert from 'node:assert/strict';
import test from 'node:test';
import { countOf, means, profilesOf, saidIn, textsIn } from './given.ts';
import { renderChart } from './render-chart.ts';

test('every point of everybody is drawn, each arm in its own field', () => {
  for (const people of [2, 7, 300]) {
    const svg = renderChart(profilesOf(people));
    assert.equal(countOf(svg, 'circle'), 3 * people);
    assert.equal(saidIn(svg).filter((said) => /^P-\d+: visit 0 /.test(said)).length, people);
    const half = [Math.ceil(people / 2), Math.floor(people / 2)];
    assert.deepEqual(
      textsIn(svg).filter((text) => text.includes(', n ')),
      [`cells, n ${half[0]}`, `placebo, n ${half[1]}`],
    );
  }
});

test('one field without arms, and the numbers of each line in words', () => {
  const [line] = profilesOf(1).series;
  const svg = renderChart({ ...profilesOf(1), arms: [], series: [{ ...(line ?? assert.fail()), arm: undefined }] });
  assert.ok(textsIn(svg).includes('n 1'));
  assert.ok(saidIn(svg).includes('P-0: visit 0 3 g/g, visit 1 2 g/g, visit 2 1 g/g'));
});

test('many lines are thinner than few', () => {
  const widthOf = (people: number): number =>
    Number(/fill="none" stroke="#0072B2" stroke-width="([\d.]+)"/.exec(renderChart(profilesOf(people)))?.[1]);
  assert.ok(widthOf(300) < widthOf(10));
  assert.ok(textsIn(renderChart(profilesOf(10))).includes(means.reference?.label ?? ''));
});
