import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type ByItem, byItem } from './by-item.ts';

/** A list and a Map say the same of the same items: no number of a paper, so no key of evidence/references.bib. */
const listed = (items: ReadonlyMap<number, string>): ByItem<string> => {
  const most = Math.max(0, ...items.keys());
  return byItem(Array.from({ length: most + 1 }, (_, item) => items.get(item)));
};

test('what stands for an item, and nothing for the others', () => {
  const few = byItem([undefined, 'fever', undefined, 'nodes']);
  assert.equal(few.size, 2);
  assert.equal(few.get(1), 'fever');
  for (const item of [0, 2, 4, -1, 1.5, Number.NaN]) assert.equal(few.get(item), undefined, String(item));
  assert.deepEqual(
    [...few],
    [
      [1, 'fever'],
      [3, 'nodes'],
    ],
  );
});

test('a list with holes is read as one with undefined in their places', () => {
  const sparse: string[] = [];
  sparse[97] = 'Coombs';
  const one = byItem(sparse);
  assert.equal(one.size, 1);
  assert.equal(one.get(96), undefined);
  assert.deepEqual([...one], [[97, 'Coombs']]);
  assert.deepEqual([...byItem([])], []);
  assert.equal(byItem([]).size, 0);
});

test('a zero and an empty text are something', () => {
  assert.equal(byItem([undefined, 0, '']).size, 2);
  assert.deepEqual([...byItem([0])], [[0, 0]]);
});

test('it is read as a Map of the same is, again and again', () => {
  const some = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 97 }), fc.string()), { selector: ([item]) => item });
  fc.assert(
    fc.property(some, (entries) => {
      const map = new Map(entries.toSorted(([a], [b]) => a - b));
      const list = listed(map);
      assert.equal(list.size, map.size);
      assert.deepEqual([...list], [...map]);
      assert.deepEqual([...list], [...map]);
      for (let item = 0; item <= 98; item += 1) assert.equal(list.get(item), map.get(item));
    }),
  );
});
