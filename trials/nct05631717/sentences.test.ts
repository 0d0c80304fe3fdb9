import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { turningDays } from '#core/criteria/flips.ts';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { type ChartFacts, chartFrom, type PlainRecord } from '#core/criteria/given.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import {
  acr,
  bilag,
  both,
  expectRowsForAll,
  items,
  judged,
  lab,
  on,
  openTrial,
  type Row,
  sledai,
  without,
} from '../given.ts';

const trial = openTrial('nct05631717');
const { study, sentences, sentenceOf, comesTo } = trial;
const { lexicon, definitions } = study;

const urine = (upcr: string | undefined, protein: string | undefined, point = 'week 24'): Record<string, string> => ({
  ...(upcr === undefined ? {} : lab('UPCR', `${upcr} g/g`, point)),
  ...(protein === undefined ? {} : lab('protein-24h', `${protein} g/24h`, point)),
});

const dates = {
  consent: '2026-05-10',
  screening: '2026-05-18',
  randomisation: '2026-06-01',
  'first dose': '2026-06-01',
  baseline: '2026-06-01',
  'week 4': '2026-06-29',
  'week 24': '2026-11-16',
};
const complete = {
  medication: '2026-11-16',
  condition: '2026-11-16',
  procedure: '2026-11-16',
  vaccination: '2026-11-16',
  'adverse event': '2026-11-16',
};
const aged = (born: string): ChartFacts => ({ born, dates });
const signed = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, complete, history });
const open = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history });
const comply = 'able and willing to comply with the study';
const severe =
  'severe and uncontrolled disease of the heart, nervous system, lung, liver, endocrine or digestive system';
const surgeryNeeded = 'major surgery needed during the study at an unacceptable risk';
const vaccineExpected = 'live vaccine expected during the study';
const worse = 'other indicator of deterioration';

const steroid = (dose: string, start = '2026-01-01'): ChartFacts =>
  signed(on('prednisone', start, { end: 'ongoing', dose: `${dose} mg`, kind: 'maintenance' }));
const fertile = (able: string, agrees?: string): ChartFacts =>
  items(
    lab('fertile', able, 'screening'),
    agrees === undefined ? {} : lab('agrees-to-contraception', agrees, 'screening'),
  );
const tested = (able: string, ...results: readonly (string | undefined)[]): ChartFacts =>
  items(
    lab('childbearing-potential', able, 'screening'),
    ...['urine-hCG', 'serum-hCG'].map((name, index) => {
      const result = results[index];
      return result === undefined ? {} : lab(name, result, 'screening');
    }),
  );

const inclusions: readonly Row[] = [
  ['I1', 'four criteria', items(acr(4, study)), 'true'],
  ['I1', 'three criteria', items(acr(3, study)), 'false'],
  ['I1', 'five criteria', items(acr(5, study)), 'true'],
  ['I1', 'nothing assessed', {}, 'unknown'],
  ['I1', 'three, one not assessed', items(without(acr(3, study), 'ACR-1997-count.ana at screening')), 'unknown'],
  ['I1', 'four, one not assessed', items(without(acr(4, study), 'ACR-1997-count.ana at screening')), 'true'],
  ['I2', 'the 19th birthday', aged('2007-05-10'), 'true'],
  ['I2', 'the day before the 19th birthday', aged('2007-05-11'), 'false'],
  ['I2', 'the 66th birthday', aged('1960-05-10'), 'false'],
  ['I2', 'the day before the 66th birthday', aged('1960-05-11'), 'true'],
  ['I2', 'only the year of birth, in question', aged('1960'), 'unknown'],
  ['I2', 'only the year of birth, out of question', aged('1980'), 'true'],
  ['I2', 'no date of birth', { dates }, 'unknown'],
  ['I2', 'no date of consent', { born: '1980-01-01' }, 'unknown'],
  ['I3', 'SLEDAI-2K of 5', items(sledai(5, 'screening')), 'false'],
  ['I3', 'SLEDAI-2K of 6', items(sledai(6, 'screening')), 'true'],
  ['I3', 'SLEDAI-2K of 7', items(sledai(7, 'screening')), 'true'],
  ['I3', 'nothing assessed', {}, 'unknown'],
  ['I3', '5, fever not assessed', items(without(sledai(4, 'screening'), 'SLEDAI-2K.rash at screening')), 'unknown'],
  ['I3', '4, fever not assessed', items(without(sledai(4, 'screening'), 'SLEDAI-2K.fever at screening')), 'false'],
  ['I3', 'not 6 at the wrong visit', items(sledai(6, 'baseline')), 'unknown'],
  ['I4', 'UPCR 0.99', items(urine('0.99', undefined, 'screening')), 'false'],
  ['I4', 'UPCR 1.0', items(urine('1.0', undefined, 'screening')), 'false'],
  ['I4', 'UPCR 1.01', items(urine('1.01', undefined, 'screening')), 'true'],
  ['I4', 'protein 1.0', items(urine(undefined, '1.0', 'screening')), 'false'],
  ['I4', 'protein 1.01', items(urine(undefined, '1.01', 'screening')), 'true'],
  ['I4', 'they disagree', items(urine('0.8', '1.2', 'screening')), 'true'],
  ['I4', 'neither', {}, 'unknown'],
  ['I4', 'UPCR not done', items(lab('UPCR', 'not done', 'screening')), 'unknown'],
  ['I4', 'UPCR 113.12 mg/mmol is 1 g/g', items(lab('UPCR', '113.12 mg/mmol', 'screening')), 'false'],
  ['I4', 'UPCR 113.13 mg/mmol', items(lab('UPCR', '113.13 mg/mmol', 'screening')), 'true'],
  ['I4', 'UPCR below the assay', items(lab('UPCR', '<0.1 g/g', 'screening')), 'false'],
  ['I5', 'not fertile', fertile('no'), 'true'],
  ['I5', 'fertile and agrees', fertile('yes', 'yes'), 'true'],
  ['I5', 'fertile, does not agree', fertile('yes', 'no'), 'false'],
  ['I5', 'fertile, not asked', fertile('yes'), 'unknown'],
  ['I5', 'agrees, fertility not asked', items(lab('agrees-to-contraception', 'yes', 'screening')), 'true'],
  ['I6', 'no childbearing potential', tested('no'), 'true'],
  ['I6', 'both negative', tested('yes', 'negative', 'negative'), 'true'],
  ['I6', 'urine positive', tested('yes', 'positive', 'negative'), 'false'],
  ['I6', 'serum positive, urine not done', tested('yes', 'not', 'positive'), 'false'],
  ['I6', 'urine negative, serum missing', tested('yes', 'negative'), 'unknown'],
  ['I7', 'consented, able and willing', both({ dates }, judged(comply, 'yes')), 'true'],
  ['I7', 'consented, not able', both({ dates }, judged(comply, 'no')), 'false'],
  ['I7', 'consented, not judged', { dates }, 'unknown'],
  ['I7', 'no consent yet', judged(comply, 'yes'), 'unknown'],
  ['I8', 'creatinine 0.9', items(lab('creatinine', '0.9 mg/dL', 'screening')), 'true'],
  ['I8', 'creatinine 0', items(lab('creatinine', '0 mg/dL', 'screening')), 'false'],
  ['I8', 'creatinine 0.01', items(lab('creatinine', '0.01 mg/dL', 'screening')), 'true'],
  ['I8', 'creatinine not done', items(lab('creatinine', 'not done', 'screening')), 'unknown'],
  ['I8', 'creatinine missing', {}, 'unknown'],
];

const infected = (start: string, ...attributes: readonly string[]): PlainRecord =>
  on('pneumonia', start, {
    attributes: {
      severe: false,
      active: false,
      recurrent: false,
      hospitalised: false,
      'iv-antibiotics': false,
      treated: false,
      ...Object.fromEntries(attributes.map((attribute) => [attribute, true])),
    },
  });

const exclusions: readonly Row[] = [
  ['E1a', 'rituximab 24 weeks before', signed(on('rituximab', '2025-12-01')), 'true'],
  ['E1a', 'rituximab 24 weeks and a day before', signed(on('rituximab', '2025-11-30')), 'false'],
  ['E1a', 'rituximab on the day', signed(on('rituximab', '2026-05-18')), 'true'],
  ['E1a', 'rituximab on the day after', signed(on('rituximab', '2026-05-19')), 'false'],
  ['E1a', 'nothing, signed', signed(), 'false'],
  ['E1a', 'nothing, not signed', open(), 'unknown'],
  ['E1a', 'a day in 2025', signed(on('rituximab', '2025')), 'unknown'],
  [
    'E1b',
    'mycophenolate changed 12 weeks before',
    signed(
      on('mycophenolate', '2025-01-01', { end: '2026-02-22', dose: '1000 mg' }),
      on('mycophenolate', '2026-02-23', { end: 'ongoing', dose: '1500 mg' }),
    ),
    'true',
  ],
  [
    'E1b',
    'mycophenolate changed 12 weeks and a day before',
    signed(
      on('mycophenolate', '2025-01-01', { end: '2026-02-21', dose: '1000 mg' }),
      on('mycophenolate', '2026-02-22', { end: 'ongoing', dose: '1500 mg' }),
    ),
    'false',
  ],
  ['E1b', 'azathioprine started', signed(on('azathioprine', '2026-04-01', { end: 'ongoing', dose: '50 mg' })), 'true'],
  ['E1b', 'stable', signed(on('mycophenolate', '2025-01-01', { end: 'ongoing', dose: '1000 mg' })), 'false'],
  ['E1b', 'methotrexate is not named', signed(on('methotrexate', '2026-04-01', { end: 'ongoing' })), 'false'],
  ['E1b', 'not signed', open(), 'unknown'],
  [
    'E1b',
    'a change of an unknown dose',
    signed(
      on('tacrolimus', '2025-01-01', { end: '2026-04-01', dose: '2 mg' }),
      on('tacrolimus', '2026-04-02', { end: 'ongoing' }),
    ),
    'unknown',
  ],
  ['E1c', 'belimumab 4 weeks before', signed(on('belimumab', '2026-04-20')), 'true'],
  ['E1c', 'belimumab 4 weeks and a day before', signed(on('belimumab', '2026-04-19')), 'false'],
  ['E1c', 'a JAK inhibitor', signed(on('tofacitinib', '2026-05-01', { end: 'ongoing' })), 'true'],
  ['E1c', 'not signed', open(), 'unknown'],
  ['E2', 'plasmapheresis 12 weeks before', signed(on('plasmapheresis', '2026-02-23')), 'true'],
  ['E2', 'plasmapheresis 12 weeks and a day before', signed(on('plasmapheresis', '2026-02-22')), 'false'],
  ['E2', 'immunoadsorption', signed(on('immunoadsorption', '2026-05-01')), 'true'],
  ['E2', 'some apheresis', signed(on('apheresis', '2026-05-01')), 'unknown'],
  ['E2', 'not signed', open(), 'unknown'],
  ['E3', 'judged so', judged(severe, 'yes'), 'true'],
  ['E3', 'judged not', judged(severe, 'no'), 'false'],
  ['E3', 'not judged', {}, 'unknown'],
  ['E4', 'severe and active 4 weeks before randomisation', signed(infected('2026-05-04', 'severe', 'active')), 'true'],
  ['E4', 'severe and recurrent', signed(infected('2026-05-20', 'severe', 'recurrent')), 'true'],
  ['E4', 'severe and active, a day too early', signed(infected('2026-05-03', 'severe', 'active')), 'false'],
  ['E4', 'severe, neither active nor recurrent', signed(infected('2026-05-10', 'severe')), 'false'],
  [
    'E4',
    'severe onychomycosis, not treated',
    signed(
      on('onychomycosis', '2026-05-10', {
        attributes: { severe: true, active: true, hospitalised: false, treated: false },
      }),
    ),
    'false',
  ],
  [
    'E4',
    'hospital and intravenous, 4 weeks before',
    signed(infected('2026-04-20', 'hospitalised', 'iv-antibiotics')),
    'true',
  ],
  [
    'E4',
    'hospital and intravenous, a day too early',
    signed(infected('2026-04-19', 'hospitalised', 'iv-antibiotics')),
    'false',
  ],
  ['E4', 'hospital without intravenous', signed(infected('2026-04-27', 'hospitalised')), 'false'],
  ['E4', 'treated 2 weeks before', signed(infected('2026-05-04', 'treated')), 'true'],
  ['E4', 'treated 2 weeks and a day before', signed(infected('2026-05-03', 'treated')), 'false'],
  ['E4', 'an infection of which nothing is known', signed(on('pneumonia', '2026-05-10')), 'unknown'],
  ['E4', 'not signed', open(), 'unknown'],
  ['E4', 'signed, not randomised', { dates: { screening: '2026-05-18' }, complete }, 'unknown'],
  ['E5', 'surgery 12 weeks before', signed(on('major-surgery', '2026-02-23')), 'true'],
  [
    'E5',
    'surgery earlier, none needed',
    both(signed(on('major-surgery', '2026-02-22')), judged(surgeryNeeded, 'no')),
    'false',
  ],
  ['E5', 'surgery needed', both(signed(), judged(surgeryNeeded, 'yes')), 'true'],
  ['E5', 'none, not judged', signed(), 'unknown'],
  ['E6', 'a live vaccine 12 weeks before randomisation', signed(on('yellow-fever-vaccine', '2026-03-09')), 'true'],
  [
    'E6',
    'a live vaccine a day earlier',
    both(signed(on('yellow-fever-vaccine', '2026-03-08')), judged(vaccineExpected, 'no')),
    'false',
  ],
  [
    'E6',
    'a live zoster vaccine',
    both(signed(on('live-zoster-vaccine', '2026-05-01')), judged(vaccineExpected, 'no')),
    'false',
  ],
  [
    'E6',
    'an inactivated vaccine',
    both(signed(on('inactivated-vaccine', '2026-05-01')), judged(vaccineExpected, 'no')),
    'false',
  ],
  ['E6', 'a live vaccine expected', both(signed(), judged(vaccineExpected, 'yes')), 'true'],
  ['E6', 'not signed', both(open(), judged(vaccineExpected, 'no')), 'unknown'],
  ['E7', 'a cancer, long ago', signed(on('thyroid-cancer', '1999')), 'true'],
  ['E7', 'a cancer of which the kind was not recorded', signed(on('malignancy', '1999')), 'unknown'],
  ['E7', 'a cured basal cell carcinoma', signed(on('cured-basal-cell-carcinoma', '2020')), 'false'],
  ['E7', 'a basal cell carcinoma, cured or not', signed(on('basal-cell-carcinoma', '2020')), 'unknown'],
  ['E7', 'none, signed', signed(), 'false'],
  ['E7', 'none, not signed', open(), 'unknown'],
  ['E8', 'pregnant', items(lab('pregnant', 'yes', 'screening')), 'true'],
  ['E8', 'lactating', items(lab('pregnant', 'no', 'screening'), lab('lactating', 'yes', 'screening')), 'true'],
  ['E8', 'neither', items(lab('pregnant', 'no', 'screening'), lab('lactating', 'no', 'screening')), 'false'],
  ['E8', 'not pregnant, lactation not asked', items(lab('pregnant', 'no', 'screening')), 'unknown'],
];

/** Everything that CR asks, passing; each row changes one thing. */
const cr = (creatinine: string, upcr: string | undefined, dose: string, creatinineBefore = '0.9', protein?: string) =>
  both(
    steroid(dose),
    items(
      lab('creatinine', `${creatinine} mg/dL`),
      lab('creatinine', `${creatinineBefore} mg/dL`, 'baseline'),
      urine(upcr, protein),
      urine('2.0', undefined, 'baseline'),
    ),
  );

/** Creatinine and UPCR, at baseline and at week 24, and the judgement. */
const pr = (
  creatinine: readonly [string | undefined, string | undefined],
  upcr: readonly [string | undefined, string | undefined],
  deteriorated: 'yes' | 'no' | 'not judged' = 'no',
  protein: readonly [string | undefined, string | undefined] = [undefined, undefined],
): ChartFacts =>
  both(
    deteriorated === 'not judged' ? {} : judged(worse, deteriorated),
    items(
      creatinine[0] === undefined ? {} : lab('creatinine', `${creatinine[0]} mg/dL`, 'baseline'),
      creatinine[1] === undefined ? {} : lab('creatinine', `${creatinine[1]} mg/dL`),
      urine(upcr[0], protein[0], 'baseline'),
      urine(upcr[1], protein[1]),
    ),
  );

const normal = ['0.9', '0.9'] as const;
const responses: readonly Row[] = [
  ['urine-abnormal-at-baseline', 'UPCR 0.5', items(urine('0.5', undefined, 'baseline')), 'true'],
  ['urine-abnormal-at-baseline', 'UPCR 0.49', items(urine('0.49', undefined, 'baseline')), 'false'],
  ['urine-abnormal-at-baseline', 'UPCR 0.51', items(urine('0.51', undefined, 'baseline')), 'true'],
  ['urine-abnormal-at-baseline', 'protein 0.5', items(urine(undefined, '0.5', 'baseline')), 'true'],
  ['urine-abnormal-at-baseline', 'protein 0.49', items(urine(undefined, '0.49', 'baseline')), 'false'],
  ['urine-abnormal-at-baseline', 'neither', {}, 'unknown'],
  ['creatinine-abnormal-at-baseline', '1.2', items(lab('creatinine', '1.2 mg/dL', 'baseline')), 'false'],
  ['creatinine-abnormal-at-baseline', '1.21', items(lab('creatinine', '1.21 mg/dL', 'baseline')), 'true'],
  ['creatinine-abnormal-at-baseline', '1.19', items(lab('creatinine', '1.19 mg/dL', 'baseline')), 'false'],
  ['creatinine-abnormal-at-baseline', '106.1 µmol/L', items(lab('creatinine', '106.1 umol/L', 'baseline')), 'true'],
  ['creatinine-abnormal-at-baseline', '106 µmol/L', items(lab('creatinine', '106 umol/L', 'baseline')), 'false'],
  ['creatinine-abnormal-at-baseline', 'missing', {}, 'unknown'],
  // Creatinine: 1.2 mg/dL, or 125 % of baseline.
  ['CR', 'everything within its limit', cr('1.10', '0.45', '10'), 'true'],
  ['CR', 'creatinine 1.2', cr('1.2', '0.45', '10'), 'true'],
  ['CR', 'creatinine 1.21, above 125 % of 0.9', cr('1.21', '0.45', '10'), 'false'],
  ['CR', 'creatinine 1.25, exactly 125 % of 1.00', cr('1.25', '0.45', '10', '1.00'), 'true'],
  ['CR', 'creatinine 1.26, above 125 % of 1.00', cr('1.26', '0.45', '10', '1.00'), 'false'],
  ['CR', 'creatinine 2.0, exactly 125 % of 1.6', cr('2.0', '0.45', '10', '1.6'), 'true'],
  ['CR', 'UPCR 0.5', cr('1.1', '0.5', '10'), 'false'],
  ['CR', 'UPCR 0.49', cr('1.1', '0.49', '10'), 'true'],
  ['CR', 'UPCR 0.51', cr('1.1', '0.51', '10'), 'false'],
  ['CR', 'protein 0.5 only', cr('1.1', undefined, '10', '0.9', '0.5'), 'false'],
  ['CR', 'protein 0.49 only', cr('1.1', undefined, '10', '0.9', '0.49'), 'true'],
  ['CR', 'UPCR 0.6, protein 0.4', cr('1.1', '0.6', '10', '0.9', '0.4'), 'true'],
  ['CR', 'no urine', cr('1.1', undefined, '10'), 'unknown'],
  ['CR', 'prednisone 10', cr('1.1', '0.45', '10'), 'true'],
  ['CR', 'prednisone 10.1', cr('1.1', '0.45', '10.1'), 'false'],
  ['CR', 'prednisone 9.9', cr('1.1', '0.45', '9.9'), 'true'],
  ['CR', 'steroids not signed', both(cr('1.1', '0.45', '10'), { complete: {} }), 'unknown'],
  ['CR', 'no creatinine', both(steroid('5'), items(urine('0.45', undefined))), 'unknown'],
  ['CR', 'no creatinine, UPCR too high', both(steroid('5'), items(urine('0.9', undefined))), 'false'],
  ['CR', 'nothing at all', {}, 'unknown'],
  // R1–R3 of measures 4.1.
  ['CR', 'R1: 0.9 to 1.10, 2.0 to 0.45, prednisone 10', cr('1.10', '0.45', '10'), 'true'],
  ['CR', 'R2: the same with prednisone 12.5', cr('1.10', '0.45', '12.5'), 'false'],
  ['PR', 'R2: a fall of 77.5 %', cr('1.10', '0.45', '12.5'), 'true'],
  ['CR', 'R3: 2.0 to 1.5, 4.0 to 1.0', both(steroid('5'), pr(['2.0', '1.5'], ['4.0', '1.0'])), 'false'],
  ['PR', 'R3: creatinine falls by 25 %', both(steroid('5'), pr(['2.0', '1.5'], ['4.0', '1.0'])), 'false'],
  // Creatinine normal before: urine protein falls by more than half.
  ['PR', 'UPCR falls by exactly 50 %', pr(normal, ['2.0', '1.0']), 'false'],
  ['PR', 'UPCR falls by a little more', pr(normal, ['2.0', '0.99']), 'true'],
  ['PR', 'UPCR falls by a little less', pr(normal, ['2.0', '1.01']), 'false'],
  ['PR', 'creatinine 1.2 before is normal', pr(['1.2', '1.2'], ['2.0', '0.99']), 'true'],
  ['PR', 'protein falls by more than half, no UPCR', pr(normal, [undefined, undefined], 'no', ['3.0', '1.4']), 'true'],
  ['PR', 'protein falls by exactly half, no UPCR', pr(normal, [undefined, undefined], 'no', ['3.0', '1.5']), 'false'],
  ['PR', 'UPCR decides where both were taken', pr(normal, ['2.0', '1.5'], 'no', ['3.0', '0.3']), 'false'],
  ['PR', 'UPCR at one visit only: protein decides', pr(normal, ['2.0', undefined], 'no', ['3.0', '0.3']), 'true'],
  [
    'PR',
    'never mixed: UPCR before, protein after',
    pr(normal, ['2.0', undefined], 'no', [undefined, '0.3']),
    'unknown',
  ],
  ['PR', 'the judgement is not asked', pr(normal, ['2.0', '0.9'], 'not judged'), 'true'],
  // Creatinine abnormal before: both fall by more than 30 %.
  ['PR', 'creatinine falls by exactly 30 %', pr(['2.0', '1.4'], ['2.0', '1.0']), 'false'],
  ['PR', 'creatinine falls by a little more', pr(['2.0', '1.39'], ['2.0', '1.0']), 'true'],
  ['PR', 'creatinine falls by a little less', pr(['2.0', '1.41'], ['2.0', '1.0']), 'false'],
  ['PR', 'UPCR falls by exactly 30 %', pr(['2.0', '1.0'], ['2.0', '1.4']), 'false'],
  ['PR', 'UPCR falls by a little more', pr(['2.0', '1.0'], ['2.0', '1.39']), 'true'],
  ['PR', 'both fall, but deteriorated', pr(['2.0', '1.0'], ['2.0', '1.0'], 'yes'), 'false'],
  ['PR', 'both fall, not judged', pr(['2.0', '1.0'], ['2.0', '1.0'], 'not judged'), 'unknown'],
  [
    'PR',
    'both fall, creatinine in another unit',
    both(pr(['2.0', undefined], ['2.0', '1.0']), items(lab('creatinine', '120 umol/L'))),
    'true',
  ],
  ['PR', 'creatinine missing now', pr(['2.0', undefined], ['2.0', '1.0']), 'unknown'],
  ['PR', 'creatinine missing before, UPCR falls by 75 %', pr([undefined, '1.0'], ['4.0', '1.0']), 'unknown'],
  ['PR', 'creatinine missing before, UPCR rises', pr([undefined, '1.0'], ['2.0', '2.1']), 'false'],
  ['PR', 'urine normal before: no rule', pr(normal, ['0.4', '0.1']), 'unknown'],
  ['PR', 'urine not known before', pr(normal, [undefined, '0.1']), 'unknown'],
  ['PR', 'nothing at all', {}, 'unknown'],
  ['time-to-response', 'CR', cr('1.1', '0.45', '5'), 'true'],
  ['time-to-response', 'PR and no CR', cr('1.1', '0.9', '5'), 'true'],
  ['time-to-response', 'neither', cr('1.1', '1.9', '5'), 'false'],
  ['time-to-response', 'nothing known', {}, 'unknown'],
  ['time-to-response', 'CR unknown, PR true', pr(normal, ['2.0', '0.45']), 'true'],
];

const sri = (
  before: number,
  now: number,
  grades: readonly [string, string] = ['BBBEEEEEE', 'CCCEEEEEE'],
  pga: readonly [string, string] = ['2.0', '1.0'],
): ChartFacts =>
  items(
    sledai(before, 'baseline'),
    sledai(now, 'week 24'),
    bilag(grades[0], study, 'baseline'),
    bilag(grades[1], study, 'week 24'),
    lab('PGA', pga[0], 'baseline'),
    lab('PGA', pga[1]),
  );

const others: readonly Row[] = [
  ['sri-4', 'SLEDAI-2K falls by 4', sri(12, 8), 'true'],
  ['sri-4', 'SLEDAI-2K falls by 3', sri(12, 9), 'false'],
  ['sri-4', 'SLEDAI-2K falls by 5', sri(12, 7), 'true'],
  ['sri-4', 'a new A', sri(12, 8, ['BEEEEEEEE', 'AEEEEEEEE']), 'false'],
  ['sri-4', 'an A that stays', sri(12, 8, ['AEEEEEEEE', 'AEEEEEEEE']), 'true'],
  ['sri-4', 'one new B', sri(12, 8, ['EEEEEEEEE', 'BEEEEEEEE']), 'true'],
  ['sri-4', 'two new B', sri(12, 8, ['EEEEEEEEE', 'BBEEEEEEE']), 'false'],
  ['sri-4', 'A to B is no new B', sri(12, 8, ['AAEEEEEEE', 'BBEEEEEEE']), 'true'],
  ['sri-4', 'PGA rises by 0.3', sri(12, 8, undefined, ['0.4', '0.7']), 'false'],
  ['sri-4', 'PGA rises by 0.2', sri(12, 8, undefined, ['0.4', '0.6']), 'true'],
  ['sri-4', 'PGA rises by 0.4', sri(12, 8, undefined, ['0.4', '0.8']), 'false'],
  ['sri-4', 'no PGA', items(without({ ...sri(12, 8).items }, 'PGA at week 24')), 'unknown'],
  ['sri-4', 'no PGA, but SLEDAI-2K falls by 3', items(without({ ...sri(12, 9).items }, 'PGA at week 24')), 'false'],
  ['sri-4', 'nothing', {}, 'unknown'],
  ['sledai-change', 'from 12 to 8', sri(12, 8), '-4'],
  ['sledai-change', 'from 4 to 10', sri(4, 10), '6'],
  ['sledai-change', 'no change', sri(6, 6), '0'],
  [
    'sledai-change',
    'fever not assessed',
    items(without({ ...sri(12, 8).items }, 'SLEDAI-2K.fever at week 24')),
    '-4 to -3',
  ],
  ['sledai-change', 'nothing', {}, 'not known'],
  // yee2010: A 12, B 8, C 1, D and E 0.
  ['bilag-change', 'BBB to CCC', sri(12, 8), '-21'],
  ['bilag-change', 'E to A', sri(12, 8, ['EEEEEEEEE', 'AEEEEEEEE']), '12'],
  ['bilag-change', 'nothing', {}, '-108 to 108'],
  [
    'steroid-change',
    'from 30 to 10',
    signed(
      on('prednisone', '2026-01-01', { end: '2026-08-31', dose: '30 mg' }),
      on('prednisone', '2026-09-01', { end: 'ongoing', dose: '10 mg' }),
    ),
    '-20',
  ],
  [
    'steroid-change',
    'methylprednisolone 16 started',
    signed(on('methylprednisolone', '2026-09-01', { end: 'ongoing', dose: '16 mg' })),
    '20',
  ],
  ['steroid-change', 'none, signed', signed(), '0'],
  ['steroid-change', 'none, not signed', open(), 'not known'],
  [
    'steroid-change',
    'a dose that is not recorded',
    signed(on('prednisone', '2026-09-01', { end: 'ongoing' })),
    'not known',
  ],
];

const event = (concept: string, start: string, serious?: boolean): ChartFacts =>
  signed(on(concept, start, serious === undefined ? {} : { attributes: { serious } }));
const safety: readonly Row[] = [
  ...(
    [
      ['any-adverse-event', 'adverse-event'],
      ['laboratory-change', 'significant-laboratory-change'],
      ['vital-sign-change', 'significant-vital-sign-change'],
    ] as const
  ).flatMap(([id, concept]): readonly Row[] => [
    [id, 'on the day of the first dose', event(concept, '2026-06-01'), 'true'],
    [id, 'on the day before', event(concept, '2026-05-31'), 'false'],
    [id, 'on the day of week 24', event(concept, '2026-11-16'), 'true'],
    [id, 'on the day after', event(concept, '2026-11-17'), 'false'],
    [id, 'none, signed', signed(), 'false'],
    [
      id,
      'none, signed through the day before week 24',
      { dates, complete: { 'adverse event': '2026-11-15' } },
      'unknown',
    ],
    [id, 'none, not signed', open(), 'unknown'],
    [id, 'sometime in 2026', event(concept, '2026'), 'unknown'],
  ]),
  ['any-adverse-event', 'an infusion reaction is one', event('infusion-reaction', '2026-06-01'), 'true'],
  ['any-adverse-event', 'a laboratory change is none', event('significant-laboratory-change', '2026-07-01'), 'false'],
  ['any-adverse-event', 'week 24 not reached', { dates: { 'first dose': '2026-06-01' }, complete }, 'unknown'],
  ['any-serious-event', 'serious', event('infection-event', '2026-07-01', true), 'true'],
  ['any-serious-event', 'not serious', event('infection-event', '2026-07-01', false), 'false'],
  ['any-serious-event', 'seriousness not known', event('infection-event', '2026-07-01'), 'unknown'],
  ['any-serious-event', 'serious, before the first dose', event('infection-event', '2026-05-31', true), 'false'],
  ['any-serious-event', 'none, not signed', open(), 'unknown'],
];

const rows: readonly Row[] = [...inclusions, ...exclusions, ...responses, ...others, ...safety];

for (const [id, what, facts, expected] of rows)
  test(`${id} · ${sentenceOf(id)} · ${what}: ${expected}`, () => assert.equal(comesTo(id, facts, 'week 24'), expected));

test('every sentence has a true, a false and an unknown row; a value, a number and not known', () => {
  assert(sentences.size >= 31);
  expectRowsForAll(trial, rows);
});

test('the response at week 24 asks CR, then PR; complete response asks for CR at least', () => {
  const asked = study.endpoints.flatMap((endpoint) =>
    endpoint.kind === 'response'
      ? [[endpoint.of.id, endpoint.of.at, endpoint.of['at least'], endpoint.of.missing]]
      : [],
  );
  assert.deepEqual(asked, [
    ['response', 'week 24', 'PR', 'non-responder'],
    ['complete-response', 'week 24', 'CR', 'non-responder'],
  ]);
  const { levels = [] } = study.responses.get('renal-response') ?? {};
  assert.deepEqual(
    levels.map(({ id }) => id),
    ['CR', 'PR'],
  );
  /** R1–R3 of measures 4.1: CR, then PR. */
  const examples: readonly (readonly [ChartFacts, string])[] = [
    [cr('1.10', '0.45', '10'), 'true true'],
    [cr('1.10', '0.45', '12.5'), 'false true'],
    [both(steroid('5'), pr(['2.0', '1.5'], ['4.0', '1.0'])), 'false false'],
    [{}, 'unknown unknown'],
  ];
  for (const [facts, expected] of examples)
    assert.equal(levels.map(({ ask }) => ask(chartFrom(facts, lexicon), 'week 24').truth).join(' '), expected);
});

test('time to response is asked at each visit from week 4 to week 24', () => {
  const time = sentences.get('time-to-response');
  assert(time?.kind === 'first-point');
  assert.deepEqual(
    [time.from, time.to],
    [
      { kind: 'named', name: 'week 4' },
      { kind: 'named', name: 'week 24' },
    ],
  );
  const early = both(steroid('5'), items(lab('creatinine', '0.9 mg/dL', 'week 4'), urine('0.4', undefined, 'week 4')));
  assert.equal(comesTo('time-to-response', early, 'week 4'), 'true');
  assert.equal(comesTo('time-to-response', early, 'week 24'), 'unknown');
});

test('rituximab on 2026-03-02, screening on 2026-05-18: excluded by E1a until 2026-08-18', () => {
  const criterion = study.criteria.find(({ id }) => id === 'E1a');
  const proof = criterion?.ask(chartFrom(signed(on('rituximab', '2026-03-02')), lexicon), undefined);
  assert.equal(proof?.truth, 'true');
  assert.deepEqual(proof && turningDays(proof).map(writeDay), ['2026-08-18']);
});

/** Values of one asked thing, as the facts that give them. */
const sampled = (measure: string, point: string): readonly ChartFacts[] => {
  const kind = lexicon.measures.get(measure)?.value;
  if (measure === 'age') return ['1950-01-01', '1980-01-01', '2007-05-10', '2015-01-01'].map((born) => ({ born }));
  if (measure === 'prednisone-equivalent') return ['5', '10', '12.5', '60'].map((dose) => steroid(dose));
  if (measure === 'SLEDAI-2K') return [0, 5, 6, 10, 20].map((total) => items(sledai(total, point)));
  if (measure === 'ACR-1997-count') return [0, 3, 4, 11].map((met) => items(acr(met, study)));
  if (measure.startsWith('BILAG'))
    return ['EEEEEEEEE', 'AEEEEEEEE', 'BBEEEEEEE', 'CCCBEEEEE'].map((grades) => items(bilag(grades, study, point)));
  if (kind?.kind === 'level') return kind.levels.map((level) => items(lab(measure, level, point)));
  if (kind?.kind === 'score') return ['0', '0.3', '1.0', '3'].map((value) => items(lab(measure, value, point)));
  const unit = kind?.kind === 'quantity' ? kind.unit : '';
  return ['0', '0.3', '0.5', '1.0', '1.2', '1.3', '2.5', '<0.1', '>4', '0.4-0.6'].map((value) =>
    items(lab(measure, `${value} ${unit}`, point)),
  );
};

/** Everything measured that a condition asks at a point, through its references. */
const askedBy = (formula: Formula, here: string): readonly string[] => {
  const nameOf = (point: { kind: 'named'; name: string } | { kind: 'here' }): string =>
    point.kind === 'here' ? here : point.name;
  const own = measuresAsked(formula).map(({ measure, point }) => `${measure}@${nameOf(point)}`);
  const through = everyFormula(formula).flatMap((each) => {
    const defined = each.kind === 'reference' ? definitions.get(each.definition) : undefined;
    return each.kind === 'reference' && defined !== undefined ? askedBy(defined, nameOf(each.point)) : [];
  });
  return [...new Set([...own, ...through])];
};

/**
 * Where two measures of urine protein were taken, the first that is available decides whether it fell, so that
 * without it the other may decide otherwise: by design, and the only place where an absent value changes an answer.
 */
const firstDecides: ReadonlySet<string> = new Set(['PR', 'time-to-response']);

const limits = [...sentences].filter(
  (entry): entry is [string, Condition] => isCondition(entry[1]) && askedBy(entry[1], 'week 24').length > 0,
);

const judgements = { [comply]: 'yes', [worse]: 'no' } as const;

test('there are sentences with limits to try', () => assert(limits.length >= 12));

for (const [id, condition] of limits) {
  const asked = askedBy(condition, 'week 24');
  const excludes = study.criteria.some((criterion) => criterion.id === id && criterion.kind === 'exclude');
  const [good, bad] = excludes ? ['false', 'true'] : ['true', 'false'];
  test(`${id} · ${sentenceOf(id)} · a missing value never satisfies it`, () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: asked.length, maxLength: asked.length }), fc.nat(), (picks, gap) => {
        const missing = gap % asked.length;
        const factsFor = (index: number, pick: number): ChartFacts => {
          const [measure = '', point = ''] = asked[index]?.split('@') ?? [];
          const values = sampled(measure, point);
          return values[pick % values.length] ?? {};
        };
        const rest = asked.flatMap((_, index) => (index === missing ? [] : [factsFor(index, picks[index] ?? 0)]));
        const without = comesTo(id, both({ dates, judged: judgements }, ...rest), 'week 24');
        if (without !== good) return;
        if (firstDecides.has(id) && /^(UPCR|protein-24h)@/.test(asked[missing] ?? '')) return;
        for (let pick = 0; pick < 10; pick += 1) {
          const withValue = comesTo(
            id,
            both({ dates, judged: judgements }, ...rest, factsFor(missing, pick)),
            'week 24',
          );
          assert.notEqual(withValue, bad, `${asked[missing]} could have been such that it fails`);
        }
      }),
      { numRuns: 150, seed: 5_631_717 },
    ));
}

test('with nothing recorded at all no inclusion holds, no exclusion is cleared and no response is reached', () => {
  for (const [id, formula] of sentences)
    if (isCondition(formula)) assert.equal(comesTo(id, { dates }, 'week 24'), 'unknown', id);
});

test('a value written in a unit that does not fit, or that cannot be read, satisfies no limit', () => {
  for (const value of ['0.1', '0.1 kg', '0,1 g/g', '1e-1 g/g', '- g/g', 'negative g/g'])
    assert.equal(
      comesTo('CR', both(cr('1.1', undefined, '5'), items(lab('UPCR', value))), 'week 24'),
      'unknown',
      value,
    );
});
