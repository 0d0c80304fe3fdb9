import assert from 'node:assert/strict';
import test from 'node:test';
import { analysis, populations, testing, visitMapping } from './schema-analyses.ts';

const common = { id: 'a', endpoint: 'e', population: 'randomised' };
const compared = {
  ...common,
  kind: 'compare proportions',
  test: 'fisher exact',
  interval: 'newcombe',
  hypothesis: 'superiority',
  experimental: 'x',
  control: 'y',
  alpha: '0.05',
  sides: 2,
};

test('each kind of analysis has its own fields', () => {
  const rows = [
    [compared, true],
    [{ ...compared, sides: 1, hypothesis: 'non-inferiority', margin: '0.15', 'margin question': 'Q-1' }, true],
    [{ ...compared, margin: 0.15 }, true],
    [{ ...compared, sides: 3 }, false],
    [{ ...compared, population: 'everybody' }, false],
    [{ ...compared, kind: undefined }, false],
    [{ ...common, kind: 'proportion', interval: 'clopper-pearson', level: '0.95' }, true],
    [{ ...common, kind: 'proportion', arm: 'x', interval: 'wilson', level: '95%' }, false],
    [{ ...common, kind: 'change', test: 'wilcoxon signed rank' }, true],
    [{ ...common, kind: 'change', test: 'paired t', comparison: 'ancova', experimental: 'x', control: 'y' }, true],
    [{ ...common, kind: 'change', test: 'none', comparison: 'mmrm', experimental: 'x', control: 'y' }, true],
    [{ ...common, kind: 'change', test: 'none', comparison: 'anova' }, false],
    [{ ...common, kind: 'time to event', estimate: 'kaplan-meier', test: 'log-rank' }, true],
    [{ ...common, kind: 'time to event', test: 'log-rank' }, false],
    [{ ...common, kind: 'description', population: 'all enrolled' }, true],
    [{ ...common, kind: 'description', test: 'none' }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(analysis.safeParse(value).success, expected, JSON.stringify(value));
});

test('how participants come into populations, by kinds of deviation that there are', () => {
  const rows = [
    [{}, true],
    [{ 'arm without doses': 'never treated' }, true],
    [{ 'arm without doses': 'sometimes' }, false],
    [{ 'per protocol': { deviations: ['visit missed', 'dose late'], 'least doses': '0.8' } }, true],
    [{ 'per protocol': { deviations: [] } }, true],
    [{ 'per protocol': { deviations: ['visit mised'] } }, false],
    [{ 'per protocol': { deviations: [], 'least doses': '80%' } }, false],
    [{ 'per protocol': { deviations: [], conditions: [{ id: 'a', title: 'A', rule: 'x' }] } }, true],
    [{ 'per protocol': { deviations: [], conditions: [{ id: 'a' }] } }, false],
    [{ 'per protocol': {} }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(populations.safeParse(value).success, expected, JSON.stringify(value));
});

test('which visit a value belongs to', () => {
  const rows = [
    [{ 'out of window': 'nearest day' }, true],
    [{ 'out of window': 'as recorded', tie: 'later', several: 'latest', baseline: 'last before treatment' }, true],
    [{ tie: 'later' }, false],
    [{ 'out of window': 'nearest day', tie: 'both' }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(visitMapping.safeParse(value).success, expected, JSON.stringify(value));
});

test('one procedure for several hypotheses, at a level', () => {
  const graph = {
    procedure: 'graphical',
    hypotheses: [
      { analysis: 'a', weight: '0.5' },
      { analysis: 'b', weight: '0.5' },
    ],
    transitions: [{ before: 'a', after: 'b', share: '1' }],
    alpha: '0.05',
  };
  const rows = [
    [{ procedure: 'one primary', analysis: 'a', alpha: '0.05' }, true],
    [{ procedure: 'fixed sequence', analyses: ['a', 'b'], alpha: '0.05', assumes: ['A-10'] }, true],
    [{ procedure: 'fixed sequence', analyses: ['a'], alpha: '0.05' }, false],
    [{ procedure: 'holm', analyses: ['a', 'b'] }, false],
    [{ procedure: 'hommel', analyses: ['a', 'b'], alpha: '0.05' }, false],
    [graph, true],
    [{ ...graph, transitions: undefined }, false],
    [{ ...graph, analyses: ['a', 'b'] }, false],
  ] as const;
  for (const [value, expected] of rows) assert.equal(testing.safeParse(value).success, expected, JSON.stringify(value));
});
