import assert from 'node:assert/strict';
import test from 'node:test';
import { computeSchwartz, egfrSchwartz } from './egfr-schwartz.ts';
import { person, rangeText, sittingWith } from './given.ts';

const at = (born: string, written: Readonly<Record<string, string>> = { creatinine: '0.7 mg/dL', height: '150 cm' }) =>
  egfrSchwartz.compute(sittingWith(written, person(born, undefined)));

/** Worked example E6 of schwartz2009: 150 cm and 0.7 mg/dL. */
test('worked example, whatever the sex', () => {
  assert.equal(computeSchwartz(0.7, 150).toFixed(3), '88.500');
  const measured = at('2011-05-18');
  assert.equal(measured.status, 'ok', 'a sex that is not described is not missed');
  assert.equal(
    egfrSchwartz.explain(measured),
    'Estimated GFR, bedside Schwartz from creatinine and height 88.5 mL/min/1.73m2',
  );
});

test('from the first birthday to the day before the 18th', () => {
  const rows = [
    ['2025-05-18', 'ok'],
    ['2025-05-19', 'not evaluable'],
    ['2008-05-19', 'ok'],
    ['2008-05-18', 'not evaluable'],
    ['2010', 'ok'],
  ] as const;
  for (const [born, status] of rows) assert.equal(at(born).status, status, born);
  const counted = at('2010', { creatinine: '0.4-0.8 mg/dL', height: '100 cm' });
  assert.equal(rangeText(counted), '[51.625..[103.25');
  assert.equal(counted.status, 'ok', 'a year of birth within the ages changes nothing');
  assert.deepEqual(at('2008-05-18').missing, [
    {
      kind: 'unreadable',
      item: 'birth',
      point: 'screening',
      why: '18 years, where the equation is for ages from 1 to below 18',
    },
  ]);
});

test('a taller child filters more; without a height nothing is known', () => {
  assert.equal(rangeText(at('2011-05-18', { creatinine: '0.413 mg/dL', height: '1.5 m' })), '[150');
  const missing = at('2011-05-18', { creatinine: '0.7 mg/dL' });
  assert.deepEqual(missing.missing, [{ kind: 'item', item: 'height', point: 'screening', why: 'not recorded' }]);
});

test('with the height it rises, of no creatinine nothing follows', () => {
  assert.equal(rangeText(at('2011-05-18', { creatinine: '0.7 mg/dL', height: '>150 cm' })), '(88.5..');
  assert.equal(rangeText(at('2011-05-18', { creatinine: '0 mg/dL', height: '150 cm' })), '..');
});
