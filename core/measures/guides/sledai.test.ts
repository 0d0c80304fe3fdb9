import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from '../given.ts';
import { sledaiProposals } from '../sledai-2k-proposals.ts';
import { isFaulty } from '../written-fault.ts';
import { writtenNormalRange } from '../written-normal-range.ts';
import { workedValues } from './given.ts';
import { sledaiGuides } from './sledai.ts';

/** Worked examples S1 to S3 and C4, with the weights of gladman2002; in a, pyuria was not done. */
const rows: readonly (readonly [measure: string, values: string])[] = [
  ['SLEDAI-2K', 'S1 14, S2 105, S3 7, C4 4, a 4..8'],
  ['SLEDAI-2K-clinical', 'S1 10, S2 101, S3 5, C4 0, a 4..8'],
  ['SLEDAI-2K-renal', 'S1 8, S2 16, S3 4, C4 0, a 4..8'],
];

for (const [measure, values] of rows)
  test(`${measure}: ${values}`, () => assert.equal(workedValues(sledaiGuides, measure), values));

/** S3: protein 0.50 g/24h, red cells 6 and white cells 5 per field, C3 below its limit, 38.0 °C, platelets 99, leucocytes 3.0. */
test('S3 are the items that the results of a laboratory propose', () => {
  const results = {
    'protein-24h': '0.50 g/24h',
    'urine-RBC': '6 /[HPF]',
    'urine-WBC': '5 /[HPF]',
    C3: '70 mg/dL',
    C4: '20 mg/dL',
    'anti-dsDNA': '10 [IU]/mL',
    temperature: '38.0 Cel',
    platelets: '99 10*9/L',
    leucocytes: '3.0 10*9/L',
  };
  const limits: Readonly<Record<string, string>> = {
    C3: '90 to 180 mg/dL',
    C4: '10 to 40 mg/dL',
    'anti-dsDNA': 'up to 30 [IU]/mL',
  };
  const normalRange = (measure: string) => {
    const range = writtenNormalRange(measure, limits[measure] ?? '', []);
    return isFaulty(range) ? undefined : range.read;
  };
  const proposed = sledaiProposals(sittingWith(results, { normalRange })).filter(({ passes }) => passes === 'true');
  const example = sledaiGuides.guides.get('SLEDAI-2K')?.examples.find(({ id }) => id === 'S3');
  assert.deepEqual(
    proposed.map(({ item }) => item),
    Object.entries(example?.answers ?? {}).flatMap(([item, answer]) => (answer === 'present' ? [item] : [])),
  );
});
