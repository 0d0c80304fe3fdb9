import assert from 'node:assert/strict';
import test from 'node:test';
import { type CytokineFindings, gradeCytokineReleaseByCtcae } from './cytokine-release-ctcae.ts';

const none: CytokineFindings = {
  fever: 'false',
  'hypotension responding to fluids': 'false',
  'hypotension managed with one vasopressor': 'false',
  'hypoxia responding to less than 40 % oxygen': 'false',
  'hypoxia requiring 40 % oxygen or more': 'false',
  'life-threatening': 'false',
  died: 'false',
};

/** Grades of ctcae5, "Cytokine release syndrome". */
const findings: readonly (readonly [string, Partial<CytokineFindings>, string])[] = [
  ['nothing', {}, '0'],
  ['fever', { fever: 'true' }, '1'],
  ['fluids suffice', { fever: 'true', 'hypotension responding to fluids': 'true' }, '2'],
  ['little oxygen', { fever: 'true', 'hypoxia responding to less than 40 % oxygen': 'true' }, '2'],
  ['one vasopressor', { fever: 'true', 'hypotension managed with one vasopressor': 'true' }, '3'],
  ['much oxygen', { 'hypoxia requiring 40 % oxygen or more': 'true' }, '3'],
  ['life-threatening', { fever: 'true', 'life-threatening': 'true' }, '4'],
  ['died', { died: 'true' }, '5'],
  ['fever not known', { fever: 'unknown' }, '0 1'],
  ['fever, oxygen not known', { fever: 'true', 'hypoxia requiring 40 % oxygen or more': 'unknown' }, '1 3'],
  [
    'one vasopressor, fluids not known',
    {
      'hypotension managed with one vasopressor': 'true',
      'hypotension responding to fluids': 'unknown',
    },
    '3',
  ],
];

for (const [name, found, expected] of findings)
  test(`cytokine release by CTCAE, ${name}: ${expected}`, () => {
    assert.equal(gradeCytokineReleaseByCtcae({ ...none, ...found }).possible.join(' '), expected);
  });

test('it names its scale and what is asked for', () => {
  const graded = gradeCytokineReleaseByCtcae({ ...none, fever: 'unknown' });
  assert.deepEqual(
    [graded.scale, graded.version, graded.status, graded.missing],
    ['CTCAE', 'v5.0', 'partial', ['fever']],
  );
});
