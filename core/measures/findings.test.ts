import assert from 'node:assert/strict';
import test from 'node:test';
import { findings } from './findings.ts';
import { sittingWith } from './given.ts';
import { notEvaluable } from './laboratory.ts';

/** Own lists of answers; no number here comes from a paper, so none of evidence/references.bib is cited. */
const read = (id: string, written?: string) => {
  const measure = findings.find((each) => each.id === id);
  assert.ok(measure, id);
  const measured = measure.compute(sittingWith(written === undefined ? {} : { [id]: written }));
  assert.ok(measured.kind === 'level');
  return { ...measured, said: measure.explain(measured) };
};

test('an answer is one level; no answer leaves both possible and is never negative', () => {
  const rows = [
    ['pregnant', 'no', ['no'], 'ok'],
    ['pregnant', 'yes', ['yes'], 'ok'],
    ['pregnant', 'not done', ['yes', 'no'], 'not evaluable'],
    ['pregnant', undefined, ['yes', 'no'], 'not evaluable'],
    ['serum-hCG', 'negative', ['negative'], 'ok'],
    ['serum-hCG', 'not done', ['negative', 'positive'], 'not evaluable'],
    ['serum-hCG', 'no', ['negative', 'positive'], 'not evaluable'],
    ['RBC-casts', 'absent', ['absent'], 'ok'],
    ['RBC-casts', 'no', ['present', 'absent'], 'not evaluable'],
    ['HBsAg', 'positive', ['positive'], 'ok'],
    ['anti-HCV', 'not done', ['negative', 'positive'], 'not evaluable'],
    ['entry', 'relapse', ['relapse'], 'ok'],
    ['entry', 'yes', ['induction', 'relapse'], 'not evaluable'],
    ['standard-treatment-response', 'partial', ['partial'], 'ok'],
    ['standard-treatment-response', undefined, ['none', 'partial', 'complete'], 'not evaluable'],
  ] as const;
  for (const [id, written, possible, status] of rows) {
    assert.deepEqual(read(id, written).possible, possible, `${id} ${written}`);
    assert.equal(read(id, written).status, status, `${id} ${written}`);
  }
});

test('only a response has an order, from worst to best', () => {
  const ordered = findings.filter(({ value }) => value.kind === 'level' && value.ordered);
  assert.deepEqual(
    ordered.map(({ id }) => id),
    ['standard-treatment-response'],
  );
});

test('what a sentence may claim is answered yes or no', () => {
  const claims = findings.filter(({ value }) => value.kind === 'level' && value.levels.includes('yes'));
  for (const { id, value } of claims) assert.deepEqual(value.kind === 'level' && value.levels, ['yes', 'no'], id);
  const ids = claims.map(({ id }) => id);
  for (const id of ['on-dialysis', 'possible-pregnancy', 'blood-pressure-controlled', 'vaccinated-influenza'])
    assert.ok(ids.includes(id), id);
});

test('every finding answers one of its own levels, and says which', () => {
  for (const { id, value, instrument } of findings) {
    assert.ok(value.kind === 'level', id);
    assert.deepEqual(
      instrument?.items.map((item) => item.answer),
      [{ type: 'level', levels: value.levels }],
      id,
    );
    for (const level of value.levels) assert.deepEqual(read(id, level).evidence[0]?.written, level);
  }
  assert.equal(read('urine-hCG', 'positive').said, 'Urine pregnancy test: positive');
  assert.equal(read('urine-hCG').said, 'Urine pregnancy test: negative or positive');
});

test('without an answer there is no evidence, and a result of another kind has no level', () => {
  const fertile = findings.find(({ id }) => id === 'fertile') ?? assert.fail('no row');
  assert.deepEqual(read('fertile').evidence, []);
  assert.deepEqual(read('fertile', 'yes').missing, []);
  assert.equal(fertile.explain(notEvaluable([])), 'Able to have children, or to father them: ');
});
