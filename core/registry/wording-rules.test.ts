import assert from 'node:assert/strict';
import test from 'node:test';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';
import { wordingRules } from './wording-rules.ts';

const response = (text: string): RecordChanges => ({
  'primary outcomes': [{ measure: 'Proportion with CR', 'time frame': 'week 24', definitions: { CR: text } }],
});

test('words that can be read in two ways', () =>
  expectRules(wordingRules, [
    [
      'criterion-without-effect',
      { inclusion: ['Protein > 1 g/d, with or without haematuria'] },
      { inclusion: ['Steroids with or without azathioprine'] },
    ],
    [
      'criterion-without-effect',
      { inclusion: ['Adults, regardless of gender'] },
      { exclusion: ['Pain, regardless of gender'] },
    ],
    ['fused-criteria', { exclusion: ['Tumours; 8. Patients with HIV'] }, { exclusion: ['Tumours; patients with HIV'] }],
    [
      'fused-criteria',
      { exclusion: ['Tumours. 8) Hepatitis B'] },
      { exclusion: ['Use of vitamin B 12. It may be stopped'] },
    ],
    [
      'window-after-its-anchor',
      { exclusion: ['Plasmapheresis within the first 12 weeks of screening'] },
      { exclusion: ['Plasmapheresis within 12 weeks of screening'] },
    ],
    [
      'undefined-qualifier',
      { exclusion: ['Severe infection'] },
      { exclusion: ['Severe anaemia (haemoglobin < 80 g/L)'] },
    ],
    [
      'undefined-qualifier',
      { exclusion: ['Unstable doses of azathioprine'] },
      { exclusion: ['Changed dose of azathioprine'] },
    ],
    [
      'undefined-qualifier',
      { exclusion: ['Abnormal renal function'] },
      { exclusion: ['Abnormal renal function (creatinine ≥ 2 mg/dL)'] },
    ],
    [
      'undefined-qualifier',
      response('protein abnormal before treatment, improved by > 30%'),
      response('protein ≥ 0.5 g/g before treatment'),
    ],
    [
      'and-or-mixed',
      { descriptions: ['steroids and cyclophosphamide, or azathioprine were allowed'] },
      { descriptions: ['steroids and (cyclophosphamide, or azathioprine) were allowed'] },
    ],
    [
      'and-or-mixed',
      response('creatinine ≤ 1.2 mg/dL or ≤ 125% of baseline, and UPCR < 0.5 g/g'),
      response('creatinine ≤ 1.2 mg/dL, and UPCR < 0.5 g/g'),
    ],
    [
      'and-or-mixed',
      { exclusion: ['severe heart and lung failure, or organ damage'] },
      { exclusion: ['heart and lung failure; liver, or organ damage'] },
    ],
    [
      'decrease-by-or-to',
      response('decrease in proteinuria \\< 3.5 g/24h'),
      response('decrease in proteinuria to < 3.5 g/24h'),
    ],
    ['decrease-by-or-to', response('reduction of urine protein ≤ 3 g'), response('reduction of urine protein ≤ 30 %')],
    [
      'tolerance-both-ways',
      response('filtration ± 15% of the baseline value'),
      response('filtration stable (±25%) or improved'),
    ],
    [
      'decline-called-response',
      response('glomerular filtration rate ≥ 60ml/min/1.73m², or decrease to initial values'),
      response('proteinuria: decrease to initial values'),
    ],
  ]));

test('each qualifier is a question of its own', () => {
  const found = firstFinding({ exclusion: ['Severe and uncontrolled disease'] }, 'undefined-qualifier');
  assert.deepEqual(found.places, [{ place: 'exclusion[1]', quote: 'Severe' }]);
  assert.match(found.question, /"severe"/);
});

test('readings say what is probably meant', () => {
  const rows: readonly (readonly [changes: RecordChanges, rule: string, reading: string])[] = [
    [
      { exclusion: ['X within the first 12 weeks of screening'] },
      'window-after-its-anchor',
      'within 12 weeks before screening',
    ],
    [response('decrease in proteinuria \\< 3.5 g/24h'), 'decrease-by-or-to', 'proteinuria falls to below 3.5'],
  ];
  for (const [changes, rule, reading] of rows) assert.equal(firstFinding(changes, rule).reading, reading);
});
