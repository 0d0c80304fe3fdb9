import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { lessThan } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type Answers, assessment, closed, involved, lettersFor, lettersOfOpen } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import { defaultBilagOptions } from './options.ts';

/** Limits recalled from yee2010 (an option); half open, so that 9.95 g/dL is not between two steps. */
const grade = (answers: Answers): string => lettersFor('haematological', answers);
const healthy: Answers = { 90: 13, 91: 6, 92: 4, 93: 1.5, 94: 250, 95: 0, 96: 'no', 97: 'no' };
const open = (answers: Answers): string => lettersOfOpen('haematological', answers);
const without = (...items: readonly number[]): Answers =>
  Object.fromEntries(Object.entries(healthy).filter(([item]) => !items.includes(Number(item))));

test('every limit, and one step to either side', () => {
  const rows: readonly (readonly [Answers, string])[] = [
    [{ 90: 7.9, 96: 'yes' }, 'A'],
    [{ 90: 8, 96: 'yes' }, 'B'],
    [{ 90: 9.9, 96: 'yes' }, 'B'],
    [{ 90: 9.95, 96: 'yes' }, 'B'],
    [{ 90: 10, 96: 'yes' }, 'C'],
    [{ 90: 14, 96: 'yes' }, 'C'],
    [{ 90: 7.9 }, 'B'],
    [{ 90: 8 }, 'C'],
    [{ 90: 10.9 }, 'C'],
    [{ 90: 10.99 }, 'C'],
    [{ 90: 11 }, 'E'],
    [{ 91: 0.9 }, 'B'],
    [{ 91: 1 }, 'C'],
    [{ 91: 3.9 }, 'C'],
    [{ 91: 4 }, 'E'],
    [{ 92: 0.4 }, 'B'],
    [{ 92: 0.5 }, 'C'],
    [{ 92: 1.9 }, 'C'],
    [{ 92: 2 }, 'E'],
    [{ 93: 0.9 }, 'C'],
    [{ 93: 1 }, 'E'],
    [{ 94: 24 }, 'A'],
    [{ 94: 25 }, 'B'],
    [{ 94: 49 }, 'B'],
    [{ 94: 50 }, 'C'],
    [{ 94: 149 }, 'C'],
    [{ 94: 150 }, 'E'],
    [{ 95: 1 }, 'B'],
    [{ 95: 2 }, 'A'],
    [{ 95: 4 }, 'A'],
    [{ 97: 'yes' }, 'C'],
    [{ 97: 'no' }, 'E'],
    [{ 94: 30, 91: 3, 97: 'yes' }, 'B'],
  ];
  for (const [answers, expected] of rows) assert.equal(grade(answers), expected, JSON.stringify(answers));
});

test('low for another reason than lupus counts as absent', () => {
  assert.equal(grade({ 94: 'no' }), 'E');
  assert.equal(grade({ 90: 'no', 96: 'yes' }), 'E');
});

test('what is missing leaves what it could lead to', () => {
  const rows: readonly (readonly [Answers, string])[] = [
    [healthy, 'E'],
    [without(94), 'A/B/C/E'],
    [without(93), 'C/E'],
    [without(91), 'B/C/E'],
    [without(96), 'C/E'],
    [{ ...without(96), 90: 7 }, 'A/B'],
    [{ ...without(96), 90: 9 }, 'B/C'],
    [{ ...without(90), 96: 'yes' }, 'A/B/C'],
    [without(90), 'B/C/E'],
    [without(95), 'A/B/E'],
    [{ ...without(95, 90, 91), 94: 10 }, 'A'],
    [{ ...healthy, 94: lessThan(rational(30)) }, 'A/B'],
    [{ ...healthy, 94: 'not done' }, 'A/B/C/E'],
  ];
  for (const [answers, expected] of rows) assert.equal(open(answers), expected, JSON.stringify(Object.keys(answers)));
});

test('each branch is told with its items', () => {
  const reasons = (answers: Answers) =>
    gradeBilag(assessment({ ...healthy, ...answers }), undefined, involved([]))
      .systems.haematological.possible.flatMap((possible) => possible.reasons)
      .map(({ rule, items }) => `${items.join()} ${rule}`);
  assert.deepEqual(reasons({ 90: 9, 96: 'yes', 94: 40 }), ['90,96 active haemolysis', '94 low platelets']);
  assert.deepEqual(reasons({ 90: 9 }), ['90 low haemoglobin']);
  assert.deepEqual(reasons({ 97: 'yes', 93: 0.5 }), ['93 low lymphocytes', "97 isolated positive Coombs' test"]);
  assert.deepEqual(reasons({ 95: 3 }), ['95 thrombotic thrombocytopenic purpura']);
});

test('limits are an option, and have to be numbers', () => {
  const haematology = { ...defaultBilagOptions.haematology, lymphocytes: 2 };
  assert.equal(lettersFor('haematological', { 93: 1.5 }, { ...closed, haematology }), 'C');
  const broken = { ...haematology, lymphocytes: Number.NaN };
  assert.throws(
    () => lettersFor('haematological', { 93: 1.5 }, { ...closed, haematology: broken }),
    /a limit of haematology is no number: NaN/,
  );
});

test('lower never grades better', () => {
  const tenths = fc.integer({ min: 0, max: 2000 }).map((value) => value / 10);
  const item = fc.constantFrom(90, 91, 92, 93, 94);
  const severity = 'ABCE';
  fc.assert(
    fc.property(item, tenths, tenths, fc.constantFrom('yes' as const, 'no' as const), (number, a, b, haemolysis) => {
      const at = (value: number) => severity.indexOf(grade({ [number]: value, 96: haemolysis, 97: 'no' }));
      assert.ok(at(Math.min(a, b)) <= at(Math.max(a, b)));
    }),
  );
});
