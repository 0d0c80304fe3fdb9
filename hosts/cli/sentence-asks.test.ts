import assert from 'node:assert/strict';
import test from 'node:test';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { readTrialFile } from './given.ts';
import { asksOf } from './sentence-asks.ts';

const { study } = readStudy(readTrialFile('study.yaml'));
const trial = study ?? assert.fail('the shipped trial compiles');

const asks = (sentence: string) => {
  const formula = readFormula(sentence, trial.lexicon);
  assert.ok(!isUnreadable(formula), sentence);
  return asksOf(formula, trial);
};

const here = 'the visit at which it is asked';

/** The sentence, its kind, and the measures that it asks for. */
const measured: readonly (readonly [string, string, readonly string[]])[] = [
  ['UPCR at screening > 1.0 g/g', 'condition', ['UPCR: screening']],
  ['UPCR < 0.5 g/g', 'condition', [`UPCR: ${here}`]],
  ['creatinine <= 125% of creatinine at baseline', 'condition', [`creatinine: ${here}, baseline`]],
  ['UPCR at week 4 falls by > 50% from baseline', 'condition', ['UPCR: week 4, baseline']],
  ['UPCR at week 4 < 1 g/g and PGA < 1 or UPCR at week 4 > 2 g/g', 'condition', ['UPCR: week 4', `PGA: ${here}`]],
  ['change of SLEDAI-2K from baseline', 'value', [`SLEDAI-2K: ${here}, baseline`]],
  ['first point from week 4 to week 8 where (PGA < 1)', 'time', ['PGA: each visit from week 4 to week 8']],
  ['urine-hCG at screening = negative', 'condition', ['urine-hCG: screening']],
  ['urine-abnormal-at-baseline', 'condition', ['UPCR: baseline', 'protein-24h: baseline']],
  ['had infection ever', 'condition', []],
];

for (const [sentence, kind, expected] of measured)
  test(sentence, () => {
    const found = asks(sentence);
    assert.equal(found.kind, kind);
    assert.deepEqual(
      found.measures.map(({ name, at }) => `${name}: ${at.join(', ')}`),
      expected,
    );
  });

test('a definition is followed to the point at which the sentence asks it', () => {
  const { measures, definitions, judgements } = asks('PR at week 24');
  assert.deepEqual(
    definitions.map(({ name }) => name),
    ['PR', 'urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline'],
  );
  assert.deepEqual(
    measures.find(({ name }) => name === 'creatinine'),
    { name: 'creatinine', at: ['week 24', 'baseline'] },
  );
  assert.deepEqual(judgements, [{ name: 'other indicator of deterioration', at: ['week 24'] }]);
});

test('records stand in their canonical text, once, and moments by name', () => {
  const { records, moments } = asks(
    'reached first dose and (had infection   ever or had infection ever or received rituximab within 2 weeks before consent)',
  );
  assert.deepEqual(records, ['had infection ever', 'received rituximab within 2 weeks before consent']);
  assert.deepEqual(moments, ['first dose']);
});

test('a judgement is asked at its visit', () =>
  assert.deepEqual(asks('judged "stable" at week 4 and judged "stable"').judgements, [
    { name: 'stable', at: ['week 4', here] },
  ]));
