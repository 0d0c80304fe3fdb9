import assert from 'node:assert/strict';
import test from 'node:test';
import { between, lessThan } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type Answers, assessment, closed, lettersFor } from './given.ts';
import { systemInputs } from './inputs.ts';
import type { BilagValue } from './item-state.ts';
import { proteinFindings } from './renal-protein.ts';

/**
 * Alone, severe and moderate protein make a B and mild protein a C; with active sediment only the severe one makes an A.
 * Limits of yee2010; `access-vba` as in a port of that program.
 */
type Row = readonly [item: number, now: BilagValue, before: number | 'blank' | 'first', expected: string];

const gradeIn = (dialect: 'paper2009' | 'access-vba', [item, now, before]: Row): string => {
  const previous: Answers = before === 'blank' ? {} : { [item]: Number(before) };
  const grade = (answers: Answers) =>
    lettersFor('renal', answers, { ...closed, dialect }, before === 'first' ? undefined : previous);
  const alone = grade({ [item]: now });
  return grade({ [item]: now, 88: 'yes' }) === 'A' ? 'severe' : alone;
};
const check = (dialect: 'paper2009' | 'access-vba', rows: readonly Row[]): void => {
  for (const row of rows) assert.equal(gradeIn(dialect, row), row[3], `${dialect} ${row.slice(0, 3).join(' ')}`);
};

test('as published: every limit and one step to either side, first, after a blank, and fallen or not', () => {
  for (const item of [82, 83])
    check('paper2009', [
      [item, 101, 'first', 'severe'],
      [item, 100.1, 'blank', 'severe'],
      [item, 100, 'first', 'B'],
      [item, 50, 'blank', 'B'],
      [item, 49.9, 'first', 'C'],
      [item, 49.995, 100, 'C'],
      [item, 49.995, 'first', 'C'],
      [item, 25.1, 'first', 'C'],
      [item, 25, 'first', 'E'],
      [item, 25, 25, 'E'],
      [item, 0, 0, 'E'],
      [item, 150, 200, 'C'],
      [item, 150.1, 200, 'severe'],
      [item, 149.9, 200, 'C'],
      [item, 80, 200, 'C'],
      [item, 75, 100, 'C'],
      [item, 75.1, 100, 'B'],
      [item, 101, 0, 'severe'],
    ]);
  check('paper2009', [
    [84, 1.01, 'first', 'severe'],
    [84, 1, 'blank', 'B'],
    [84, 0.5, 'first', 'B'],
    [84, 0.49, 'first', 'C'],
    [84, 0.26, 'first', 'C'],
    [84, 0.25, 'first', 'E'],
    [84, 1.5, 2, 'C'],
    [84, 1.51, 2, 'severe'],
  ]);
});

test('worked examples B2 and B3: a fall of 22.2 % is none, one of 35.7 % is', () => {
  check('paper2009', [
    [83, 140, 180, 'severe'],
    [83, 90, 140, 'C'],
  ]);
  check('access-vba', [
    [83, 140, 180, 'severe'],
    [83, 90, 140, 'E'],
  ]);
});

test('the database program: a fall of exactly a quarter is none for protein, and a C needs no fall at all', () => {
  for (const item of [83]) {
    check('access-vba', [
      [item, 150, 200, 'severe'],
      [item, 149.9, 200, 'E'],
      [item, 75, 100, 'B'],
      [item, 80, 200, 'E'],
      [item, 40, 40, 'C'],
      [item, 39.9, 40, 'E'],
      [item, 40, 'blank', 'C'],
      [item, 40, 'first', 'C'],
      [item, 25, 'first', 'E'],
      [item, 50, 'first', 'B'],
      [item, 49.99, 'first', 'C'],
      [item, 49.995, 'first', 'B'],
      [item, 100, 'first', 'B'],
    ]);
  }
  check('access-vba', [
    [84, 1.5, 2, 'severe'],
    [84, 0.49995, 'first', 'B'],
    [84, 0.4, 0.4, 'C'],
    [84, 0.39, 0.4, 'E'],
  ]);
});

test('the database program: albumin reaches its limits at a later visit, and falls by a quarter', () => {
  check('access-vba', [
    [82, 100, 'first', 'B'],
    [82, 100, 100, 'severe'],
    [82, 100, 'blank', 'severe'],
    [82, 150, 200, 'C'],
    [82, 150.1, 200, 'severe'],
    [82, 49.99, 'blank', 'B'],
    [82, 49.99, 'first', 'C'],
    [82, 25, 'first', 'E'],
    [82, 25, 'blank', 'C'],
    [82, 25, 90, 'C'],
    [82, 24.9, 'blank', 'E'],
  ]);
});

test('what is not due to lupus counts as absent, and still spares the dipstick', () => {
  assert.equal(lettersFor('renal', { 83: 'no' }), 'E');
  assert.equal(lettersFor('renal', { 83: 'no', 81: 3 }), 'E');
  assert.equal(lettersFor('renal', { 81: 3 }), 'B');
});

test('the worst measure decides, and each that does is told', () => {
  const found = (answers: Answers, previous?: Answers) =>
    proteinFindings(
      systemInputs('renal', assessment({ 84: 'not done', 82: 'not done', ...answers }), 'contributes nothing').input,
      previous && assessment(previous),
      'paper2009',
    ).map(
      ({ severity, branches }) => `${severity} ${branches.map(({ rule, items }) => `${items} ${rule}`).join(', ')}`,
    );
  assert.deepEqual(found({ 83: 30, 84: 1.2 }), ['3 84 deteriorating proteinuria']);
  assert.deepEqual(found({ 83: 60, 84: 0.6 }), ['2 83 proteinuria not falling, 84 proteinuria not falling']);
  assert.deepEqual(found({ 83: 80, 84: 0.1 }, { 83: 200 }), ['1 83 proteinuria']);
  assert.deepEqual(found({ 83: 140 }, { 83: 'unreadable' }), ['3 83 deteriorating proteinuria', '1 83 proteinuria']);
  assert.deepEqual(found({ 83: lessThan(rational(60)) }), ['2 83 proteinuria not falling', '1 83 proteinuria', '0 ']);
  assert.deepEqual(found({ 83: between(rational(130), rational(140)) }, { 83: 180 }), [
    '3 83 deteriorating proteinuria',
    '1 83 proteinuria',
  ]);
});
