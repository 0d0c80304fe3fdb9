import assert from 'node:assert/strict';
import test from 'node:test';
import { nearestUnit } from './nearest-unit.ts';

const anything = (): boolean => true;
const whole = { text: '', at: 0 };

const nearest: readonly (readonly [string, { readonly text: string; readonly at: number }, string | undefined])[] = [
  ['mgg/L', { text: 'mgg', at: 0 }, 'mg/L'],
  ['mmoll/L', { text: 'mmoll', at: 0 }, 'mmol/L'],
  ['10E9/L', { text: '10E', at: 0 }, '10*9/L'],
  ['mgg{creat}/L', { text: 'mgg', at: 0 }, 'mg{creat}/L'],
  ['Kg', { text: 'Kg', at: 0 }, 'kg'],
  ['mL/min/', whole, 'mL/min'],
  ['creatinine', { text: 'creatinine', at: 0 }, undefined],
  ['x', { text: 'x', at: 0 }, undefined],
  ['', whole, undefined],
];

for (const [text, unknown, expected] of nearest) {
  test(`nearest to "${text}" is ${expected ?? 'nothing'}`, () => {
    assert.equal(nearestUnit(text, unknown, anything), expected);
  });
}

test('a text that cannot be read is not offered, however near', () => {
  const unknown = { text: 'MG', at: 0 };
  assert.equal(
    nearestUnit('MG/DL', unknown, (candidate) => !candidate.includes('DL')),
    'mg/dL',
  );
});
