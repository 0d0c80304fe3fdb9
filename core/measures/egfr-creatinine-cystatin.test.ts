import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCreatinineCystatin2021, egfrCreatinineCystatin } from './egfr-creatinine-cystatin.ts';
import { person, sittingWith } from './given.ts';

/** Worked example E5 of inker2021; the rest recomputed in R 4.2.2, on both sides of both knots. */
test('worked example', () => {
  const rows = [
    ['female', 25, 0.5, 0.6, '139.281'],
    ['male', 25, 0.6, 0.6, '142.436'],
    ['male', 71, 3, 2, '26.049'],
    ['female', 30, 0.6, 2, '58.629'],
  ] as const;
  for (const [sex, age, creatinine, cystatin, expected] of rows)
    assert.equal(
      computeCreatinineCystatin2021(creatinine, cystatin, { age, sex }).toFixed(3),
      expected,
      `${sex} ${age}`,
    );
  assert.equal(computeCreatinineCystatin2021(1, 1, { age: 40, sex: 'female' }).toFixed(3), '76.987');
  assert.equal(computeCreatinineCystatin2021(0.9, 0.8, { age: 0, sex: 'male' }), 135);
});

test('the measure says both markers', () => {
  const results = { creatinine: '1 mg/dL', 'cystatin-C': '1 mg/L' };
  const measured = egfrCreatinineCystatin.compute(sittingWith(results, person('1986-05-18', 'female')));
  const said = egfrCreatinineCystatin.explain(measured);
  assert.match(said, /^Estimated GFR, CKD-EPI 2021 from creatinine and cystatin C 76\.98\d* mL\/min\/1\.73m2$/);
});

test('either marker missing leaves it open, and is named', () => {
  const she = person('1986-05-18', 'female');
  const rows = [
    [{ creatinine: '1 mg/dL', 'cystatin-C': '1 mg/L' }, 'ok', []],
    [{ creatinine: '1 mg/dL' }, 'not evaluable', ['cystatin-C']],
    [{ 'cystatin-C': '1 mg/L' }, 'not evaluable', ['creatinine']],
  ] as const;
  for (const [written, status, names] of rows) {
    const measured = egfrCreatinineCystatin.compute(sittingWith(written, she));
    assert.equal(measured.status, status);
    assert.deepEqual(
      measured.missing.map((each) => (each.kind === 'item' ? each.item : each.kind)),
      names,
    );
  }
});

test('of no marker no filtration follows, of either', () => {
  const results = { creatinine: '0 mg/dL', 'cystatin-C': '0 mg/L' };
  const { missing } = egfrCreatinineCystatin.compute(sittingWith(results, person('1986-05-18', 'male')));
  const zero = (item: string) => ({
    kind: 'unreadable',
    item,
    point: 'screening',
    why: 'zero, of which no filtration follows',
  });
  assert.deepEqual(missing, [zero('creatinine'), zero('cystatin-C')]);
});

test('it asks for the sex', () => {
  const either = egfrCreatinineCystatin.compute(
    sittingWith({ creatinine: '1 mg/dL', 'cystatin-C': '1 mg/L' }, person('1986-05-18', undefined)),
  );
  const missing = { kind: 'item', item: 'sex', point: 'screening', why: 'not recorded' };
  assert.deepEqual([either.status, either.missing], ['partial', [missing]]);
});
