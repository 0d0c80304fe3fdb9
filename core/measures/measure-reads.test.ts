import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { everyItem, readsOf } from './measure-reads.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);

/** What the equations and forms ask for: inker2021, schwartz2009, pierce2021, cockcroft1976, gladman2002, meikle1977. */
const rows: readonly (readonly [measure: string, items: string, beside: string])[] = [
  ['creatinine', 'creatinine', ''],
  ['eGFR', 'creatinine', 'date birth sex'],
  ['eGFR-creatinine-cystatin-C', 'creatinine cystatin-C', 'date birth sex'],
  ['eGFR-Schwartz', 'creatinine height', 'date birth'],
  ['eGFR-CKiD-U25', 'creatinine height', 'date birth sex'],
  ['eGFR-by-age', 'creatinine height', 'date birth sex'],
  ['creatinine-clearance', 'creatinine weight', 'date birth sex'],
  ['sex', '', 'sex'],
  ['PGA', 'PGA', ''],
  ['SLEDAI-2K-renal', 'SLEDAI-2K.urinary-casts SLEDAI-2K.haematuria SLEDAI-2K.proteinuria SLEDAI-2K.pyuria', ''],
  ['SF-36-BP', 'sf36.21 sf36.22', ''],
  ['prednisone-equivalent', '', 'date medication'],
];

for (const [id, items, beside] of rows)
  test(`${id} reads ${items || 'no item'}, and ${beside || 'nothing beside'}`, () => {
    const reads = readsOf(measureNamed(id));
    assert.equal(reads.items.map((item) => item.id).join(' '), items);
    assert.equal(reads.beside.join(' '), beside);
  });

test('a measure that is compared with earlier visits says so', () => {
  assert.ok(readsOf(measureNamed('BILAG-2004-items')).beside.includes('earlier visits'));
});

test('every measure reads something, and of its own form no item that it has not', () => {
  for (const measure of catalogue) {
    const { items, beside } = readsOf(measure);
    assert.ok(items.length + beside.length > 0, measure.id);
    for (const { id } of items) assert.ok(everyItem.has(id), `${measure.id} ${id}`);
  }
});

test('items stand in the order of the form, in whatever order the measure asks', () => {
  const { items } = readsOf(measureNamed('SF-36-PCS'));
  assert.deepEqual(
    items.map(({ id }) => id),
    Array.from({ length: 36 }, (_, index) => index + 1)
      .filter((item) => item !== 2)
      .map((item) => `sf36.${item}`),
  );
});
