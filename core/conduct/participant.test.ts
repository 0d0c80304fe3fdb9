import assert from 'node:assert/strict';
import test from 'node:test';
import { itemAt, nobody } from './participant.ts';

test('an item is found at its visit, and at no other', () => {
  const entry = { item: 'UPCR', value: '1.8', unit: 'g/g', record: 'participant/P-001#6/UPCR' };
  const person = { ...nobody, items: new Map([['screening', new Map([['UPCR', entry]])]]) };
  assert.equal(itemAt(person, 'screening', 'UPCR'), entry);
  assert.equal(itemAt(person, 'screening', 'UACR'), undefined);
  assert.equal(itemAt(person, 'week 4', 'UPCR'), undefined);
  assert.equal(itemAt(nobody, 'screening', 'UPCR'), undefined);
});
