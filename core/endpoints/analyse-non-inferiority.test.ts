import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { edited } from '#core/study/given.ts';
import { analyseNonInferiority, isNonInferiority } from './analyse-non-inferiority.ts';
import { deriveValues } from './derived-values.ts';
import { sixPeople } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = studyIn(edited(text, 'hypothesis: superiority', 'hypothesis: non-inferiority\n    margin: "0.15"'));
const [analysis] = study.definition.analyses.filter(isNonInferiority);
assert.ok(analysis);
const valuesOf = deriveValues(study, sixPeople(study));
const found = analyseNonInferiority(analysis, study, valuesOf);

/** By hand: cells 2 of 3; IL-2 1 of 3, of whom P-005 missed the visit. */
test('three views of who is missing: counted by hand', () => {
  assert.deepEqual(
    found.views.map(({ view, experimental, control }) => [view, experimental.counts, control.counts]),
    [
      ['as reported', { events: 2, of: 3 }, { events: 1, of: 3 }],
      ['left out', { events: 2, of: 3 }, { events: 1, of: 2 }],
      ['worst for the new treatment', { events: 2, of: 3 }, { events: 2, of: 3 }],
    ],
  );
});

test('test and interval of a view never disagree, and the last view is the hardest', () => {
  const lowers = found.views.map(({ test: pair }) => {
    assert.ok('lower' in pair);
    assert.equal(pair.isNonInferior, pair.lower > -0.15);
    assert.equal(pair.p <= 0.025, pair.isNonInferior);
    return pair.lower;
  });
  assert.ok((lowers[2] ?? 0) < (lowers[0] ?? 0));
});

test('strata are those of the allocation: none of one, and one with an empty arm is left out', () => {
  assert.equal(found.stratified, undefined);
  const byStrata = (odd: string) =>
    analyseNonInferiority(analysis, study, valuesOf, (id) => (id === odd ? 'alone' : 'together')).stratified;
  const dropped = byStrata('P-001');
  assert.ok(dropped !== undefined && 'interval' in dropped);
  assert.equal(dropped.interval.dropped.length, 1);
  assert.equal(dropped.isNonInferior, dropped.interval.lower > -0.15);
  assert.equal(dropped.p <= 0.025, dropped.isNonInferior);
});

test('with nobody there is no estimate, and it says why', () => {
  const [main] = analyseNonInferiority(analysis, study, deriveValues(study, [])).views;
  assert.deepEqual(main.test, { notEstimable: 'no participants' });
});

test('a comparison without a margin, or with another interval, is none of these', () => {
  assert.equal(studyIn(text).definition.analyses.some(isNonInferiority), false);
});
