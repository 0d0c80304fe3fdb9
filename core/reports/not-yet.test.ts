import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { shipped, studyIn } from '#core/conduct/given.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { edited } from '#core/study/given.ts';
import { notYetComputed } from './not-yet.ts';
import { deriveReport } from './trial-report.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const before = 'assumptions:\n';
const added = (written: string): string => edited(text, before, `  - { id: more, ${written} }\n\n${before}`);
const ending = 'is not computed yet; it is described under the other endpoints, by counts and means of all randomised.';

const compared =
  'kind: compare proportions, endpoint: sri-4, population: per protocol, test: chi-squared, interval: miettinen-nurminen, hypothesis: superiority, experimental: msc, control: il-2, alpha: "0.05", sides: 2';

/** An analysis, and the sentence that stands for it. */
const rows: readonly (readonly [written: string, said: string])[] = [
  [
    compared
      .replace('superiority', 'non-inferiority, margin: "0.15"')
      .replace('sides: 2', 'sides: 1')
      .replace('chi-squared', 'boschloo')
      .replace('miettinen-nurminen', 'newcombe')
      .replace('per protocol', 'randomised'),
    "the one-sided non-inferiority comparison of sri-4 with Boschloo's test and a Newcombe interval, of all randomised,",
  ],
  [
    compared.replace('superiority', 'non-inferiority, margin question: S002-31'),
    'the two-sided non-inferiority comparison of sri-4 with the chi-squared test and a Miettinen–Nurminen interval, of those treated per protocol,',
  ],
];

test('what has a table is not said to be missing', () => {
  const share =
    'kind: proportion, endpoint: sri-4, arm: msc, population: treated, interval: clopper-pearson, level: "0.95"';
  const notInferior = compared
    .replace('superiority', 'non-inferiority, margin: "0.15"')
    .replace('chi-squared', 'boschloo')
    .replace('per protocol', 'randomised')
    .replace('sides: 2', 'sides: 1');
  const within = 'kind: change, endpoint: sledai-change, population: randomised, test: paired t';
  const times =
    'kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: log-rank, experimental: msc, control: il-2';
  const between =
    'kind: change, endpoint: sledai-change, population: all enrolled, test: wilcoxon signed rank, comparison: ancova, experimental: msc, control: il-2';
  const described = 'kind: description, endpoint: any-adverse-event, population: treated';
  const oneSided = compared.replace('sides: 2', 'sides: 1').replace('miettinen-nurminen', 'newcombe');
  for (const written of [share, notInferior, within, times, between, described, compared, oneSided])
    assert.deepEqual(notYetComputed(studyIn(added(written))), []);
});

test('each analysis that is planned and not computed is said, in words', () => {
  assert.deepEqual(notYetComputed(studyIn(text)), []);
  for (const [written, said] of rows)
    assert.deepEqual(notYetComputed(studyIn(added(written))), [`more: ${said} ${ending}`], written);
});

test('the founding trials have nothing that is planned and not computed', () => {
  for (const trial of ['nct03580291', 'nct03673748', 'nct04318600', 'nct05631717', 'nct01741857'])
    assert.deepEqual(notYetComputed(shipped(trial)), [], trial);
});

test('the report holds it beside its tables, and still describes the endpoint', () => {
  const open = '    hypothesis: non-inferiority\n    margin question: S002-31\n';
  const study = studyIn(edited(text, '    hypothesis: superiority\n', open));
  const report = deriveReport(study, sixPeople(study));
  assert.deepEqual([report.results, report.sensitivity], [[], []]);
  assert.equal(report.notYet.length, 1);
  assert.match(report.notYet[0] ?? '', /^primary: .* with Fisher's exact test .* is not computed yet/);
  const other = report.tables.find(({ id }) => id === 'secondary');
  assert.deepEqual(
    other?.rows[0]?.cells.map(({ value }) => value),
    ['2 of 3', '1 of 3'],
  );
});
