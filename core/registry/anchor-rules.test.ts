import assert from 'node:assert/strict';
import test from 'node:test';
import { anchorRules } from './anchor-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

const outcome = (measure: string, description: string): RecordChanges => ({
  'primary outcomes': [{ measure, description, 'time frame': 'week 24' }],
});

test('moments that windows and outcomes are counted from', () =>
  expectRules(anchorRules, [
    [
      'several-anchors',
      { exclusion: ['x within 24 weeks before screening', 'y within 4 weeks before random allocation'] },
      { exclusion: ['x within 24 weeks before screening', 'y within 4 weeks of screening'] },
    ],
    [
      'several-anchors',
      { exclusion: ['x within 6 months prior to enrollment', 'y 2 weeks before the first dose'] },
      { exclusion: ['x 2 weeks before randomisation', 'y 4 weeks before random assignment'] },
    ],
    [
      'several-reference-visits',
      outcome('Change from baseline', 'reduction from the selection visit'),
      outcome('Change from baseline', 'baseline to week 24'),
    ],
    [
      'several-reference-visits',
      outcome('Number improved', 'pre-MSC transplantation; GFR at baseline'),
      outcome('Number improved', 'pre-specified; GFR at baseline'),
    ],
  ]));

test('each moment is quoted once, where it is named first', () => {
  const found = firstFinding(
    {
      exclusion: [
        'a within 24 weeks before screening',
        'b within 2 weeks before screening',
        'c within 1 day of consent',
      ],
    },
    'several-anchors',
  );
  assert.deepEqual(found.places, [
    { place: 'exclusion[1]', quote: '24 weeks before screening' },
    { place: 'exclusion[3]', quote: '1 day of consent' },
  ]);
});
