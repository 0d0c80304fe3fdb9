import assert from 'node:assert/strict';
import test from 'node:test';
import { toNumber } from './exact-chance.ts';
import { armsOf, assertShares, goldenSecret, minimisationOf, peopleOf, scripted } from './given.ts';
import type { MinimisationMethod } from './minimisation.ts';
import { type AllocatedBefore, chanceOfPreferred, minimise, preferredArms } from './minimise.ts';
import { simulateMinimisation } from './simulate-minimisation.ts';
import { openStream } from './stream.ts';

const newcomer = { sex: 'man', site: 'north' };
/** Men elsewhere, women in the north, and women elsewhere, who share no level with the newcomer. */
const before = (men: string, north: string, others = ''): readonly AllocatedBefore[] => [
  ...peopleOf(men, { sex: 'man', site: 'south' }),
  ...peopleOf(north, { sex: 'woman', site: 'north' }),
  ...peopleOf(others, { sex: 'woman', site: 'south' }),
];
const sexTwice: Partial<MinimisationMethod> = {
  factors: [
    { id: 'sex', levels: ['woman', 'man'], weight: 2 },
    { id: 'site', levels: ['north', 'south'] },
  ],
};
const three = { arms: armsOf(1, 1, 1) };
const twoToOne = { arms: armsOf(2, 1) };
const variance = { measure: 'variance' } as const;

/*
 * Worked by hand. Men 3 and 1, north 1 and 3: to A gives 4–1 and 2–3, range 3 + 1; to B gives 3–2 and 1–4, range 1 + 3.
 * The sex counting twice, men 1 and 0, north 0 and 2: to A ranges 2 · 2 + 1, variances (four times) 2 · 4 + 1; to
 * B ranges 0 + 3, variances 0 + 9.
 * Three arms, men 0 1 2, north 3 1 0: to A 1 1 2 and 4 1 0, to B 0 2 2 and 3 2 0, to C 0 1 3 and 3 1 1; ranges 1 + 4,
 * 2 + 3, 3 + 2; nine times the variances 2 + 26, 8 + 14, 14 + 8.
 * Two to one, B counting twice: among nobody to A 1 0 and 1 0, to B 0 2 and 0 2; of men 2 1 and north 2 1 to A 3 2 and 3 2,
 * to B 2 4 and 2 4; of 3 1 and 3 1 to A 4 2 and 4 2, to B 3 4 and 3 4; of 4 1 and 2 1 to A 5 2 and 3 2, to B 4 4 and 2 4.
 */
const rows: readonly (readonly [
  change: Partial<MinimisationMethod>,
  before: readonly AllocatedBefore[],
  expected: string,
])[] = [
  [{}, [], 'AB'],
  [{}, before('', '', 'AAAAA'), 'AB'],
  [{}, before('A', ''), 'B'],
  [{}, before('A', 'B'), 'AB'],
  [{}, before('AAAB', 'ABBB'), 'AB'],
  [variance, before('AAAB', 'ABBB'), 'AB'],
  [sexTwice, before('AAAB', 'ABBB'), 'B'],
  [sexTwice, before('A', 'BB'), 'B'],
  [{ ...sexTwice, ...variance }, before('A', 'BB'), 'AB'],
  [three, [], 'ABC'],
  [three, before('A', ''), 'BC'],
  [three, before('AB', ''), 'C'],
  [three, before('BCC', 'AAAB'), 'ABC'],
  [{ ...three, ...variance }, before('BCC', 'AAAB'), 'BC'],
  [twoToOne, [], 'A'],
  [twoToOne, before('AAB', 'AAB'), 'A'],
  [twoToOne, before('AAAB', 'AAAB'), 'B'],
  [twoToOne, before('AAAAB', 'AAB'), 'B'],
];
for (const [change, people, expected] of rows) {
  const said = `${people.map(({ arm }) => arm).join('')} ${JSON.stringify(change)}`;
  test(`${said}: prefers ${expected}`, () =>
    assert.equal(
      preferredArms(minimisationOf(change), newcomer, people)
        .map(({ id }) => id)
        .join(''),
      expected,
    ));
}

// Drawn are the preferred one among those tied, then a number below 10 that prefers below 8, then one of the others.
const draws: readonly (readonly [change: Partial<MinimisationMethod>, drawn: readonly number[], expected: string])[] = [
  [three, [0, 3], 'B'],
  [three, [1, 0], 'C'],
  [three, [0, 8, 0], 'A'],
  [three, [0, 8, 1], 'C'],
  [three, [1, 8, 1], 'B'],
  [{ ...three, chance: { times: 1, outOf: 2 } }, [0, 2, 0], 'A'],
];
for (const [change, drawn, expected] of draws) {
  test(`draws ${drawn.join(' ')} of ${JSON.stringify(change.chance ?? 'the usual chance')}: ${expected}`, () =>
    assert.equal(minimise(minimisationOf(change), newcomer, before('A', ''), scripted(...drawn)), expected));
}

const drawMany = (draws: number, change: Partial<MinimisationMethod>, people: readonly AllocatedBefore[]) => {
  const stream = openStream(goldenSecret, 'million');
  const method = minimisationOf(change);
  return Array.from({ length: draws }, () => minimise(method, newcomer, people, stream));
};

test('a million draws: 4 out of 5 for the preferred arm, the rest shared by the others', () => {
  assertShares(drawMany(1_000_000, three, before('AB', '')), { C: 8, A: 1, B: 1 });
});

test('200,000 draws: two tied arms share their chance and that of the rest, (4/5 + 1/10) / 2 each', () => {
  assertShares(drawMany(200_000, three, before('A', '')), { A: 2, B: 9, C: 9 });
});

// 1 − (1 − p) (sum of the other ratios) / (sum of the ratios other than the smallest): `han2009`.
const chances: readonly (readonly [ratios: readonly number[], expected: readonly number[]])[] = [
  [
    [1, 1],
    [0.8, 0.8],
  ],
  [
    [2, 2, 2],
    [0.8, 0.8, 0.8],
  ],
  [
    [2, 1],
    [0.9, 0.8],
  ],
  [
    [1, 2, 3],
    [0.8, 0.84, 0.88],
  ],
];
for (const [ratios, expected] of chances) {
  test(`the chances of preferred arms of ${ratios.join(' to ')}`, () => {
    const method = minimisationOf({ arms: armsOf(...ratios) });
    const found = method.arms.map((arm) => toNumber(chanceOfPreferred(method, arm)));
    assert.deepEqual(found, expected);
  });
}

test('200,000 draws of 1 to 2 to 3: what is left goes to the others in their ratio', () => {
  const oneTwoThree = { arms: armsOf(1, 2, 3) };
  // Of men 1 to 4 to 6 and north 1 to 4 to 6, A is behind: 4/5, and of the fifth 2 to 3.
  const people = before('ABBBBCCCCCC', 'ABBBBCCCCCC');
  assertShares(drawMany(200_000, oneTwoThree, people), { A: 20, B: 2, C: 3 });
});

test('in the long run the ratio is kept', () => {
  const lists = simulateMinimisation(minimisationOf(twoToOne), 90, 500, goldenSecret);
  const first = lists.flat().filter((arm) => arm === 'A').length;
  // 60 of 90; lists differ by a participant or two, so the mean of 500 is known to about a tenth.
  assert.ok(Math.abs(first / lists.length - 60) < 0.5, `${first / lists.length} of 90`);
});
