import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { branch, type Proof } from '#core/criteria/proof.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { courses, person } from './given.ts';
import { deriveResponse, noResponse } from './ordered-response.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const chart = chartOf(study, person(study, 'P-001', 'msc', courses.complete));
const span = { start: 0, end: 0 };
const proof = (truth: Truth): Proof => branch({ kind: 'undefined', reason: '', span }, truth, []);
const reached = (...truths: readonly Truth[]) => {
  const levels = truths.map((truth, index) => ({ id: ['CR', 'PR', 'minor'][index] ?? '', ask: () => proof(truth) }));
  const { worst, best } = deriveResponse({ id: 'r', title: '', levels }, chart, 'week 24');
  return worst === best ? worst : `${worst} or ${best}`;
};

test('the level reached, with bounds where a level is not known', () => {
  const rows = [
    [['true', 'true'], 'CR'],
    [['true', 'unknown'], 'CR'],
    [['true', 'false'], 'CR'],
    [['false', 'true'], 'PR'],
    [['false', 'false'], 'none'],
    [['unknown', 'true'], 'PR or CR'],
    [['unknown', 'false'], 'none or CR'],
    [['false', 'unknown'], 'none or PR'],
    [['unknown', 'unknown'], 'none or CR'],
    [['unknown', 'unknown', 'true'], 'minor or CR'],
    [['false', 'unknown', 'true'], 'minor or PR'],
  ] as const;
  for (const [truths, expected] of rows) assert.equal(reached(...truths), expected, truths.join(', '));
  assert.equal(noResponse, 'none');
});

test('filling in what is unknown never leaves the bounds', () => {
  const order = ['CR', 'PR', 'none'];
  const values = ['true', 'false', 'unknown'] as const;
  for (const cr of values)
    for (const pr of values) {
      const [worst = '', best = worst] = reached(cr, pr).split(' or ');
      for (const crThen of cr === 'unknown' ? (['true', 'false'] as const) : [cr])
        for (const prThen of pr === 'unknown' ? (['true', 'false'] as const) : [pr]) {
          const place = order.indexOf(reached(crThen, prThen));
          assert.ok(order.indexOf(best) <= place && place <= order.indexOf(worst), `${cr} ${pr}`);
        }
    }
});
