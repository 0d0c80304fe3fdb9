import assert from 'node:assert/strict';
import test from 'node:test';
import { ageRules } from './age-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

const ages = (minimum: string, maximum: string, ...inclusion: readonly string[]): RecordChanges => ({
  ages: { minimum, maximum },
  inclusion: [...inclusion],
});

test('ages that disagree, and who is a minor', () =>
  expectRules(ageRules, [
    [
      'ages-disagree',
      ages('18 years', '60 years', 'Aged from 18 to 70 years'),
      ages('18 years', '60 years', 'Aged 18-60 years'),
    ],
    [
      'ages-disagree',
      { descriptions: ['man or woman aged from 18 to 70 years'] },
      { descriptions: ['man or woman aged from 18 to 65 years'] },
    ],
    [
      'ages-disagree',
      ages('18 years', '65 years', 'Age ≥ 19 and ≤ 65 years'),
      ages('18 years', '65 years', 'Women, menopausal by age ≥ 50 years or surgery, use no contraception'),
    ],
    [
      'ages-disagree',
      { copies: [{ where: 'a', kind: 'copy', ages: { maximum: '70 years' } }] },
      { copies: [{ where: 'a', kind: 'publication', ages: { maximum: '70 years' } }] },
    ],
    [
      'age-at-the-limit',
      ages('18 years', '65 years', 'Age: > 18 and ≤ 65 years'),
      ages('18 years', '65 years', 'Age: ≥ 18 and ≤ 65 years'),
    ],
    ['age-at-the-limit', ages('18 years', '65 years', 'Age \\< 65 years'), { ages: {}, inclusion: ['Age < 65 years'] }],
    [
      'minors-admitted',
      ages('14 years', '60 years', 'Lupus nephritis'),
      ages('18 years', '60 years', 'Lupus nephritis'),
    ],
    [
      'minors-admitted',
      { ages: {}, inclusion: ['Age 12-60 years'] },
      { ages: {}, inclusion: ['Groups aged 8-12 years and aged 13-60 years'] },
    ],
    [
      'minors-called-adults',
      ages('14 years', '60 years', 'Adult patients (age 14-60 years)'),
      ages('14 years', '60 years', 'Patients (age 14-60 years)'),
    ],
  ]));

test('a disagreement quotes every statement of the end that differs', () => {
  const found = firstFinding(
    {
      ages: { minimum: '15 years', maximum: '60 years' },
      inclusion: ['x'],
      descriptions: ['aged from 15 to 70 years'],
    },
    'ages-disagree',
  );
  assert.equal(found.what, 'The maximum age is 60 in one place and 70 in another.');
  assert.deepEqual(found.places, [
    { place: 'ages.maximum', quote: '60 years' },
    { place: 'descriptions[1]', quote: 'aged from 15 to 70 years' },
  ]);
});
