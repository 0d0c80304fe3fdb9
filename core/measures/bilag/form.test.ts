import assert from 'node:assert/strict';
import test from 'node:test';
import { asksIfDueToLupus, beforeId, bilagForm, dueToLupusId, itemId } from './form.ts';
import { bilagItem, bilagItemTable } from './items.ts';
import { bilagSystems } from './systems.ts';

const yesNo = { type: 'level', levels: ['yes', 'no'] } as const;

test('ids name the item by its number, or the system', () => {
  assert.equal(itemId(5), 'BILAG.05');
  assert.equal(itemId(97), 'BILAG.97');
  assert.equal(dueToLupusId(83), 'BILAG.83.due-to-lupus');
  assert.equal(beforeId('renal'), 'BILAG.before.renal');
});

test('the form: the history of nine systems, 97 items in order, and an attribution beside each of 13 numbers', () => {
  const ids = bilagForm.items.map(({ id }) => id);
  assert.equal(ids.length, 9 + 97 + 13);
  assert.deepEqual(
    ids.slice(0, 9),
    bilagSystems.map((system) => `BILAG.before.${system}`),
  );
  const numbered = ids.filter((id) => /^BILAG\.\d\d$/.test(id));
  assert.deepEqual(
    numbered,
    bilagItemTable.map(({ number }) => itemId(number)),
  );
  for (const { number } of bilagItemTable.filter(asksIfDueToLupus))
    assert.equal(ids[ids.indexOf(itemId(number)) + 1], dueToLupusId(number), 'beside its number');
});

test('each kind of item asks in its own way (levels and units of the form, isenberg2005)', () => {
  const asked = new Map(bilagForm.items.map((item) => [item.id, item] as const));
  const levels = ['not present', 'improving', 'same', 'worse', 'new'];
  const rows = [
    ['BILAG.05', '5 Severe skin eruption', { type: 'level', levels }],
    ['BILAG.81', '81 Protein on the dipstick', { type: 'whole number', least: 0, most: 3 }],
    ['BILAG.81.due-to-lupus', '81 Protein on the dipstick: due to lupus', yesNo],
    ['BILAG.88', '88 Active urinary sediment', yesNo],
    ['BILAG.84', '84 Urine protein in 24 hours', undefined],
    ['BILAG.before.renal', 'Renal: ever active before the first assessment', yesNo],
  ] as const;
  for (const [id, label, answer] of rows) {
    assert.equal(asked.get(id)?.label, label);
    if (answer !== undefined) assert.deepEqual(asked.get(id)?.answer, answer);
  }
  assert.deepEqual(asked.get('BILAG.84')?.answer, {
    type: 'quantity',
    units: ['g/24h', 'mg/24h', 'g/(24.h)', 'mg/(24.h)'],
    plausible: ['0', '40'],
  });
});

test('only numbers are attributed', () => {
  for (const [number, asks] of [
    [5, false],
    [80, false],
    [81, true],
    [83, true],
  ] as const)
    assert.equal(asksIfDueToLupus(bilagItem(number)), asks);
});
