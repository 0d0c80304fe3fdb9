import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import type { Missing } from '#core/measures/measured.ts';
import { isFaulty } from '#core/measures/written-fault.ts';
import { type WrittenPerson, writtenSitting } from '#core/measures/written-sitting.ts';
import { refusedPerson, sayWanting, scoreSitting } from './score-row.ts';

const scored = (id: string, person: WrittenPerson) => {
  const measure = catalogue.find((each) => each.id === id) ?? assert.fail(id);
  const written = writtenSitting(measure, person);
  return isFaulty(written) ? assert.fail(JSON.stringify(written.faults)) : scoreSitting(measure, written.read, []);
};

const grades = { renal: 'A', mucocutaneous: 'not done', others: 'E' };

/** Kinds of value: gladman2002, ucum, petri2012, bajema2018 and yee2010 give the numbers. */
const rows: readonly (readonly [id: string, items: WrittenPerson['items'], value: string, status: string])[] = [
  ['SLEDAI-2K', { rash: 'present', others: 'absent' }, '2', 'ok'],
  ['SLEDAI-2K', { rash: 'present', pyuria: 'not done', others: 'absent' }, '2..6', 'partial'],
  ['SLEDAI-2K', {}, '', 'not evaluable'],
  ['creatinine', { creatinine: '<0.5 mg/dL' }, '<0.5', 'ok'],
  ['creatinine', { creatinine: '<=0.5 mg/dL' }, '0..0.5', 'ok'],
  ['creatinine', { creatinine: '>5 mg/dL' }, '>5', 'ok'],
  ['creatinine', { creatinine: '>=5 mg/dL' }, '>=5', 'ok'],
  ['urine-RBC', { 'urine-RBC': '5-10 /[HPF]' }, '5..10', 'ok'],
  ['SLICC-2012', { ana: 'present', others: 'not done' }, 'yes or no', 'not evaluable'],
  ['LN-class', { 'LN-class': 'V+III' }, 'III + V', 'ok'],
  ['LN-class', {}, 'I or II or III or IV or V or VI', 'not evaluable'],
  ['BILAG-2004-total', { renal: 'A', others: 'E' }, '12', 'ok'],
];

for (const [id, items, value, status] of rows)
  test(`${id} ${JSON.stringify(items)}: ${value} ${status}`, () => {
    const row = scored(id, { items });
    assert.deepEqual([row.value, row.status, row.faults.length], [value, status, 0]);
  });

test('ends stand apart where there are two, to nine places', () => {
  const { low, high } = scored('SLEDAI-2K', { items: { rash: 'present', pyuria: 'not done', others: 'absent' } });
  assert.deepEqual([low, high], ['2', '6']);
  assert.equal(scored('creatinine', { items: { creatinine: '110 umol/L' } }).value, '1.24432');
});

test('a profile has a grade for each system in the order of the measure', () => {
  const { value, systems, missing } = scored('BILAG-2004', { items: grades });
  assert.equal(systems.join(' '), 'E A/B/C/D/E E E E E E A E');
  assert.match(value, /^constitutional E, mucocutaneous A\/B\/C\/D\/E, .* renal A, haematological E$/);
  assert.deepEqual(missing, ['BILAG-2004.mucocutaneous (not done)']);
});

const wanting: readonly (readonly [Missing, string])[] = [
  [{ kind: 'item', item: 'UPCR', point: '', why: 'not recorded' }, 'UPCR'],
  [{ kind: 'item', item: 'UPCR', point: '', why: 'not done' }, 'UPCR (not done)'],
  [{ kind: 'unreadable', item: 'birth', point: '', why: '15 years' }, 'birth (15 years)'],
  [{ kind: 'date', of: '', written: undefined }, 'date of the visit'],
  [{ kind: 'date', of: 'birth', written: undefined }, 'date of birth'],
  [{ kind: 'date', of: 'birth', written: '1992' }, 'exact date of birth'],
  [{ kind: 'source', source: 'medication', through: '2026-05-18' }, 'medication complete through 2026-05-18'],
  [{ kind: 'judgement', text: 'fit', point: '' }, 'the judgement "fit"'],
  [{ kind: 'no rule', reason: 'nothing applies' }, 'nothing applies'],
];

for (const [missing, said] of wanting) test(said, () => assert.equal(sayWanting(missing), said));

test('a person who is refused has no value at all', () => {
  const { status, value, low, high, sentence } = refusedPerson([]);
  assert.deepEqual([status, value, low, high, sentence], ['refused', '', '', '', '']);
});
