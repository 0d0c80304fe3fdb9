import assert from 'node:assert/strict';
import test from 'node:test';
import { compileTrial } from '../given.ts';
import { fillPool } from './eligible-pool.ts';

test('everybody of the pool is eligible, with the levels that the study balances by', () => {
  const study = compileTrial('nct05631717');
  const pool = fillPool(study, 7, 30, 20_458);
  assert.equal(pool.length, 30);
  for (const { person, levels, prednisone } of pool) {
    assert.ok((person.result('UPCR')?.value ?? 0) > 1 || (person.result('protein-24h')?.value ?? 0) > 1);
    assert.ok(person.ageYears >= 18 && person.ageYears < 66);
    assert.deepEqual(levels, {});
    assert.ok(prednisone >= 0 && prednisone <= 60);
  }
  assert.deepEqual(
    fillPool(study, 7, 10, 20_458).map(({ person }) => person.id),
    pool.slice(0, 10).map(({ person }) => person.id),
  );
});

test('a design that lets nobody in has an empty pool', () => {
  const nobody = compileTrial('nct05631717', ['age at consent > 18 years', 'age at consent > 99 years']);
  assert.deepEqual(fillPool(nobody, 7, 2, 20_458), []);
});
