import assert from 'node:assert/strict';
import test from 'node:test';
import { recordFrom } from './given.ts';
import { contentsOf, ofKinds, pageStatements, passagesOf, quotesIn, silentAt } from './passages.ts';
import { textAt } from './record-place.ts';

const record = recordFrom({
  background: ['known'],
  descriptions: ['one', 'two'],
  copies: [
    { where: 'a', kind: 'copy', title: 'Another title', inclusion: ['copied'] },
    { where: 'b', kind: 'publication', summary: 'published' },
  ],
});

test('every passage is the text at its place', () => {
  const passages = passagesOf(record);
  assert.ok(passages.length > 15);
  for (const { place, text } of passages) assert.equal(textAt(record, place), text, place);
});

test('copies are read, publications are not the record', () => {
  const places = passagesOf(record).map(({ place }) => place);
  assert.ok(places.includes('copies[1].inclusion[1]'));
  assert.ok(!places.some((place) => place.startsWith('copies[2]')));
  assert.deepEqual(
    contentsOf(record).map(({ prefix, kind }) => `${prefix}${kind}`),
    ['page', 'copies[1].copy', 'copies[2].publication'],
  );
});

test('the statements of the page are titles, summary and descriptions, not background', () => {
  assert.deepEqual(
    pageStatements(record).map(({ place }) => place),
    ['title', 'summary', 'descriptions[1]', 'descriptions[2]'],
  );
});

test('quotations are matches, with their places', () => {
  const inclusion = ofKinds(passagesOf(record), ['inclusion']);
  assert.deepEqual(quotesIn(inclusion, /SLEDAI-2K|cop\w+/g), [
    { place: 'inclusion[3]', quote: 'SLEDAI-2K' },
    { place: 'copies[1].inclusion[1]', quote: 'copied' },
  ]);
  assert.deepEqual(silentAt('arms'), { place: 'arms', quote: undefined });
});
