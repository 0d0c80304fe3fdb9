import assert from 'node:assert/strict';
import test from 'node:test';
import { atLeastValue, between, exactly, lessThan } from '#core/quantities/range.ts';
import { one, rational, zero } from '#core/quantities/rational.ts';
import { type Answers, assessment } from './given.ts';
import { type BilagInput, levelsOf, systemInputs } from './inputs.ts';
import type { NotDoneRule } from './options.ts';

/** How an item that was not done is taken: our options, told in options.ts; the items are those of yee2010. */
const renal = (answers: Answers, notDone: NotDoneRule) => systemInputs('renal', assessment(answers), notDone);
const anything = atLeastValue(zero);
const alternative = 'open unless an alternative was done';

test('what is known is taken as it is, under every option', () => {
  for (const notDone of ['open', alternative, 'contributes nothing'] as const) {
    const { input, isAnswered, isLowerBound, wanting, known } = renal({ 83: 180, 86: 'no', 88: 'yes' }, notDone);
    assert.deepEqual([known, wanting.some(({ item }) => item === 86)], [3, false]);
    assert.deepEqual(input(83), exactly(rational(180)));
    assert.equal(input(86), 'absent');
    assert.deepEqual(input(88), exactly(rational(1)));
    assert.equal(isAnswered, true);
    assert.equal(isLowerBound, false);
  }
});

test('what is not known: open, replaced by another measure, or nothing', () => {
  const answers: Answers = { 82: 'not done', 83: 180, 86: 'not done', 88: 'not done', 89: 'unreadable' };
  const rows: readonly (readonly [NotDoneRule, number, BilagInput])[] = [
    ['open', 82, anything],
    ['open', 84, anything],
    ['open', 88, between(zero, rational(1))],
    [alternative, 82, 'blank'],
    [alternative, 84, 'blank'],
    [alternative, 81, 'blank'],
    [alternative, 86, anything],
    [alternative, 88, between(zero, rational(1))],
    ['contributes nothing', 82, 'blank'],
    ['contributes nothing', 84, anything],
    ['contributes nothing', 86, 'blank'],
    ['contributes nothing', 88, 'blank'],
    ['contributes nothing', 89, between(zero, rational(1))],
  ];
  for (const [notDone, item, expected] of rows)
    assert.deepEqual(renal(answers, notDone).input(item), expected, `${notDone} ${item}`);
});

test('one measure of the filtration stands for the other, the dipstick for the protein', () => {
  const { input, wanting } = renal({ 81: 2, 87: 90 }, alternative);
  for (const item of [82, 83, 84, 86]) assert.equal(input(item), 'blank', String(item));
  assert.deepEqual(
    wanting.map(({ item }) => item),
    [78, 79, 80, 85, 88, 89],
  );
});

test('an item that stands for none of its kind is not replaced by itself', () => {
  assert.deepEqual(renal({ 87: 'unreadable', 88: 'no' }, alternative).input(87), anything);
});

test('what is wanting, and why', () => {
  assert.deepEqual(systemInputs('constitutional', assessment({ 1: 0, 2: 0, 3: 0, 4: 0 }), 'open').wanting, []);
  const { wanting, isLowerBound } = renal({ 83: 180, 84: 'not done', 86: -1 }, 'contributes nothing');
  assert.equal(isLowerBound, true);
  assert.equal(wanting.length, 11);
  const reasons = new Map(wanting.map(({ item, why }) => [item, why]));
  assert.equal(reasons.get(83), undefined);
  assert.deepEqual(reasons.get(84), { kind: 'not done' });
  assert.deepEqual(reasons.get(86), { kind: 'refused', reason: 'below zero' });
  assert.deepEqual(reasons.get(87), { kind: 'not recorded' });
});

test('a system at which nobody looked stays open under every option', () => {
  const notDone = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [78 + index, 'not done'] as const));
  const { input, isAnswered, isLowerBound } = renal(notDone, 'contributes nothing');
  assert.deepEqual([input(83), isAnswered, isLowerBound], [anything, false, false]);
});

test('whole numbers that an input may be', () => {
  const rows = [
    ['blank', [0]],
    ['absent', [0]],
    [between(zero, rational(4)), [0, 1, 2, 3, 4]],
    [exactly(rational(2)), [2]],
    [lessThan(rational(2)), [0, 1]],
  ] as const;
  for (const [input, expected] of rows) assert.deepEqual(levelsOf(input, 4), expected);
  assert.deepEqual(levelsOf(between(zero, rational(4)), 1), [0, 1]);
});

test('an item of another system has its answer too', () => {
  const { input, known } = renal({ 5: 3, 88: 'no' }, 'open');
  assert.deepEqual([input(5), input(6), known], [exactly(rational(3)), between(zero, rational(4)), 1]);
});

test('each item has its own answer, and its level is what it may be', () => {
  const { input } = systemInputs('constitutional', assessment({ 1: 4, 2: 3, 3: 0, 4: 1 }), 'open');
  assert.deepEqual([1, 2, 3, 4].map(input), [exactly(rational(4)), exactly(rational(3)), exactly(zero), exactly(one)]);
  assert.deepEqual(
    [1, 2, 3, 4].map((item) => levelsOf(input(item), 4)),
    [[4], [3], [0], [1]],
  );
});
