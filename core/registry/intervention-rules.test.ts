import assert from 'node:assert/strict';
import test from 'node:test';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';
import { interventionRules } from './intervention-rules.ts';

const named = (name: string, type: 'drug' | 'biological' | 'not stated', condition = 'Lupus'): RecordChanges => ({
  interventions: [{ name, type }],
  conditions: [condition],
  arms: [{ id: 'a', intervention: name, text: '1 mg once', participants: 40 }],
});

test('interventions and conditions', () =>
  expectRules(interventionRules, [
    [
      'intervention-not-listed',
      { interventions: [{ name: 'Stromal cells', type: 'biological' }] },
      { interventions: [{ name: 'stromal CELLS', type: 'biological' }, { name: 'Saline' }] },
    ],
    ['cell-product-not-biological', named('Stem cells', 'drug'), named('Stem cells', 'biological')],
    ['cell-product-not-biological', named('Stem cell', 'drug'), named('Placebo of stem cells', 'drug')],
    [
      'intervention-as-condition',
      named('mesenchymal stem cell', 'biological', 'Lupus Mesenchymal Stem Cells'),
      named('mesenchymal stem cell', 'biological', 'Cell damage'),
    ],
    [
      'intervention-as-condition',
      named('Gene therapy', 'drug', 'Gene Therapy'),
      named('Disc degeneration device', 'drug', 'Disc Degeneration'),
    ],
    [
      'condition-not-listed',
      { conditions: ['Systemic Lupus Erythematosus'] },
      { conditions: ['Active lupus nephritis'] },
    ],
    ['condition-not-listed', { inclusion: ['Rheumatoid arthritis'] }, { exclusion: ['Rheumatoid arthritis'] }],
  ]));

test('the condition that everyone has is quoted', () => {
  const found = firstFinding(
    { conditions: ['SLE'], inclusion: ['x', 'Lupus nephritis with 24h protein ≥ 1 g'] },
    'condition-not-listed',
  );
  assert.deepEqual(found.places, [{ place: 'inclusion[2]', quote: 'Lupus nephritis' }]);
});
