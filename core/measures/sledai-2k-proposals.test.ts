import assert from 'node:assert/strict';
import test from 'node:test';
import { rational } from '#core/quantities/rational.ts';
import { sittingWith, type Written } from './given.ts';
import type { Sitting } from './measure.ts';
import { sledai2k } from './sledai-2k.ts';
import { sledaiProposals } from './sledai-2k-proposals.ts';

const ranges: Readonly<Record<string, readonly [number, number]>> = {
  C3: [80, 160],
  C4: [10, 40],
  'anti-dsDNA': [0, 30],
};
/** The thresholds of gladman2002. Limits of C3 and C4 in hundredths of g/L, as the laboratory's mg/dL. */
const normalRange: Sitting['normalRange'] = (measure) => {
  const [low, high] = ranges[measure] ?? [];
  if (low === undefined || high === undefined) return undefined;
  const scale = measure === 'anti-dsDNA' ? 1 : 100;
  return { low: rational(low, scale), high: rational(high, scale), of: 'the laboratory', written: `${low} to ${high}` };
};

const proposed = (written: Written, more: Partial<Sitting> = { normalRange }) =>
  new Map(sledaiProposals(sittingWith(written, more)).map(({ item, passes }) => [item, passes]));

/** What was measured, the item, whether it passes; each limit on, one step below and one step above. */
const rows: readonly (readonly [item: string, measure: string, result: string, expected: string])[] = [
  ['haematuria', 'urine-RBC', '5 /[HPF]', 'false'],
  ['haematuria', 'urine-RBC', '6 /[HPF]', 'true'],
  ['haematuria', 'urine-RBC', '5-10 /[HPF]', 'unknown'],
  ['haematuria', 'urine-RBC', '6-10 /[HPF]', 'true'],
  ['proteinuria', 'protein-24h', '0.50 g/24h', 'false'],
  ['proteinuria', 'protein-24h', '501 mg/24h', 'true'],
  ['pyuria', 'urine-WBC', '5 /[HPF]', 'false'],
  ['pyuria', 'urine-WBC', '5.1 /[HPF]', 'true'],
  ['low-complement', 'C3', '0.80 g/L', 'unknown'],
  ['low-complement', 'C3', '79 mg/dL', 'true'],
  ['low-complement', 'C4', '0.09 g/L', 'true'],
  ['increased-dna-binding', 'anti-dsDNA', '30 [IU]/mL', 'false'],
  ['increased-dna-binding', 'anti-dsDNA', '>30 [IU]/mL', 'true'],
  ['increased-dna-binding', 'anti-dsDNA', '<40 [IU]/mL', 'unknown'],
  ['fever', 'temperature', '38.0 Cel', 'false'],
  ['fever', 'temperature', '38.1 Cel', 'true'],
  ['thrombocytopenia', 'platelets', '100 10*9/L', 'false'],
  ['thrombocytopenia', 'platelets', '99 10*9/L', 'true'],
  ['leucopenia', 'leucocytes', '3.0 10*9/L', 'false'],
  ['leucopenia', 'leucocytes', '2990 /uL', 'true'],
  ['urinary-casts', 'RBC-casts', 'present', 'true'],
  ['urinary-casts', 'RBC-casts', 'absent', 'false'],
  ['urinary-casts', 'RBC-casts', 'not done', 'unknown'],
];
for (const [item, measure, result, expected] of rows)
  test(`${measure} ${result}: ${item} ${expected}`, () =>
    assert.equal(proposed({ [measure]: result }).get(item), expected));

test('both complement proteins normal propose nothing; one low is enough', () => {
  assert.equal(proposed({ C3: '0.80 g/L', C4: '0.10 g/L' }).get('low-complement'), 'false');
  assert.equal(proposed({ C3: '0.79 g/L', C4: '0.10 g/L' }).get('low-complement'), 'true');
});

test('without a range of the laboratory its items are open', () => {
  const open = proposed({ C3: '0.1 g/L', 'anti-dsDNA': '900 [IU]/mL' }, {});
  assert.deepEqual([open.get('low-complement'), open.get('increased-dna-binding')], ['unknown', 'unknown']);
});

test('worked example S3: haematuria, low complement and thrombocytopenia, which come to 7', () => {
  const results: Written = {
    'protein-24h': '0.50 g/24h',
    'urine-RBC': '6 /[HPF]',
    'urine-WBC': '5 /[HPF]',
    C3: '0.7 g/L',
    'anti-dsDNA': '10 [IU]/mL',
    temperature: '38.0 Cel',
    platelets: '99 10*9/L',
    leucocytes: '3.0 10*9/L',
    'RBC-casts': 'absent',
  };
  const passed = [...proposed(results)].flatMap(([item, truth]) => (truth === 'true' ? [item] : []));
  assert.deepEqual(passed, ['haematuria', 'low-complement', 'thrombocytopenia']);
  const items = (sledai2k.instrument?.items ?? []).map(({ id }) => id);
  const form = Object.fromEntries(items.map((id) => [id, passed.includes(id.slice(10)) ? 'present' : 'absent']));
  assert.equal(
    sledai2k.explain(sledai2k.compute(sittingWith(form))),
    'SLEDAI-2K 7: haematuria 4, low-complement 2, thrombocytopenia 1',
  );
});

test('every proposal is of an item of the form, with the results it rests on', () => {
  const form = (sledai2k.instrument?.items ?? []).map(({ id }) => id.slice(10));
  const found = sledaiProposals(sittingWith({ C3: '0.7 g/L', C4: '0.2 g/L' }, { normalRange }));
  for (const { item } of found) assert.ok(form.includes(item), item);
  assert.deepEqual(
    found.find(({ item }) => item === 'low-complement')?.evidence.map(({ what }) => what),
    ['C3', 'C4'],
  );
});
