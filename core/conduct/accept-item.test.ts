import assert from 'node:assert/strict';
import test from 'node:test';
import { acceptItem, itemsOf } from './accept-item.ts';
import * as g from './given.ts';

const study = g.shipped('nct05631717');

const all = new Map(study.definition.activities.flatMap(({ id }) => [...itemsOf(study, id)]));
const answer = (written: string) => {
  const [entry] = g.entries(written);
  assert.ok(entry);
  return acceptItem(entry, all)?.refused ?? 'accepted';
};

test('what a form takes and what it does not', () => {
  const rows = [
    ['creatinine 1.20 mg/dL', 'accepted'],
    ['creatinine 90 umol/L', 'accepted'],
    ['UPCR <0.04 g/g', 'accepted'],
    ['leucocytes 5-10 10*9/L', 'accepted'],
    ['creatinine not done', 'accepted'],
    ['creatinine 1,2 mg/dL', 'value not accepted'],
    ['creatinine 1e1 mg/dL', 'value not accepted'],
    ['creatinine -0.1 mg/dL', 'value not accepted'],
    ['creatinine <0 mg/dL', 'value not accepted'],
    ['creatinine normal mg/dL', 'value not accepted'],
    ['creatinine 1.2 g/L', 'unit not accepted'],
    ['creatinine 1.2', 'unit not accepted'],
    ['PGA 0', 'accepted'],
    ['PGA 3', 'accepted'],
    ['PGA 1.5', 'accepted'],
    ['PGA 3.1', 'value not accepted'],
    ['PGA -0.1', 'value not accepted'],
    ['PGA 1.55', 'value not accepted'],
    ['PGA mild', 'value not accepted'],
    ['BILAG-2004.renal A', 'accepted'],
    ['BILAG-2004.renal a', 'value not accepted'],
    ['SLEDAI-2K.rash present', 'accepted'],
    ['SLEDAI-2K.rash yes', 'value not accepted'],
    ['pregnant no', 'accepted'],
    ['pregnant not done', 'accepted'],
    ['pregnant maybe', 'value not accepted'],
    ['SLEDAI-2K 14', 'name unknown'],
  ] as const;
  for (const [written, expected] of rows) assert.equal(answer(written), expected, written);
});

test('a refusal says what would be accepted', () => {
  assert.deepEqual(acceptItem({ item: 'creatinine', value: '1', unit: 'g/L' }, all), {
    refused: 'unit not accepted',
    item: 'creatinine',
    unit: 'g/L',
    accepted: ['mg/dL', 'umol/L'],
  });
  assert.deepEqual(acceptItem({ item: 'PGA', value: '4' }, all), {
    refused: 'value not accepted',
    item: 'PGA',
    value: '4',
    accepted: 'a number from 0 to 3 with at most 1 decimals',
  });
});

test('a whole number is taken within its limits and without decimals', () => {
  const items = new Map([
    ['n', { id: 'n', label: 'N', answer: { type: 'whole number', least: 0, most: 10 } } as const],
  ]);
  for (const [value, expected] of [
    ['0', true],
    ['10', true],
    ['11', false],
    ['-1', false],
    ['1.0', false],
    ['x', false],
  ] as const)
    assert.equal(acceptItem({ item: 'n', value }, items) === undefined, expected, value);
});

test('the items of a section are those of its measures', () => {
  assert.deepEqual([...itemsOf(study, 'kidney').keys()], ['creatinine', 'UPCR', 'protein-24h']);
  assert.equal(itemsOf(study, 'disease activity').size, 24 + 9 + 1);
  assert.equal(itemsOf(study, 'nothing').size, 0);
});
