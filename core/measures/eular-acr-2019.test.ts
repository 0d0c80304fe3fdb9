import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { eularAcr2019, eularAcr2019Score } from './eular-acr-2019.ts';
import { rangeText, sittingWith, type Written } from './given.ts';

/** aringer2019 written down a second time: domain, item, points; the two of complement count 4 together. */
const table = {
  constitutional: { fever: 2 },
  haematologic: { leucopenia: 3, thrombocytopenia: 4, 'autoimmune-haemolysis': 4 },
  neuropsychiatric: { delirium: 2, psychosis: 3, seizure: 5 },
  mucocutaneous: { alopecia: 2, 'oral-ulcers': 2, 'subacute-cutaneous': 4, 'acute-cutaneous': 6 },
  serosal: { effusion: 5, pericarditis: 6 },
  musculoskeletal: { joints: 6 },
  renal: { proteinuria: 4, 'class-II-or-V': 8, 'class-III-or-IV': 10 },
  antiphospholipid: { antiphospholipid: 2 },
  complement: { 'low-C3': 3, 'low-C4': 3 },
  specific: { 'anti-dsDNA': 6, 'anti-Sm': 6 },
} as const;
const items = Object.values(table).flatMap((domain) => Object.keys(domain));
const all = ['ana', ...items];

const form = (present: readonly string[], open: readonly string[] = []): Written =>
  Object.fromEntries(
    all
      .filter((each) => !open.includes(each))
      .map((each) => [`EULAR-ACR-2019.${each}`, present.includes(each) ? 'present' : 'absent']),
  );
const points = (present: readonly string[], open: readonly string[] = []): string =>
  rangeText(eularAcr2019Score.compute(sittingWith(form(present, open))));
const classified = (present: readonly string[], open: readonly string[] = []): string => {
  const measured = eularAcr2019.compute(sittingWith(form(present, open)));
  assert.ok(measured.kind === 'level');
  return measured.possible.join(' or ');
};

test('the form asks the antibody that opens it and every item of the ten domains', () =>
  assert.deepEqual(
    eularAcr2019.instrument?.items.map(({ id }) => id),
    all.map((each) => `EULAR-ACR-2019.${each}`),
  ));

/** Present, not assessed, points, classified; K7 to K9 are the worked examples. */
const rows: readonly (readonly [what: string, readonly string[], readonly string[], string, string])[] = [
  ['K7', ['ana', 'class-III-or-IV', 'proteinuria'], [], '[10', 'yes'],
  ['K8', ['acute-cutaneous', 'joints', 'proteinuria', 'thrombocytopenia'], [], '[20', 'no'],
  ['K9', ['ana', 'proteinuria', 'low-C3', 'leucopenia'], [], '[10', 'yes'],
  ['K9 without leucopenia', ['ana', 'proteinuria', 'low-C3'], [], '[7', 'no'],
  ['nine points', ['ana', 'joints', 'leucopenia'], [], '[9', 'no'],
  ['both complement proteins', ['ana', 'low-C3', 'low-C4'], [], '[4', 'no'],
  ['ten points without a clinical item', ['ana', 'anti-Sm', 'low-C3', 'low-C4'], [], '[10', 'no'],
  ['the two antibodies count once', ['ana', 'anti-Sm', 'anti-dsDNA', 'low-C3'], [], '[9', 'no'],
  ['everything', all, [], '[51', 'yes'],
  ['nothing', [], [], '[0', 'no'],
  ['a biopsy to come', ['ana', 'proteinuria'], ['class-III-or-IV'], '[4..[10', 'yes or no'],
  ['an antibody to come', ['class-III-or-IV'], ['ana'], '[10', 'yes or no'],
  ['what cannot change it', ['ana', 'class-III-or-IV'], ['proteinuria', 'class-II-or-V'], '[10', 'yes'],
  ['no antibody', ['class-III-or-IV'], ['fever'], '[10..[12', 'no'],
];
for (const [what, present, open, score, verdict] of rows)
  test(`${what}: ${score} points, ${verdict}`, () =>
    assert.deepEqual([points(present, open), classified(present, open)], [score, verdict]));

test('nothing assessed asks for the form, and what decides nothing is not missed', () => {
  const missing = (of: Written) =>
    [eularAcr2019, eularAcr2019Score].map((measure) =>
      measure.compute(sittingWith(of)).missing.map((each) => (each.kind === 'item' ? each.item : each.kind)),
    );
  assert.deepEqual(missing({}), [['EULAR-ACR-2019'], ['EULAR-ACR-2019']]);
  assert.deepEqual(missing(form(['ana', 'class-III-or-IV'], ['proteinuria'])), [[], []]);
  assert.deepEqual(missing(form(['ana', 'proteinuria'], ['seizure'])), [[], ['EULAR-ACR-2019.seizure']]);
});

test('bounds hold every completion, and it is undecided exactly where two completions differ', () => {
  fc.assert(
    fc.property(fc.subarray(all), fc.subarray(all, { maxLength: 5 }), (present, open) => {
      const [verdicts, scores] = [new Set<string>(), new Set<number>()];
      const rest = present.filter((each) => !open.includes(each));
      for (let mask = 0; mask < 2 ** open.length; mask += 1) {
        const filled = [...rest, ...open.filter((_, bit) => (mask >> bit) % 2 === 1)];
        verdicts.add(classified(filled));
        scores.add(Number(points(filled).slice(1)));
      }
      assert.equal(classified(present, open), verdicts.size === 2 ? 'yes or no' : [...verdicts].join());
      const [least, most] = [Math.min(...scores), Math.max(...scores)];
      assert.equal(points(present, open), least === most ? `[${least}` : `[${least}..[${most}`);
    }),
  );
});

test('it says what is present', () => {
  const sitting = sittingWith(form(['ana', 'joints']));
  assert.equal(eularAcr2019.explain(eularAcr2019.compute(sitting)), 'EULAR-ACR-2019 no: ana, joints');
  assert.equal(eularAcr2019Score.explain(eularAcr2019Score.compute(sitting)), 'EULAR-ACR-2019 6 points: ana, joints');
  const none = sittingWith(form([]));
  assert.equal(eularAcr2019.explain(eularAcr2019.compute(none)), 'EULAR-ACR-2019 no: nothing present');
});

test('what is known is ok, what an open item may change is not, and it says both answers', () => {
  const both = (present: readonly string[], open: readonly string[]) =>
    [eularAcr2019Score, eularAcr2019].map((measure) => measure.compute(sittingWith(form(present, open))));
  assert.deepEqual(
    both(['ana', 'joints'], []).map(({ status }) => status),
    ['ok', 'ok'],
  );
  const open = both(['ana', 'proteinuria'], ['class-III-or-IV']);
  assert.deepEqual(
    open.map(({ status }) => status),
    ['partial', 'not evaluable'],
  );
  const [score, verdict] = open;
  assert.ok(score && verdict);
  assert.equal(eularAcr2019.explain(verdict), 'EULAR-ACR-2019 yes or no: ana, proteinuria');
  assert.equal(eularAcr2019.explain(score), 'EULAR-ACR-2019 : ana, proteinuria', 'no verdict to tell');
});
