import assert from 'node:assert/strict';
import test from 'node:test';
import { copyRules } from './copy-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

type Copy = NonNullable<RecordChanges['copies']>[number];

const copy = (content: Partial<Copy>, kind: Copy['kind'] = 'copy'): RecordChanges => ({
  copies: [{ where: 'elsewhere', ...content, kind }],
});
const primary = (...measures: readonly string[]): Partial<Copy> => ({
  'primary outcomes': measures.map((measure) => ({ measure, 'time frame': 'week 24' })),
});

test('what copies, twins and publications say differently', () =>
  expectRules(copyRules, [
    [
      'criteria-differ-between-copies',
      copy({ inclusion: ['SLEDAI-2K ≥ 10'] }),
      copy({ inclusion: ['SLEDAI-2K ≥ 6 points'] }),
    ],
    [
      'criteria-differ-between-copies',
      copy({ exclusion: ['Rituximab within 12 weeks before screening'] }),
      copy({ exclusion: ['Hepatitis within 12 weeks'] }),
    ],
    [
      'criteria-differ-between-copies',
      copy({ inclusion: ['SLEDAI-2K > 6'] }),
      copy({ inclusion: ['SLEDAI-2K > 6'] }, 'publication'),
    ],
    [
      'primary-outcome-differs-elsewhere',
      copy(primary('Safety'), 'publication'),
      copy(primary('Complete response of the kidney'), 'publication'),
    ],
    ['primary-outcome-differs-elsewhere', copy(primary('Complete response', 'Response of the kidney')), copy({})],
    [
      'sponsor-differs-elsewhere',
      copy({ sponsor: 'Red de Terapia Celular' }),
      copy({ sponsor: 'The university hospital' }),
    ],
    ['identifier-not-on-the-page', { 'id from': 'another page' }, {}],
  ]));

test('two copies are compared with one another too, and both are quoted whole', () => {
  const found = firstFinding(
    {
      inclusion: [],
      copies: [
        { where: 'a', kind: 'copy', inclusion: ['SLEDAI-2K score ≥ 6 at the selection period'] },
        { where: 'b', kind: 'copy', inclusion: ['Consent', 'SLEDAI-2K ≥ 10 during the selection period'] },
      ],
    },
    'criteria-differ-between-copies',
  );
  assert.deepEqual(
    found.places.map(({ place }) => place),
    ['copies[1].inclusion[1]', 'copies[2].inclusion[2]'],
  );
});
