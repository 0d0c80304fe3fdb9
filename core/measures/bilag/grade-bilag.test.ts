import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#core/quantities/truth.ts';
import { type Answers, assessment, closed, involved, lettersOf, wholeAssessment, withinSystem } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import type { BilagValue } from './item-state.ts';
import { bilagItem, bilagItemTable, itemsOfSystem } from './items.ts';
import { type BilagSystem, bilagPoints, bilagSystems } from './systems.ts';

/** Rules of yee2010; worked examples B1 to B3 with the other systems at rest. */
const all = (answers: Answers, before: ReadonlyMap<BilagSystem, Truth> = involved([])): string => {
  const { systems } = gradeBilag(wholeAssessment(answers), undefined, before, closed);
  return bilagSystems.map((system) => lettersOf(systems[system])).join(' ');
};

test('B1: renal A, the others never involved; total 12', () => {
  const letters = all({ 83: 180, 88: 'yes', 86: 80, 78: 130, 79: 80 });
  assert.equal(letters, 'E E E E E E E A E');
  assert.equal(bilagPoints.A, 12);
});

test('each system is graded from its own items, and the nine stand side by side', () => {
  assert.equal(all({ 1: 2, 5: 2, 30: 2, 43: 1, 45: 1, 57: 2, 71: 1, 80: 'yes', 94: 20 }), 'B A B C B B C B A');
});

test('inactive: D when involved before, E when never, both when nobody knows', () => {
  const rows: readonly (readonly [Truth | undefined, string, readonly string[]])[] = [
    ['true', 'D', ['involved before']],
    ['false', 'E', ['never involved']],
    ['unknown', 'D/E', ['involved before', 'never involved']],
    [undefined, 'D/E', ['involved before', 'never involved']],
  ];
  for (const [truth, expected, rules] of rows) {
    const before = new Map(truth === undefined ? [] : [['renal', truth] as const]);
    const { renal } = gradeBilag(wholeAssessment({}), undefined, before, closed).systems;
    assert.equal(lettersOf(renal), expected);
    assert.deepEqual(
      renal.possible.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)),
      rules,
    );
  }
});

test('an active system is graded the same whether it was involved before or not', () => {
  assert.equal(all({ 5: 2 }, involved(['mucocutaneous'])), 'E A E E E E E E E');
});

test('a grade that leans on items taken as absent is a lower bound, but for an A', () => {
  const { systems } = gradeBilag(wholeAssessment({ 88: 'yes', 94: 20 }), undefined, involved([]), closed);
  assert.deepEqual(
    [systems.renal, systems.haematological, systems.mucocutaneous].map(({ isLowerBound }) => isLowerBound),
    [true, false, false],
  );
});

test('answers that no rule takes are listed, and leave the system open', () => {
  const now: Answers = { 5: 7, 83: 'yes', 88: 1, 98: 2, 0: 'yes', 84: -1, 6: 2 };
  const { systems, refused } = gradeBilag(assessment(now), assessment({ 86: Number.NaN, 99: 1 }), involved([]));
  assert.deepEqual(
    refused.map(({ assessment: of, item, why }) => `${of} ${item} ${why}`),
    [
      'this 0 no such item',
      'this 5 no whole number from 0 to 4',
      'this 83 no number',
      'this 84 below zero',
      'this 88 neither yes nor no',
      'this 98 no such item',
      'previous 86 no number',
      'previous 99 no such item',
    ],
  );
  assert.equal(lettersOf(systems.mucocutaneous), 'A/B');
  assert.equal(lettersOf(systems.renal), 'A/B/C/E');
  assert.equal(systems.renal.isAnswered, false);
});

test('without an option the renal rule is the published one and missing items stay open', () => {
  const { systems } = gradeBilag(assessment({ 83: 180 }), undefined, involved([]));
  assert.equal(lettersOf(systems.renal), 'A/B');
  assert.equal(systems.renal.isLowerBound, false);
});

const answerTo = (item: number): fc.Arbitrary<BilagValue> => {
  const { answer } = bilagItem(item);
  if (answer.type === 'ordinal') return fc.integer({ min: 0, max: 4 });
  if (answer.type === 'yes/no') return fc.constantFrom('yes', 'no');
  if (answer.type === 'dipstick') return fc.integer({ min: 0, max: 3 });
  return fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant('no' as const));
};
const items = bilagItemTable.map(({ number }) => number);
const whole = fc
  .tuple(...items.map(answerTo))
  .map((values): Answers => Object.fromEntries(values.map((value, index) => [index + 1, value])));

test('whatever is hidden of 97 answers, each grade of the whole stays possible and no reason names what is hidden', () => {
  fc.assert(
    fc.property(whole, whole, fc.subarray(items), (now, before, hidden) => {
      // What is hidden is taken as due to lupus: a haemoglobin that is not would undo the haemolysis.
      fc.pre(!hidden.includes(90) || now[90] !== 'no');
      const open = new Map([...assessment(now)].filter(([item]) => !hidden.includes(item)));
      const full = gradeBilag(assessment(now), assessment(before), involved([])).systems;
      const part = gradeBilag(open, assessment(before), involved([])).systems;
      for (const system of bilagSystems) {
        assert.ok(lettersOf(part[system]).includes(lettersOf(full[system])), system);
        assert.equal(full[system].possible.length, 1);
        assert.equal(full[system].wanting.length, 0);
        const [only, another] = part[system].possible;
        if (another === undefined && only?.grade === 'A')
          assert.ok(only.reasons.every(({ items: used }) => used.every((item) => !hidden.includes(item))));
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of the answers, and the answers of other systems, do not matter', () => {
  fc.assert(
    fc.property(whole, (now) => {
      const forward = gradeBilag(assessment(now), undefined, involved([])).systems;
      const backward = gradeBilag(new Map([...assessment(now)].toReversed()), undefined, involved([])).systems;
      assert.deepEqual(backward, forward);
      for (const system of bilagSystems) {
        const alone = gradeBilag(withinSystem(system, assessment(now)), undefined, involved([])).systems;
        assert.deepEqual(alone[system], forward[system]);
      }
    }),
    { numRuns: 30 },
  );
});

test('a reason names items of its own system only', () => {
  fc.assert(
    fc.property(whole, (now) => {
      const { systems } = gradeBilag(assessment(now), undefined, involved([]));
      for (const system of bilagSystems)
        for (const { grade, reasons } of systems[system].possible)
          for (const reason of reasons) {
            assert.equal(reason.system, system);
            assert.equal(reason.grade, grade);
            assert.ok(reason.items.every((item) => itemsOfSystem(system).includes(item)));
          }
    }),
    { numRuns: 30 },
  );
});

test('a grade that may still be an A is a lower bound all the same; what is taken is not refused', () => {
  const { systems, refused } = gradeBilag(assessment({ 83: 180, 89: 'not done' }), undefined, involved([]), closed);
  assert.equal(lettersOf(systems.renal), 'A/B');
  assert.equal(systems.renal.isLowerBound, true);
  assert.deepEqual(refused, []);
  assert.deepEqual(gradeBilag(assessment({ 83: 180 }), assessment({ 83: 90 }), involved([])).refused, []);
});
