import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear } from '#core/statistics/given.ts';
import { computeWaldDifference } from '#core/statistics/intervals/wald-difference.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import { adjustForFactors } from './adjusted-difference.ts';
import { responders } from './given.ts';

const asked: ProportionComparison = {
  id: 'a',
  kind: 'compare proportions',
  endpoint: 'sri-4',
  population: 'randomised',
  test: 'fisher exact',
  interval: 'miettinen-nurminen',
  hypothesis: 'superiority',
  experimental: 'msc',
  control: 'il-2',
  alpha: '0.05',
  sides: 2,
};
const values = responders('yyyynnyn', 'yynnnnyn');
const halves = (id: string) => [Number(id.slice(-1)) > 4 ? 'late' : 'early'];

test('without factors it is the plain difference with Wald’s interval (ge2011)', () => {
  const { found } = adjustForFactors(asked, values, () => []);
  const wald = computeWaldDifference({ events: 5, of: 8 }, { events: 3, of: 8 });
  assert.ok(found.kind === 'estimate' && 'lower' in wald);
  assertNear(found.estimate, 0.25, 1e-9);
  assertNear(found.lower, wald.lower, 1e-9);
});

test('a factor that both arms have alike moves the estimate little, and the arms turned turn it', () => {
  const { found } = adjustForFactors(asked, values, halves);
  const turned = adjustForFactors({ ...asked, experimental: 'il-2', control: 'msc' }, values, halves).found;
  assert.ok(found.kind === 'estimate' && turned.kind === 'estimate');
  assert.ok(Math.abs(found.estimate - 0.25) < 0.02);
  assertNear(turned.estimate, -found.estimate, 1e-9);
});

test('p and verdict of a margin agree with the interval', () => {
  for (const margin of ['0.05', '0.15', '0.4']) {
    const { found } = adjustForFactors({ ...asked, hypothesis: 'non-inferiority', margin }, values, halves);
    assert.ok(found.kind === 'estimate' && found.p !== undefined);
    assert.equal(found.p < 0.025, found.isShown, margin);
  }
});

test('a factor that separates the responders is refused', () => {
  const { found } = adjustForFactors(asked, responders('yyn', 'yyn'), (id) => [id.endsWith('3') ? 'none' : 'all']);
  assert.equal(found.kind, 'not estimable');
});
