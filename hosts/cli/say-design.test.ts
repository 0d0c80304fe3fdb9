import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { AllocationDefinition, DoseDefinition } from '#core/study/schema-arms.ts';
import { sayAllocation, sayAnalysis, sayDose } from './say-design.ts';

const dose = { id: 'd', product: 'the medicine', route: 'oral', amount: '0.75 g' };

test('doses: how much, how often, on which days, where', () => {
  const rows: readonly (readonly [Partial<DoseDefinition>, string])[] = [
    [{ times: 1 }, 'the medicine: 0.75 g oral, on day 0'],
    [{ 'on days': [0, 7] }, 'the medicine: 0.75 g oral, on day 0, 7'],
    [{ times: 1, 'suspended in': '30 mL saline' }, 'the medicine: 0.75 g oral in 30 mL saline, on day 0'],
    [
      { 'last day': 167, 'per day': 2, 'self administered': true },
      'the medicine: 0.75 g oral, 2 times a day, on day 0 to 167 (336 in all), taken at home',
    ],
    [{ times: 9, 'every days': 2 }, 'the medicine: 0.75 g oral, on day 0, 2, 4, 6, 8, 10, 12, 14, … (9 in all)'],
    [{ times: 1, 'placebo for': 'cells' }, 'the medicine: 0.75 g oral, on day 0, placebo for cells'],
  ];
  for (const [more, expected] of rows) assert.equal(sayDose({ ...dose, ...more }), expected);
});

test('allocation by each method', () => {
  const blocks = { method: 'permuted blocks', ratio: { a: 2, b: 1 }, 'block sizes': [3, 6] } as const;
  const heavy = { id: 'heavy', title: 'Heavy proteinuria', rule: 'UPCR at screening >= 3 g/g' };
  const rows: readonly (readonly [AllocationDefinition, string])[] = [
    [{ ...blocks, 'block sizes': [3, 6] }, 'permuted blocks, a 2 : b 1, blocks of 3, 6'],
    [
      { ...blocks, 'block sizes': [3], 'by site': true, strata: [heavy] },
      'permuted blocks, a 2 : b 1, blocks of 3, stratified by site, Heavy proteinuria',
    ],
    [
      { method: 'assigned', rule: 'the first eleven', participants: { a: 11, b: 5 } },
      'assigned, a 11 : b 5: the first eleven',
    ],
    [{ method: 'single group' }, 'single group'],
  ];
  for (const [allocation, expected] of rows) assert.equal(sayAllocation(allocation), expected);
});

const common = { id: 'a', endpoint: 'response', population: 'randomised' } as const;
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
} as const;

test('analyses of each kind', () => {
  const rows: readonly (readonly [AnalysisDefinition, string])[] = [
    [
      compared,
      'response, x against y, all randomised, fisher exact, newcombe interval, superiority, alpha 0.05, two-sided',
    ],
    [
      { ...compared, hypothesis: 'non-inferiority', margin: '0.15', sides: 1, population: 'per protocol' },
      'response, x against y, per protocol, fisher exact, newcombe interval, non-inferiority by a margin of 0.15, alpha 0.05, one-sided',
    ],
    [
      { ...compared, hypothesis: 'non-inferiority', 'margin question': 'Q-1' },
      'response, x against y, all randomised, fisher exact, newcombe interval, non-inferiority by a margin that Q-1 asks for, alpha 0.05, two-sided',
    ],
    [
      { ...common, kind: 'proportion', interval: 'wilson', level: '0.95' },
      'response, proportion in each arm, all randomised, wilson interval, level 0.95',
    ],
    [{ ...common, kind: 'change', test: 'none' }, 'response, change within each arm, all randomised, no test'],
    [
      { ...common, kind: 'change', test: 'paired t', comparison: 'ancova', experimental: 'x', control: 'y' },
      'response, change within each arm, all randomised, paired t, ancova of x against y',
    ],
    [
      { ...common, kind: 'time to event', estimate: 'kaplan-meier', test: 'log-rank', experimental: 'x', control: 'y' },
      'response, all randomised, kaplan-meier, log-rank of x against y',
    ],
    [{ ...common, kind: 'description', population: 'all enrolled' }, 'response, all enrolled, described'],
  ];
  for (const [analysis, expected] of rows) assert.equal(sayAnalysis(analysis), expected);
});
