import assert from 'node:assert/strict';
import test from 'node:test';
import type { Item, ItemType } from '#core/measures/instrument.ts';
import type { MeasureKind } from '#core/measures/measure.ts';
import { itemLines, sayItemType, sayMeasureKind } from './say-item.ts';

const presence: ItemType = { type: 'level', levels: ['present', 'absent'] };

const types: readonly (readonly [ItemType, string])[] = [
  [
    { type: 'quantity', units: ['mg/dL', 'umol/L'], plausible: ['0.1', '20'] },
    'mg/dL or umol/L; plausible 0.1 to 20 mg/dL',
  ],
  [{ type: 'whole number', least: 0, most: 3 }, 'whole number 0 to 3'],
  [{ type: 'decimal', least: '0', most: '3', places: 1 }, 'number 0 to 3, at most 1 decimal'],
  [{ type: 'decimal', least: '0', most: '10', places: 2 }, 'number 0 to 10, at most 2 decimals'],
  [presence, 'present or absent'],
  [{ type: 'levels', levels: ['I', 'II'] }, 'one or several of I, II'],
];
for (const [type, said] of types) test(`${type.type}: ${said}`, () => assert.equal(sayItemType(type), said));

const kinds: readonly (readonly [MeasureKind, string])[] = [
  [{ kind: 'quantity', unit: 'mg/dL' }, 'mg/dL'],
  [{ kind: 'score', least: 0, most: 105 }, 'score 0 to 105'],
  [{ kind: 'level', levels: ['yes', 'no'], ordered: false }, 'yes or no'],
  [{ kind: 'set', levels: ['I', 'II'] }, 'one or several of I, II'],
  [{ kind: 'profile', systems: ['renal', 'skin'], levels: ['A', 'B'] }, 'A, B for each of 2 systems'],
];
for (const [kind, said] of kinds) test(`${kind.kind} is ${said}`, () => assert.equal(sayMeasureKind(kind), said));

const item = (id: string, loinc?: string): Item => ({
  id,
  label: id.toUpperCase(),
  answer: presence,
  ...(loinc === undefined ? {} : { loinc }),
});

test('what several items take is said once; a few, or one with a code, say it themselves', () => {
  assert.deepEqual(itemLines([item('a'), item('b')]), ['a: A; present or absent', 'b: B; present or absent']);
  assert.deepEqual(itemLines(['a', 'b', 'c'].map((id) => item(id))), [
    'each of 3: present or absent',
    '  a: A',
    '  b: B',
    '  c: C',
  ]);
  assert.deepEqual(itemLines([item('a', '1-8')]), ['a: A; present or absent; LOINC 1-8']);
  assert.deepEqual(itemLines([]), []);
});
