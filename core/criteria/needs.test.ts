import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sayMissing } from './explain.ts';
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

/** Sentences with thousands of sets; in characters as long as a form may hold. */
const letter = (index: number): string => `judged "${index}" at screening`;
const some = (count: number, of: number, term: (index: number) => string): string =>
  `at least ${count} of (${Array.from({ length: of }, (_, index) => term(index)).join('; ')})`;
const vast: readonly (readonly [string, string, number])[] = [
  ['ifs in the test', `${'(if '.repeat(19)}fertile${' then pregnant else lactating)'.repeat(19)}`, 2],
  ['a choice of choices', some(6, 12, (row) => some(2, 5, (index) => letter(5 * row + index))), 12],
  [
    'a choice of triples',
    some(6, 12, (row) => `(${letter(3 * row)} or ${letter(3 * row + 1)} or ${letter(3 * row + 2)})`),
    6,
  ],
  ['pairs', Array.from({ length: 50 }, (_, row) => `(${letter(2 * row)} or ${letter(2 * row + 1)})`).join(' and '), 50],
];
for (const [what, sentence, shortest] of vast)
  test(`${what} end soon, with a set of ${shortest}`, () => {
    const proof = ask(sentence, {}, 'week 4');
    const start = performance.now();
    const sets = minimalNeeds(proof, 'true');
    assert(performance.now() - start < 400);
    assert.equal(sets[0]?.length, shortest);
    assert(sets.length <= 64);
  });

test('choices among shared items end soon too, with fewer than all of them', () => {
  const sentence = some(6, 12, (row) => some(6, 12, (index) => letter((5 * row + index) % 17)));
  const proof = ask(sentence, {}, 'week 4');
  const start = performance.now();
  const sets = minimalNeeds(proof, 'true');
  assert(performance.now() - start < 400);
  assert(sets.length > 0 && sets.every((set) => set.length < 17));
});

const dates = { screening: '2026-05-18', baseline: '2026-06-01', 'week 4': '2026-06-29', 'week 24': '2026-11-16' };
const rituximab = 'received rituximab within 24 weeks before screening';
const signed = 'the medication history signed as complete through 2026-05-18';
const [in2025, in2026] = ['the exact date of rituximab of 2025', 'the exact date of rituximab of 2026'];
const year = (start: string) => ({ concept: 'rituximab', start });

/** Where any of several things would do; each set joined by +, and what is needed to hold, then not to. */
const alternatives: readonly (readonly [string, ChartFacts, string, string])[] = [
  [rituximab, { dates, history: [year('2025')] }, in2025, `${in2025} + ${signed}`],
  [
    rituximab,
    { dates, history: [year('2025'), year('2026')] },
    `${in2025} or ${in2026}`,
    `${in2025} + ${in2026} + ${signed}`,
  ],
  [rituximab, { dates }, signed, signed],
  [
    'received rituximab from screening to week 24',
    { dates: { screening: '2026-05-18' }, history: [year('2026')] },
    in2026,
    `${in2026} + the date of week 24`,
  ],
  [
    'received rituximab where (failed) within 24 weeks before screening',
    { dates, history: [year('2025')] },
    `rituximab of 2025: failed (not recorded) + ${in2025}`,
    `rituximab of 2025: failed (not recorded) + ${in2025} + ${signed}`,
  ],
  [
    'latest creatinine from baseline to week 24 > 2 mg/dL',
    { dates, items: { 'creatinine at baseline': '1 mg/dL' } },
    'creatinine at week 24 (not recorded)',
    'creatinine at week 24 (not recorded)',
  ],
  [
    'first creatinine from baseline to week 24 > 2 mg/dL',
    { dates, items: { 'creatinine at week 24': '1 mg/dL' } },
    'creatinine at baseline (not recorded)',
    'creatinine at baseline (not recorded)',
  ],
  [
    'any available of (UPCR at screening > 1 g/g; protein-24h at screening > 1 g/24h)',
    { dates, items: { 'UPCR at screening': 'not done' } },
    'protein-24h at screening (not recorded)',
    'protein-24h at screening (not recorded)',
  ],
  [
    'UPCR at screening > 1 g/g',
    { dates, items: { 'UPCR at screening': 'not done' } },
    'UPCR at screening (not done)',
    'UPCR at screening (not done)',
  ],
];
for (const [sentence, facts, forTrue, forFalse] of alternatives)
  test(`${sentence}, with ${JSON.stringify(facts.history ?? facts.items ?? {})}, needs ${forTrue} to hold`, () => {
    const proof = ask(sentence, facts);
    const said = (wanted: 'true' | 'false'): string =>
      minimalNeeds(proof, wanted)
        .map((set) => set.map(sayMissing).join(' + '))
        .join(' or ');
    assert.deepEqual([said('true'), said('false')], [forTrue, forFalse]);
  });
