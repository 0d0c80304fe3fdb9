import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChartFacts, truthOf } from './given.ts';

const biopsy = (classes: string): ChartFacts => ({ items: { 'LN-class at screening': classes } });
const nothing: ChartFacts = { items: {} };

/** Sentence after `LN-class at screening includes`, and its truth for III; III+V; II; not recorded (isnrps2003 classes). */
const sets: readonly (readonly [string, string, string, string, string])[] = [
  ['any of (III, IV)', 'true', 'true', 'false', 'unknown'],
  ['any of (V)', 'false', 'true', 'false', 'unknown'],
  ['all of (III, V)', 'false', 'true', 'false', 'unknown'],
  ['none of (I, VI)', 'true', 'true', 'true', 'unknown'],
  ['none of (II)', 'true', 'true', 'false', 'unknown'],
  ['only (III, IV, V)', 'true', 'true', 'false', 'unknown'],
  ['only (III)', 'true', 'false', 'false', 'unknown'],
  ['only (I, II, III, IV, V, VI)', 'true', 'true', 'true', 'true'],
];
for (const [test_, three, threeAndFive, two, missing] of sets)
  test(`includes ${test_}`, () => {
    const found = [biopsy('III'), biopsy('III+V'), biopsy('II'), nothing].map((facts) =>
      truthOf(`LN-class at screening includes ${test_}`, facts),
    );
    assert.deepEqual(found, [three, threeAndFive, two, missing]);
  });

/** Whether creatinine is known, by what was recorded. */
const known: readonly (readonly [string | undefined, string])[] = [
  ['1.2 mg/dL', 'true'],
  ['<0.2 mg/dL', 'true'],
  [undefined, 'unknown'],
  ['not done', 'false'],
  ['1.2 g/24h', 'false'],
];
for (const [written, expected] of known)
  test(`known creatinine, recorded as ${written}: ${expected}`, () => {
    const items = written === undefined ? {} : { 'creatinine at screening': written };
    assert.equal(truthOf('known creatinine at screening', { items }), expected);
  });

/** A level among those asked, by what is possible. */
const levels: readonly (readonly [string, string | undefined, string])[] = [
  ['urine-hCG at screening = negative', 'negative', 'true'],
  ['urine-hCG at screening = negative', 'positive', 'false'],
  ['urine-hCG at screening != negative', 'positive', 'true'],
  ['urine-hCG at screening = negative', undefined, 'unknown'],
  ['urine-hCG at screening in (negative, positive)', undefined, 'true'],
  ['urine-hCG at screening = negative', 'not done', 'unknown'],
];
for (const [sentence, written, expected] of levels)
  test(`${sentence}, recorded as ${written}: ${expected}`, () => {
    const items = written === undefined ? {} : { 'urine-hCG at screening': written };
    assert.equal(truthOf(sentence, { items }), expected);
  });
