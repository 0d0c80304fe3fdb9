import assert from 'node:assert/strict';
import test from 'node:test';
import { egfrByAge } from './egfr-by-age.ts';
import { egfr } from './egfr-ckd-epi-2021.ts';
import { egfrSchwartz } from './egfr-schwartz.ts';
import { person, rangeText, sittingWith } from './given.ts';

const results = { creatinine: '0.7 mg/dL', height: '150 cm' };
const sitting = (born: string | undefined, written: Readonly<Record<string, string>> = results) =>
  sittingWith(written, person(born, 'female'));

/** Equations of schwartz2009 and inker2021; the 18th birthday is the day of the sitting, 2026-05-18. */
test('Schwartz the day before the 18th birthday, CKD-EPI 2021 on it', () => {
  const before = egfrByAge.compute(sitting('2008-05-19'));
  const after = egfrByAge.compute(sitting('2008-05-18'));
  assert.equal(rangeText(before), rangeText(egfrSchwartz.compute(sitting('2008-05-19'))));
  assert.equal(rangeText(after), rangeText(egfr.compute(sitting('2008-05-18'))));
  assert.match(egfrByAge.explain(before), /^by age: .*Schwartz.* 88\.5 mL/);
  assert.match(egfrByAge.explain(after), /^by age: .*CKD-EPI 2021/);
});

test('an adult needs no height, a child of 14 does', () => {
  const withoutHeight = { creatinine: '0.7 mg/dL' };
  assert.equal(egfrByAge.compute(sitting('1990-01-01', withoutHeight)).status, 'ok');
  const child = egfrByAge.compute(sitting('2012-01-01', withoutHeight));
  assert.deepEqual(child.missing, [{ kind: 'item', item: 'height', point: 'screening', why: 'not recorded' }]);
});

test('a birth that leaves open whether the person is 18 decides for neither', () => {
  const measured = egfrByAge.compute(sitting('2008'));
  assert.equal(measured.status, 'not evaluable');
  assert.deepEqual(measured.missing, [{ kind: 'date', of: 'birth', written: '2008' }]);
  assert.equal(egfrByAge.explain(measured), 'Estimated GFR by age not known');
  assert.deepEqual(egfrByAge.compute(sitting(undefined)).missing, [{ kind: 'date', of: 'birth', written: undefined }]);
});

test('a birth year is enough where it is on one side', () => {
  assert.equal(egfrByAge.compute(sitting('2011')).status, 'ok');
  assert.equal(egfrByAge.compute(sitting('1990')).status, 'partial');
});
