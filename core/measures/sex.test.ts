import assert from 'node:assert/strict';
import test from 'node:test';
import { person, sittingWith } from './given.ts';
import { notEvaluable } from './laboratory.ts';
import { sex, sexOf } from './sex.ts';

const described = (written: string | undefined) => sittingWith({}, person(undefined, written));

/** A list of our own; no number of a paper, so no key of evidence/references.bib. */
test('one of two where it was described; both stay possible otherwise', () => {
  const rows = [
    ['female', ['female'], 'ok'],
    ['male', ['male'], 'ok'],
    ['not done', ['female', 'male'], 'not evaluable'],
    ['Female', ['female', 'male'], 'not evaluable'],
    ['f', ['female', 'male'], 'not evaluable'],
    ['', ['female', 'male'], 'not evaluable'],
    [undefined, ['female', 'male'], 'not evaluable'],
  ] as const;
  for (const [written, possible, status] of rows) {
    const measured = sex.compute(described(written));
    assert.ok(measured.kind === 'level');
    assert.deepEqual(measured.possible, possible, written);
    assert.equal(measured.status, status, written);
    assert.equal(measured.missing.length, status === 'ok' ? 0 : 1, written);
  }
});

test('the evidence leads to the record of the person', () => {
  assert.deepEqual(sex.compute(described('male')).evidence, [
    { record: 'the person', what: 'sex', written: 'male', date: undefined },
  ]);
  assert.equal(sex.explain(sex.compute(described('male'))), 'sex: male');
  assert.equal(sex.explain(sex.compute(described(undefined))), 'sex: female or male');
});

test('what is missing says how', () => {
  assert.deepEqual(sexOf(described(undefined)).missing, [
    { kind: 'item', item: 'sex', point: 'screening', why: 'not recorded' },
  ]);
  assert.deepEqual(sexOf(described('not done')).missing, [
    { kind: 'item', item: 'sex', point: 'screening', why: 'not done' },
  ]);
  assert.deepEqual(sexOf(described('M')).evidence, []);
  assert.deepEqual(sexOf(described('M')).missing, [
    { kind: 'unreadable', item: 'sex', point: 'screening', why: '"M" is none of female, male' },
  ]);
});

test('no form asks it', () => assert.equal(sex.instrument, undefined));

test('a result of another kind names no sex', () => assert.equal(sex.explain(notEvaluable([])), 'sex: '));
