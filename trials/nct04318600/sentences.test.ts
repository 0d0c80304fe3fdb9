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
import { doseDays, weightVisit } from '#core/study/dose-days.ts';
import { both, expectRowsForAll, items, judged, lab, on, openTrial, type Row, sledai, without } from '../given.ts';

const trial = openTrial('nct04318600');
const { study, sentences, sentenceOf, comesTo } = trial;
const { lexicon, definition } = study;

const dates = {
  consent: '2026-05-10',
  screening: '2026-05-18',
  randomisation: '2026-06-01',
  baseline: '2026-06-01',
  'week 4': '2026-06-29',
  'week 60': '2027-07-26',
};
const lastDay = '2027-07-26';
const complete = { medication: lastDay, condition: lastDay, procedure: lastDay, 'adverse event': lastDay };
const signed = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, complete, history });
const open = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history });
const aged = (born: string): ChartFacts => ({ born, dates });
const screened = (name: string, value: string): ChartFacts => items(lab(name, value, 'screening'));
const screenedFor = (values: Readonly<Record<string, string>>): ChartFacts =>
  both(...Object.entries(values).map(([name, value]) => screened(name, value)));

const lupus = (attributes: Readonly<Record<string, boolean>>, end = 'ongoing'): ChartFacts =>
  signed(on('lupus-nephritis', '2021-01-01', { end, attributes }));

/** Red cells and white cells per field, and red cell casts. */
const urine = (red: string, white: string, casts: string): ChartFacts =>
  screenedFor({ 'urine-RBC': `${red} /[HPF]`, 'urine-WBC': `${white} /[HPF]`, 'RBC-casts': casts });

const treated = 'treated for lupus nephritis by the guidelines before enrolment';
const agrees = 'agrees to all visits, examinations and treatments';
const acute = 'acute disease that is difficult to control';
const mental = 'mental illness that affects free will, decisions or communication';
const inappropriate = 'inappropriate for the study';

const judgement = (id: string, text: string): readonly Row[] => [
  [id, 'judged so', judged(text, 'yes'), 'true'],
  [id, 'judged not', judged(text, 'no'), 'false'],
  [id, 'not judged', {}, 'unknown'],
];

/** Contraception of men: sex, whether he can father children, whether he agrees. */
const man = (sex: 'female' | 'male', fertile?: string, agreed?: string): ChartFacts => ({
  ...screenedFor({
    ...(fertile === undefined ? {} : { fertile }),
    ...(agreed === undefined ? {} : { 'agrees-to-contraception': agreed }),
  }),
  sex,
});

const inclusions: readonly Row[] = [
  ['I1a', 'the 14th birthday', aged('2012-05-10'), 'true'],
  ['I1a', 'the day before the 14th birthday', aged('2012-05-11'), 'false'],
  ['I1a', 'a person of 17 years', aged('2008-08-01'), 'true'],
  ['I1a', 'the day before the 61st birthday', aged('1965-05-11'), 'true'],
  ['I1a', 'the 61st birthday', aged('1965-05-10'), 'false'],
  ['I1a', 'only the year of birth, in question', aged('2012'), 'unknown'],
  ['I1b', 'uncontrolled', lupus({ uncontrolled: true }), 'true'],
  ['I1b', 'controlled', lupus({ uncontrolled: false }), 'false'],
  ['I1b', 'the course is not recorded', lupus({}), 'unknown'],
  ['I1b', 'lupus elsewhere', signed(on('systemic-lupus-erythematosus', '2021', { end: 'ongoing' })), 'unknown'],
  ['I1b', 'no lupus, signed', signed(), 'false'],
  ['I1b', 'no lupus, not signed', open(), 'unknown'],
  ['I2', 'class III', screened('LN-class', 'III'), 'true'],
  ['I2', 'class II and V', screened('LN-class', 'II+V'), 'true'],
  ['I2', 'class II', screened('LN-class', 'II'), 'false'],
  ['I2', 'class VI', screened('LN-class', 'VI'), 'false'],
  ['I2', 'no report', {}, 'unknown'],
  ['I3', 'SLEDAI-2K of 8', items(sledai(8, 'screening')), 'false'],
  ['I3', 'SLEDAI-2K of 9', items(sledai(9, 'screening')), 'true'],
  ['I3', 'SLEDAI-2K of 7', items(sledai(7, 'screening')), 'false'],
  ['I3', '8, fever not assessed', items(without(sledai(8, 'screening'), 'SLEDAI-2K.fever at screening')), 'unknown'],
  ['I3', 'nothing assessed', {}, 'unknown'],
  ['I4a', '1.0 g', screened('protein-24h', '1.0 g/24h'), 'false'],
  ['I4a', '1.01 g', screened('protein-24h', '1.01 g/24h'), 'true'],
  ['I4a', '999 mg', screened('protein-24h', '999 mg/24h'), 'false'],
  ['I4a', 'not collected', screened('protein-24h', 'not done'), 'unknown'],
  ['I4b', 'more than 5 red cells', urine('6', '0', 'absent'), 'true'],
  ['I4b', 'nothing of it', urine('5', '5', 'absent'), 'false'],
  ['I4b', 'not looked at', {}, 'unknown'],
  ...judgement('I5', treated),
  ['I6a', 'no childbearing potential', screened('childbearing-potential', 'no'), 'true'],
  ['I6a', 'negative', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'negative' }), 'true'],
  ['I6a', 'positive', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'positive' }), 'false'],
  ['I6a', 'not done', screenedFor({ 'childbearing-potential': 'yes', 'urine-hCG': 'not done' }), 'unknown'],
  ['I6b', 'no childbearing potential', screened('childbearing-potential', 'no'), 'true'],
  ['I6b', 'agrees', screenedFor({ 'childbearing-potential': 'yes', 'agrees-to-contraception': 'yes' }), 'true'],
  ['I6b', 'does not', screenedFor({ 'childbearing-potential': 'yes', 'agrees-to-contraception': 'no' }), 'false'],
  ['I6b', 'not asked', screened('childbearing-potential', 'yes'), 'unknown'],
  ['I6c', 'a woman', man('female'), 'true'],
  ['I6c', 'a man who cannot father children', man('male', 'no'), 'true'],
  ['I6c', 'a man who agrees', man('male', 'yes', 'yes'), 'true'],
  ['I6c', 'a man who does not', man('male', 'yes', 'no'), 'false'],
  ['I6c', 'a man who was not asked', man('male', 'yes'), 'unknown'],
  ['I6c', 'sex not described', {}, 'unknown'],
  ['I7', 'consented and agrees', both({ dates }, judged(agrees, 'yes')), 'true'],
  ['I7', 'consented, does not agree', both({ dates }, judged(agrees, 'no')), 'false'],
  ['I7', 'consented, not judged', { dates }, 'unknown'],
  ['I7', 'no consent yet', judged(agrees, 'yes'), 'unknown'],
];

/** One laboratory value at screening, with the normal range of its measure. */
const ranged = (name: string, value: string, range: string): ChartFacts => ({
  ...screened(name, value),
  normal: { [name]: range },
});
const enzymes = (alt: string, ast: string): ChartFacts => ({
  ...screenedFor({ ALT: `${alt} U/L`, AST: `${ast} U/L` }),
  normal: { ALT: '7..40', AST: '13..35' },
});

/** Each row: the criterion, the measure, its limit, a little below and a little above; `below` excludes. */
const counts: readonly (readonly [
  id: string,
  measure: string,
  unit: string,
  below: string,
  at: string,
  above: string,
])[] = [
  ['E4a', 'leucocytes', '10^9/L', '2.49', '2.5', '2.51'],
  ['E4b', 'haemoglobin', 'g/L', '89.9', '90', '90.1'],
  ['E4c', 'platelets', '10^9/L', '99', '100', '101'],
];

const pressure = (systolic: string, diastolic: string, controlled?: string): ChartFacts =>
  screenedFor({
    'systolic-pressure': `${systolic} mmHg`,
    'diastolic-pressure': `${diastolic} mmHg`,
    ...(controlled === undefined ? {} : { 'blood-pressure-controlled': controlled }),
  });

const markers = (values: Readonly<Record<string, string>>): ChartFacts => ({
  ...screenedFor({ AFP: '3 ng/mL', CEA: '2 ng/mL', 'CA-125': '20 U/mL', 'CA-19-9': '10 U/mL', ...values }),
  normal: { AFP: '..7', CEA: '..5', 'CA-125': '..35', 'CA-19-9': '..37' },
});

const serology = (values: Readonly<Record<string, string>>): ChartFacts =>
  screenedFor({
    'anti-HIV': 'negative',
    'syphilis-test': 'negative',
    HBsAg: 'negative',
    'anti-HCV': 'negative',
    ...values,
  });

const chronic = (concept: string, attributes: Readonly<Record<string, boolean>> = {}, end = 'ongoing'): ChartFacts =>
  signed(on(concept, '2020-01-01', { end, attributes }));

const exclusions: readonly Row[] = [
  ['E1a', 'class I', screened('LN-class', 'I'), 'true'],
  ['E1a', 'class V and VI', screened('LN-class', 'V+VI'), 'true'],
  ['E1a', 'class III', screened('LN-class', 'III'), 'false'],
  ['E1a', 'class II', screened('LN-class', 'II'), 'false'],
  ['E1a', 'no report', {}, 'unknown'],
  ['E1b', 'another', screened('other-glomerular-disease', 'yes'), 'true'],
  ['E1b', 'none', screened('other-glomerular-disease', 'no'), 'false'],
  ['E1b', 'not said', {}, 'unknown'],
  ['E2', 'at the limit', ranged('creatinine', '0.83 mg/dL', '0.46..0.83'), 'true'],
  ['E2', 'a little below', ranged('creatinine', '0.82 mg/dL', '0.46..0.83'), 'false'],
  ['E2', 'above', ranged('creatinine', '0.84 mg/dL', '0.46..0.83'), 'true'],
  ['E2', 'no normal range', screened('creatinine', '2.0 mg/dL'), 'unknown'],
  ['E2', 'not measured', {}, 'unknown'],
  ['E3a', 'active', chronic('liver-disease', { active: true }), 'true'],
  ['E3a', 'not active', chronic('liver-disease', { active: false }), 'false'],
  ['E3a', 'activity not recorded', chronic('liver-disease'), 'unknown'],
  ['E3a', 'none, not signed', open(), 'unknown'],
  ['E3b', 'ALT at twice the limit', enzymes('80', '20'), 'true'],
  ['E3b', 'ALT a little below', enzymes('79.9', '20'), 'false'],
  ['E3b', 'AST at twice the limit', enzymes('20', '70'), 'true'],
  ['E3b', 'AST a little below', enzymes('20', '69.9'), 'false'],
  ['E3b', 'no normal ranges', { ...enzymes('80', '70'), normal: {} }, 'unknown'],
  ...counts.flatMap(([id, measure, unit, below, at, above]): readonly Row[] => [
    [id, `${below} ${unit}`, screened(measure, `${below} ${unit}`), 'true'],
    [id, `${at} ${unit}`, screened(measure, `${at} ${unit}`), 'false'],
    [id, `${above} ${unit}`, screened(measure, `${above} ${unit}`), 'false'],
    [id, 'not measured', {}, 'unknown'],
  ]),
  ['E4d', 'thrombocytopenia is one', chronic('immune-thrombocytopenia'), 'true'],
  ['E4d', 'over before', chronic('immune-thrombocytopenia', {}, '2021-01-01'), 'false'],
  ['E4d', 'none, signed', signed(), 'false'],
  ['E4d', 'none, not signed', open(), 'unknown'],
  ['E5a', 'severe and unstable', chronic('unstable-angina', { severe: true, unstable: true }), 'true'],
  [
    'E5a',
    'a stroke, severe and stable',
    chronic('cerebrovascular-disease', { severe: true, unstable: false }),
    'false',
  ],
  ['E5a', 'a transient attack, not said', chronic('transient-ischaemic-attack', { severe: true }), 'unknown'],
  ['E5a', 'none, not signed', open(), 'unknown'],
  ...judgement('E5b', acute),
  ['E5c', '160/100 exactly, not controlled', pressure('160', '100', 'no'), 'false'],
  ['E5c', 'systolic above, not controlled', pressure('161', '100', 'no'), 'true'],
  ['E5c', 'diastolic above, not controlled', pressure('160', '101', 'no'), 'true'],
  ['E5c', 'both above, controlled', pressure('170', '110', 'yes'), 'false'],
  ['E5c', 'above, not said whether controlled', pressure('170', '110'), 'unknown'],
  ['E5c', 'not measured, controlled', screened('blood-pressure-controlled', 'yes'), 'false'],
  ['E5d', 'a kidney, years ago', signed(on('organ-transplantation', '2010')), 'true'],
  ['E5d', 'a transplantation, of what is not said', signed(on('transplantation', '2010')), 'unknown'],
  ['E5d', 'stem cells', signed(on('stem-cell-transplantation', '2010')), 'false'],
  ['E5d', 'none, not signed', open(), 'unknown'],
  ['E6', 'uncontrolled', chronic('pneumonia', { uncontrolled: true }), 'true'],
  ['E6', 'controlled', chronic('tuberculosis', { uncontrolled: false }), 'false'],
  ['E6', 'not said', chronic('infection'), 'unknown'],
  ['E7a', 'a malignancy, long ago', signed(on('malignancy', '1999')), 'true'],
  ['E7a', 'none, signed', signed(), 'false'],
  ['E7a', 'none, not signed', open(), 'unknown'],
  ['E7b', 'all within', markers({}), 'false'],
  ['E7b', 'CA-125 at the limit', markers({ 'CA-125': '35 U/mL' }), 'false'],
  ['E7b', 'CA-125 above', markers({ 'CA-125': '35.1 U/mL' }), 'true'],
  ['E7b', 'AFP above', markers({ AFP: '7.1 ug/L' }), 'true'],
  ['E7b', 'CEA above', markers({ CEA: '5.1 ng/mL' }), 'true'],
  ['E7b', 'CA-19-9 not done', markers({ 'CA-19-9': 'not done' }), 'unknown'],
  ['E8', 'all negative', serology({}), 'false'],
  ['E8', 'HIV', serology({ 'anti-HIV': 'positive' }), 'true'],
  ['E8', 'syphilis', serology({ 'syphilis-test': 'positive' }), 'true'],
  ['E8', 'hepatitis B', serology({ HBsAg: 'positive' }), 'true'],
  ['E8', 'hepatitis C', serology({ 'anti-HCV': 'positive' }), 'true'],
  ['E8', 'one not done', serology({ 'anti-HCV': 'not done' }), 'unknown'],
  ['E9a', 'pregnant', screenedFor({ pregnant: 'yes', 'possible-pregnancy': 'no' }), 'true'],
  ['E9a', 'may be pregnant', screenedFor({ pregnant: 'no', 'possible-pregnancy': 'yes' }), 'true'],
  ['E9a', 'neither', screenedFor({ pregnant: 'no', 'possible-pregnancy': 'no' }), 'false'],
  ['E9a', 'not asked', screened('pregnant', 'no'), 'unknown'],
  ['E9b', 'lactating', screened('lactating', 'yes'), 'true'],
  ['E9b', 'not', screened('lactating', 'no'), 'false'],
  ['E9b', 'not asked', {}, 'unknown'],
  ['E10', 'to human albumin', signed(on('human-albumin-allergy', '2015')), 'true'],
  ['E10', 'to anything', signed(on('allergy', '2015')), 'true'],
  ['E10', 'none, signed', signed(), 'false'],
  ['E10', 'none, not signed', open(), 'unknown'],
  ...judgement('E11', mental),
  ['E12', 'drugs until 2 years before', chronic('drug-dependence', {}, '2024-05-18'), 'true'],
  ['E12', 'drugs until the day before that', chronic('drug-dependence', {}, '2024-05-17'), 'false'],
  ['E12', 'alcohol until 2 years before', chronic('alcohol-dependence', {}, '2024-05-18'), 'true'],
  ['E12', 'alcohol until sometime in 2024', chronic('alcohol-dependence', {}, '2024'), 'unknown'],
  ['E12', 'none, not signed', open(), 'unknown'],
  ['E13', 'until 3 months before', signed(on('participation-in-another-trial', '2025', { end: '2026-02-18' })), 'true'],
  ['E13', 'until the day before', signed(on('participation-in-another-trial', '2025', { end: '2026-02-17' })), 'false'],
  ['E13', 'until February', signed(on('participation-in-another-trial', '2025', { end: '2026-02' })), 'unknown'],
  ['E13', 'none, not signed', open(), 'unknown'],
  ...judgement('E14', inappropriate),
];

const sedimentAt = (point: string, red: string, white: string, casts?: string): ChartFacts =>
  items(
    lab('urine-RBC', `${red} /[HPF]`, point),
    lab('urine-WBC', `${white} /[HPF]`, point),
    casts === undefined ? {} : lab('RBC-casts', casts, point),
  );

const definitions: readonly Row[] = [
  ['active-sediment', '5 red cells', sedimentAt('week 60', '5', '0', 'absent'), 'false'],
  ['active-sediment', '6 red cells', sedimentAt('week 60', '6', '0', 'absent'), 'true'],
  ['active-sediment', '6 white cells', sedimentAt('week 60', '0', '6', 'absent'), 'true'],
  ['active-sediment', 'casts alone', sedimentAt('week 60', '0', '0', 'present'), 'true'],
  ['active-sediment', '3 to 8 red cells', sedimentAt('week 60', '3-8', '0', 'absent'), 'unknown'],
  ['active-sediment', 'few cells, casts not looked for', sedimentAt('week 60', '2', '2'), 'unknown'],
];

const event = (start: string, attributes: Readonly<Record<string, boolean>> = {}, concept = 'adverse-event') =>
  signed(on(concept, start, { attributes }));
const untilTheDayBefore = { dates, complete: { 'adverse event': '2027-07-25' } };

const counted = (id: string, concept: string, attributes: Readonly<Record<string, boolean>>): readonly Row[] => [
  [id, 'on the day of baseline', event('2026-06-01', attributes, concept), 'true'],
  [id, 'on the day before', event('2026-05-31', attributes, concept), 'false'],
  [id, 'on the day of week 60', event('2027-07-26', attributes, concept), 'true'],
  [id, 'on the day after', event('2027-07-27', attributes, concept), 'false'],
  [id, 'none, signed', signed(), 'false'],
  [id, 'none, signed through the day before', untilTheDayBefore, 'unknown'],
];

const changed = (name: string, before: string, now: string): ChartFacts =>
  items(lab(name, before, 'baseline'), lab(name, now, 'week 60'));

/** Creatinine at baseline and at week 60, with a height of 170 cm, of a girl of 14 years. */
const growing = (before: string, now: string, born = '2011-09-01'): ChartFacts => ({
  ...both(changed('creatinine', before, now), changed('height', '170 cm', '170 cm')),
  born,
  sex: 'female',
  dates,
});

const endpoints: readonly Row[] = [
  ...counted('any-adverse-event', 'adverse-event', {}),
  ...counted('related-event', 'adverse-event', { related: true }),
  ...counted('serious-event', 'adverse-event', { serious: true }),
  ...counted('laboratory-change', 'significant-laboratory-change', {}),
  ['any-adverse-event', 'a participant without any dose', { ...signed(), dates }, 'false'],
  ['related-event', 'not related', event('2026-06-29', { related: false }), 'false'],
  ['related-event', 'the relation is not recorded', event('2026-06-29'), 'unknown'],
  ['serious-event', 'not serious', event('2026-06-29', { serious: false }), 'false'],
  ['protein-change', 'from 3.2 to 0.9 g', changed('protein-24h', '3.2 g/24h', '0.9 g/24h'), '-2.3'],
  ['protein-change', 'in two units', changed('protein-24h', '3200 mg/24h', '0.9 g/24h'), '-2.3'],
  ['protein-change', 'not collected at week 60', changed('protein-24h', '3.2 g/24h', 'not done'), 'not known'],
  // schwartz2009: 0.413 · 170 / Scr is 140.42 at 0.5 and 70.21 at 1.0 mg/dL.
  ['egfr-change', 'from 0.5 to 1.0 mg/dL at 14 and 15 years', growing('0.5 mg/dL', '1.0 mg/dL'), '-70.21'],
  ['egfr-change', 'no creatinine at week 60', growing('0.5 mg/dL', 'not done'), 'not known'],
  // inker2021 at 18 years: 142 · (1.0 / 0.7)^−1.2 · 0.9938^18 · 1.012 = 83.7468, after 140.42.
  [
    'egfr-change',
    'from 0.5 to 1.0 mg/dL across the 18th birthday',
    growing('0.5 mg/dL', '1.0 mg/dL', '2009-01-01'),
    '-56.6732',
  ],
  ['sledai-change', 'from 12 to 4', items(sledai(12, 'baseline'), sledai(4, 'week 60')), '-8'],
  ['sledai-change', 'not assessed at week 60', items(sledai(12, 'baseline')), 'not known'],
];

const rows: readonly Row[] = [...inclusions, ...exclusions, ...definitions, ...endpoints];

for (const [id, what, facts, expected] of rows)
  test(`${id} · ${sentenceOf(id)} · ${what}: ${expected}`, () => assert.equal(comesTo(id, facts, 'week 60'), expected));

test('every sentence has a true, a false and an unknown row; a value, a number and not known', () => {
  assert.equal(sentences.size, 43);
  expectRowsForAll(trial, rows);
});

test('with nothing recorded at all no sentence is true or false', () => {
  for (const [id, formula] of sentences)
    if (isCondition(formula)) assert.equal(comesTo(id, { dates }, 'week 60'), 'unknown', id);
});

/** The exclusion, what is recorded, the first day of screening on which it would no longer exclude. */
const turns: readonly (readonly [string, PlainRecord, string])[] = [
  ['E12', on('drug-dependence', '2020-01-01', { end: '2024-06-30' }), '2026-07-01'],
  ['E13', on('participation-in-another-trial', '2025-06-01', { end: '2026-04-15' }), '2026-07-16'],
  // Three months before 31 July, a day that April has not, is its last.
  ['E13', on('participation-in-another-trial', '2025-06-01', { end: '2026-04-30' }), '2026-08-01'],
];

for (const [id, record, expected] of turns)
  test(`${id} with ${record.concept} until ${record.end} holds until ${expected}`, () => {
    const proof = study.criteria.find((each) => each.id === id)?.ask(chartFrom(signed(record), lexicon), undefined);
    assert.equal(proof?.truth, 'true');
    assert.deepEqual(proof && turningDays(proof).map(writeDay), [expected]);
  });

const ranges = { ALT: '..40', AST: '..35' };

/** The rule on safety, what is known, the visit, what it comes to. */
const rules: readonly (readonly [string, ChartFacts, string, Truth])[] = [
  ['R1', items(lab('urine-hCG', 'positive', 'week 4')), 'week 4', 'true'],
  ['R1', items(lab('urine-hCG', 'negative', 'week 4')), 'week 4', 'false'],
  ['R1', {}, 'week 4', 'unknown'],
  ['R2', event('2026-06-01', { 'grade-3-or-worse': true }, 'infusion-reaction'), 'week 4', 'true'],
  ['R2', event('2026-06-01', { 'grade-3-or-worse': false }, 'infusion-reaction'), 'week 4', 'false'],
  ['R2', event('2026-06-01', {}, 'infusion-reaction'), 'week 4', 'unknown'],
  [
    'R3',
    signed(on('pneumonia', '2026-06-20', { end: 'ongoing', attributes: { uncontrolled: true } })),
    'week 4',
    'true',
  ],
  [
    'R3',
    signed(on('pneumonia', '2026-06-01', { end: '2026-06-28', attributes: { uncontrolled: true } })),
    'week 4',
    'false',
  ],
  ['R3', open(), 'week 4', 'unknown'],
  ['R4', changed('creatinine', '0.6 mg/dL', '0.9 mg/dL'), 'week 60', 'true'],
  ['R4', changed('creatinine', '0.6 mg/dL', '0.89 mg/dL'), 'week 60', 'false'],
  ['R4', {}, 'week 60', 'unknown'],
  [
    'R5',
    { ...items(lab('ALT', '120 U/L', 'week 60'), lab('AST', '105 U/L', 'week 60')), normal: ranges },
    'week 60',
    'false',
  ],
  ['R5', { ...items(lab('AST', '105.1 U/L', 'week 60')), normal: ranges }, 'week 60', 'true'],
  ['R5', items(lab('AST', '105.1 U/L', 'week 60')), 'week 60', 'unknown'],
  ['T1', event('2026-07-01', { fatal: true, related: true }), 'week 60', 'true'],
  ['T1', event('2026-07-01', { fatal: false, related: true }), 'week 60', 'false'],
  ['T1', event('2026-07-01', { fatal: true }), 'week 60', 'unknown'],
  ['T2', event('2026-07-01', { serious: true, related: true }), 'week 60', 'true'],
  ['T2', event('2026-07-01', { serious: true, related: false }), 'week 60', 'false'],
  ['T2', open(), 'week 60', 'unknown'],
];

const asks = new Map([...study.safetyRules, ...study.stoppingRules].map(({ of, ask }) => [of.id, ask] as const));

for (const [id, facts, here, expected] of rules)
  test(`${id} at ${here}: ${expected} for ${JSON.stringify(facts.items ?? facts.history ?? {})}`, () => {
    const ask = asks.get(id);
    assert(ask !== undefined, id);
    assert.equal(ask(chartFrom(facts, lexicon), here).truth, expected);
  });

test('every rule on safety holds, fails and is not known in some row', () => {
  for (const id of asks.keys())
    assert.deepEqual(
      [...new Set(rules.flatMap(([row, , , expected]) => (row === id ? [expected] : [])))].sort(),
      ['false', 'true', 'unknown'],
      id,
    );
});

test('three infusions four weeks apart, each by the weight of its day', () => {
  const [infusion] = definition.arms.flatMap(({ doses }) => doses);
  assert(infusion !== undefined);
  assert.deepEqual(
    doseDays(infusion).map((day) => [day, weightVisit(infusion, day, definition.visits)]),
    [
      [0, 'baseline'],
      [28, 'week 4'],
      [56, 'week 8'],
    ],
  );
});

test('every criterion names its place in the record, and the record has all places', () => {
  assert.deepEqual(
    study.criteria.filter(({ from }) => from === undefined),
    [],
  );
  const read = readRecord(readFileSync(new URL('record.yaml', import.meta.url), 'utf8'));
  assert(isRecord(read), JSON.stringify(read));
  assert.deepEqual(checkRecordPlaces(definition, read.record), []);
});
