import assert from 'node:assert/strict';
import test from 'node:test';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';
import { outcomeRules } from './outcome-rules.ts';

interface Planted {
  readonly measure: string;
  readonly description?: string;
  readonly definitions?: Record<string, string>;
}

const harm: Planted = { measure: 'Number of adverse events' };

const primary = (...outcomes: readonly Planted[]): RecordChanges => ({
  'primary outcomes': outcomes.map((each) => ({ 'time frame': 'week 24', ...each })),
});

test('outcomes that cannot be computed as they stand', () =>
  expectRules(outcomeRules, [
    [
      'abbreviation-undefined',
      primary({ measure: 'Response rates (CR and RR)', definitions: { CR: 'x', PR: 'y' } }),
      primary({ measure: 'Response rates (CR and PR)', definitions: { CR: 'x', PR: 'y' } }),
    ],
    [
      'abbreviation-undefined',
      primary({ measure: 'Change of XYZ' }),
      primary({ measure: 'Change of XYZ', description: 'Xylem yield (XYZ)' }),
    ],
    ['abbreviation-undefined', primary({ measure: 'Change of QQ' }), primary({ measure: 'Change of QQ-5 and GFR' })],
    [
      'physician-scale-called-patient-reported',
      primary({ measure: 'Change of SLEDAI-2K', description: 'patient reported outcomes' }),
      primary({ measure: 'Change of SF-36', description: 'patient reported outcomes' }),
    ],
    [
      'outcome-without-metric',
      primary({ measure: 'BILAG-2004 score' }),
      primary({ measure: 'Change of BILAG-2004 score' }),
    ],
    [
      'outcome-without-metric',
      primary({ measure: 'Renal function' }),
      primary({ measure: 'Renal function', description: 'eGFR at week 24' }),
    ],
    [
      'several-measures-in-one-outcome',
      primary({ measure: 'Change of serology (ANA, C3, C4)' }),
      primary({ measure: 'Change of serology (C3, C4)' }),
    ],
    [
      'several-primary-outcomes',
      primary({ measure: 'Rate of CR (CR)' }, harm),
      primary({ measure: 'Rate of CR (CR)', description: 'first of two co-primary outcomes' }, harm),
    ],
    ['safety-without-outcome', { 'secondary outcomes': [] }, { 'secondary outcomes': [], summary: 'Efficacy' }],
    ['safety-without-outcome', { 'secondary outcomes': [] }, { 'primary outcomes': [], 'secondary outcomes': [] }],
    [
      'instrument-version-missing',
      { inclusion: ['SLEDAI ≥ 8'] },
      { inclusion: ['SLEDAI-2K ≥ 8 or SELENA-SLEDAI ≥ 8'] },
    ],
    [
      'instrument-version-missing',
      primary({ measure: 'Change of BILAG' }),
      primary({ measure: 'Change of BILAG 2004' }),
    ],
  ]));

test('an unknown abbreviation is read as the definition that the title leaves out', () => {
  const planted = primary({ measure: 'Rates (CR and RR)', definitions: { CR: 'x', PR: 'y' } });
  const found = firstFinding(planted, 'abbreviation-undefined');
  assert.deepEqual(found.places, [{ place: 'primary[1].measure', quote: 'RR' }]);
  assert.equal(found.reading, 'PR');
});

test('a secondary outcome may use what a primary one defines', () => {
  const planted = {
    ...primary({ measure: 'Rate', definitions: { PQ: 'x' } }),
    'secondary outcomes': [{ measure: 'Time to PQ', 'time frame': 'week 24' }],
  };
  assert.throws(() => firstFinding(planted, 'abbreviation-undefined'), /silent/);
});
