import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rangeText, sittingWith, type Written } from './given.ts';
import { sledai2k, sledai2kClinical, sledai2kRenal } from './sledai-2k.ts';

/** Items and weights of gladman2002, written down a second time: 8 × 8, 6 × 4, 7 × 2, 3 × 1. */
const table: readonly (readonly [string, number])[] = [
  ['seizure', 8],
  ['psychosis', 8],
  ['organic-brain-syndrome', 8],
  ['visual-disturbance', 8],
  ['cranial-nerve', 8],
  ['lupus-headache', 8],
  ['cva', 8],
  ['vasculitis', 8],
  ['arthritis', 4],
  ['myositis', 4],
  ['urinary-casts', 4],
  ['haematuria', 4],
  ['proteinuria', 4],
  ['pyuria', 4],
  ['rash', 2],
  ['alopecia', 2],
  ['mucosal-ulcers', 2],
  ['pleurisy', 2],
  ['pericarditis', 2],
  ['low-complement', 2],
  ['increased-dna-binding', 2],
  ['fever', 1],
  ['thrombocytopenia', 1],
  ['leucopenia', 1],
];
const names = table.map(([name]) => name);
const weightOf = new Map(table);

const form = (answers: Readonly<Record<string, string>>): Written =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`SLEDAI-2K.${name}`, answer]));
const withPresent = (present: readonly string[]): Written =>
  form(Object.fromEntries(names.map((name) => [name, present.includes(name) ? 'present' : 'absent'])));
const score = (written: Written) => sledai2k.compute(sittingWith(written));

test('each item alone counts its weight; all together 105', () => {
  assert.deepEqual(
    sledai2k.instrument?.items.map(({ id }) => id),
    names.map((name) => `SLEDAI-2K.${name}`),
  );
  for (const [name, weight] of table) assert.equal(rangeText(score(withPresent([name]))), `[${weight}`, name);
  assert.equal(rangeText(score(withPresent(names))), '[105', 'worked example S2');
  assert.equal(rangeText(score(withPresent([]))), '[0');
});

test('worked example S1: proteinuria, haematuria, low complement, DNA binding and rash make 14, and it says so', () => {
  const s1 = score(withPresent(['proteinuria', 'haematuria', 'low-complement', 'increased-dna-binding', 'rash']));
  assert.equal(rangeText(s1), '[14');
  assert.equal(s1.status, 'ok');
  const said = 'SLEDAI-2K 14: haematuria 4, proteinuria 4, rash 2, low-complement 2, increased-dna-binding 2';
  assert.equal(sledai2k.explain(s1), said);
  assert.equal(sledai2k.explain(score(withPresent([]))), 'SLEDAI-2K 0');
  assert.equal(s1.evidence[0]?.record, 'record of SLEDAI-2K.haematuria');
});

test('worked example S3: from laboratory limits, 4 + 2 + 1', () => {
  assert.equal(rangeText(score(withPresent(['haematuria', 'low-complement', 'thrombocytopenia']))), '[7');
});

const answer = fc.constantFrom('present', 'absent', 'not done', undefined);
const answers = fc.record(Object.fromEntries(names.map((name) => [name, answer])));
type Answers = Readonly<Record<string, string | undefined>>;
const given = (all: Answers): Written =>
  form(
    Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );
const isOpen = (value: string | undefined): boolean => value === undefined || value === 'not done';

test('missing items bound the sum from both sides: absent for all, present for all', () => {
  fc.assert(
    fc.property(answers, (all) => {
      const measured = score(given(all));
      const open = names.filter((name) => isOpen(all[name]));
      const sum = (counts: (value: string | undefined) => boolean): number =>
        names.filter((name) => counts(all[name])).reduce((total, name) => total + (weightOf.get(name) ?? 0), 0);
      if (open.length === names.length) return assert.equal(rangeText(measured), '..');
      const low = sum((value) => value === 'present');
      const high = low + sum(isOpen);
      assert.equal(rangeText(measured), low === high ? `[${low}` : `[${low}..[${high}`);
      assert.equal(measured.status, open.length === 0 ? 'ok' : 'partial');
      return assert.equal(measured.missing.length, open.length);
    }),
  );
});

test('the bounds of a partial form hold every completion of it', () => {
  const open = ['seizure', 'arthritis', 'proteinuria', 'rash', 'fever'];
  const partial = Object.fromEntries(names.filter((name) => !open.includes(name)).map((name) => [name, 'absent']));
  const seen = new Set<string>();
  for (let mask = 0; mask < 2 ** open.length; mask += 1) {
    const filled = Object.fromEntries(open.map((name, bit) => [name, (mask >> bit) % 2 === 1 ? 'present' : 'absent']));
    seen.add(rangeText(score(form({ ...partial, ...filled }))));
  }
  const totals = [...seen].map((text) => Number(text.slice(1)));
  assert.equal(rangeText(score(form(partial))), `[${Math.min(...totals)}..[${Math.max(...totals)}`);
  assert.equal(rangeText(score(form(partial))), '[0..[19', '8 + 4 + 4 + 2 + 1');
});

test('one item more never lowers the score, and the order of the answers does not matter', () => {
  fc.assert(
    fc.property(fc.subarray(names), fc.constantFrom(...names), (present, more) => {
      const number = (list: readonly string[]): number => Number(rangeText(score(withPresent(list))).slice(1));
      assert.ok(number([...present, more]) >= number(present));
      const turned = Object.fromEntries(Object.entries(withPresent(present)).toReversed());
      assert.deepEqual(score(turned), score(withPresent(present)));
    }),
  );
});

test('an answer that is neither present nor absent is not taken for absent', () => {
  const measured = score({ ...withPresent(['rash']), 'SLEDAI-2K.seizure': 'yes' });
  assert.equal(rangeText(measured), '[2..[10');
  assert.deepEqual(measured.missing, [
    { kind: 'unreadable', item: 'SLEDAI-2K.seizure', point: 'screening', why: '"yes" is none of present, absent' },
  ]);
});

test('worked examples S1 and S2: clinical 10 and 101, renal 8 and 16', () => {
  const s1 = ['proteinuria', 'haematuria', 'low-complement', 'increased-dna-binding', 'rash'];
  const rows = [
    [s1, '[10', '[8'],
    [names, '[101', '[16'],
    [[], '[0', '[0'],
    [['low-complement', 'increased-dna-binding'], '[0', '[0'],
    [['urinary-casts', 'pyuria'], '[8', '[8'],
    [['fever', 'leucopenia'], '[2', '[0'],
  ] as const;
  for (const [present, clinical, renal] of rows) {
    const sitting = sittingWith(withPresent(present));
    assert.equal(rangeText(sledai2kClinical.compute(sitting)), clinical, present.join());
    assert.equal(rangeText(sledai2kRenal.compute(sitting)), renal, present.join());
  }
  const said = sledai2kRenal.explain(sledai2kRenal.compute(sittingWith(withPresent(s1))));
  assert.equal(said, 'SLEDAI-2K-renal 8: haematuria 4, proteinuria 4');
});

test('a part misses only its own items, on the same form', () => {
  const { 'SLEDAI-2K.low-complement': open, ...rest } = withPresent(['rash']);
  assert.equal(open, 'absent');
  assert.equal(sledai2kClinical.compute(sittingWith(rest)).status, 'ok');
  assert.equal(sledai2kRenal.compute(sittingWith(rest)).status, 'ok');
  const withoutPyuria = sledai2kRenal.compute(
    sittingWith(form({ haematuria: 'present', proteinuria: 'absent', 'urinary-casts': 'absent' })),
  );
  assert.equal(rangeText(withoutPyuria), '[4..[8');
  assert.equal(withoutPyuria.missing.length, 1);
  for (const part of [sledai2kClinical, sledai2kRenal]) assert.equal(part.instrument, sledai2k.instrument);
});
