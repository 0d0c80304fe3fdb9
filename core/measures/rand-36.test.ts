import assert from 'node:assert/strict';
import test from 'node:test';
import { rangeText, sittingWith, type Written } from './given.ts';
import { rand36 } from './rand-36.ts';

const form = (answers: readonly (number | undefined)[]): Written =>
  Object.fromEntries(
    answers.flatMap((answer, index) => (answer === undefined ? [] : [[`sf36.${index + 1}`, String(answer)]])),
  );
const scales = (written: Written): Record<string, string> =>
  Object.fromEntries(rand36.map(({ id, compute }) => [id.slice(8), rangeText(compute(sittingWith(written)))]));
const all = (value: string): Record<string, string> =>
  Object.fromEntries(['PF', 'RP', 'BP', 'GH', 'VT', 'SF', 'RE', 'MH'].map((scale) => [scale, value]));

/** The answers of the worked example Q3, items 1 to 36. */
const q3 = '3,2,2,3,3,2,3,2,3,2,3,3,2,1,2,1,2,2,1,2,3,2,3,5,4,3,3,5,4,2,4,4,3,2,4,3'.split(',').map(Number);

test('worked example Q3: pain 67.5 and general health 60, the rest as SF-36 version 1 has it', () =>
  assert.deepEqual(scales(form(q3)), {
    PF: '[80',
    RP: '[50',
    BP: '[67.5',
    GH: '[60',
    VT: '[60',
    SF: '[75',
    RE: '[66.666666667',
    MH: '[72',
  }));

test('worked example Q5: vitality 4, 3, 3 and one left out is 46.667', () => {
  const answers: (number | undefined)[] = Array.from({ length: 36 }, () => undefined);
  [answers[22], answers[26], answers[28]] = [4, 3, 3];
  assert.equal(scales(form(answers)).VT, '[46.666666667');
});

/** Best answers of hays1993: the first of these items, the last of all others. */
const bestIsOne = [1, 2, 20, 21, 22, 23, 26, 27, 30, 34, 36];
const answersOf = (item: number): number => {
  if (item <= 2 || item === 20 || item === 22 || item >= 32) return 5;
  if (item <= 12) return 3;
  return item <= 19 ? 2 : 6;
};
const each = (pick: (item: number) => number) => form(Array.from({ length: 36 }, (_, index) => pick(index + 1)));

test('all best is 100 and all worst 0 on every scale', () => {
  assert.deepEqual(scales(each((item) => (bestIsOne.includes(item) ? 1 : answersOf(item)))), all('[100'));
  assert.deepEqual(scales(each((item) => (bestIsOne.includes(item) ? answersOf(item) : 1))), all('[0'));
});

test('one item answered is enough, none is not, and an answer that is none is not taken', () => {
  assert.equal(scales({ 'sf36.13': '2' }).RP, '[100');
  const [pain] = rand36.filter(({ id }) => id === 'RAND-36-BP');
  assert.equal(pain?.compute(sittingWith({})).status, 'not evaluable');
  assert.equal(pain?.compute(sittingWith({ 'sf36.21': '7' })).status, 'not evaluable');
});

test('a scale that was answered is ok and has its records; a form of which nothing was done says so', () => {
  const [, physical] = rand36;
  assert.equal(physical?.id, 'RAND-36-RP');
  const measured = physical.compute(sittingWith({ 'sf36.13': '2' }));
  assert.deepEqual([measured.status, measured.missing], ['ok', []]);
  assert.deepEqual(measured.evidence, [
    { record: 'record of sf36.13', what: 'sf36.13', written: '2', date: '2026-05-18' },
  ]);
  const nothing = physical.compute(
    sittingWith(Object.fromEntries([13, 14, 15, 16].map((n) => [`sf36.${n}`, 'not done']))),
  );
  assert.deepEqual(physical.compute(sittingWith({})).missing, [
    { kind: 'item', item: 'SF-36', point: 'screening', why: 'not recorded' },
  ]);
  assert.deepEqual(nothing.missing, [{ kind: 'item', item: 'SF-36', point: 'screening', why: 'not done' }]);
});
