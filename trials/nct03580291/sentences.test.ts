import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { turningDays } from '#core/criteria/flips.ts';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { type ChartFacts, chartFrom, type PlainRecord } from '#core/criteria/given.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { isRecord, readRecord } from '#core/registry/read-record.ts';
import { checkRecordPlaces } from '#core/study/check-record-places.ts';
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

const trial = openTrial('nct03580291');
const { study, sentences, sentenceOf, comesTo } = trial;
const { lexicon, definition } = study;

const dates = {
  consent: '2026-05-10',
  screening: '2026-05-18',
  randomisation: '2026-06-01',
  'first dose': '2026-06-01',
  baseline: '2026-06-01',
  'week 1': '2026-06-08',
  'week 4': '2026-06-29',
  'week 24': '2026-11-16',
  'week 52': '2027-05-31',
};
const lastDay = '2027-05-31';
const complete = { medication: lastDay, condition: lastDay, procedure: lastDay, 'adverse event': lastDay };
const signed = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, complete, history });
const open = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history });
const aged = (born: string): ChartFacts => ({ born, dates });
const screened = (name: string, value: string): ChartFacts => items(lab(name, value, 'screening'));
const screenedFor = (values: Readonly<Record<string, string>>): ChartFacts =>
  both(...Object.entries(values).map(([name, value]) => screened(name, value)));

const urine = (upcr: string | undefined, protein: string | undefined, point = 'week 24'): Record<string, string> => ({
  ...(upcr === undefined ? {} : lab('UPCR', `${upcr} g/g`, point)),
  ...(protein === undefined ? {} : lab('protein-24h', `${protein} g/24h`, point)),
});

const comply = 'complies with the requirements of the research';
const worse = 'other indicator of deterioration';

const inclusions: readonly Row[] = [
  ['I1', 'four criteria', items(acr(4, study)), 'true'],
  ['I1', 'three criteria', items(acr(3, study)), 'false'],
  ['I1', 'five criteria', items(acr(5, study)), 'true'],
  ['I1', 'three, one not assessed', items(without(acr(3, study), 'ACR-1997-count.ana at screening')), 'unknown'],
  ['I1', 'nothing assessed', {}, 'unknown'],
  ['I2', 'the 18th birthday', aged('2008-05-10'), 'true'],
  ['I2', 'the day before the 18th birthday', aged('2008-05-11'), 'false'],
  ['I2', 'the day before the 61st birthday', aged('1965-05-11'), 'true'],
  ['I2', 'the 61st birthday', aged('1965-05-10'), 'false'],
  ['I2', 'only the year of birth, in question', aged('2008'), 'unknown'],
  ['I2', 'no date of birth', { dates }, 'unknown'],
  ['I3a', 'class III', screened('LN-class', 'III'), 'true'],
  ['I3a', 'class V', screened('LN-class', 'V'), 'true'],
  ['I3a', 'class III and V', screened('LN-class', 'III+V'), 'true'],
  ['I3a', 'class IV and V', screened('LN-class', 'IV+V'), 'true'],
  ['I3a', 'class II', screened('LN-class', 'II'), 'false'],
  ['I3a', 'class II and V', screened('LN-class', 'II+V'), 'false'],
  ['I3a', 'class VI', screened('LN-class', 'VI'), 'false'],
  ['I3a', 'no report', {}, 'unknown'],
  ['I3a', 'a class that is none', screened('LN-class', 'VII'), 'unknown'],
  ['I3b', 'biopsy 12 weeks before', signed(on('kidney-biopsy', '2026-03-09')), 'true'],
  ['I3b', 'biopsy 12 weeks and a day before', signed(on('kidney-biopsy', '2026-03-08')), 'false'],
  ['I3b', 'biopsy on the day', signed(on('kidney-biopsy', '2026-06-01')), 'true'],
  ['I3b', 'biopsy in March', signed(on('kidney-biopsy', '2026-03')), 'unknown'],
  ['I3b', 'none, signed', signed(), 'false'],
  ['I3b', 'none, not signed', open(), 'unknown'],
  ['I4', 'UPCR 1.0', items(urine('1.0', undefined, 'screening')), 'false'],
  ['I4', 'UPCR 0.99', items(urine('0.99', undefined, 'screening')), 'false'],
  ['I4', 'UPCR 1.01', items(urine('1.01', undefined, 'screening')), 'true'],
  ['I4', 'protein 1.0', items(urine(undefined, '1.0', 'screening')), 'false'],
  ['I4', 'protein 1.01', items(urine(undefined, '1.01', 'screening')), 'true'],
  ['I4', 'they disagree', items(urine('0.8', '1.2', 'screening')), 'true'],
  // 1 g/g is 113.12 mg/mmol with 113.12 g/mol of creatinine.
  ['I4', 'UPCR 113.12 mg/mmol', screened('UPCR', '113.12 mg/mmol'), 'false'],
  ['I4', 'UPCR 113.13 mg/mmol', screened('UPCR', '113.13 mg/mmol'), 'true'],
  ['I4', 'neither', {}, 'unknown'],
  ['I5', 'no childbearing potential', screened('childbearing-potential', 'no'), 'true'],
  ['I5', 'agrees', screenedFor({ 'childbearing-potential': 'yes', 'agrees-to-contraception': 'yes' }), 'true'],
  ['I5', 'does not agree', screenedFor({ 'childbearing-potential': 'yes', 'agrees-to-contraception': 'no' }), 'false'],
  ['I5', 'not asked', screened('childbearing-potential', 'yes'), 'unknown'],
  ['I6', 'no childbearing potential', screened('childbearing-potential', 'no'), 'true'],
  ['I6', 'negative', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'negative' }), 'true'],
  ['I6', 'positive', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'positive' }), 'false'],
  ['I6', 'not done', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'not done' }), 'unknown'],
  ['I7', 'consented and complies', both({ dates }, judged(comply, 'yes')), 'true'],
  ['I7', 'consented, does not comply', both({ dates }, judged(comply, 'no')), 'false'],
  ['I7', 'consented, not judged', { dates }, 'unknown'],
  ['I7', 'no consent yet', judged(comply, 'yes'), 'unknown'],
  ['I8', 'creatinine 0.9', screened('creatinine', '0.9 mg/dL'), 'true'],
  ['I8', 'creatinine below the assay', screened('creatinine', '<0.2 mg/dL'), 'true'],
  ['I8', 'creatinine not done', screened('creatinine', 'not done'), 'false'],
  ['I8', 'creatinine not recorded', {}, 'unknown'],
];

/** Limits of a laboratory: ALT to 40 U/L, AST to 35 U/L. */
const enzymes = (alt: string, ast: string): ChartFacts => ({
  ...items(lab('ALT', `${alt} U/L`, 'screening'), lab('AST', `${ast} U/L`, 'screening')),
  normal: { ALT: '7..40', AST: '13..35' },
});

/** A man of 50 years and 72 kg: (140 − 50) · 72 / (72 · Scr) = 90 / Scr mL/min (cockcroft1976). */
const clearance = (creatinine: string, more: ChartFacts = { born: '1976-05-18', sex: 'male' }): ChartFacts => ({
  ...items(lab('creatinine', `${creatinine} mg/dL`, 'screening'), lab('weight', '72 kg', 'screening')),
  dates,
  ...more,
});

const mycophenolate = (attributes: Readonly<Record<string, boolean>>): PlainRecord =>
  on('mycophenolate', '2019-01-01', { end: '2019-12-31', dose: '1 g', timesADay: 2, attributes });

const exclusions: readonly Row[] = [
  ['E1', 'mycophenolate until 12 weeks before', signed(on('mycophenolate', '2025-01', { end: '2026-03-09' })), 'true'],
  ['E1', 'until the day before that', signed(on('mycophenolate', '2025-01', { end: '2026-03-08' })), 'false'],
  ['E1', 'tripterygium', signed(on('tripterygium', '2026-04-01')), 'true'],
  ['E1', 'rituximab is a biologic', signed(on('rituximab', '2026-03-09')), 'true'],
  ['E1', 'rituximab a day earlier', signed(on('rituximab', '2026-03-08')), 'false'],
  ['E1', 'belimumab is a biologic', signed(on('belimumab', '2026-05-01')), 'true'],
  ['E1', 'started between screening and randomisation', signed(on('tacrolimus', '2026-05-30')), 'true'],
  ['E1', 'azathioprine is not named', signed(on('azathioprine', '2026-05-01', { end: 'ongoing' })), 'false'],
  ['E1', 'an immunosuppressant, which is not said', signed(on('immunosuppressant', '2026-05-01')), 'unknown'],
  ['E1', 'cyclophosphamide in March', signed(on('cyclophosphamide', '2026-03')), 'unknown'],
  ['E1', 'not signed', open(), 'unknown'],
  ['E1', 'signed, not randomised', { dates: { screening: '2026-05-18' }, complete }, 'unknown'],
  ['E2', 'it failed, years ago', signed(mycophenolate({ failed: true })), 'true'],
  ['E2', 'it did not fail', signed(mycophenolate({ failed: false })), 'false'],
  ['E2', 'whether it failed is not recorded', signed(mycophenolate({})), 'unknown'],
  ['E2', 'never taken, signed', signed(), 'false'],
  ['E2', 'never taken, not signed', open(), 'unknown'],
  ['E3', 'it was not tolerated', signed(mycophenolate({ 'not-tolerated': true })), 'true'],
  ['E3', 'it was tolerated', signed(mycophenolate({ failed: true, 'not-tolerated': false })), 'false'],
  [
    'E3',
    'another was not tolerated',
    signed(on('tacrolimus', '2020', { attributes: { 'not-tolerated': true } })),
    'false',
  ],
  ['E3', 'not recorded', signed(mycophenolate({ failed: false })), 'unknown'],
  ['E4', 'half sclerosed', screened('sclerosed-glomeruli', '50 %'), 'true'],
  ['E4', 'a little less', screened('sclerosed-glomeruli', '49.9 %'), 'false'],
  ['E4', 'more', screened('sclerosed-glomeruli', '51 %'), 'true'],
  ['E4', 'not counted', {}, 'unknown'],
  ['E5', 'half damaged', screened('damaged-glomeruli', '50 %'), 'true'],
  ['E5', 'a little less', screened('damaged-glomeruli', '49.9 %'), 'false'],
  ['E5', 'more', screened('damaged-glomeruli', '50.1 %'), 'true'],
  ['E5', 'not counted', screened('damaged-glomeruli', 'not done'), 'unknown'],
  ['E6', 'another, ongoing', signed(on('rheumatoid-arthritis', '2020', { end: 'ongoing' })), 'true'],
  ['E6', 'secondary Sjögren', signed(on('secondary-Sjogren-syndrome', '2020', { end: 'ongoing' })), 'false'],
  ['E6', 'another, over before', signed(on('other-autoimmune-disease', '2010', { end: '2015-01-01' })), 'false'],
  ['E6', 'lupus itself', signed(on('lupus-nephritis', '2020', { end: 'ongoing' })), 'false'],
  ['E6', 'not signed', open(), 'unknown'],
  ['E7a', '14 mg/L', screened('bilirubin', '14 mg/L'), 'false'],
  ['E7a', '13.9 mg/L', screened('bilirubin', '13.9 mg/L'), 'false'],
  ['E7a', '14.1 mg/L', screened('bilirubin', '14.1 mg/L'), 'true'],
  ['E7a', '1.4 mg/dL', screened('bilirubin', '1.4 mg/dL'), 'false'],
  // 14 mg/L are 23.945 µmol/L with 584.66 g/mol.
  ['E7a', '23.94 µmol/L', screened('bilirubin', '23.94 umol/L'), 'false'],
  ['E7a', '23.95 µmol/L', screened('bilirubin', '23.95 umol/L'), 'true'],
  ['E7a', 'missing', {}, 'unknown'],
  ['E7b', 'both at 1.5 times the limit', enzymes('60', '52.5'), 'false'],
  ['E7b', 'ALT a little above', enzymes('60.1', '20'), 'true'],
  ['E7b', 'AST a little above', enzymes('20', '52.6'), 'true'],
  ['E7b', 'both a little below', enzymes('59.9', '52.4'), 'false'],
  ['E7b', 'no normal range', { ...enzymes('100', '100'), normal: {} }, 'unknown'],
  [
    'E7b',
    'ALT missing, AST normal',
    { ...screened('AST', '20 U/L'), normal: { ALT: '7..40', AST: '13..35' } },
    'unknown',
  ],
  ['E7c', 'exactly 30', clearance('3'), 'false'],
  ['E7c', 'a little less', clearance('3.01'), 'true'],
  ['E7c', 'a little more', clearance('2.99'), 'false'],
  // 0.85 for a woman: 76.5 / Scr.
  ['E7c', 'a woman with 2.56', clearance('2.56', { born: '1976-05-18', sex: 'female' }), 'true'],
  ['E7c', 'a woman with 2.54', clearance('2.54', { born: '1976-05-18', sex: 'female' }), 'false'],
  ['E7c', 'sex not known, between the two', clearance('2.8', { born: '1976-05-18' }), 'unknown'],
  ['E7c', 'no weight', { ...screened('creatinine', '3.5 mg/dL'), dates, born: '1976-05-18', sex: 'male' }, 'unknown'],
];

const steroid = (dose: string): ChartFacts =>
  signed(on('prednisone', '2026-01-01', { end: 'ongoing', dose: `${dose} mg`, kind: 'maintenance' }));

/** Creatinine, UPCR and prednisone at week 24; 0.9 mg/dL and 2.0 g/g at baseline unless said. */
const kidney = (creatinine: string, upcr: string, dose = '5', before: readonly [string, string] = ['0.9', '2.0']) =>
  both(
    steroid(dose),
    items(
      lab('creatinine', `${creatinine} mg/dL`),
      lab('creatinine', `${before[0]} mg/dL`, 'baseline'),
      urine(upcr, undefined),
      urine(before[1], undefined, 'baseline'),
    ),
  );

const abnormal = ['2.0', '2.0'] as const;
const responses: readonly Row[] = [
  ['CR', 'everything within', kidney('1.1', '0.45'), 'true'],
  ['CR', 'creatinine 1.2', kidney('1.2', '0.45'), 'true'],
  ['CR', 'creatinine 1.21, above 125% of 0.9', kidney('1.21', '0.45'), 'false'],
  ['CR', 'creatinine 1.5, 125% of 1.2', kidney('1.5', '0.45', '5', ['1.2', '2.0']), 'true'],
  ['CR', 'creatinine 1.51', kidney('1.51', '0.45', '5', ['1.2', '2.0']), 'false'],
  ['CR', 'UPCR 0.5', kidney('1.1', '0.5'), 'false'],
  ['CR', 'UPCR 0.49', kidney('1.1', '0.49'), 'true'],
  ['CR', 'prednisone 10', kidney('1.1', '0.45', '10'), 'true'],
  ['CR', 'prednisone 10.1', kidney('1.1', '0.45', '10.1'), 'false'],
  ['CR', 'steroids not signed', both(kidney('1.1', '0.45'), { complete: {} }), 'unknown'],
  ['CR', 'nothing known', {}, 'unknown'],
  ['PR', 'UPCR falls by exactly half', kidney('0.9', '1.0'), 'false'],
  ['PR', 'UPCR falls by a little more', kidney('0.9', '0.99'), 'true'],
  ['PR', 'UPCR falls by a little less', kidney('0.9', '1.01'), 'false'],
  ['PR', 'both fall by more than 30%', both(kidney('1.39', '1.39', '5', abnormal), judged(worse, 'no')), 'true'],
  ['PR', 'creatinine falls by exactly 30%', both(kidney('1.4', '1.39', '5', abnormal), judged(worse, 'no')), 'false'],
  ['PR', 'UPCR falls by exactly 30%', both(kidney('1.39', '1.4', '5', abnormal), judged(worse, 'no')), 'false'],
  [
    'PR',
    'both fall, deteriorated otherwise',
    both(kidney('1.39', '1.39', '5', abnormal), judged(worse, 'yes')),
    'false',
  ],
  ['PR', 'both fall, not judged', kidney('1.39', '1.39', '5', abnormal), 'unknown'],
  ['PR', 'UPCR 0.49 at baseline: no rule', kidney('0.9', '0.1', '5', ['0.9', '0.49']), 'unknown'],
  ['PR', 'nothing known', {}, 'unknown'],
  ['time-to-response', 'CR', kidney('1.1', '0.45'), 'true'],
  ['time-to-response', 'PR, with too much prednisone for CR', kidney('1.1', '0.45', '20'), 'true'],
  ['time-to-response', 'neither', kidney('1.1', '1.9'), 'false'],
  ['time-to-response', 'nothing known', {}, 'unknown'],
];

const changed = (name: string, before: string, now: string): ChartFacts =>
  items(lab(name, before, 'baseline'), lab(name, now));

const changes: readonly Row[] = [
  ['sledai-change', 'from 12 to 8', items(sledai(12, 'baseline'), sledai(8, 'week 24')), '-4'],
  ['sledai-change', 'not known before', items(sledai(8, 'week 24')), 'not known'],
  // yee2010: A 12, B 8, C 1, D and E 0.
  ['bilag-change', 'A to C', items(bilag('A', study, 'baseline'), bilag('C', study, 'week 24')), '-11'],
  ['bilag-change', 'nothing', {}, '-108 to 108'],
  ['c3-change', 'from 0.5 to 0.8 g/L', changed('C3', '0.5 g/L', '0.8 g/L'), '0.3'],
  ['c3-change', 'in two units', changed('C3', '50 mg/dL', '0.8 g/L'), '0.3'],
  ['c3-change', 'missing', items(lab('C3', '0.8 g/L')), 'not known'],
  ['c4-change', 'from 0.05 to 0.2 g/L', changed('C4', '0.05 g/L', '0.2 g/L'), '0.15'],
  ['c4-change', 'missing', {}, 'not known'],
  ['dna-antibody-change', 'from 400 to 100', changed('anti-dsDNA', '400 [IU]/mL', '100 [IU]/mL'), '-300'],
  ['dna-antibody-change', 'missing', {}, 'not known'],
  [
    'steroid-change',
    'from 40 to 10',
    signed(
      on('prednisone', '2026-01-01', { end: '2026-08-31', dose: '40 mg' }),
      on('prednisone', '2026-09-01', { end: 'ongoing', dose: '10 mg' }),
    ),
    '-30',
  ],
  ['steroid-change', 'none, not signed', open(), 'not known'],
];

const event = (start: string, attributes: Readonly<Record<string, boolean>> = {}, concept = 'adverse-event') =>
  signed(on(concept, start, { attributes }));
const untilTheDayBefore = { dates, complete: { 'adverse event': '2027-05-30' } };

const events: readonly Row[] = [
  ['any-adverse-event', 'on the day of the first dose', event('2026-06-01'), 'true'],
  ['any-adverse-event', 'on the day before', event('2026-05-31'), 'false'],
  ['any-adverse-event', 'on the day of week 52', event('2027-05-31'), 'true'],
  ['any-adverse-event', 'on the day after', event('2027-06-01'), 'false'],
  ['any-adverse-event', 'an infusion reaction is one', event('2026-06-08', {}, 'infusion-reaction'), 'true'],
  ['any-adverse-event', 'none, signed', signed(), 'false'],
  ['any-adverse-event', 'none, signed through the day before', untilTheDayBefore, 'unknown'],
  ['any-serious-event', 'serious', event('2026-07-01', { serious: true }), 'true'],
  ['any-serious-event', 'not serious', event('2026-07-01', { serious: false }), 'false'],
  ['any-serious-event', 'seriousness not known', event('2026-07-01'), 'unknown'],
  ['any-serious-event', 'serious, before the first dose', event('2026-05-31', { serious: true }), 'false'],
];

const rows: readonly Row[] = [...inclusions, ...exclusions, ...responses, ...changes, ...events];

for (const [id, what, facts, expected] of rows)
  test(`${id} · ${sentenceOf(id)} · ${what}: ${expected}`, () => {
    const here = id.startsWith('any-') ? 'week 52' : 'week 24';
    assert.equal(comesTo(id, facts, here), expected);
  });

test('every sentence has a true, a false and an unknown row; a value, a number and not known', () => {
  assert.equal(sentences.size, 29);
  expectRowsForAll(trial, rows);
});

test('with nothing recorded at all no sentence is true or false', () => {
  for (const [id, formula] of sentences)
    if (isCondition(formula)) assert.equal(comesTo(id, { dates }, 'week 24'), 'unknown', id);
});

/** The criterion, what is recorded, the first day on which the answer would be another. */
const turns: readonly (readonly [string, PlainRecord, string])[] = [
  // 84 days after 2026-03-09 is 2026-06-01, which still counts.
  ['I3b', on('kidney-biopsy', '2026-03-09'), '2026-06-02'],
  ['E1', on('rituximab', '2026-03-09'), '2026-06-02'],
  ['E1', on('mycophenolate', '2025-01-01', { end: '2026-04-30' }), '2026-07-24'],
];

for (const [id, record, expected] of turns)
  test(`${id} with ${record.concept} of ${record.start} holds until ${expected}`, () => {
    const proof = study.criteria.find((each) => each.id === id)?.ask(chartFrom(signed(record), lexicon), undefined);
    assert.equal(proof?.truth, 'true');
    assert.deepEqual(proof && turningDays(proof).map(writeDay), [expected]);
  });

/** The stratum or the rule on safety, what is known, what it comes to at the visit. */
const others: readonly (readonly [string, ChartFacts, string, Truth])[] = [
  ['class-v-only', screened('LN-class', 'V'), 'screening', 'true'],
  ['class-v-only', screened('LN-class', 'III+V'), 'screening', 'false'],
  ['class-v-only', {}, 'screening', 'unknown'],
  ['heavy-proteinuria', screened('UPCR', '3 g/g'), 'screening', 'true'],
  ['heavy-proteinuria', screened('UPCR', '2.99 g/g'), 'screening', 'false'],
  ['heavy-proteinuria', screened('protein-24h', '3.5 g/24h'), 'screening', 'true'],
  ['heavy-proteinuria', {}, 'screening', 'unknown'],
  ['R1', items(lab('urine-hCG', 'positive')), 'week 24', 'true'],
  ['R1', items(lab('urine-hCG', 'negative')), 'week 24', 'false'],
  ['R1', items(lab('urine-hCG', 'not done')), 'week 24', 'unknown'],
  ['R2', items(lab('neutrophils', '1.3 10^9/L')), 'week 24', 'false'],
  ['R2', items(lab('neutrophils', '1.29 10^9/L')), 'week 24', 'true'],
  ['R2', {}, 'week 24', 'unknown'],
  [
    'R3',
    { ...items(lab('ALT', '120 U/L'), lab('AST', '30 U/L')), normal: { ALT: '..40', AST: '..35' } },
    'week 24',
    'false',
  ],
  ['R3', { ...items(lab('ALT', '120.1 U/L')), normal: { ALT: '..40' } }, 'week 24', 'true'],
  ['R3', items(lab('ALT', '120.1 U/L')), 'week 24', 'unknown'],
  ['R4', event('2026-06-01', { serious: true }, 'infusion-reaction'), 'week 1', 'true'],
  ['R4', event('2026-06-01', { serious: false }, 'infusion-reaction'), 'week 1', 'false'],
  ['R4', open(), 'week 1', 'unknown'],
  ['R5', event('2026-10-19', { serious: true }, 'infection-event'), 'week 24', 'true'],
  ['R5', event('2026-10-18', { serious: true }, 'infection-event'), 'week 24', 'false'],
  ['R5', event('2026-11-01', {}, 'infection-event'), 'week 24', 'unknown'],
  ['R6', kidney('1.3', '2.0', '5', ['1.0', '2.0']), 'week 24', 'false'],
  ['R6', kidney('1.31', '2.0', '5', ['1.0', '2.0']), 'week 24', 'true'],
  ['R6', kidney('0.9', '3.01'), 'week 24', 'true'],
  ['R6', kidney('0.9', '3.0'), 'week 24', 'false'],
  ['R6', {}, 'week 24', 'unknown'],
  ['T1', event('2026-07-01', { fatal: true, related: true }), 'week 52', 'true'],
  ['T1', event('2026-07-01', { fatal: true, related: false }), 'week 52', 'false'],
  ['T1', event('2026-07-01', { fatal: true }), 'week 52', 'unknown'],
  ['T2', event('2026-06-08', { 'life-threatening': true }, 'infusion-reaction'), 'week 52', 'true'],
  ['T2', event('2026-06-08', { 'life-threatening': true }), 'week 52', 'unknown'],
  ['T2', event('2026-06-08', { 'life-threatening': false }, 'infusion-reaction'), 'week 52', 'false'],
  ['T3', event('2026-07-01', { serious: true }, 'infection-event'), 'week 52', 'true'],
  ['T3', event('2026-07-01', { serious: false }, 'infection-event'), 'week 52', 'false'],
  ['T3', open(), 'week 52', 'unknown'],
];

const asks = new Map(
  [...study.strata, ...[...study.safetyRules, ...study.stoppingRules].map(({ of, ask }) => ({ id: of.id, ask }))].map(
    ({ id, ask }) => [id, ask] as const,
  ),
);

for (const [id, facts, here, expected] of others)
  test(`${id} at ${here}: ${expected} for ${JSON.stringify(facts.items ?? {})}`, () => {
    const ask = asks.get(id);
    assert(ask !== undefined, id);
    assert.equal(ask(chartFrom(facts, lexicon), here).truth, expected);
  });

test('every stratum and every rule on safety holds, fails and is not known in some row', () => {
  for (const id of asks.keys())
    assert.deepEqual(
      [...new Set(others.flatMap(([row, , , expected]) => (row === id ? [expected] : [])))].sort(),
      ['false', 'true', 'unknown'],
      id,
    );
});

test('CR is asked before PR, and the primary endpoint counts both at week 24', () => {
  const asked = study.endpoints.flatMap((endpoint) =>
    endpoint.kind === 'response'
      ? [[endpoint.of.id, endpoint.response.levels.map(({ id }) => id).join(), endpoint.of['at least'], endpoint.of.at]]
      : [],
  );
  assert.deepEqual(asked, [
    ['response', 'CR,PR', 'PR', 'week 24'],
    ['complete-response', 'CR,PR', 'CR', 'week 24'],
  ]);
});

test('both analyses of non-inferiority have the margin that is asked for and the same limits', () => {
  const compared = definition.analyses.filter((each) => 'hypothesis' in each && each.hypothesis === 'non-inferiority');
  assert.deepEqual(
    compared.map((each) =>
      'margin' in each ? [each.population, each.margin, each['margin question'], each.alpha] : [],
    ),
    [
      ['randomised', '0.15', 'S000-02', '0.025'],
      ['per protocol', '0.15', 'S000-02', '0.025'],
    ],
  );
});

test('every criterion but the assumed one names its place in the record, and the record has all places', () => {
  const unplaced = study.criteria.filter(({ from }) => from === undefined);
  assert.deepEqual(
    unplaced.map(({ id }) => id),
    ['I8'],
  );
  const read = readRecord(readFileSync(new URL('record.yaml', import.meta.url), 'utf8'));
  assert(isRecord(read), JSON.stringify(read));
  assert.deepEqual(checkRecordPlaces(definition, read.record), []);
});
