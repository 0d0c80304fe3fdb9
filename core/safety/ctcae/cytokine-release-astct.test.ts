import assert from 'node:assert/strict';
import test from 'node:test';
import { exactly, lessThan, moreThan } from '#core/quantities/range.ts';
import { type AstctFindings, gradeCytokineReleaseByAstct } from './cytokine-release-astct.ts';
import { rationalIn } from './given.ts';

const number = (text: string) => exactly(rationalIn(text));

const fever: AstctFindings = {
  temperature: number('38.6'),
  'fever otherwise explained': 'false',
  'fever already treated': 'false',
  hypotension: 'false',
  vasopressors: number('0'),
  vasopressin: 'false',
  device: 'none',
  flow: undefined,
  died: 'false',
};

const one = { hypotension: 'true', vasopressors: number('1') } as const;

/** Grades of lee2019. T6 is 38.6 °C with one vasopressor and 4 L/min through a nasal cannula. */
const findings: readonly (readonly [string, Partial<AstctFindings>, string])[] = [
  ['T6', { ...one, device: 'nasal cannula', flow: number('4') }, '3'],
  ['fever alone', {}, '1'],
  ['38.0 °C', { temperature: number('38.0') }, '1'],
  ['37.9 °C', { temperature: number('37.9') }, '0'],
  ['fever of an infection', { 'fever otherwise explained': 'true' }, '0'],
  ['no fever, hypotension', { temperature: number('37.2'), hypotension: 'true' }, '0'],
  ['fever treated', { temperature: number('37.2'), 'fever already treated': 'true', hypotension: 'true' }, '2'],
  ['hypotension', { hypotension: 'true' }, '2'],
  ['one vasopressor', one, '3'],
  ['one vasopressor and vasopressin', { ...one, vasopressin: 'true' }, '3'],
  ['vasopressin alone', { hypotension: 'true', vasopressin: 'true' }, '3'],
  ['two vasopressors', { hypotension: 'true', vasopressors: number('2') }, '4'],
  ['cannula 6 L/min', { device: 'nasal cannula', flow: number('6') }, '2'],
  ['cannula 6.1 L/min', { device: 'nasal cannula', flow: number('6.1') }, '3'],
  ['facemask', { device: 'facemask' }, '3'],
  ['non-rebreather', { device: 'non-rebreather' }, '3'],
  ['Venturi mask', { device: 'Venturi mask' }, '3'],
  ['positive pressure', { device: 'positive pressure' }, '4'],
  ['worse of two', { hypotension: 'true', device: 'positive pressure' }, '4'],
  ['died', { died: 'true' }, '5'],
  ['cannula, flow not known', { device: 'nasal cannula' }, '2 3'],
  ['device not known', { device: undefined }, '1 2 3 4'],
  ['number of vasopressors not known', { hypotension: 'true', vasopressors: undefined }, '2 3 4'],
  ['more than one vasopressor', { hypotension: 'true', vasopressors: moreThan(rationalIn('1')) }, '4'],
  ['temperature not known', { temperature: undefined }, '0 1'],
  ['temperature below 37', { temperature: lessThan(rationalIn('37')) }, '0'],
  ['explanation not known', { 'fever otherwise explained': 'unknown', hypotension: 'true' }, '0 2'],
];

for (const [name, found, expected] of findings)
  test(`cytokine release by ASTCT, ${name}: ${expected}`, () => {
    assert.equal(gradeCytokineReleaseByAstct({ ...fever, ...found }).possible.join(' '), expected);
  });

test('it names its scale, so that it is not mixed with CTCAE', () => {
  const { scale, version, rule } = gradeCytokineReleaseByAstct(fever);
  assert.deepEqual([scale, version, rule], ['ASTCT', '2019', 'ASTCT 2019 cytokine release syndrome/1']);
});

test('what is asked for; the flow only of a cannula', () => {
  assert.deepEqual(gradeCytokineReleaseByAstct({ ...fever, temperature: undefined }).missing, ['temperature']);
  assert.deepEqual(gradeCytokineReleaseByAstct({ ...fever, device: 'nasal cannula' }).missing, ['flow']);
  assert.deepEqual(gradeCytokineReleaseByAstct(fever).missing, []);
});
