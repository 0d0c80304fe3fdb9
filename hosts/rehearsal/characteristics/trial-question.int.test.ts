import assert from 'node:assert/strict';
import test from 'node:test';
import { compileTrial } from '../given.ts';
import { fillersOf } from './fillers.ts';
import { askTrial, isNotAsked } from './trial-question.ts';

test('the primary comparison of a trial, at its visit, with the levels that count', () => {
  const question = askTrial(compileTrial('nct05631717'));
  assert.ok(!isNotAsked(question));
  assert.deepEqual([question.analysis.id, question.visit, question.statements], ['primary', 'week 24', ['CR', 'PR']]);
  const fillers = fillersOf(question.parameters, compileTrial('nct05631717'));
  assert.ok(!isNotAsked(fillers));
  assert.deepEqual(fillers.map(({ kind, parameter }) => `${kind}: ${parameter}`).toSorted(), [
    'judgement: judged "other indicator of deterioration" at week 24',
    'prednisone: prednisone-equivalent at week 24',
    'result: UPCR at baseline',
    'result: UPCR at week 24',
    'result: creatinine at baseline',
    'result: creatinine at week 24',
    'result: protein-24h at baseline',
    'result: protein-24h at week 24',
  ]);
});

const refused = [
  ['nct04318600', /no analysis compares proportions/],
  ['nct01741857', /no analysis compares proportions/],
] as const;

for (const [trial, why] of refused)
  test(`${trial} says why it is not asked so`, () => {
    const question = askTrial(compileTrial(trial));
    assert.ok(isNotAsked(question));
    assert.match(question.why, why);
  });

test('NCT03673748: filtration, sediment and albumin beside the protein', () => {
  const study = compileTrial('nct03673748');
  const question = askTrial(study);
  assert.ok(!isNotAsked(question));
  const fillers = fillersOf(question.parameters, study);
  assert.ok(!isNotAsked(fillers));
  assert.deepEqual(fillers.map(({ kind, parameter }) => `${kind}: ${parameter}`).toSorted(), [
    'casts: RBC-casts at week 24',
    'result: albumin at week 24',
    'result: eGFR at baseline',
    'result: eGFR at week 24',
    'result: protein-24h at baseline',
    'result: protein-24h at week 24',
    'result: urine-RBC at week 24',
    'result: urine-WBC at week 24',
  ]);
});

test('what virtual people have no quick number for is named', () => {
  const study = compileTrial('nct05631717', ['and prednisone-equivalent <= 10 mg/d', 'and SLEDAI-2K <= 4']);
  const question = askTrial(study);
  assert.ok(!isNotAsked(question));
  const fillers = fillersOf(question.parameters, study);
  assert.ok(isNotAsked(fillers) && /no quick SLEDAI-2K/.test(fillers.why));
});
