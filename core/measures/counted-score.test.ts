import assert from 'node:assert/strict';
import test from 'node:test';
import { countedInstrument, sayCounts, totalOfCounts } from './counted-score.ts';
import { rangeText, sittingWith, type Written } from './given.ts';

const items = [
  { id: 'a', label: 'A', most: 1 },
  { id: 'b', label: 'B', most: 3 },
] as const;
const sum = (counts: ReadonlyMap<string, number>): number => (counts.get('a') ?? 0) + 10 * (counts.get('b') ?? 0);
const total = (written: Written) => totalOfCounts('X', items, sum, sittingWith(written));

test('the form asks each item from 0 to its most', () =>
  assert.deepEqual(countedInstrument('X', 'The X', items), {
    id: 'X',
    title: 'The X',
    items: [
      { id: 'X.a', label: 'A', answer: { type: 'whole number', least: 0, most: 1 } },
      { id: 'X.b', label: 'B', answer: { type: 'whole number', least: 0, most: 3 } },
    ],
  }));

/** Sums by hand, of an instrument of no paper, so no key of evidence/references.bib: what was written, the total, its status, what is missing. */
const rows: readonly (readonly [Written, string, string, string])[] = [
  [{ 'X.a': '1', 'X.b': '2' }, '[21', 'ok', ''],
  [{ 'X.a': '0', 'X.b': '0' }, '[0', 'ok', ''],
  [{ 'X.a': '1' }, '[1..[31', 'partial', 'X.b not recorded'],
  [{ 'X.b': '3', 'X.a': 'not done' }, '[30..[31', 'partial', 'X.a not done'],
  [{ 'X.a': '2', 'X.b': '1' }, '[10..[11', 'partial', 'X.a no whole number from 0 to 1'],
  [{ 'X.a': '1', 'X.b': '1.5' }, '[1..[31', 'partial', 'X.b no whole number from 0 to 3'],
  [{}, '', 'not evaluable', 'X not recorded'],
];
for (const [written, range, status, missing] of rows)
  test(`${JSON.stringify(written)}: ${status} ${range}`, () => {
    const measured = total(written);
    assert.equal(measured.status, status);
    if (range !== '') assert.equal(rangeText(measured), range);
    assert.equal(
      measured.missing.map((each) => ('item' in each ? `${each.item} ${each.why}` : each.kind)).join(),
      missing,
    );
  });

test('what was not assessed and changes nothing is not missed', () => {
  const capped = totalOfCounts('X', items, (counts) => counts.get('a') ?? 0, sittingWith({ 'X.a': '1' }));
  assert.deepEqual([capped.status, capped.missing], ['ok', []]);
});

test('only what counts is said', () => {
  assert.equal(sayCounts('X', total({ 'X.a': '1', 'X.b': '2' }).evidence), 'a 1, b 2');
  assert.equal(sayCounts('X', total({ 'X.a': '0', 'X.b': '0' }).evidence), 'nothing');
});
