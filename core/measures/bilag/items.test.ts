import assert from 'node:assert/strict';
import test from 'node:test';
import { rational } from '#core/quantities/rational.ts';
import { bilagItem, bilagItemTable, findBilagItem, itemsBySystem, itemsOfSystem } from './items.ts';

/** First and last item of each system on the form of September 2009 (isenberg2005, yee2010). */
const spans = [
  ['constitutional', 1, 4],
  ['mucocutaneous', 5, 18],
  ['neuropsychiatric', 19, 38],
  ['musculoskeletal', 39, 43],
  ['cardiorespiratory', 44, 55],
  ['gastrointestinal', 56, 64],
  ['ophthalmic', 65, 77],
  ['renal', 78, 89],
  ['haematological', 90, 97],
] as const;

test('97 items, numbered from 1 in the order of the form', () => {
  assert.deepEqual(
    bilagItemTable.map(({ number }) => number),
    Array.from({ length: 97 }, (_, index) => index + 1),
  );
});

test('each system has its stretch of the form', () => {
  for (const [system, first, last] of spans) {
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    assert.deepEqual(itemsOfSystem(system), numbers, system);
    assert.equal(itemsBySystem[system].first, first, system);
  }
});

test('how an item is answered: ordinal but for 78 to 94, 96 and 97', () => {
  const numbersOf = (type: string) =>
    bilagItemTable.filter(({ answer }) => answer.type === type).map(({ number }) => number);
  assert.deepEqual(numbersOf('yes/no'), [80, 85, 88, 89, 96, 97]);
  assert.deepEqual(numbersOf('dipstick'), [81]);
  assert.deepEqual(numbersOf('amount'), [78, 79, 82, 83, 84, 86, 87, 90, 91, 92, 93, 94]);
  assert.equal(numbersOf('ordinal').length, 97 - 6 - 1 - 12);
});

test('numbers compare in the units of the form', () => {
  const rows = [
    [78, 'mm[Hg]'],
    [79, 'mm[Hg]'],
    [82, 'mg/mmol'],
    [83, 'mg/mmol'],
    [84, 'g/24h'],
    [86, 'umol/L'],
    [87, 'mL/min/1.73m2'],
    [90, 'g/dL'],
    [91, '10*9/L'],
    [92, '10*9/L'],
    [93, '10*9/L'],
    [94, '10*9/L'],
  ] as const;
  for (const [number, unit] of rows) {
    const { answer } = bilagItem(number);
    assert.equal(answer.type === 'amount' && answer.units[0], unit, String(number));
  }
});

test('a label stands at its number', () => {
  const rows = [
    [1, /fever/],
    [5, /severe skin eruption/],
    [6, /mild skin/],
    [9, /severe mucosal/],
    [15, /severe alopecia/],
    [18, /splinter/],
    [24, /psychosis/],
    [31, /status epilepticus/],
    [36, /ataxia/],
    [38, /intracranial/],
    [39, /severe myositis/],
    [40, /mild myositis/],
    [41, /severe arthritis/],
    [43, /mild arthritis/],
    [44, /mild myocarditis/],
    [45, /cardiac failure/],
    [48, /pleurisy/],
    [55, /coronary/],
    [57, /ascites/],
    [64, /pancreatitis/],
    [66, /severe keratitis/],
    [69, /severe posterior uveitis/],
    [72, /severe scleritis/],
    [75, /cotton-wool/],
    [77, /optic neuropathy/],
    [80, /accelerated hypertension/],
    [82, /albumin/],
    [85, /nephrotic/],
    [88, /sediment/],
    [89, /nephritis/],
    [95, /thrombotic thrombocytopenic purpura/],
    [96, /haemolysis/],
    [97, /Coombs/],
  ] as const;
  for (const [number, words] of rows) assert.match(bilagItem(number).label, words);
});

test('labels are short, and no two are alike', () => {
  const labels = bilagItemTable.map(({ label }) => label);
  assert.equal(new Set(labels).size, 97);
  for (const label of labels) assert.match(label, /^[a-z][^.]{3,50}$/);
});

test('a number that is no item', () => {
  for (const number of [0, 98, 1.5, -1]) {
    assert.equal(findBilagItem(number), undefined);
    assert.throws(() => bilagItem(number), /BILAG-2004 has no item/);
  }
  assert.equal(findBilagItem(97), bilagItem(97));
});

/** The molar mass of creatinine, 113.12 g/mol, converts its ratios too; nothing else on the form is a molar amount. */
test('creatinine has its molar mass', () => {
  const masses = bilagItemTable.flatMap(({ number, answer }) =>
    'molarMass' in answer ? [[number, answer.molarMass] as const] : [],
  );
  const creatinine = rational(11_312, 100);
  assert.deepEqual(masses, [
    [82, creatinine],
    [83, creatinine],
    [86, creatinine],
  ]);
});
