import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { studyWith } from '#core/endpoints/analyses/given.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { analysisTables } from './analysis-tables.ts';
import { numbersNotKept, numbersPrinted } from './printed-numbers.ts';

test('the numbers of a cell, with their signs, decimals and percents', () => {
  const rows = [
    ['60 of 114 (52.6%)', ['60', '114', '52.6%']],
    ['−3.4% (−16.1% to 9.4%)', ['−3.4%', '−16.1%', '9.4%']],
    ['<0.0001', ['<0.0001']],
    ['mean 2.10 g/24h (11 of 11 known)', ['2.10', '11', '11']],
    ['90.5 mL/min/1.73m2 and 7 10*9/L', ['90.5', '7']],
    ['12/20 v 9/20', ['12', '20', '9', '20']],
    ['not estimable: no participants', []],
  ] as const;
  for (const [value, expected] of rows)
    assert.deepEqual(
      numbersPrinted(value).map(({ text }) => text),
      expected,
      value,
    );
});

test('what is not among the unrounded numbers, or is another number, is found', () => {
  const rows = [
    ['12 (60.0%)', { n: 12, share: 0.6 }, []],
    ['12 (60.0%)', { n: 12, share: 0.61 }, ['60.0%']],
    ['12 (60.0%)', { n: 12 }, ['60.0%']],
    ['<0.0001', { p: 0.00009 }, []],
    ['<0.0001', { p: 0.0002 }, ['<0.0001']],
    ['−0.05', { estimate: 0.05 }, ['−0.05']],
    ['0.13', { estimate: 0.125 }, []],
    ['', {}, []],
  ] as const;
  for (const [value, numbers, expected] of rows) assert.deepEqual(numbersNotKept({ value, numbers }), expected, value);
});

const arms = 'experimental: msc, control: il-2';
const study = studyWith([
  `id: ancova, kind: change, endpoint: sledai-change, population: randomised, test: wilcoxon signed rank, comparison: ancova, ${arms}`,
  `id: mmrm, kind: change, endpoint: sledai-change, population: randomised, test: paired t, comparison: mmrm, ${arms}`,
  `id: times, kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: log-rank, ${arms}`,
  `id: margin, kind: compare proportions, endpoint: response, population: randomised, test: boschloo, interval: miettinen-nurminen, hypothesis: non-inferiority, margin: "0.15", ${arms}, alpha: "0.025", sides: 1`,
  'id: share, kind: proportion, endpoint: any-adverse-event, population: randomised, interval: wilson, level: "0.95"',
  'id: values, kind: description, endpoint: bilag-change, population: randomised',
  'id: claims, kind: description, endpoint: sri-4, population: randomised',
]);

test('every number that a table of analyses prints is kept unrounded', () => {
  const people = sixPeople(study);
  const masked = people.map((person) => ({ ...person, arm: undefined }));
  let cells = 0;
  for (const whom of [people, masked, []]) {
    const { efficacy, described } = analysisTables(study, whom, [], deriveValues(study, whom));
    for (const cell of [...efficacy, ...described].flatMap(({ rows }) => rows.flatMap((row) => row.cells))) {
      assert.deepEqual(numbersNotKept(cell), [], `${cell.id}: ${cell.value}`);
      assert.ok(Object.values(cell.numbers ?? {}).every(Number.isFinite), cell.id);
      cells += 1;
    }
  }
  assert.ok(cells > 300, String(cells));
});

test('nobody at all in the founding trials: every cell says why, none holds what is no number', () => {
  for (const trial of ['nct03580291', 'nct03673748', 'nct04318600', 'nct05631717', 'nct01741857']) {
    const founding = shipped(trial);
    const { efficacy, described } = analysisTables(founding, [], [], deriveValues(founding, []));
    for (const { id, value, numbers } of [...efficacy, ...described].flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells),
    )) {
      assert.doesNotMatch(value, /NaN|Infinity|undefined/, id);
      assert.deepEqual(numbersNotKept({ value, numbers: numbers ?? {} }), [], id);
    }
  }
});
