import assert from 'node:assert/strict';
import test from 'node:test';
import { imputeChange } from './change-imputation.ts';
import { type ChangeData, changeRecords } from './change-records.ts';
import { ancovaOf } from './compare-changes.ts';
import { smallSetting, studyWith } from './given.ts';
import { imputationStream } from './imputation-stream.ts';

const study = studyWith([]);
const asked = { endpoint: 'sledai-change', population: 'randomised', experimental: 'msc', control: 'il-2' } as const;
const small = changeRecords(asked, smallSetting(study));
assert.ok('records' in small);

/** A larger trial without factors: 60 an arm, the new treatment lower by 4, a third of its people last seen at week 12. */
const large = (lost: number): ChangeData => {
  const stream = imputationStream('trial', 'made', 'up');
  const [pattern] = small.records;
  assert.ok(pattern);
  const records = Array.from({ length: 120 }, (_, index) => {
    const arm = index % 2 === 0 ? (1 as const) : (0 as const);
    const baseline = 12 + 3 * stream.normal();
    const first = baseline - 2 - 2 * arm + stream.normal();
    const second = first - 1 - 2 * arm + stream.normal();
    const isLost = arm === 1 && index < 2 * lost;
    return {
      ...pattern,
      participant: String(index),
      arm,
      baseline,
      factors: [],
      values: [first, isLost ? undefined : second],
    };
  });
  return { ...small, records };
};
const normal = (name: string) => {
  const stream = imputationStream('trial', 'a', name);
  return () => stream.normal();
};

test('the same stream imputes the same; the reference pulls towards no difference (carpenter2013)', () => {
  const data = large(20);
  const found = (['missing at random', 'jump to reference', 'copy increments in reference'] as const).map(
    (assumption) => {
      const [one, again] = [1, 2].map(() => imputeChange(data, assumption, 0.95, normal('a')));
      assert.deepEqual(one, again);
      assert.ok(one && 'estimate' in one);
      return one;
    },
  );
  const [atRandom, jump, increments] = found;
  assert.ok(atRandom && jump && increments);
  assert.ok(atRandom.estimate < increments.estimate && increments.estimate < jump.estimate && jump.estimate < 0);
  assert.ok(Math.abs(atRandom.estimate + 4) < 0.8, String(atRandom.estimate));
  assert.deepEqual([atRandom.visits, atRandom.imputed], [['week 12', 'week 24'], 20]);
});

test('with few missing it comes near to the analysis of those known', () => {
  const data = large(1);
  const plain = ancovaOf(data, 0.95);
  const imputed = imputeChange(data, 'missing at random', 0.95, normal('b'));
  assert.ok('difference' in plain && 'estimate' in imputed);
  assert.ok(Math.abs(plain.difference.estimate - imputed.estimate) < 0.05);
});

test('a value missing between observed ones: the visit of the analysis stands for itself', () => {
  const found = imputeChange(small, 'missing at random', 0.95, normal('c'));
  assert.ok('estimate' in found, 'P-05 was not seen at week 12 and was at week 24');
  assert.deepEqual([found.visits, found.imputed], [['week 24'], 2]);
  const gapless = { ...small, records: small.records.filter(({ participant }) => participant !== 'P-05') };
  const all = imputeChange(gapless, 'missing at random', 0.95, normal('c'));
  assert.ok('estimate' in all);
  assert.deepEqual(all.visits, ['week 12', 'week 24']);
});

test('nothing missing, nobody with a baseline, and too few people are refused', () => {
  const complete = { ...small, records: small.records.filter(({ values }) => values[1] !== undefined) };
  assert.deepEqual(imputeChange(complete, 'copy reference', 0.95, normal('d')), { notEstimable: 'nothing to impute' });
  const unknown = { ...small, records: small.records.map((record) => ({ ...record, baseline: undefined })) };
  assert.deepEqual(imputeChange(unknown, 'copy reference', 0.95, normal('d')), { notEstimable: 'nothing to impute' });
  const few = { ...small, records: small.records.slice(4, 8) };
  assert.ok('notEstimable' in imputeChange(few, 'copy reference', 0.95, normal('d')));
});
