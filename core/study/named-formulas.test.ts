import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { namedFormulas } from './named-formulas.ts';

const { study } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));

test('criteria, definitions at the visits of endpoints, and endpoints with a sentence of their own, once each', () => {
  assert.ok(study);
  const names = namedFormulas(study).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names.slice(0, 3), ['I1', 'I2', 'I3']);
  assert.deepEqual(
    names.filter((name) => name.includes(' at ')),
    ['urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline', 'CR', 'PR'].map((id) => `${id} at week 24`),
  );
  const { criteria, endpoints } = study;
  const spoken = endpoints.filter((endpoint) => endpoint.kind !== 'response').length;
  assert.equal(names.length, criteria.length + 4 + spoken);
});

test('only what has a point of its own is left without one', () => {
  assert.ok(study);
  const open = namedFormulas(study).filter(({ here }) => here === undefined);
  assert.deepEqual(
    open.map(({ name }) => name),
    [...study.criteria.map(({ id }) => id), 'time-to-response'],
  );
});
