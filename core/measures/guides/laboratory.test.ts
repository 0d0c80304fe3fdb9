import assert from 'node:assert/strict';
import test from 'node:test';
import { laboratoryRows } from '../laboratory-rows.ts';
import { workedValues } from './given.ts';
import { laboratoryGuides } from './laboratory.ts';

/** Worked examples X1 to X3 and U1 to U3; factors of ucum and molar masses, censored results as ranges. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['creatinine', 'X1 1.244, E3 1.357, a 1.2'],
  ['UPCR', 'U1 2, U1 2, U3 0.5, a 0..0.04'],
  ['UACR', 'a 26.521'],
  ['protein-24h', 'U2 2, a 0.5'],
  ['urea', 'a 9.99'],
  ['BUN', 'X3 28, X3 28.014'],
  ['urine-RBC', 'a 5..10'],
  ['haemoglobin', 'X3 95'],
  ['leucocytes', 'a 2.9'],
  ['bilirubin', 'a 17.104'],
  ['CRP', 'a 0..5'],
  ['glucose', 'a 4.996'],
  ['C3', 'X2 0.78'],
  ['anti-dsDNA', 'a 200..'],
  ['height', 'a 162'],
  ['CA-125', 'a 14'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(laboratoryGuides, measure), values));

test('every row of the laboratory has a guide, and the ratios say in which unit a limit is compared', () => {
  assert.equal(laboratoryGuides.guides.size, laboratoryRows.length);
  const withOptions = [...laboratoryGuides.guides].filter(([, { options }]) => options.length > 0);
  assert.deepEqual(
    withOptions.map(([id]) => id),
    ['UPCR', 'UACR'],
  );
});

test('a molar mass is named where mass and amount are linked, and no conversion where there is one unit', () => {
  const rule = (id: string) => laboratoryGuides.guides.get(id)?.rule.slice(1);
  assert.deepEqual(rule('creatinine'), [
    'umol/L converts exactly to mg/dL; mass and amount are linked by 113.12 g/mol.',
  ]);
  assert.deepEqual(rule('haemoglobin'), ['g/dL converts exactly to g/L.']);
  assert.deepEqual(rule('ALT'), []);
});
