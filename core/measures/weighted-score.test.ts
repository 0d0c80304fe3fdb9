import assert from 'node:assert/strict';
import test from 'node:test';
import { rangeText, sittingWith } from './given.ts';
import { presenceInstrument, sumOfPresent, type WeightedItem } from './weighted-score.ts';

/** A made-up score of three items; the real weights are those of gladman2002 and hochberg1997, tested with them. */
const items: readonly [WeightedItem, ...WeightedItem[]] = [
  { id: 'a', label: 'A', weight: 5 },
  { id: 'b', label: 'B', weight: 3 },
  { id: 'c', label: 'C', weight: 1 },
];
const sum = (written: Readonly<Record<string, string>>) => sumOfPresent('S', items)(sittingWith(written));

test('what is present counts, what is absent does not, what is open may', () => {
  const rows = [
    [{ 'S.a': 'present', 'S.b': 'absent', 'S.c': 'present' }, '[6', 'ok'],
    [{ 'S.a': 'absent', 'S.b': 'absent', 'S.c': 'absent' }, '[0', 'ok'],
    [{ 'S.a': 'present', 'S.b': 'not done' }, '[5..[9', 'partial'],
    [{ 'S.c': 'absent' }, '[0..[8', 'partial'],
    [{}, '..', 'not evaluable'],
  ] as const;
  for (const [written, range, status] of rows) {
    assert.equal(rangeText(sum(written)), range, JSON.stringify(written));
    assert.equal(sum(written).status, status, JSON.stringify(written));
  }
});

test('a form of which nothing was done is missing as a whole, for the reason that it has', () => {
  const whole = (why: string) => [{ kind: 'item', item: 'S', point: 'screening', why }];
  assert.deepEqual(sum({}).missing, whole('not recorded'));
  assert.deepEqual(sum({ 'S.a': 'not done' }).missing, whole('not recorded'));
  assert.deepEqual(sum({ 'S.a': 'not done', 'S.b': 'not done', 'S.c': 'not done' }).missing, whole('not done'));
});

test('the evidence is what is present, with its weight', () => {
  assert.deepEqual(sum({ 'S.a': 'present', 'S.b': 'absent', 'S.c': 'absent' }).evidence, [
    { record: 'record of S.a', what: 'S.a', written: 'present (5)', date: '2026-05-18' },
  ]);
});

test('the form asks each item under an id of its own', () => {
  const { id, items: asked } = presenceInstrument('S', 'Score', items);
  assert.equal(id, 'S');
  assert.deepEqual(
    asked.map((item) => item.id),
    ['S.a', 'S.b', 'S.c'],
  );
  assert.deepEqual(asked[0].answer, { type: 'level', levels: ['present', 'absent'] });
});
