import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { turningDays } from '#core/criteria/flips.ts';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { type ChartFacts, chartFrom, type PlainRecord } from '#core/criteria/given.ts';
import { isRecord, readRecord } from '#core/registry/read-record.ts';
import { checkRecordPlaces } from '#core/study/check-record-places.ts';
import { doseDays, weightVisit } from '#core/study/dose-days.ts';
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

const trial = openTrial('nct01741857');
const { study, sentences, sentenceOf, comesTo } = trial;
const { lexicon, definition } = study;

/** Months are days 30, 91, 182 and 365 after the first infusion. */
const dates = {
  consent: '2026-05-10',
  screening: '2026-05-18',
  'first dose': '2026-06-01',
  baseline: '2026-06-01',
  'day 7': '2026-06-08',
  'month 1': '2026-07-01',
  'month 3': '2026-08-31',
  'month 6': '2026-11-30',
  'month 12': '2027-06-01',
};
const throughAll = (day: string) => ({ medication: day, condition: day, procedure: day, 'adverse event': day });
/** Histories signed through the day of screening, and through the day of month 12. */
const screenedWith = (...history: readonly PlainRecord[]): ChartFacts => ({
  dates,
  complete: throughAll(dates.screening),
  history,
});
const followedWith = (...history: readonly PlainRecord[]): ChartFacts => ({
  dates,
  complete: throughAll(dates['month 12']),
  history,
});
const open = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history });
const aged = (born: string): ChartFacts => ({ born, dates });
const screened = (name: string, value: string): ChartFacts => items(lab(name, value, 'screening'));

const aware = 'aware that the study is investigational';
const organs = 'severe failure of the heart or the lung, or damage of another important organ';

const nephritis = (start = '2021-01-01', end = 'ongoing'): PlainRecord => on('lupus-nephritis', start, { end });
const protein = (value: string, ...history: readonly PlainRecord[]): ChartFacts =>
  both(screenedWith(...history), screened('protein-24h', value));

/** A course that failed, unless it says otherwise. */
const failed = (concept: string, dose: string | undefined, more: Partial<PlainRecord> = {}): PlainRecord =>
  on(concept, '2025-01-01', {
    end: '2025-12-31',
    ...(dose === undefined ? {} : { dose }),
    attributes: { failed: true },
    ...more,
  });
/** Cyclophosphamide every two weeks; 2025-07-01 is six months after 2025-01-01, so 2025-06-30 is the last day of them. */
const cyclophosphamide = (dose: string | undefined, more: Partial<PlainRecord> = {}): ChartFacts =>
  screenedWith(failed('cyclophosphamide', dose, { end: '2025-06-30', everyDays: 14, ...more }));
/** 2025-04-01 is three months after 2025-01-01. */
const threeMonths = (concept: string, dose: string | undefined, more: Partial<PlainRecord> = {}): ChartFacts =>
  screenedWith(failed(concept, dose, { end: '2025-03-31', ...more }));

const inclusions: readonly Row[] = [
  ['I1a', 'four criteria', items(acr(4, study)), 'true'],
  ['I1a', 'three criteria', items(acr(3, study)), 'false'],
  ['I1a', 'five criteria', items(acr(5, study)), 'true'],
  ['I1a', 'three, one not assessed', items(without(acr(3, study), 'ACR-1997-count.ana at screening')), 'unknown'],
  ['I1a', 'nothing assessed', {}, 'unknown'],
  ['I1b', 'the 15th birthday', aged('2011-05-10'), 'true'],
  ['I1b', 'the day before the 15th birthday', aged('2011-05-11'), 'false'],
  ['I1b', 'the day before the 61st birthday', aged('1965-05-11'), 'true'],
  ['I1b', 'the 61st birthday', aged('1965-05-10'), 'false'],
  ['I1b', 'the 60th birthday', aged('1966-05-10'), 'true'],
  ['I1b', 'born in 2011', aged('2011'), 'unknown'],
  ['I1b', 'born in 1965', aged('1965'), 'unknown'],
  ['I1b', 'born in May 1990', aged('1990-05'), 'true'],
  ['I1b', 'no date of birth', { dates }, 'unknown'],
  ['I1b', 'no date of consent', { born: '1990-01-01' }, 'unknown'],
  ['I1c', 'SLEDAI-2K of 7', items(sledai(7, 'screening')), 'false'],
  ['I1c', 'SLEDAI-2K of 8', items(sledai(8, 'screening')), 'true'],
  ['I1c', 'SLEDAI-2K of 9', items(sledai(9, 'screening')), 'true'],
  [
    'I1c',
    '7, alopecia not assessed',
    items(without(sledai(7, 'screening'), 'SLEDAI-2K.alopecia at screening')),
    'unknown',
  ],
  ['I1c', '8 at baseline only', items(sledai(8, 'baseline')), 'unknown'],
  ['I2', 'nephritis, protein 1.0', protein('1.0 g/24h', nephritis()), 'true'],
  ['I2', 'nephritis, protein 0.99', protein('0.99 g/24h', nephritis()), 'false'],
  ['I2', 'nephritis, protein 1.01', protein('1.01 g/24h', nephritis()), 'true'],
  ['I2', 'nephritis, protein 1000 mg', protein('1000 mg/24h', nephritis()), 'true'],
  ['I2', 'nephritis, protein 999 mg', protein('999 mg/24h', nephritis()), 'false'],
  ['I2', 'nephritis, protein below 1.5', protein('<1.5 g/24h', nephritis()), 'unknown'],
  ['I2', 'nephritis, protein not done', protein('not done', nephritis()), 'unknown'],
  ['I2', 'nephritis found on the day of screening', protein('2 g/24h', nephritis('2026-05-18')), 'true'],
  ['I2', 'nephritis found the day after', protein('2 g/24h', nephritis('2026-05-19')), 'false'],
  ['I2', 'nephritis that is over', protein('2 g/24h', nephritis('2015-01-01', '2016-01-01')), 'false'],
  [
    'I2',
    'lupus, nephritis not said',
    protein('2 g/24h', on('systemic-lupus-erythematosus', '2020', { end: 'ongoing' })),
    'unknown',
  ],
  ['I2', 'no nephritis, signed', protein('2 g/24h'), 'false'],
  ['I2', 'no nephritis, not signed', both(open(), screened('protein-24h', '2 g/24h')), 'unknown'],
  ['I2', 'no nephritis, not signed, protein 0.5', both(open(), screened('protein-24h', '0.5 g/24h')), 'false'],
  ['I3a', 'prednisone 20 mg', screenedWith(failed('prednisone', '20 mg')), 'false'],
  ['I3a', 'prednisone 20.1 mg', screenedWith(failed('prednisone', '20.1 mg')), 'true'],
  ['I3a', 'prednisone 10 mg twice a day', screenedWith(failed('prednisone', '10 mg', { timesADay: 2 })), 'false'],
  ['I3a', 'prednisone 10.1 mg twice a day', screenedWith(failed('prednisone', '10.1 mg', { timesADay: 2 })), 'true'],
  ['I3a', 'prednisone 50 mg every other day', screenedWith(failed('prednisone', '50 mg', { everyDays: 2 })), 'true'],
  ['I3a', 'prednisone 40 mg every other day', screenedWith(failed('prednisone', '40 mg', { everyDays: 2 })), 'false'],
  ['I3a', 'prednisolone 30 mg', screenedWith(failed('prednisolone', '30 mg')), 'true'],
  ['I3a', 'methylprednisolone 40 mg is not named', screenedWith(failed('methylprednisolone', '40 mg')), 'false'],
  ['I3a', 'a glucocorticoid without a name', screenedWith(failed('glucocorticoid', '40 mg')), 'unknown'],
  [
    'I3a',
    'prednisone 40 mg that worked',
    screenedWith(failed('prednisone', '40 mg', { attributes: { failed: false } })),
    'false',
  ],
  [
    'I3a',
    'prednisone 40 mg, outcome not asked',
    screenedWith(failed('prednisone', '40 mg', { attributes: {} })),
    'unknown',
  ],
  ['I3a', 'prednisone without a dose', screenedWith(failed('prednisone', undefined)), 'unknown'],
  ['I3a', 'prednisone 40 mg, not signed', open(failed('prednisone', '40 mg')), 'true'],
  ['I3a', 'none, signed', screenedWith(), 'false'],
  ['I3a', 'none, not signed', open(), 'unknown'],
  ['I3b', 'cyclophosphamide 0.39 g/m2', cyclophosphamide('0.39 g/m2'), 'false'],
  ['I3b', 'cyclophosphamide 0.4 g/m2', cyclophosphamide('0.4 g/m2'), 'true'],
  ['I3b', 'cyclophosphamide 0.6 g/m2', cyclophosphamide('0.6 g/m2'), 'true'],
  ['I3b', 'cyclophosphamide 0.601 g/m2', cyclophosphamide('0.601 g/m2'), 'false'],
  ['I3b', 'cyclophosphamide 0.61 g/m2', cyclophosphamide('0.61 g/m2'), 'false'],
  ['I3b', 'cyclophosphamide 500 mg/m2', cyclophosphamide('500 mg/m2'), 'true'],
  ['I3b', 'cyclophosphamide 750 mg', cyclophosphamide('750 mg'), 'unknown'],
  ['I3b', 'cyclophosphamide without a dose', cyclophosphamide(undefined), 'unknown'],
  ['I3b', 'cyclophosphamide for 6 months less a day', cyclophosphamide('0.5 g/m2', { end: '2025-06-29' }), 'false'],
  ['I3b', 'cyclophosphamide for 6 months and a day', cyclophosphamide('0.5 g/m2', { end: '2025-07-01' }), 'true'],
  ['I3b', 'cyclophosphamide to some day of June', cyclophosphamide('0.5 g/m2', { end: '2025-06' }), 'unknown'],
  ['I3b', 'cyclophosphamide that worked', cyclophosphamide('0.5 g/m2', { attributes: { failed: false } }), 'false'],
  ['I3b', 'cyclophosphamide, outcome not asked', cyclophosphamide('0.5 g/m2', { attributes: {} }), 'unknown'],
  ['I3b', 'mycophenolate 1 g twice a day', threeMonths('mycophenolate', '1 g', { timesADay: 2 }), 'true'],
  ['I3b', 'mycophenolate 1990 mg', threeMonths('mycophenolate', '1990 mg'), 'false'],
  ['I3b', 'mycophenolate 3 g', threeMonths('mycophenolate', '3 g'), 'true'],
  [
    'I3b',
    'mycophenolate 2 g for 3 months less a day',
    threeMonths('mycophenolate', '2 g', { end: '2025-03-30' }),
    'false',
  ],
  ['I3b', 'azathioprine at any dose', threeMonths('azathioprine', '50 mg'), 'true'],
  ['I3b', 'tacrolimus without a dose', threeMonths('tacrolimus', undefined), 'true'],
  ['I3b', 'azathioprine for 3 months less a day', threeMonths('azathioprine', '50 mg', { end: '2025-03-30' }), 'false'],
  [
    'I3b',
    'azathioprine since 18 February, three months ago',
    threeMonths('azathioprine', '50 mg', { start: '2026-02-19', end: 'ongoing' }),
    'true',
  ],
  [
    'I3b',
    'azathioprine since 19 February',
    threeMonths('azathioprine', '50 mg', { start: '2026-02-20', end: 'ongoing' }),
    'false',
  ],
  ['I3b', 'rituximab is a biologic', threeMonths('rituximab', undefined), 'false'],
  ['I3b', 'none, signed', screenedWith(), 'false'],
  ['I3b', 'none, not signed', open(), 'unknown'],
  ['I4', 'consented and aware', both({ dates }, judged(aware, 'yes')), 'true'],
  ['I4', 'consented, not aware', both({ dates }, judged(aware, 'no')), 'false'],
  ['I4', 'consented, not judged', { dates }, 'unknown'],
  ['I4', 'aware, no consent yet', judged(aware, 'yes'), 'unknown'],
  ['I5', 'agrees', screened('agrees-to-contraception', 'yes'), 'true'],
  ['I5', 'does not agree', screened('agrees-to-contraception', 'no'), 'false'],
  ['I5', 'not asked', {}, 'unknown'],
];

/** ALT with a limit of 40 U/L: three times is 120. */
const alt = (value: string, range = '7..40'): ChartFacts => ({ ...screened('ALT', value), normal: { ALT: range } });

/**
 * A woman of 40 at screening: 142 × (Scr/0.7)^−1.2 × 0.9938^40 × 1.012 is 15 at Scr 3.74006 (inker2021).
 * A girl of 17 and 165 cm: 0.413 × 165 / Scr = 68.145 / Scr is 15 at Scr 4.543 (schwartz2009).
 */
const kidney = (born: string, creatinine: string, dialysis?: string, height?: string): ChartFacts => ({
  ...items(
    lab('creatinine', `${creatinine} mg/dL`, 'screening'),
    dialysis === undefined ? {} : lab('on-dialysis', dialysis, 'screening'),
    height === undefined ? {} : lab('height', `${height} cm`, 'screening'),
  ),
  born,
  sex: 'female',
  dates,
});
const [woman, girl] = ['1986-01-15', '2009-01-15'];

const infected = (uncontrolled: boolean | undefined, more: Partial<PlainRecord> = {}): PlainRecord =>
  on('pneumonia', '2026-05-10', {
    end: 'ongoing',
    ...(uncontrolled === undefined ? {} : { attributes: { uncontrolled } }),
    ...more,
  });
/** Pregnant, lactating and intending; childbearing potential and the urine test. */
const motherhood = (
  answers: readonly [pregnant?: string, lactating?: string, intends?: string],
  [potential, test]: readonly [potential?: string | undefined, test?: string] = ['no'],
): ChartFacts =>
  both(
    ...['pregnant', 'lactating', 'intends-pregnancy'].map((name, index) => {
      const answer = answers[index];
      return answer === undefined ? {} : screened(name, answer);
    }),
    potential === undefined ? {} : screened('childbearing-potential', potential),
    test === undefined ? {} : screened('urine-hCG', test),
  );
const none = ['no', 'no', 'no'] as const;

const exclusions: readonly Row[] = [
  ['E1', 'ALT 120.0, three times 40', alt('120.0 U/L'), 'false'],
  ['E1', 'ALT 120.1', alt('120.1 U/L'), 'true'],
  ['E1', 'ALT 119.9', alt('119.9 U/L'), 'false'],
  ['E1', 'ALT 2 µkat/L is 120 U/L', alt('2 ukat/L'), 'false'],
  ['E1', 'ALT 120.1, the limit of men: three times 50', alt('120.1 U/L', '9..50'), 'false'],
  ['E1', 'ALT 150.1, the limit of men', alt('150.1 U/L', '9..50'), 'true'],
  ['E1', 'ALT 400, no limit known', screened('ALT', '400 U/L'), 'unknown'],
  ['E1', 'ALT not done', alt('not done'), 'unknown'],
  ['E2', 'on dialysis, creatinine low', kidney(woman, '2.0', 'yes'), 'true'],
  ['E2', 'a woman: eGFR 15.0', kidney(woman, '3.740', 'no'), 'false'],
  ['E2', 'a woman: eGFR 14.99', kidney(woman, '3.741', 'no'), 'true'],
  ['E2', 'a girl: eGFR 15.003', kidney(girl, '4.542', 'no', '165'), 'false'],
  ['E2', 'a girl: eGFR 14.997', kidney(girl, '4.544', 'no', '165'), 'true'],
  ['E2', 'a girl of 150 cm: 0.413 × 150 / 4.13 is exactly 15', kidney(girl, '4.13', 'no', '150'), 'false'],
  ['E2', 'a girl without height', kidney(girl, '4.544', 'no'), 'unknown'],
  ['E2', 'a girl without height, on dialysis', kidney(girl, '4.544', 'yes'), 'true'],
  ['E2', 'dialysis not asked, eGFR high', kidney(woman, '0.8'), 'unknown'],
  ['E2', 'dialysis not asked, eGFR 14.99', kidney(woman, '3.741'), 'true'],
  ['E2', 'no dialysis, creatinine missing', screened('on-dialysis', 'no'), 'unknown'],
  ['E3', 'judged so', judged(organs, 'yes'), 'true'],
  ['E3', 'judged not', judged(organs, 'no'), 'false'],
  ['E3', 'not judged', {}, 'unknown'],
  ['E4', 'uncontrolled', screenedWith(infected(true)), 'true'],
  ['E4', 'controlled', screenedWith(infected(false)), 'false'],
  ['E4', 'control not asked', screenedWith(infected(undefined)), 'unknown'],
  ['E4', 'uncontrolled, over on the day of screening', screenedWith(infected(true, { end: '2026-05-18' })), 'true'],
  ['E4', 'uncontrolled, over the day before', screenedWith(infected(true, { end: '2026-05-17' })), 'false'],
  ['E4', 'none, signed', screenedWith(), 'false'],
  ['E4', 'none, not signed', open(), 'unknown'],
  ['E5', 'pregnant', motherhood(['yes']), 'true'],
  ['E5', 'lactating', motherhood(['no', 'yes']), 'true'],
  ['E5', 'intends a pregnancy', motherhood(['no', 'no', 'yes']), 'true'],
  ['E5', 'none of them, no childbearing potential', motherhood(none), 'false'],
  ['E5', 'none of them, test negative', motherhood(none, ['yes', 'negative']), 'false'],
  ['E5', 'said not to be pregnant, test positive', motherhood(none, ['yes', 'positive']), 'true'],
  ['E5', 'none of them, test not done', motherhood(none, ['yes', 'not']), 'unknown'],
  ['E5', 'none of them, test negative, potential not said', motherhood(none, [undefined, 'negative']), 'false'],
  ['E5', 'none of them, potential not said, no test', motherhood(none, []), 'unknown'],
  ['E5', 'intention not asked', motherhood(['no', 'no']), 'unknown'],
  ['E5', 'nothing asked', {}, 'unknown'],
];

/** The same measure at baseline and at month 12. */
const between = (name: string, before: string | undefined, now: string | undefined, unit: string): ChartFacts =>
  items(
    before === undefined ? {} : lab(name, `${before} ${unit}`, 'baseline'),
    now === undefined ? {} : lab(name, `${now} ${unit}`, 'month 12'),
  );
const graded = (before: string, now: string): ChartFacts =>
  items(bilag(before, study, 'baseline'), bilag(now, study, 'month 12'));
const urine = (red?: string, white?: string, casts?: string): ChartFacts =>
  items(
    red === undefined ? {} : lab('urine-RBC', `${red} /[HPF]`, 'month 12'),
    white === undefined ? {} : lab('urine-WBC', `${white} /[HPF]`, 'month 12'),
    casts === undefined ? {} : lab('RBC-casts', casts, 'month 12'),
  );
const filtered = (born: string, before: string, now: string, height?: string): ChartFacts => ({
  ...both(
    between('creatinine', before, now, 'mg/dL'),
    items(height === undefined ? {} : lab('height', `${height} cm`, 'baseline')),
  ),
  born,
  sex: 'female',
  dates,
});

const sedimentRows = (id: string): readonly Row[] => [
  [id, '5 red, 5 white, no casts', urine('5', '5', 'absent'), 'true'],
  [id, '6 red', urine('6', '5', 'absent'), 'false'],
  [id, '6 white', urine('5', '6', 'absent'), 'false'],
  [id, 'casts', urine('0', '0', 'present'), 'false'],
  [id, '3 to 5 red', urine('3-5', '0', 'absent'), 'true'],
  [id, '5 to 10 red', urine('5-10', '0', 'absent'), 'unknown'],
  [id, 'casts not looked for', urine('0', '0'), 'unknown'],
  [id, 'casts not looked for, 20 red', urine('20', '0'), 'false'],
];

const outcomes: readonly Row[] = [
  // yee2010: A 12, B 8, C 1, D and E 0.
  ['bilag-change', 'A B B to C C D: 28 to 2', graded('ABBEEEEEE', 'CCDEEEEEE'), '-26'],
  ['bilag-change', 'B to A', graded('BEEEEEEEE', 'AEEEEEEEE'), '4'],
  ['bilag-change', 'D to E', graded('DEEEEEEEE', 'EEEEEEEEE'), '0'],
  ['bilag-change', 'nothing', {}, '-108 to 108'],
  [
    'bilag-change',
    'A to B, renal not graded now',
    items(
      bilag('AEEEEEEEE', study, 'baseline'),
      without(bilag('BEEEEEEEE', study, 'month 12'), 'BILAG-2004.renal at month 12'),
    ),
    '-4 to 8',
  ],
  ['albumin-change', '25 to 38 g/L', between('albumin', '25', '38', 'g/L'), '13'],
  ['albumin-change', '3.5 to 3.1 g/dL', between('albumin', '3.5', '3.1', 'g/dL'), '-4'],
  ['albumin-change', 'not measured now', between('albumin', '25', undefined, 'g/L'), 'not known'],
  ['ana-negative', 'negative', items(lab('ANA', 'negative', 'month 12')), 'true'],
  ['ana-negative', 'positive', items(lab('ANA', 'positive', 'month 12')), 'false'],
  ['ana-negative', 'not done', items(lab('ANA', 'not done', 'month 12')), 'unknown'],
  ['dna-antibody-change', '320 to 80', between('anti-dsDNA', '320', '80', '[IU]/mL'), '-240'],
  [
    'dna-antibody-change',
    'below 10 now: at least 310 less',
    between('anti-dsDNA', '320', '<10', '[IU]/mL'),
    '-320 to -310',
  ],
  ['dna-antibody-change', 'not measured before', between('anti-dsDNA', undefined, '80', '[IU]/mL'), 'not known'],
  ['c3-change', '0.45 to 0.92 g/L', between('C3', '0.45', '0.92', 'g/L'), '0.47'],
  [
    'c3-change',
    '45 mg/dL to 0.92 g/L',
    items(lab('C3', '45 mg/dL', 'baseline'), lab('C3', '0.92 g/L', 'month 12')),
    '0.47',
  ],
  ['c3-change', 'nothing', {}, 'not known'],
  ['c4-change', '0.05 to 0.12 g/L', between('C4', '0.05', '0.12', 'g/L'), '0.07'],
  ['c4-change', 'nothing', {}, 'not known'],
  // inker2021, completed years 40 and 41: 73.03755 and 94.87182; at 18: 83.74683. schwartz2009: 0.413 × 165 = 68.145.
  ['filtration-change', 'a woman of 40, then 41: 1.0 to 0.8 mg/dL', filtered(woman, '1.0', '0.8'), '21.8343'],
  ['filtration-change', 'a girl of 17, then a woman of 18', filtered(girl, '1.0', '1.0', '165'), '15.6018'],
  ['filtration-change', 'a girl without height', filtered(girl, '1.0', '1.0'), 'not known'],
  ['filtration-change', 'nothing', {}, 'not known'],
  ['urea-change', '28 to 18 mg/dL', between('BUN', '28', '18', 'mg/dL'), '-10'],
  ['urea-change', 'nothing', {}, 'not known'],
  ['protein-change', '3.6 to 0.9 g', between('protein-24h', '3.6', '0.9', 'g/24h'), '-2.7'],
  ['protein-change', 'below 0.1 g now', between('protein-24h', '3.6', '<0.1', 'g/24h'), '-3.6 to -3.5'],
  ['protein-change', 'nothing', {}, 'not known'],
  ...sedimentRows('inactive-sediment'),
  ...sedimentRows('sediment-inactive'),
];

type Attributes = Readonly<Record<string, boolean>>;
const event = (concept: string, start: string, attributes: Attributes = {}): ChartFacts =>
  followedWith(on(concept, start, { attributes }));

/** A window from the first infusion to a visit, with both its days, for events of one kind. */
const windowRows = (id: string, concept: string, visit: keyof typeof dates, attributes: Attributes): readonly Row[] => {
  const [last, after] = visit === 'month 12' ? ['2027-06-01', '2027-06-02'] : ['2026-07-01', '2026-07-02'];
  const before = visit === 'month 12' ? '2027-05-31' : '2026-06-30';
  return [
    [id, 'on the day of the first infusion', event(concept, '2026-06-01', attributes), 'true'],
    [id, 'the day before', event(concept, '2026-05-31', attributes), 'false'],
    [id, `on the day of ${visit}`, event(concept, last, attributes), 'true'],
    [id, 'the day after', event(concept, after, attributes), 'false'],
    [id, 'sometime in 2026', event(concept, '2026', attributes), 'unknown'],
    [id, 'none, signed', followedWith(), 'false'],
    [id, 'none, signed through the day before', { dates, complete: { 'adverse event': before } }, 'unknown'],
    [id, 'none, not signed', open(), 'unknown'],
    [id, `${visit} missed`, { ...followedWith(), dates: { ...dates, [visit]: 'missed' } }, 'unknown'],
  ];
};

const safety: readonly Row[] = [
  ...windowRows('any-adverse-event', 'infection-event', 'month 12', {}),
  ...windowRows('any-serious-event', 'adverse-event', 'month 12', { serious: true }),
  ...windowRows('infusion-reaction', 'infusion-reaction', 'month 1', {}),
  ...windowRows('death', 'adverse-event', 'month 12', { fatal: true }),
  ['any-adverse-event', 'an infusion reaction is one', event('infusion-reaction', '2026-06-08'), 'true'],
  ['any-adverse-event', 'a laboratory change is none', event('significant-laboratory-change', '2026-07-01'), 'false'],
  ['any-serious-event', 'not serious', event('adverse-event', '2026-07-01', { serious: false }), 'false'],
  ['any-serious-event', 'seriousness not known', event('adverse-event', '2026-07-01'), 'unknown'],
  ['infusion-reaction', 'an infection is none', event('infection-event', '2026-06-08'), 'false'],
  ['death', 'survived', event('adverse-event', '2026-07-01', { fatal: false }), 'false'],
  ['death', 'outcome not known', event('adverse-event', '2026-07-01'), 'unknown'],
];

const rows: readonly Row[] = [...inclusions, ...exclusions, ...outcomes, ...safety];

for (const [id, what, facts, expected] of rows)
  test(`${id} · ${sentenceOf(id)} · ${what}: ${expected}`, () =>
    assert.equal(comesTo(id, facts, id === 'infusion-reaction' ? 'month 1' : 'month 12'), expected));

test('every sentence has a true, a false and an unknown row; a value, a number and not known', () => {
  assert.equal(sentences.size, 13 + 1 + 14);
  expectRowsForAll(trial, rows);
});

test('with nothing recorded at all no inclusion holds, no exclusion is cleared and no outcome is reached', () => {
  for (const [id, formula] of sentences)
    if (isCondition(formula)) assert.equal(comesTo(id, { dates }, 'month 12'), 'unknown', id);
});

test('no exclusion hangs on a window, so that none names a day from which it would pass', () => {
  const facts: Readonly<Record<string, ChartFacts>> = {
    E1: alt('120.1 U/L'),
    E2: kidney(woman, '3.741', 'no'),
    E3: judged(organs, 'yes'),
    E4: screenedWith(infected(true)),
    E5: motherhood(['yes']),
  };
  for (const { id, kind, ask } of study.criteria) {
    if (kind !== 'exclude') continue;
    const proof = ask(chartFrom(facts[id] ?? {}, lexicon), undefined);
    assert.deepEqual([id, proof.truth, turningDays(proof)], [id, 'true', []]);
  }
});

/** Rules on safety: the facts, the visit, what they come to. */
const rules: readonly (readonly [string, string, ChartFacts, string])[] = [
  [
    'no-second-infusion',
    'a serious reaction on day 0',
    event('infusion-reaction', '2026-06-01', { serious: true }),
    'true',
  ],
  [
    'no-second-infusion',
    'a serious reaction on day 7',
    event('infusion-reaction', '2026-06-08', { serious: true }),
    'true',
  ],
  [
    'no-second-infusion',
    'a serious reaction on day 8',
    event('infusion-reaction', '2026-06-09', { serious: true }),
    'false',
  ],
  [
    'no-second-infusion',
    'a reaction that was not serious',
    event('infusion-reaction', '2026-06-01', { serious: false }),
    'false',
  ],
  ['no-second-infusion', 'an uncontrolled infection', followedWith(infected(true, { start: '2026-06-05' })), 'true'],
  ['no-second-infusion', 'an infection under control', followedWith(infected(false, { start: '2026-06-05' })), 'false'],
  ['no-second-infusion', 'nothing, not signed', open(), 'unknown'],
  [
    'related-deaths',
    'a related death on day 91',
    event('adverse-event', '2026-08-31', { fatal: true, related: true }),
    'true',
  ],
  [
    'related-deaths',
    'a related death on day 92',
    event('adverse-event', '2026-09-01', { fatal: true, related: true }),
    'false',
  ],
  [
    'related-deaths',
    'an unrelated death',
    event('adverse-event', '2026-08-31', { fatal: true, related: false }),
    'false',
  ],
  ['related-deaths', 'a death, relation not judged', event('adverse-event', '2026-08-31', { fatal: true }), 'unknown'],
  ['serious-reactions', 'serious', event('infusion-reaction', '2026-06-08', { serious: true }), 'true'],
  ['serious-reactions', 'not serious', event('infusion-reaction', '2026-06-08', { serious: false }), 'false'],
  ['serious-reactions', 'not signed', open(), 'unknown'],
];
const asks = new Map([...study.safetyRules, ...study.stoppingRules].map(({ of, ask }) => [of.id, ask] as const));

for (const [id, what, facts, expected] of rules)
  test(`${id} · ${what}: ${expected}`, () => {
    const ask = asks.get(id);
    assert(ask !== undefined, id);
    assert.equal(ask(chartFrom(facts, lexicon), 'month 12').truth, expected);
  });

test('every rule on safety holds, fails and is not known in some row', () => {
  for (const id of asks.keys())
    assert.deepEqual(
      [...new Set(rules.flatMap(([row, , , expected]) => (row === id ? [expected] : [])))].sort(),
      ['false', 'true', 'unknown'],
      id,
    );
});

test('two infusions, on days 0 and 7, both by the weight at baseline', () => {
  const [infusion] = definition.arms.flatMap(({ doses }) => doses);
  assert(infusion !== undefined);
  assert.equal(infusion.amount, '1000000 {cells}/kg');
  assert.deepEqual(
    doseDays(infusion).map((day) => [day, weightVisit(infusion, day, definition.visits)]),
    [
      [0, 'baseline'],
      [7, 'baseline'],
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

/** Every case of the record that asks a person something, with its severity. */
test('the questions are those of the record, each with its severity', () => {
  const asked = Object.groupBy(definition.questions, ({ severity }) => severity);
  const numbers = (severity: 'error' | 'warning' | 'information') =>
    (asked[severity] ?? []).map(({ id }) => id.slice(-2)).join(' ');
  assert.equal(numbers('error'), '01 04 05 06 07 09');
  assert.equal(numbers('warning'), '02 03 08 11 12 13 14 15 17 18 19 21 25');
  assert.equal(numbers('information'), '10 16 20 22 24 26');
});
