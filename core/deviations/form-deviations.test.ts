import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  asked,
  changed,
  day,
  type Edit,
  isSection,
  isVisit,
  kindsAfter,
  recorded,
  saidAfter,
  until,
  withItem,
  without,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const signs = (source: string, n: number) => (each: { readonly source: string; readonly through: string }) =>
  each.source === source && each.through === day(n);
/** Urine protein falls by more than half, so that creatinine decides. */
const better: readonly Edit[] = [withItem('week 24', 'UPCR', '0.9'), withItem('week 24', 'protein-24h', '0.9')];
const man: Edit = changed('participant described', () => true, { sex: 'male' });

const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  [
    'a section that is not there yet',
    'cells',
    [until(28), without('section recorded', isSection('week 4', 'kidney')), asked(35)],
    [],
  ],
  [
    'the same a day later',
    'cells',
    [until(28), without('section recorded', isSection('week 4', 'kidney')), asked(36)],
    ['section empty'],
  ],
  ['a section without one item', 'cells', [withItem('week 4', 'ALT', undefined)], ['item left out']],
  ['one item not done', 'cells', [withItem('week 4', 'ALT', 'not done')], ['item not done']],
  [
    'the same of who was not let in',
    'cells',
    [until(-11), without('participant enrolled'), withItem('screening', 'ALT', 'not done')],
    [],
  ],
  [
    'a section of who was not let in',
    'cells',
    [until(-11), without('participant enrolled'), without('section recorded', isSection('screening', 'body'))],
    [],
  ],
  [
    'both measures of urine protein at week 24',
    'cells',
    [withItem('week 24', 'UPCR', 'not done'), withItem('week 24', 'protein-24h', 'not done')],
    ['primary endpoint not known'],
  ],
  ['one of them, which suffices', 'cells', [withItem('week 24', 'UPCR', 'not done')], ['item not done']],
  [
    'the whole section at week 24',
    'cells',
    [without('section recorded', isSection('week 24', 'kidney'))],
    ['primary endpoint not known'],
  ],
  [
    'another section at week 24',
    'cells',
    [without('section recorded', isSection('week 24', 'disease activity'))],
    ['section empty'],
  ],
  [
    'creatinine at baseline',
    'cells',
    [...better, withItem('week 24', 'creatinine', '1.3'), withItem('baseline', 'creatinine', 'not done')],
    ['primary endpoint not known'],
  ],
  [
    'a judgement that decides nothing',
    'cells',
    [without('judgements recorded', isVisit('week 4'))],
    ['judgement not given'],
  ],
  [
    'a judgement that lets nobody in without it',
    'cells',
    [without('judgements recorded', isVisit('screening'))],
    ['eligibility no longer shown'],
  ],
  [
    'a history signed at the next visit: entered late',
    'cells',
    [without('history completed', signs('medication', 56))],
    ['history signed late'],
  ],
  [
    'a history that was never signed through the last visit',
    'cells',
    [without('history completed', signs('procedure', 168))],
    ['history not signed'],
  ],
  [
    'adverse events before day 0 are not signed',
    'cells',
    [without('history completed', signs('adverse event', -14))],
    [],
  ],
  [
    'a man has no pregnancy test',
    'infusions',
    [man, ...['week 4', 'week 8'].map((visit) => withItem(visit, 'urine-hCG', 'not done'))],
    [],
  ],
  [
    'nor has he to leave it as not done',
    'infusions',
    [man, without('section recorded', isSection('week 8', 'pregnancy test'))],
    [],
  ],
  [
    'of who cannot become pregnant neither',
    'infusions',
    [withItem('screening', 'childbearing-potential', 'no'), withItem('week 8', 'urine-hCG', 'not done')],
    [],
  ],
  [
    'of a woman of whom it is not said it is a result like others',
    'infusions',
    [withItem('screening', 'childbearing-potential', 'not done'), withItem('week 8', 'urine-hCG', 'not done')],
    ['item not done'],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('sealed results are missed by those who may see them alone', () => {
  const gone = withItem('week 8', 'lymphocytes', undefined);
  assert.deepEqual(kindsAfter('tablets', gone), ['item left out']);
  assert.deepEqual(kindsAfter('tablets', gone, without('assignment disclosed'), without('dose prepared')), []);
});

test('the sentences name section, items and visit', () => {
  assert.deepEqual(saidAfter('cells', withItem('week 4', 'ALT', undefined), withItem('week 4', 'AST', undefined)), [
    'At visit week 4 on 2026-06-29 section safety laboratory has no ALT, AST.',
  ]);
  assert.deepEqual(saidAfter('cells', without('section recorded', isSection('week 4', 'disease activity'))), [
    'At visit week 4 on 2026-06-29 section disease activity stayed empty.',
  ]);
  assert.deepEqual(saidAfter('cells', without('judgements recorded', isVisit('week 4'))), [
    'At visit week 4 on 2026-06-29 nobody judged "other indicator of deterioration".',
  ]);
});

test('a late record of the history is no missing one', () =>
  assert.deepEqual(kindsAfter('cells', added(100, recorded('vaccination', 'influenza-vaccine', day(50)))), []));
