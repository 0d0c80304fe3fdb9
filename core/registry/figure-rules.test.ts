import assert from 'node:assert/strict';
import test from 'node:test';
import { figureRules } from './figure-rules.ts';
import { expectRules, firstFinding } from './given.ts';

test('figures and units that were damaged or left out', () =>
  expectRules(figureRules, [
    ['lost-superscript', { descriptions: ['dose 1×106/kg once'] }, { descriptions: ['dose 1×10^6/kg once'] }],
    ['lost-superscript', { exclusion: ['leukocytes < 2.5 x 109/L'] }, { exclusion: ['leukocytes < 2500/uL'] }],
    ['lost-superscript', { descriptions: ['1 × 106 IU'] }, { descriptions: ['matrix of 5 x 106 rows'] }],
    ['markdown-left-over', { exclusion: ['haemoglobin \\<90 g/L'] }, { exclusion: ['haemoglobin <90 g/L'] }],
    ['markdown-left-over', { descriptions: ['2 × 10\\^6 cells'] }, { descriptions: ['DOMAIN\\name'] }],
    [
      'dose-without-unit',
      { inclusion: ['cyclophosphamide 0.4 ~ 0.6 / m2'] },
      { inclusion: ['cyclophosphamide 0.4 g / m2'] },
    ],
    ['dose-without-unit', { descriptions: ['prednisone 1/kg'] }, { descriptions: ['cells 1×10^6/kg and 1×106/kg'] }],
    ['dose-without-unit', { descriptions: ['0.5/m²'] }, { descriptions: ['60 ml/min/1.73m²'] }],
    [
      'ratio-without-unit',
      { inclusion: ['protein / creatinine ratio > 1.0'] },
      { inclusion: ['protein / creatinine ratio > 1.0 g/g'] },
    ],
    [
      'ratio-without-unit',
      { inclusion: ['creatinine ratio \\<0.5 or'] },
      { inclusion: ['creatinine ratio ≥ 25.5 mg/mmol'] },
    ],
    [
      'cell-count-without-volume',
      { inclusion: ['≤ 5 red blood cells'] },
      { inclusion: ['≤ 5 red blood cells/high-power field'] },
    ],
    ['cell-count-without-volume', { inclusion: ['> 5 leucocytes, and'] }, { inclusion: ['> 5 leucocytes per field'] }],
    [
      'normal-without-limit',
      { exclusion: ['ALT 3 times the normal value'] },
      { exclusion: ['ALT 3 times the upper limit of normal'] },
    ],
    [
      'normal-value-excluded',
      { exclusion: ['creatinine ≥ the upper limit of normal'] },
      { exclusion: ['creatinine > ULN'] },
    ],
    ['normal-value-excluded', { exclusion: ['ALT ≥ ULN'] }, { exclusion: ['ALT ≥2 times the upper limit of normal'] }],
  ]));

test('a lost superscript is read back, and the whole figure is quoted', () => {
  const found = firstFinding(
    { exclusion: ['platelets < 100 × 109/L', 'leukocytes < 2.5 × 109/L'] },
    'lost-superscript',
  );
  assert.deepEqual(found.places, [
    { place: 'exclusion[1]', quote: '100 × 109' },
    { place: 'exclusion[2]', quote: '2.5 × 109' },
  ]);
  assert.equal(found.reading, '100 × 10^9');
});

test('damage in a copy of the record is found, in a publication it is not the record', () => {
  const copy = { where: 'a portal', descriptions: ['1×106/kg'] };
  const found = firstFinding({ copies: [{ ...copy, kind: 'copy' }] }, 'lost-superscript');
  assert.equal(found.places[0]?.place, 'copies[1].descriptions[1]');
  assert.throws(() => firstFinding({ copies: [{ ...copy, kind: 'publication' }] }, 'lost-superscript'));
});
