import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { sittingWith, type Written } from './given.ts';
import { sf36 } from './sf-36.ts';

const measureOf = (name: string) => sf36.find(({ id }) => id === `SF-36-${name}`) ?? assert.fail(name);
const form = (answers: readonly number[], without: readonly number[] = []): Written =>
  Object.fromEntries(
    answers.flatMap((answer, index) => (without.includes(index + 1) ? [] : [[`sf36.${index + 1}`, String(answer)]])),
  );
const score = (name: string, written: Written): string => {
  const measured = measureOf(name).compute(sittingWith(written));
  assert.ok(measured.kind === 'number');
  return measured.range.low === undefined ? measured.status : writeRational(measured.range.low, 3);
};

const repeat = (answer: number, times: number): readonly number[] => Array.from({ length: times }, () => answer);
const best = [1, 1, ...repeat(3, 10), ...repeat(2, 7), 1, 1, 1, 1, 6, 6, 1, 1, 6, 6, 1, 6, 5, 5, 1, 5, 1];
const worst = [5, 5, ...repeat(1, 17), 5, 6, 5, 6, 1, 1, 6, 6, 1, 1, 6, 1, 1, 1, 5, 1, 5];
const person = [
  3, 2, 2, 3, 3, 2, 3, 2, 3, 2, 3, 3, 2, 1, 2, 1, 2, 2, 1, 2, 3, 2, 3, 5, 4, 3, 3, 5, 4, 2, 4, 4, 3, 2, 4, 3,
];

/** Worked examples Q1 to Q3 of the scoring of ware1994, to three places. */
test('worked examples: all best, all worst, one person', () => {
  const rows = [
    ['PF', '100', '0', '80'],
    ['RP', '100', '0', '50'],
    ['BP', '100', '0', '62'],
    ['GH', '100', '0', '62'],
    ['VT', '100', '0', '60'],
    ['SF', '100', '0', '75'],
    ['RE', '100', '0', '66.667'],
    ['MH', '100', '0', '72'],
    ['PCS', '57.872', '20.136', '44.051'],
    ['MCS', '62.137', '17.337', '48.389'],
  ] as const;
  for (const [name, ...expected] of rows)
    assert.deepEqual(
      [best, worst, person].map((answers) => score(name, form(answers))),
      expected,
      name,
    );
});

test('an item left out counts as the mean of its scale, where half of the scale is answered', () => {
  const rows = [
    ['PF', [3], '83.333'],
    ['VT', [23, 27], '60'],
    ['RE', [17, 18], 'not evaluable'],
    ['PCS', [2], '44.051'],
    ['PCS', [17, 18], 'not evaluable'],
    ['MCS', [17, 18], 'not evaluable'],
    ['PF', [17, 18], '80'],
  ] as const;
  for (const [name, without, expected] of rows)
    assert.equal(score(name, form(person, without)), expected, `${name} ${without}`);
});

test('what is missing is named where it decides', () => {
  const missing = (name: string, written: Written) =>
    measureOf(name)
      .compute(sittingWith(written))
      .missing.map((each) => ('item' in each ? each.item : each.kind));
  assert.deepEqual(missing('RE', form(person, [17, 18])), ['sf36.17', 'sf36.18']);
  assert.deepEqual(missing('MCS', form(person, [17, 18, 3])), ['sf36.17', 'sf36.18']);
  assert.deepEqual(missing('PF', form(person, [3])), []);
  assert.deepEqual(missing('PCS', {}), ['SF-36']);
  assert.deepEqual(missing('RE', { ...form(person, [18]), 'sf36.17': '3' }), ['sf36.17', 'sf36.18']);
});

test('one form of 36 numbered items without wording, for all of them', () => {
  const [first] = sf36;
  for (const { instrument } of sf36) assert.equal(instrument, first?.instrument);
  const items = first?.instrument?.items ?? [];
  assert.deepEqual(
    items.map(({ id, label }) => `${id} ${label}`),
    Array.from({ length: 36 }, (_, index) => `sf36.${index + 1} SF-36 item ${index + 1}`),
  );
  assert.deepEqual(items[20]?.answer, { type: 'whole number', least: 1, most: 6 });
  assert.equal(measureOf('RE').explain(measureOf('RE').compute(sittingWith(form(person)))), 'SF-36-RE 66.6667');
});

test('a scale that was answered is ok and has its records; a form of which nothing was done says so', () => {
  const { status, evidence } = measureOf('RE').compute(sittingWith(form(person)));
  assert.equal(status, 'ok');
  assert.deepEqual(
    evidence.map(({ what, written }) => `${what} ${written}`),
    ['sf36.17 2', 'sf36.18 2', 'sf36.19 1'],
  );
  assert.deepEqual(measureOf('PCS').compute(sittingWith({})).missing, [
    { kind: 'item', item: 'SF-36', point: 'screening', why: 'not recorded' },
  ]);
  const items = Array.from({ length: 36 }, (_, index) => [`sf36.${index + 1}`, 'not done'] as const);
  assert.deepEqual(measureOf('PCS').compute(sittingWith(Object.fromEntries(items))).missing, [
    { kind: 'item', item: 'SF-36', point: 'screening', why: 'not done' },
  ]);
});
