import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  type Answers,
  assessment,
  closed,
  involved,
  lettersFor,
  lettersOf,
  lettersOfOpen,
  wholeAssessment,
} from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import { type BilagOptions, defaultBilagOptions } from './options.ts';

/** The six criteria of yee2010, each by an answer that makes it alone. */
const criteria: Readonly<Record<string, Answers>> = {
  protein: { 83: 180 },
  hypertension: { 80: 'yes' },
  function: { 86: 200 },
  sediment: { 88: 'yes' },
  nephritis: { 89: 'yes' },
  nephrotic: { 85: 'yes' },
};
const names = Object.keys(criteria);
const leading = ['protein', 'sediment', 'nephritis'];
const healthy: Answers = {
  78: 120,
  79: 70,
  80: 'no',
  81: 0,
  82: 1,
  83: 5,
  84: 0.1,
  85: 'no',
  86: 70,
  87: 100,
  88: 'no',
  89: 'no',
};

test('one criterion makes a B; two make an A when protein, sediment or nephritis is one of them', () => {
  for (const one of names) {
    assert.equal(lettersFor('renal', criteria[one] ?? {}), 'B', one);
    for (const two of names.filter((name) => name !== one)) {
      const expected = leading.includes(one) || leading.includes(two) ? 'A' : 'B';
      assert.equal(lettersFor('renal', { ...criteria[one], ...criteria[two] }), expected, `${one} ${two}`);
    }
  }
  assert.equal(lettersFor('renal', { 80: 'yes', 85: 'yes', 86: 200 }), 'B', 'none of them leads');
  assert.equal(lettersFor('renal', {}), 'E');
});

test('worked examples B1, B2, B3', () => {
  assert.equal(lettersFor('renal', { 83: 180, 88: 'yes', 86: 80, 78: 130, 79: 80 }), 'A', 'B1');
  assert.equal(lettersFor('renal', { 83: 140, 86: 82 }, closed, { 83: 180 }), 'B', 'B2');
  assert.equal(lettersFor('renal', { 83: 90 }, closed, { 83: 140 }), 'C', 'B3');
  const vba: BilagOptions = { ...closed, dialect: 'access-vba' };
  const { systems } = gradeBilag(wholeAssessment({ 83: 90 }), assessment({ 83: 140 }), involved(['renal']), vba);
  assert.equal(lettersOf(systems.renal), 'D', 'B3, access-vba');
});

test('moderate findings make a B without any criterion, and add none to one', () => {
  const rows: readonly (readonly [Answers, Answers | undefined, string])[] = [
    [{ 83: 60 }, undefined, 'B'],
    [{ 83: 60, 88: 'yes' }, undefined, 'B'],
    [{ 86: 140 }, { 86: 120 }, 'B'],
    [{ 86: 140, 88: 'yes' }, { 86: 120 }, 'B'],
    [{ 83: 30 }, undefined, 'C'],
    [{ 78: 160, 79: 100 }, { 78: 120, 79: 70 }, 'C'],
    [{ 83: 30, 78: 160, 79: 100 }, { 78: 120, 79: 70 }, 'C'],
    [{ 81: 2 }, undefined, 'B'],
    [{ 81: 2, 88: 'yes' }, undefined, 'A'],
    [{ 81: 2, 88: 'yes' }, { 81: 1 }, 'B'],
  ];
  for (const [now, previous, expected] of rows)
    assert.equal(lettersFor('renal', now, closed, previous), expected, JSON.stringify(now));
});

test('the branches that decide are told, and those of a lower grade are not', () => {
  const reasons = (answers: Answers, previous?: Answers) =>
    gradeBilag(wholeAssessment(answers), previous && assessment(previous), involved([]), closed)
      .systems.renal.possible.flatMap((possible) => possible.reasons)
      .map(({ grade, rule, items }) => `${grade} ${items.join()} ${rule}`);
  assert.deepEqual(reasons({ 83: 180, 88: 'yes', 78: 160, 79: 100 }, { 78: 120, 79: 70 }), [
    'A 83 deteriorating proteinuria',
    'A 88 active urinary sediment',
  ]);
  assert.deepEqual(reasons({ 85: 'yes', 83: 60 }), ['B 83 proteinuria not falling', 'B 85 nephrotic syndrome']);
  assert.deepEqual(reasons({ 83: 30, 86: 140 }, { 86: 120 }), ['B 86 rising creatinine']);
  assert.deepEqual(reasons({ 83: 30 }), ['C 83 proteinuria']);
  assert.deepEqual(reasons({}), ['E  never involved']);
});

test('missing answers: open, with one measure of a kind enough, and as nothing', () => {
  const one = 'open unless an alternative was done' as const;
  const { 82: _albumin, 84: _in24h, 81: _dipstick, 87: _filtration, ...usual } = healthy;
  const { 88: _sediment, ...withoutSediment } = usual;
  const rows: readonly (readonly [Answers, BilagOptions['notDone'], string])[] = [
    [healthy, 'open', 'E'],
    [usual, 'open', 'A/B/C/E'],
    [usual, one, 'E'],
    [{ ...usual, 83: 30 }, one, 'C'],
    [withoutSediment, one, 'B/E'],
    [{ ...withoutSediment, 83: 180 }, one, 'A/B'],
    [{ ...withoutSediment, 83: 180, 89: 'yes' }, 'open', 'A'],
    [{ 83: 180, 88: 'yes' }, 'open', 'A'],
    [{ 88: 'yes' }, 'open', 'A/B'],
    [{ 83: 5 }, 'open', 'A/B/C/E'],
    [{ 83: 60, 84: 'not done', 82: 'not done', 88: 'not done' }, 'contributes nothing', 'A/B'],
    [{ ...healthy, 84: 'not done', 88: 'not done' }, 'contributes nothing', 'E'],
  ];
  for (const [answers, notDone, expected] of rows)
    assert.equal(
      lettersOfOpen('renal', answers, { ...defaultBilagOptions, notDone }),
      expected,
      JSON.stringify(answers),
    );
});

const grid = Array.from({ length: 401 }, (_, value) => value);
const dialect = fc.constantFrom('paper2009' as const, 'access-vba' as const);
const twenties = fc.integer({ min: 0, max: 12 }).map((value) => value * 20);

test('one hidden number: what stays possible is exactly what a fine grid of values comes to', () => {
  const yesNo = fc.constantFrom('yes' as const, 'no' as const);
  const hidden = fc.constantFrom(78, 79, 82, 83, 86, 87);
  fc.assert(
    fc.property(hidden, dialect, fc.option(twenties), yesNo, yesNo, (item, named, before, sediment, nephrotic) => {
      const options = { ...defaultBilagOptions, dialect: named };
      const previous =
        before === null ? {} : { 78: before, 79: before, 82: before, 83: before, 86: before, 87: before };
      const answers: Answers = { ...healthy, 78: 160, 79: 100, 88: sediment, 85: nephrotic };
      const grade = (values: ReadonlyMap<number, Answers[number]>) =>
        lettersOf(gradeBilag(values, assessment(previous), involved([]), options).systems.renal);
      const seen = new Set(grid.map((value) => grade(new Map([...assessment(answers), [item, value]]))));
      const { [item]: _, ...others } = answers;
      assert.equal(grade(assessment(others)), [...seen].toSorted().join('/'));
    }),
    { numRuns: 15 },
  );
});

const level = fc.integer({ min: 0, max: 3 });
const yes = fc.constantFrom('yes' as const, 'no' as const);
const complete = fc.record({
  78: fc.integer({ min: 80, max: 220 }),
  79: fc.integer({ min: 50, max: 130 }),
  80: yes,
  81: level,
  82: fc.integer({ min: 0, max: 250 }),
  83: fc.integer({ min: 0, max: 250 }),
  84: fc.integer({ min: 0, max: 250 }).map((value) => value / 100),
  85: yes,
  86: fc.integer({ min: 40, max: 300 }),
  87: fc.integer({ min: 10, max: 130 }),
  88: yes,
  89: yes,
});
const subset = fc.subarray([78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89]);
const possible = (answers: Answers, previous: Answers, options: BilagOptions): readonly string[] =>
  lettersOf(gradeBilag(assessment(answers), assessment(previous), involved([]), options).systems.renal).split('/');

test('whatever is hidden, at this assessment or unreadable before, the grade of the whole stays possible', () => {
  fc.assert(
    fc.property(complete, complete, subset, subset, dialect, (now, before, hidden, unreadable, named) => {
      const options = { ...defaultBilagOptions, dialect: named };
      const [grade = ''] = possible(now, before, options);
      const open = Object.fromEntries(Object.entries(now).filter(([item]) => !hidden.includes(Number(item))));
      const dim = { ...before, ...Object.fromEntries(unreadable.map((item) => [item, 'unreadable' as const])) };
      assert.ok(possible(open, dim, options).includes(grade));
      const blank = { ...now, ...Object.fromEntries(hidden.map((item) => [item, 'not done' as const])) };
      const [asAbsent = ''] = possible(blank, before, { ...closed, dialect: named });
      assert.ok(hidden.length === 12 || possible(blank, before, options).includes(asAbsent), 'a blank is one of them');
    }),
  );
});

test('more protein now, or less of it before, never makes a better grade', () => {
  const severity = 'ABCE';
  fc.assert(
    fc.property(complete, complete, dialect, fc.constantFrom(82, 83), fc.nat(100), (now, before, named, item, more) => {
      const options = { ...closed, dialect: named };
      const at = (a: Answers, b: Answers): number => severity.indexOf(possible(a, b, options).join());
      const grade = at(now, before);
      assert.ok(at({ ...now, [item]: (now[item as 83] ?? 0) + more }, before) <= grade);
      assert.ok(at(now, { ...before, [item]: Math.max(0, (before[item as 83] ?? 0) - more) }) <= grade);
    }),
  );
});
