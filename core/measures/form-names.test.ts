import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { formNamed, itemNamed, itemOfForm, nearestItem, shortName } from './form-names.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);

/** Forms of gladman2002, petri2012 and ware1994: names as one may write them beside a measure. */
const rows: readonly (readonly [measure: string, name: string, item: string | undefined])[] = [
  ['SLEDAI-2K', 'proteinuria', 'SLEDAI-2K.proteinuria'],
  ['SLEDAI-2K', 'SLEDAI-2K.proteinuria', 'SLEDAI-2K.proteinuria'],
  ['SLEDAI-2K-renal', 'rash', 'SLEDAI-2K.rash'],
  ['SLEDAI-2K', 'creatinine', 'creatinine'],
  ['SLICC-2012', 'anti-dsDNA', 'SLICC-2012.anti-dsDNA'],
  ['SLEDAI-2K', 'anti-dsDNA', 'anti-dsDNA'],
  ['EULAR-ACR-2019-score', 'ana', 'EULAR-ACR-2019.ana'],
  ['SF-36-PCS', '21', 'sf36.21'],
  ['creatinine', 'creatinine', 'creatinine'],
  ['eGFR-Schwartz', 'height', 'height'],
  ['SLEDAI-2K', 'Proteinuria', undefined],
  ['SLEDAI-2K', 'SLICC-2012', undefined],
  ['SLEDAI-2K', '', undefined],
  ['sex', 'proteinuria', undefined],
  ['SLEDAI-2K', '__proto__', undefined],
];

for (const [measure, name, item] of rows)
  test(`beside ${measure} "${name}" is ${item ?? 'nothing'}`, () =>
    assert.equal(itemNamed(measureNamed(measure), name), item));

test('a form is known by its own name and by that of a measure on it', () => {
  assert.equal(formNamed('SF-36')?.items.length, 36);
  assert.equal(formNamed('SF-36-PCS'), formNamed('SF-36'));
  assert.equal(formNamed('sf36'), undefined);
});

test('inside a form only its own items have a name', () => {
  const form = formNamed('SLEDAI-2K') ?? assert.fail('no form');
  assert.equal(itemOfForm(form, 'rash'), 'SLEDAI-2K.rash');
  assert.equal(itemOfForm(form, 'creatinine'), undefined);
});

test('the short name is what stands after the first point', () => {
  assert.deepEqual(['a.b', 'a.b.c', 'a'].map(shortName), ['b', 'b.c', 'a']);
});

test('the nearest name is looked for where it may stand', () => {
  const form = formNamed('SLEDAI-2K');
  assert.equal(nearestItem('pyuri', form, true), 'pyuria');
  assert.equal(nearestItem('creatinin', form, false), 'creatinine');
  assert.equal(nearestItem('creatinin', form, true), undefined);
  assert.equal(nearestItem('other', form, true), 'others');
  assert.equal(nearestItem('other', undefined, true), undefined);
  assert.equal(nearestItem('creatinin', undefined, false), 'creatinine');
  assert.equal(nearestItem('zzzzzz', form, false), undefined);
});
