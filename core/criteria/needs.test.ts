import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ask, type ChartFacts } from './given.ts';
import { minimalNeeds, type NeedSet } from './needs.ts';

const spelt = (short: string): string => short.replace(/\b[A-Z]\b/g, (letter) => `judged "${letter}"`);
type Answers = Readonly<Record<string, 'yes' | 'no'>>;

const proofOf = (short: string, judged: Answers) => ask(spelt(short), { judged }, 'week 4');

const lettersOf = (set: NeedSet): string =>
  set.map((missing) => (missing.kind === 'judgement' ? missing.text : missing.kind)).join('');

/** Sets for true and for false: `A BC` is A alone, or B and C together. */
const needs = (short: string, judged: Answers, wanted: 'true' | 'false'): string =>
  minimalNeeds(proofOf(short, judged), wanted)
    .map((set) => [...lettersOf(set)].toSorted().join(''))
    .toSorted()
    .join(' ');

const rows: readonly (readonly [string, Answers, string, string])[] = [
  ['A', {}, 'A', 'A'],
  ['A', { A: 'yes' }, '', ''],
  ['A and B', {}, 'AB', 'A B'],
  ['A or B', {}, 'A B', 'AB'],
  ['A and B', { A: 'yes' }, 'B', 'B'],
  ['not A', {}, 'A', 'A'],
  ['not (A and B)', {}, 'A B', 'AB'],
  ['A and (B or C)', {}, 'AB AC', 'A BC'],
  ['at least 2 of (A; B; C)', {}, 'AB AC BC', 'AB AC BC'],
  ['at least 2 of (A; B; C)', { A: 'yes' }, 'B C', 'BC'],
  ['at least 1 of (A; B; C)', {}, 'A B C', 'ABC'],
  ['(if A then B else C)', {}, 'AB AC BC', 'AB AC BC'],
  ['(if A then B else C)', { A: 'yes' }, 'B', 'B'],
  ['(if A then B else C)', { B: 'yes', C: 'no' }, 'A', 'A'],
  ['(if A and B then C else D)', { C: 'yes', D: 'no' }, 'AB', 'A B'],
  ['(if A then B else undefined "none")', {}, 'AB', 'AB'],
  ['any available of (A; B)', {}, 'A B', 'A B'],
  ['first available of (A; B)', {}, 'A B', 'A B'],
  ['undefined "none"', {}, '', ''],
  ['A or undefined "none"', {}, 'A', ''],
];
for (const [short, judged, forTrue, forFalse] of rows)
  test(`${short} ${JSON.stringify(judged)} needs ${forTrue || 'nothing'} to hold, ${forFalse || 'nothing'} not to`, () => {
    assert.equal(needs(short, judged, 'true'), forTrue);
    assert.equal(needs(short, judged, 'false'), forFalse);
  });

test('the first set is the shortest', () => {
  const sets = minimalNeeds(proofOf('(A and B) or C', {}), 'true');
  assert.deepEqual(sets.map(lettersOf), ['C', 'AB']);
});

/** What is undecided for another reason than missing items can be helped only by another term that holds. */
const censored: readonly (readonly [string, ChartFacts['items'], string, string])[] = [
  ['any available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)', { 'UPCR at week 4': '<0.8 g/g' }, 'protein-24h', ''],
  ['first available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)', { 'UPCR at week 4': '<0.8 g/g' }, '', ''],
  [
    'first available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)',
    { 'protein-24h at week 4': '<0.8 g/24h' },
    'UPCR',
    'UPCR',
  ],
  ['UPCR < 0.5 g/g and PGA < 1', { 'UPCR at week 4': '<0.8 g/g' }, '', 'PGA'],
];
for (const [sentence, items, forTrue, forFalse] of censored)
  test(`${sentence}, with ${JSON.stringify(items)}, needs ${forTrue || 'what nobody can give'} to hold`, () => {
    const proof = ask(sentence, { items: items ?? {} }, 'week 4');
    const itemsIn = (wanted: 'true' | 'false') =>
      minimalNeeds(proof, wanted)
        .map((set) => set.map((missing) => (missing.kind === 'item' ? missing.item : missing.kind)).join('+'))
        .join(' ');
    assert.equal(itemsIn('true'), forTrue);
    assert.equal(itemsIn('false'), forFalse);
  });

/** Trees of connectives in which each letter stands once, so that items are independent. */
const treeOf = (withAlternatives: boolean): fc.Arbitrary<string> => {
  const { tree } = fc.letrec<{ tree: string }>((tie) => {
    const two = fc.tuple(tie('tree'), tie('tree'));
    const three = fc.tuple(tie('tree'), tie('tree'), tie('tree'));
    const kleene = [
      fc.constant('_'),
      tie('tree').map((inner) => `not (${inner})`),
      two.map(([a, b]) => `((${a}) and (${b}))`),
      two.map(([a, b]) => `((${a}) or (${b}))`),
      three.map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
      three.map(([a, b, c]) => `at least 2 of (${a}; ${b}; ${c})`),
    ];
    const alternatives = [
      two.map(([a, b]) => `any available of (${a}; ${b})`),
      two.map(([a, b]) => `first available of (${a}; ${b})`),
    ];
    return {
      tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, ...kleene, ...(withAlternatives ? alternatives : [])),
    };
  });
  return tree;
};
const numbered = (shape: string): string => {
  let next = 65;
  return shape.replaceAll('_', () => String.fromCharCode(next++));
};

const subsets = (letters: readonly string[]): readonly (readonly string[])[] => {
  const [first, ...others] = letters;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((set) => [set, [first, ...set]]);
};
const answersOf = (letters: readonly string[]): readonly Answers[] =>
  letters.reduce<readonly Answers[]>(
    (all, letter) =>
      all.flatMap((each) => [
        { ...each, [letter]: 'yes' as const },
        { ...each, [letter]: 'no' as const },
      ]),
    [{}],
  );

/** Sets of letters of which some answers give `wanted`, without any that contains a smaller one: by trying them all. */
const tried = (short: string, given: Answers, letters: readonly string[], wanted: 'true' | 'false'): string => {
  const settles = (set: readonly string[]): boolean =>
    answersOf(set).some((answers) => proofOf(short, { ...given, ...answers }).truth === wanted);
  const all = subsets(letters).filter(settles);
  return all
    .filter((set) => !all.some((smaller) => smaller.length < set.length && smaller.every((each) => set.includes(each))))
    .map((set) => set.toSorted().join(''))
    .toSorted()
    .join(' ');
};

const known = fc.array(fc.constantFrom('yes', 'no', undefined), { maxLength: 6 });

/** Trees of connectives with some letters answered; with alternatives, which may change their mind, none. */
const searches: readonly (readonly [
  string,
  fc.Arbitrary<string>,
  fc.Arbitrary<readonly ('yes' | 'no' | undefined)[]>,
])[] = [
  ['Kleene connectives', treeOf(false), known],
  ['alternatives too', treeOf(true), fc.constant([])],
];
for (const [what, tree, answers] of searches)
  test(`the sets are those that trying every answer finds: ${what}`, () => {
    let asked = 0;
    fc.assert(
      fc.property(tree, answers, (shape, given) => {
        const short = numbered(shape);
        const letters = [...short.matchAll(/\b[A-Z]\b/g)].map(([letter]) => letter);
        if (letters.length > 5) return;
        const judged: Record<string, 'yes' | 'no'> = {};
        letters.forEach((letter, index) => {
          const answer = given[index];
          if (answer !== undefined) judged[letter] = answer;
        });
        if (proofOf(short, judged).truth !== 'unknown') return;
        asked += 1;
        const open = letters.filter((letter) => judged[letter] === undefined);
        for (const wanted of ['true', 'false'] as const)
          assert.equal(needs(short, judged, wanted), tried(short, judged, open, wanted), `${short} ${wanted}`);
      }),
      { numRuns: 400, seed: 8 },
    );
    assert(asked > 100);
  });

test('a long list of alternatives stays within bounds', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const start = performance.now();
  assert.deepEqual(
    minimalNeeds(proofOf(`at least 13 of (${letters.join('; ')})`, {}), 'true').map((set) => set.length),
    [26],
  );
  const pairs = letters
    .slice(0, 24)
    .reduce((all, letter, index) => (index % 2 === 0 ? `${all}(${letter} or ` : `${all}${letter}) and `), '');
  const sets = minimalNeeds(proofOf(`${pairs}Y`, {}), 'true');
  assert(sets.length > 0 && sets.length <= 64);
  assert(performance.now() - start < 2000);
});
