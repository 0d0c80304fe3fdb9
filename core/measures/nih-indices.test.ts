import assert from 'node:assert/strict';
import test from 'node:test';
import { rangeText, sittingWith } from './given.ts';
import { nihActivity, nihChronicity } from './nih-indices.ts';

const activity = [
  'endocapillary',
  'neutrophils',
  'necrosis',
  'hyaline-deposits',
  'crescents',
  'interstitial-inflammation',
];
const chronicity = ['glomerulosclerosis', 'fibrous-crescents', 'tubular-atrophy', 'interstitial-fibrosis'];

/** Scores in the order of the table; `-` for a lesion that was not scored. */
const scored = (names: readonly string[], form: string, scores: string) =>
  sittingWith(
    Object.fromEntries(
      [...scores].flatMap((score, index) => (score === '-' ? [] : [[`${form}.${names[index]}`, score]])),
    ),
  );
const active = (scores: string) => nihActivity.compute(scored(activity, 'NIH-activity', scores));
const chronic = (scores: string) => nihChronicity.compute(scored(chronicity, 'NIH-chronicity', scores));

/** N1 to N3 are the worked examples of bajema2018 in the facts; the others one lesion at a time. */
const rows: readonly (readonly [string, string, string])[] = [
  ['N1', '211111', '[9'],
  ['N2', '333333', '[24'],
  ['necrosis counts double', '001000', '[2'],
  ['crescents count double', '000010', '[2'],
  ['the others once', '110101', '[4'],
  ['nothing', '000000', '[0'],
  ['crescents not scored', '2111-1', '[7..[13'],
  ['one alone not scored', '21111-', '[8..[11'],
];
for (const [what, scores, expected] of rows)
  test(`activity, ${what}: ${expected}`, () => assert.equal(rangeText(active(scores)), expected));

const chronicRows: readonly (readonly [string, string])[] = [
  ['3333', '[12'],
  ['1011', '[3'],
  ['0000', '[0'],
  ['10-1', '[2..[5'],
];
for (const [scores, expected] of chronicRows)
  test(`chronicity ${scores}: ${expected}`, () => assert.equal(rangeText(chronic(scores)), expected));

test('a score of 4 is none, and nothing scored is not evaluable', () => {
  const four = active('400000');
  assert.deepEqual(four.missing, [
    { kind: 'unreadable', item: 'NIH-activity.endocapillary', point: 'screening', why: 'no whole number from 0 to 3' },
  ]);
  assert.equal(active('------').status, 'not evaluable');
});

test('they say which lesions count', () => {
  assert.equal(nihActivity.explain(active('200010')), 'NIH-activity 4: endocapillary 2, crescents 1');
  assert.equal(nihChronicity.explain(chronic('0000')), 'NIH-chronicity 0: nothing');
});
