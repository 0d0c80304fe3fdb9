import assert from 'node:assert/strict';
import test from 'node:test';
import { studyWith } from '#core/endpoints/analyses/given.ts';
import {
  confidenceWords,
  endsOf,
  placesFor,
  sayEnds,
  sayShares,
  sayWhyNot,
  sidedWords,
  titleOf,
  titleWithUnit,
} from './analysis-words.ts';

const study = studyWith(
  [],
  [
    'rule: change of SLEDAI-2K from baseline\n    at: week 24\n    also at: [week 12]\n',
    'rule: SLEDAI-2K\n    at: week 24\n    summarised: { as: percent change, since: baseline }\n',
  ],
);

test('titles, with the unit where there is one', () => {
  const rows = [
    ['response', 'Complete or partial response', 'Complete or partial response'],
    ['bilag-change', 'Change of BILAG-2004 total', 'Change of BILAG-2004 total'],
    ['steroid-change', 'Change of daily prednisone equivalent', 'Change of daily prednisone equivalent, mg/d'],
    ['sledai-change', 'Change of SLEDAI-2K', 'Change of SLEDAI-2K, %'],
    ['nowhere', 'nowhere', 'nowhere'],
  ] as const;
  for (const [endpoint, plain, withUnit] of rows)
    assert.deepEqual([titleOf({ endpoint }, study), titleWithUnit({ endpoint }, study)], [plain, withUnit]);
});

test('estimates with their ends, as shares and as numbers of so many decimals', () => {
  const ends = { estimate: -0.034, lower: -0.1612, upper: 0.094 };
  assert.equal(sayShares(ends), '−3.4% (−16.1% to 9.4%)');
  assert.equal(sayEnds(ends), '−0.03 (−0.16 to 0.09)');
  assert.equal(sayEnds(ends, 3), '−0.034 (−0.161 to 0.094)');
  assert.deepEqual(endsOf({ ...ends, method: 'x' } as typeof ends), ends);
});

test('decimals that a spread needs', () => {
  const rows = [
    [undefined, 2],
    [0, 2],
    [12, 2],
    [0.5, 2],
    [0.2, 3],
    [0.01, 4],
  ] as const;
  for (const [spread, expected] of rows) assert.equal(placesFor(spread), expected, String(spread));
});

test('words of levels and sides', () => {
  assert.deepEqual(
    [confidenceWords(0.95), confidenceWords(1 - 2 * 0.025), confidenceWords(0.975)],
    ['95%', '95%', '97.5%'],
  );
  assert.deepEqual(
    [sidedWords(1), sidedWords(2), sayWhyNot('nobody')],
    ['one-sided', 'two-sided', 'not estimable: nobody'],
  );
});
