import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { compareRanges } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { creatinineClearance } from './creatinine-clearance.ts';
import { egfrCkdEpi2009 } from './egfr-ckd-epi-2009.ts';
import { egfr } from './egfr-ckd-epi-2021.ts';
import { egfrCreatinineCystatin } from './egfr-creatinine-cystatin.ts';
import { egfrCystatin } from './egfr-cystatin.ts';
import { egfrMdrd } from './egfr-mdrd.ts';
import { adults, filtrationMeasure } from './filtration.ts';
import { person, rangeText, sittingWith } from './given.ts';
import type { Measure } from './measure.ts';

const adultMeasures = [egfr, egfrCkdEpi2009, egfrMdrd, egfrCystatin, egfrCreatinineCystatin, creatinineClearance];
const results = { creatinine: '1.1 mg/dL', 'cystatin-C': '1 mg/L', weight: '60 kg' };
type Results = Readonly<Record<string, string>>;
const at = (measure: Measure, born: string | undefined, sex: string | undefined, written: Results = results) =>
  measure.compute(sittingWith(written, person(born, sex)));

/** A made-up equation with whole numbers: (100 − age) × weight / creatinine; the real ones are inker2021 and others. */
const plain = filtrationMeasure({
  id: 'plain',
  title: 'Plain',
  unit: 'mL/min',
  source: 'own',
  rule: 'plain/1',
  readings: { creatinine: 'falls', weight: 'rises' },
  form: 'creatinine',
  usesSex: true,
  ages: adults,
  formula: ({ creatinine, weight }, { age, sex }) => ((100 - age) * weight * (sex === 'female' ? 1 : 2)) / creatinine,
});

test('exact inputs give a value; what is known in part gives the bounds of what is possible', () => {
  const rows = [
    ['1986-05-18', 'female', '2 mg/dL', '60 kg', '[1800', 'ok'],
    ['1986-05-18', 'male', '2 mg/dL', '60 kg', '[3600', 'ok'],
    ['1986-05-19', 'female', '2 mg/dL', '60 kg', '[1830', 'ok'],
    ['1986', 'female', '2 mg/dL', '60 kg', '[1800..[1830', 'partial'],
    ['1986-01', 'female', '2 mg/dL', '60 kg', '[1800', 'ok'],
    ['2007', 'female', '2 mg/dL', '60 kg', '[2430..[2460', 'partial'],
    ['1986-05-18', undefined, '2 mg/dL', '60 kg', '[1800..[3600', 'partial'],
    ['1986', undefined, '2 mg/dL', '60 kg', '[1800..[3660', 'partial'],
    ['1986-05-18', 'female', '<2 mg/dL', '60 kg', '(1800..', 'ok'],
    ['1986-05-18', 'female', '>2 mg/dL', '60 kg', '(0..(1800', 'ok'],
    ['1986-05-18', 'female', '>=2 mg/dL', '60 kg', '(0..[1800', 'ok'],
    ['1986-05-18', 'female', '2-3 mg/dL', '60 kg', '[1200..[1800', 'ok'],
    ['1986-05-18', 'female', '2 mg/dL', '>60 kg', '(1800..', 'ok'],
    ['1986-05-18', 'female', '2 mg/dL', '<60 kg', '[0..(1800', 'ok'],
    ['1986-05-18', 'female', '0-2 mg/dL', '60 kg', '[1800..', 'ok'],
  ] as const;
  for (const [born, sex, creatinine, weight, expected, status] of rows) {
    const measured = at(plain, born, sex, { creatinine, weight });
    assert.equal(rangeText(measured), expected, `${born} ${sex} ${creatinine} ${weight}`);
    assert.equal(measured.status, status, `${born} ${sex}`);
  }
});

test('what is missing is named, all of it', () => {
  const names = (measure: Measure, born: string | undefined, sex: string | undefined, written: Results) =>
    at(measure, born, sex, written).missing.map((each) =>
      each.kind === 'date' ? `${each.of} ${each.written ?? ''}` : 'item' in each ? each.item : each.kind,
    );
  assert.deepEqual(names(plain, undefined, undefined, {}), ['creatinine', 'weight', 'birth ']);
  assert.deepEqual(names(plain, '1986', 'female', {}), ['creatinine', 'weight']);
  assert.deepEqual(names(plain, 'unknown', 'female', results), ['birth unknown']);
  assert.deepEqual(names(plain, '1986', undefined, results), ['birth 1986', 'sex']);
  assert.deepEqual(names(plain, '1986', 'x', results), ['birth 1986', 'sex']);
  assert.deepEqual(names(plain, '1986-05-18', 'male', { ...results, creatinine: '<2 mg/dL' }), []);
});

test('an adult is 18: the equations say no below, and nothing where the birth leaves it open', () => {
  const why = '17 years, where the equation is for ages from 18 to below 140';
  for (const measure of adultMeasures) {
    assert.equal(at(measure, '2008-05-18', 'female').status, 'ok', measure.id);
    const minor = at(measure, '2008-05-19', 'female');
    assert.equal(minor.status, 'not evaluable', measure.id);
    assert.deepEqual(minor.missing, [{ kind: 'unreadable', item: 'birth', point: 'screening', why }], measure.id);
    const open = at(measure, '2008', 'female');
    assert.deepEqual(open.missing, [{ kind: 'date', of: 'birth', written: '2008' }], measure.id);
    assert.equal(at(measure, '1886-05-18', 'female').status, 'not evaluable', 'nobody is 140');
    assert.equal(at(measure, '2027-05-18', 'female').status, 'not evaluable', 'not born yet');
  }
});

test('a marker of zero is unreadable, not infinite', () => {
  for (const measure of adultMeasures) {
    const marker = measure.instrument?.id ?? '';
    const measured = at(measure, '1986-05-18', 'male', {
      ...results,
      [marker]: marker === 'creatinine' ? '0 mg/dL' : '0 mg/L',
    });
    assert.equal(measured.status, 'not evaluable', measure.id);
    assert.deepEqual(measured.missing, [
      { kind: 'unreadable', item: marker, point: 'screening', why: 'zero, of which no filtration follows' },
    ]);
  }
});

const birthYear = fc.integer({ min: 1940, max: 2006 });
const micromoles = fc.integer({ min: 20, max: 1500 });

test('the unit of entry does not change the estimate', () => {
  fc.assert(
    fc.property(micromoles, birthYear, fc.constantFrom('female', 'male'), (entered, year, sex) => {
      // 113.12 g/mol: a micromole in a litre is 0.011312 mg in a decilitre, exactly.
      const same = `${writeRational(rational(BigInt(entered) * 11_312n, 1_000_000n), 6)} mg/dL`;
      for (const measure of [egfr, egfrCkdEpi2009, egfrMdrd, creatinineClearance]) {
        const [a, b] = [`${entered} umol/L`, same].map((creatinine) =>
          rangeText(at(measure, `${year}-03-01`, sex, { ...results, creatinine })),
        );
        assert.equal(a, b, measure.id);
      }
    }),
  );
});

test('the bounds hold the estimate of every completion of a birth, a sex and a censored creatinine', () => {
  const completion = fc.record({
    year: birthYear,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sex: fc.constantFrom('female', 'male'),
    limit: fc.integer({ min: 3, max: 100 }),
    share: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(completion, fc.constantFrom(...adultMeasures), ({ year, month, day, sex, limit, share }, measure) => {
      const two = (n: number): string => String(n).padStart(2, '0');
      const below = `${writeRational(rational(limit * share, 1000), 4)} mg/dL`;
      const full = at(measure, `${year}-${two(month)}-${two(day)}`, sex, { ...results, creatinine: below });
      const partial = at(measure, String(year), undefined, {
        ...results,
        creatinine: `<${writeRational(rational(limit, 10))} mg/dL`,
      });
      assert.ok(full.kind === 'number' && partial.kind === 'number');
      assert.equal(full.status, 'ok');
      assert.notEqual(compareRanges(full.range, '=', partial.range), 'false', measure.id);
    }),
  );
});

test('a higher creatinine, a year more: never a higher estimate', () => {
  fc.assert(
    fc.property(micromoles, birthYear, fc.constantFrom('female', 'male'), (entered, year, sex) => {
      for (const measure of [egfr, egfrCkdEpi2009, egfrMdrd, creatinineClearance]) {
        const estimate = (creatinine: number, born: number) =>
          at(measure, `${born}-03-01`, sex, { ...results, creatinine: `${creatinine} umol/L` });
        const [base, more, older] = [estimate(entered, year), estimate(entered + 1, year), estimate(entered, year - 1)];
        assert.ok(base.kind === 'number' && more.kind === 'number' && older.kind === 'number');
        assert.equal(compareRanges(more.range, '<', base.range), 'true', measure.id);
        assert.equal(compareRanges(older.range, '<', base.range), 'true', measure.id);
      }
    }),
  );
});

/** Made up too: weight / creatinine, whatever the age and the sex; and age × weight / creatinine, which rises with age. */
const ratio = filtrationMeasure({
  ...{ id: 'ratio', title: 'Ratio', unit: 'mL/min', source: 'own', rule: 'ratio/1', usesSex: true, ages: adults },
  readings: { creatinine: 'falls', weight: 'rises' },
  form: 'creatinine',
  formula: ({ creatinine, weight }) => weight / creatinine,
});
const growing = filtrationMeasure({
  ...{ id: 'growing', title: 'Growing', unit: 'mL/min', source: 'own', rule: 'growing/1', usesSex: false },
  readings: { creatinine: 'falls', weight: 'rises' },
  form: 'creatinine',
  ages: adults,
  withAge: 'rises',
  formula: ({ creatinine, weight }, { age }) => (age * weight) / creatinine,
});

test('what changes nothing is not missed; bounds of several readings are those of the corners', () => {
  const rows = [
    [ratio, '1986', 'female', '2 mg/dL', '60 kg', '[30', []],
    [ratio, '1986', 'female', '2-3 mg/dL', '60 kg', '[20..[30', []],
    [ratio, '1986', 'female', '<2 mg/dL', '60 kg', '(30..', []],
    [ratio, '1986-05-18', undefined, '2 mg/dL', '60 kg', '[30', []],
    [ratio, '1986-05-18', 'female', '2-3 mg/dL', '60-90 kg', '[20..[45', []],
    [ratio, '1986-05-18', 'female', '2 mg/dL', '0 kg', '[0', []],
    [growing, '1986-05-18', undefined, '2 mg/dL', '60 kg', '[1200', []],
    [growing, '1986', undefined, '2 mg/dL', '60 kg', '[1170..[1200', [{ kind: 'date', of: 'birth', written: '1986' }]],
  ] as const;
  for (const [measure, born, sex, creatinine, weight, expected, missing] of rows) {
    const measured = at(measure, born, sex, { creatinine, weight });
    assert.equal(rangeText(measured), expected, `${measure.id} ${born} ${creatinine} ${weight}`);
    assert.deepEqual(measured.missing, missing, `${measure.id} ${born} ${creatinine} ${weight}`);
  }
});

test('the evidence is each reading, the birth, and the sex where the equation has one', () => {
  const said = (measure: Measure) =>
    at(measure, '1986-05-18', 'female', { creatinine: '2 mg/dL', weight: '60 kg' }).evidence.map(
      ({ what, written }) => `${what} ${written}`,
    );
  const read = ['creatinine 2 mg/dL', 'weight 60 kg', 'born 1986-05-18'];
  assert.deepEqual(said(ratio), [...read, 'sex female']);
  assert.deepEqual(said(growing), read);
});
