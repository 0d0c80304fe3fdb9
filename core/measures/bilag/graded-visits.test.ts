import assert from 'node:assert/strict';
import test from 'node:test';
import { lettersOf, visit } from './given.ts';
import { gradedVisits } from './graded-visits.ts';
import { defaultBilagOptions } from './options.ts';

const one = { ...defaultBilagOptions, notDone: 'open unless an alternative was done' } as const;
const renal = {
  'BILAG.78': '120 mm[Hg]',
  'BILAG.79': '70 mm[Hg]',
  'BILAG.80': 'no',
  'BILAG.85': 'no',
  'BILAG.86': '70 umol/L',
  'BILAG.88': 'no',
  'BILAG.89': 'no',
};
const withProtein = (ratio: number) => ({ ...renal, 'BILAG.83': `${ratio} mg/mmol` });

/** yee2010: protein is compared with the assessment immediately before; 90 after 140 has fallen, 140 after 180 has not. */
test('each earlier assessment is graded against the one before it; visits without BILAG are passed over', () => {
  const sitting = visit({}, withProtein(90), { 'BILAG.83': 'not done' }, withProtein(140), {}, withProtein(180));
  const visits = gradedVisits(sitting, one);
  assert.deepEqual(
    visits.map(({ graded }) => lettersOf(graded.systems.renal)),
    ['C', 'B', 'B'],
  );
  assert.deepEqual(
    visits.map(({ read }) => read.evidence.get(83)?.record),
    ['earlier 1 BILAG.83', 'earlier 3 BILAG.83', 'earlier 5 BILAG.83'],
  );
});

test('whether an inactive system was involved before is left open in them', () => {
  const [only] = gradedVisits(visit({}, withProtein(5)), one);
  assert.equal(only && lettersOf(only.graded.systems.renal), 'D/E');
});

test('without an earlier visit there is none', () => {
  assert.deepEqual(gradedVisits(visit(withProtein(180)), one), []);
});
