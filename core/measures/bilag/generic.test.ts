import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { exactly } from '#core/quantities/range.ts';
import { one } from '#core/quantities/rational.ts';
import { genericLists, gradedFinding, gradedItem, itemFindings } from './generic.ts';
import { type Answers, closed, lettersFor, lettersOfOpen } from './given.ts';
import { itemsOfSystem } from './items.ts';
import { defaultBilagOptions } from './options.ts';
import type { BilagSystem } from './systems.ts';

/** yee2010: one letter for each item in the order of the form, A-, B- or C-item; written down a second time. */
const letters: readonly (readonly [BilagSystem, number, string])[] = [
  ['mucocutaneous', 5, 'ABACACABABBCCC'],
  ['neuropsychiatric', 19, 'AAAAAAAAAAABABBBBABB'],
  ['musculoskeletal', 39, 'ABABC'],
  ['cardiorespiratory', 44, 'BAAABAAAAAAA'],
  ['gastrointestinal', 56, 'ABABBABAA'],
  ['ophthalmic', 65, 'AABBABCABACAA'],
];
/** Grade of an item at the levels 0 to 4. */
const byLevel: Readonly<Record<string, string>> = { A: 'EBAAA', B: 'ECBBB', C: 'ECCCC' };

test('each item alone at each level', () => {
  for (const [system, first, list] of letters) {
    assert.equal(list.length, itemsOfSystem(system).length, system);
    [...list].forEach((letter, index) => {
      for (const level of [0, 1, 2, 3, 4])
        assert.equal(lettersFor(system, { [first + index]: level }), byLevel[letter]?.[level], `${first + index}`);
    });
  }
});

test('any of: an improving A-item does not hide a later one that is the same, in either order', () => {
  const rows: readonly (readonly [BilagSystem, Answers, string])[] = [
    ['mucocutaneous', { 5: 1, 7: 2 }, 'A'],
    ['mucocutaneous', { 5: 2, 7: 1 }, 'A'],
    ['mucocutaneous', { 6: 1, 8: 1, 13: 1 }, 'B'],
    ['mucocutaneous', { 6: 1, 12: 2 }, 'B'],
    ['neuropsychiatric', { 19: 1, 36: 4 }, 'A'],
    ['musculoskeletal', { 39: 1, 41: 3, 43: 4 }, 'A'],
    ['cardiorespiratory', { 45: 1, 55: 2 }, 'A'],
    ['gastrointestinal', { 56: 1, 64: 2 }, 'A'],
    ['gastrointestinal', { 57: 1, 62: 1 }, 'C'],
    ['ophthalmic', { 65: 1, 77: 2 }, 'A'],
    ['ophthalmic', { 71: 4, 75: 4 }, 'C'],
  ];
  for (const [system, answers, expected] of rows) assert.equal(lettersFor(system, answers), expected);
});

test('the cardiorespiratory lists are an option', () => {
  const cardiorespiratory = { A: [45], B: [46], C: [44] };
  for (const [answers, expected] of [
    [{ 45: 2 }, 'A'],
    [{ 46: 2 }, 'B'],
    [{ 44: 4 }, 'C'],
    [{ 47: 4 }, 'E'],
  ] as const)
    assert.equal(lettersFor('cardiorespiratory', answers, { ...closed, cardiorespiratory }), expected);
});

test('a missing item leaves what it could still lead to', () => {
  const rows: readonly (readonly [Answers, string])[] = [
    [{ 39: 2 }, 'A'],
    [{ 39: 0, 40: 0, 41: 0, 42: 0 }, 'C/E'],
    [{ 39: 0, 40: 0, 41: 0, 43: 4 }, 'B/C'],
    [{ 39: 0, 40: 0, 42: 0, 43: 0 }, 'A/B/E'],
    [{ 39: 0, 40: 0, 42: 0, 43: 1 }, 'A/B/C'],
    [{ 39: 1, 40: 0, 41: 0, 43: 0 }, 'B'],
    [{}, 'A/B/C/E'],
  ];
  for (const [answers, expected] of rows)
    assert.equal(lettersOfOpen('musculoskeletal', answers), expected, JSON.stringify(answers));
});

const levels = [0, 1, 2, 3, 4];
const musculoskeletal = [39, 40, 41, 42, 43];
const level = fc.integer({ min: 0, max: 4 });

/** All 3125 completions, graded one by one. */
const completionsOf = (answers: Answers): readonly Answers[] =>
  musculoskeletal.reduce<readonly Answers[]>(
    (list, item) =>
      list.flatMap((each) =>
        answers[item] === undefined ? levels.map((value) => ({ ...each, [item]: value })) : [{ ...each }],
      ),
    [answers],
  );

test('musculoskeletal: what stays possible is exactly what the completions come to', () => {
  const cells = fc.array(fc.option(level, { freq: 2, nil: undefined }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(cells, (values) => {
      const answers: Answers = Object.fromEntries(
        values.flatMap((value, index) => (value === undefined ? [] : [[39 + index, value]])),
      );
      const grades = new Set(completionsOf(answers).map((whole) => lettersFor('musculoskeletal', whole)));
      assert.equal(lettersOfOpen('musculoskeletal', answers), [...grades].toSorted().join('/'));
    }),
    { numRuns: 6 },
  );
});

test('a worse answer never makes a better grade', () => {
  const severity = 'ABCE';
  fc.assert(
    fc.property(fc.array(level, { minLength: 14, maxLength: 14 }), fc.integer({ min: 0, max: 13 }), (values, index) => {
      const answers = Object.fromEntries(values.map((value, each) => [5 + each, value]));
      const worse = { ...answers, [5 + index]: Math.min(4, (values[index] ?? 0) + 1) };
      const [before, after] = [answers, worse].map((each) => severity.indexOf(lettersFor('mucocutaneous', each)));
      assert.ok((after ?? 9) <= (before ?? 0));
    }),
  );
});

test('no item stands in two lists of its system, and none is left out', () => {
  const systems = { ...genericLists, cardiorespiratory: defaultBilagOptions.cardiorespiratory };
  for (const [system, first, list] of letters) {
    const { A, B, C } = systems[system as keyof typeof systems];
    assert.equal(A.length + B.length + C.length, list.length, `${system} from ${first}`);
    assert.equal(new Set([...A, ...B, ...C]).size, list.length, system);
  }
});

test('a finding names the item that it rests on', () => {
  const rows = [
    [gradedItem(39, 'A'), 2, 'severe myositis', 39],
    [gradedFinding(88, 3), 3, 'active urinary sediment', 88],
  ] as const;
  for (const [graded, severity, rule, item] of rows)
    assert.deepEqual(
      itemFindings(graded, () => exactly(one)),
      [{ severity, branches: [{ rule, items: [item] }] }],
    );
});
