import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { baselineOf, proteinOf, visitsOfMeasure } from './urine-protein-of.ts';

test('each founding trial repeats a measure of protein in urine, and has a visit of day 0', () => {
  const rows = [
    ['nct05631717', 'UPCR', 'baseline'],
    ['nct03580291', 'UPCR', 'baseline'],
    ['nct03673748', 'UPCR', 'baseline'],
    ['nct04318600', 'protein-24h', 'baseline'],
    ['nct01741857', 'protein-24h', 'baseline'],
  ] as const;
  for (const [trial, protein, baseline] of rows) {
    const study = shipped(trial);
    assert.deepEqual([proteinOf(study), baselineOf(study)], [protein, baseline], trial);
  }
});

test('a measure has the visits of its form, one without a form all, an unknown one none', () => {
  const study = shipped('nct01741857');
  assert.deepEqual(visitsOfMeasure(study, 'creatinine'), ['baseline', 'month 12']);
  assert.deepEqual(visitsOfMeasure(study, 'BILAG-2004-total'), visitsOfMeasure(study, 'BILAG-2004'));
  assert.equal(visitsOfMeasure(study, 'prednisone-equivalent').length, 6);
  assert.deepEqual(visitsOfMeasure(study, 'nothing'), []);
});
