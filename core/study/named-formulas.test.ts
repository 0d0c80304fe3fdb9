import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';
import { namedFormulas } from './named-formulas.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const { study } = readStudy(text);

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

test('an endpoint that is described at further visits stands at each, under names of their own', () => {
  const at = '    at: week 24\n    from: secondary[4]\n';
  const { study: further } = readStudy(edited(text, at, `${at}    also at: [week 4]\n`));
  assert.ok(further);
  const named = namedFormulas(further).map(({ name, here }) => [name, here]);
  assert.deepEqual(
    named.filter(([name]) => name?.startsWith('sledai-change')),
    [
      ['sledai-change', 'week 24'],
      ['sledai-change at week 4', 'week 4'],
    ],
  );
  assert.ok(named.some(([name]) => name === 'CR at week 4'));
});

test('strata and rules on safety have names of their own kind', () => {
  const safety = `safety:
  rules:
    - { id: I1, title: One, rule: creatinine > 3 mg/dL, at: [week 4, week 8], action: review }
    - { id: S2, title: Two, rule: pregnant at screening, action: review }
  stopping:
    - { id: T1, title: Three, event: creatinine > 3 mg/dL, at: week 4, participants: 2, action: stop the trial }
`;
  const strata = '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n';
  const { study: more } = readStudy(
    edited(withSections(text, safety), '  assumes: [A-18]\n', `${strata}  assumes: [A-18]\n`),
  );
  assert.ok(study && more);
  assert.deepEqual(
    namedFormulas(more)
      .slice(namedFormulas(study).length)
      .map(({ name, here }) => [name, here]),
    [
      ['stratum heavy', undefined],
      ['rule I1 at week 4', 'week 4'],
      ['rule I1 at week 8', 'week 8'],
      ['rule S2', undefined],
      ['stopping T1', 'week 4'],
    ],
  );
});
