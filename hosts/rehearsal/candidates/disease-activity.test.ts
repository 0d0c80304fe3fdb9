import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { type Candidate, drawCandidate } from './candidate.ts';
import { acrPresent, bilagGrade, hasAna, hasCasts, pgaOf, sledaiPresent, sliccPresent } from './disease-activity.ts';
import { type Draws, openDraws } from './draws.ts';

/** Results of somebody in whom nothing is active. */
const quiet = {
  UPCR: 0.1,
  'protein-24h': 0.1,
  'urine-RBC': 1,
  'urine-WBC': 1,
  C3: 1.1,
  C4: 0.25,
  'anti-dsDNA': 5,
  temperature: 36.6,
  platelets: 250,
  leucocytes: 6,
  'ANA-titre': 20,
} as const;

type Result = keyof typeof quiet;

const isResult = (id: string): id is Result => Object.hasOwn(quiet, id);

/** Draws of which every chance comes out alike. */
const always = (comes: boolean): Draws => ({
  uniform: () => 0.5,
  normal: () => 0,
  chance: () => comes,
  between: (least) => least,
  weighted: ([first]) => first[0],
});

interface Planted {
  readonly results?: Partial<Record<Result, number>>;
  readonly chance?: boolean;
  readonly more?: Partial<Candidate>;
}

const drawn = drawCandidate('C-1', openDraws(secretFromSeed(1))(1));

/** Somebody with these results, the others being quiet, whose own chances all come out alike. */
const somebody = ({ results = {}, chance = false, more = {} }: Planted = {}): Candidate => ({
  ...drawn,
  draws: () => always(chance),
  biopsyDaysAgo: undefined,
  hasResolved: () => false,
  hasImproved: false,
  result: (id) => {
    if (!isResult(id)) return undefined;
    const value = { ...quiet, ...results }[id];
    return { value, exact: value, written: String(value), unit: '' };
  },
  ...more,
});

/** An item of SLEDAI-2K, a result, the value at which it is not yet present, and one at which it is (Gladman 2002: strict limits). */
const limits: readonly (readonly [string, Result, number, number])[] = [
  ['proteinuria', 'protein-24h', 0.5, 0.51],
  ['haematuria', 'urine-RBC', 5, 6],
  ['pyuria', 'urine-WBC', 5, 6],
  ['low-complement', 'C3', 0.9, 0.89],
  ['low-complement', 'C4', 0.1, 0.09],
  ['increased-dna-binding', 'anti-dsDNA', 30, 30.5],
  ['fever', 'temperature', 38, 38.1],
  ['thrombocytopenia', 'platelets', 100, 99],
  ['leucopenia', 'leucocytes', 3, 2.9],
];
for (const [item, result, not, present] of limits)
  test(`${item}: not at ${result} ${not}, at ${present} it is`, () => {
    const at = (value: number) => sledaiPresent(somebody({ results: { [result]: value } }), item);
    assert.deepEqual([at(not), at(present)], [false, true]);
  });

test('an item that a result decides does not hang on chance, and does not resolve by itself', () => {
  assert.equal(sledaiPresent(somebody({ chance: true }), 'fever'), false);
  const resolved = somebody({ results: { temperature: 39 }, more: { hasResolved: () => true } });
  assert.equal(sledaiPresent(resolved, 'fever'), true);
});

test('another item comes by its chance and goes when it has resolved', () => {
  assert.equal(sledaiPresent(somebody({ chance: true }), 'rash'), true);
  assert.equal(sledaiPresent(somebody({ chance: false }), 'rash'), false);
  assert.equal(
    sledaiPresent(somebody({ chance: true, more: { hasResolved: (item) => item === 'rash' } }), 'rash'),
    false,
  );
});

test('casts are seen only where red cells are', () => {
  assert.equal(hasCasts(somebody({ chance: true, results: { 'urine-RBC': 5 } })), false);
  assert.equal(hasCasts(somebody({ chance: true, results: { 'urine-RBC': 6 } })), true);
  assert.equal(hasCasts(somebody({ chance: false, results: { 'urine-RBC': 60 } })), false);
});

test('antinuclear antibodies from a titre of 80 on', () => {
  assert.deepEqual(
    [40, 79, 80, 320].map((titre) => hasAna(somebody({ results: { 'ANA-titre': titre } }))),
    [false, false, true, true],
  );
});

/** What is there today, and the criterion of ACR 1997 that was met by it. */
const acr: readonly (readonly [string, Planted, boolean])[] = [
  ['ana', { results: { 'ANA-titre': 640 } }, true],
  ['ana', { chance: true }, false],
  ['immunologic', { results: { 'anti-dsDNA': 100 } }, true],
  ['immunologic', { chance: true }, true],
  ['immunologic', {}, false],
  ['renal', { results: { 'protein-24h': 2 } }, true],
  ['renal', { chance: true }, false],
  ['haematologic', { results: { platelets: 50 } }, true],
  ['haematologic', { results: { leucocytes: 2 } }, true],
  ['haematologic', {}, false],
  ['arthritis', { chance: true }, true],
  ['malar-rash', {}, false],
];
for (const [item, planted, expected] of acr)
  test(`ACR 1997 ${item} with ${JSON.stringify(planted)}: ${expected}`, () =>
    assert.equal(acrPresent(somebody(planted), item), expected));

/** The same of SLICC 2012. */
const slicc: readonly (readonly [string, Planted, boolean])[] = [
  ['biopsy-proven-nephritis', { more: { biopsyDaysAgo: 30 } }, true],
  ['biopsy-proven-nephritis', { chance: true }, false],
  ['ana', { results: { 'ANA-titre': 80 } }, true],
  ['anti-dsDNA', { results: { 'anti-dsDNA': 31 } }, true],
  ['anti-dsDNA', { chance: true }, false],
  ['renal', { results: { 'protein-24h': 0.6 } }, true],
  ['low-complement', { results: { C3: 0.5 } }, true],
  ['low-complement', { chance: true }, false],
  ['leucopenia', { results: { leucocytes: 1 } }, true],
  ['alopecia', { chance: true }, true],
  ['oral-ulcers', {}, false],
];
for (const [item, planted, expected] of slicc)
  test(`SLICC 2012 ${item} with ${JSON.stringify(planted)}: ${expected}`, () =>
    assert.equal(sliccPresent(somebody(planted), item), expected));

/** System, what is planted, and its grade. */
const grades: readonly (readonly [string, Planted, string])[] = [
  ['renal', { results: { UPCR: 0.4 } }, 'C'],
  ['renal', { results: { UPCR: 0.5 } }, 'B'],
  ['renal', { results: { UPCR: 1 } }, 'B'],
  ['renal', { results: { UPCR: 1.1 } }, 'B'],
  ['renal', { results: { UPCR: 1.1, 'urine-RBC': 10 } }, 'A'],
  ['renal', { results: { UPCR: 1.1, 'urine-RBC': 10 }, more: { hasImproved: true } }, 'B'],
  ['constitutional', { results: { temperature: 39 } }, 'B'],
  ['constitutional', {}, 'E'],
  ['neuropsychiatric', { chance: true }, 'A'],
  ['mucocutaneous', { chance: true }, 'B'],
  ['haematological', { results: { leucocytes: 2 } }, 'C'],
  ['gastrointestinal', { chance: true }, 'E'],
];
for (const [system, planted, grade] of grades)
  test(`BILAG-2004 ${system} with ${JSON.stringify(planted)}: ${grade}`, () =>
    assert.equal(bilagGrade(somebody(planted), system), grade));

test("the physician's assessment rises with the protein, from 0 to 3 and not beyond", () => {
  const at = (UPCR: number): string => pgaOf(somebody({ results: { UPCR } }));
  // log2(1 + UPCR): 0, 1, 2, 3, then its end
  assert.deepEqual([0, 1, 3, 7, 20].map(at), ['0.0', '1.0', '2.0', '3.0', '3.0']);
});

test('a result that no table says is a fault of ours, and is thrown', () =>
  assert.throws(() => pgaOf(somebody({ more: { result: () => undefined } })), /no table says UPCR of virtual people/));
