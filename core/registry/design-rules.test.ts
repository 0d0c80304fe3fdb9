import assert from 'node:assert/strict';
import test from 'node:test';
import { designRules } from './design-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

const masked = (role: 'participant' | 'outcomes assessor'): RecordChanges => ({
  design: { allocation: 'randomised', masking: 'single', 'masked roles': [role] },
  arms: [
    { id: 'a', type: 'experimental', text: '1 mg once' },
    { id: 'b', type: 'no intervention' },
  ],
});

const summary = (text: string, changes: RecordChanges = {}): RecordChanges => ({ ...changes, summary: text });
const oneArm: RecordChanges = { arms: [{ id: 'a', type: 'experimental', text: '1 mg once', participants: 40 }] };

test('designs that do not fit together', () =>
  expectRules(designRules, [
    ['masked-without-treatment', masked('participant'), masked('outcomes assessor')],
    [
      'allocation-not-stated',
      { design: { masking: 'none' } },
      { design: { allocation: 'randomised', masking: 'none' } },
    ],
    [
      'allocation-not-stated',
      summary('A randomised trial', { ...oneArm, design: {} }),
      summary('A trial', { ...oneArm, design: {} }),
    ],
    [
      'masking-not-stated',
      { design: { allocation: 'randomised' } },
      { design: { allocation: 'randomised', masking: 'none' } },
    ],
    [
      'masking-not-stated',
      summary('Double-blind', { ...oneArm, design: {} }),
      summary('Open', { ...oneArm, design: {} }),
    ],
    [
      'masked-roles-not-stated',
      { design: { allocation: 'randomised', masking: 'double' } },
      { design: { allocation: 'randomised', masking: 'double', 'masked roles': ['participant'] } },
    ],
    [
      'masked-roles-not-stated',
      summary('Double-blind', { design: {} }),
      summary('Double-blind (neither the participant nor the investigator knows)', { design: {} }),
    ],
    ['enrolment-sum-differs', { enrolment: { participants: 41 } }, { enrolment: { participants: 40 } }],
    [
      'enrolment-sum-differs',
      { ...oneArm, enrolment: { participants: 39 } },
      { arms: [{ id: 'a', text: '1 mg once' }], enrolment: { participants: 39 } },
    ],
    [
      'non-inferiority-without-margin',
      summary('A non-inferiority trial'),
      summary('A non-inferiority trial with a margin of 10%'),
    ],
    [
      'placebo-controlled-against-active-control',
      summary('Placebo-controlled, compared to mycophenolate'),
      summary('Placebo-controlled, compared to placebo'),
    ],
    [
      'placebo-controlled-against-active-control',
      summary('Placebo-controlled non-inferiority'),
      summary('Placebo-controlled, double-dummy non-inferiority'),
    ],
    [
      'control-described-differently',
      summary('Placebo-controlled and parallel-controlled'),
      summary('placebo-controlled; Placebo-controlled'),
    ],
    [
      'centres-differ',
      summary('A multi-center trial'),
      summary('A multicentre trial', { sites: [{ facility: 'a' }, { facility: 'b' }] }),
    ],
    [
      'centres-differ',
      { copies: [{ where: 'a', kind: 'publication', summary: 'A multicentre study' }] },
      summary('A trial in one centre'),
    ],
  ]));

test('what is missing and what is said stand side by side', () => {
  const found = firstFinding(summary('Randomised', { design: { masking: 'none' } }), 'allocation-not-stated');
  assert.deepEqual(found.places, [
    { place: 'design.allocation', quote: undefined },
    { place: 'summary', quote: 'Randomised' },
  ]);
});
