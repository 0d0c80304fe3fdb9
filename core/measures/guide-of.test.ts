import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { groupOf, guideOf, measureGroups, pageOf } from './guide-of.ts';
import { workExample } from './worked-example.ts';

const examples = catalogue.flatMap((measure) => guideOf(measure).examples.map((example) => ({ measure, example })));

test('every measure has a guide with a rule, an edge, a licence and an example', () => {
  for (const measure of catalogue) {
    const { rule, edges, licence, examples: own } = guideOf(measure);
    assert.ok(rule.length > 0 && edges.length > 0 && licence !== '' && own.length > 0, measure.id);
  }
});

for (const { measure, example } of examples)
  test(`${measure.id} ${example.id}: ${example.says}`, () => assert.equal(workExample(measure, example), example.says));

test('a sentence of a guide ends, and no option is without a choice or its default', () => {
  for (const measure of catalogue) {
    const { rule, edges, licence, options } = guideOf(measure);
    for (const sentence of [...rule, ...edges, licence, ...options.map(({ why }) => why)])
      assert.match(sentence, /[.?]$/, `${measure.id}: ${sentence}`);
    for (const option of options) assert.ok(option.choices.length > 0 && option.default !== '', measure.id);
  }
});

test('a default is one of the choices, or what the study or the person who fills the form says', () => {
  for (const measure of catalogue)
    for (const { id, choices, default: chosen } of guideOf(measure).options)
      assert.ok(choices.includes(chosen) || chosen.startsWith('named by '), `${measure.id} ${id}: ${chosen}`);
});

test('groups are the eight that are listed, and a page belongs to one group', () => {
  assert.deepEqual(measureGroups, [
    'laboratory',
    'filtration',
    'activity',
    'classification',
    'histology',
    'treatment',
    'patient-reported',
    'findings',
  ]);
  for (const [page, measures] of Map.groupBy(catalogue, pageOf))
    assert.equal(new Set(measures.map(groupOf)).size, 1, page);
});

test('a measure without a guide is a broken invariant', () => {
  const [first] = catalogue;
  assert.ok(first);
  assert.throws(() => guideOf({ ...first, id: 'nothing' }), /no guide to nothing/);
});

/** Every id of a worked example that belongs to a measure; Q4 is not made of answers, the others are of rules. */
const worked =
  'S1 S2 S3 B1 B2 B3 C4 E1 E2 E3 E4 E5 E6 U1 U2 U3 G1 G2 G3 K1 K2 K3 K4 K5 K6 K7 K8 K9 N1 N2 N3 D1 D2 D3 X1 X2 X3 Q1 Q2 Q3 Q5 L1 L2 L3';

test('every worked example of the facts stands in a guide', () => {
  const found = new Set(examples.map(({ example }) => example.id));
  assert.deepEqual(
    worked.split(' ').filter((id) => !found.has(id)),
    [],
  );
});

test('the source of every measure with a guide is in evidence/references.bib', () => {
  const bibliography = readFileSync(new URL('../../evidence/references.bib', import.meta.url), 'utf8');
  for (const { id, source } of catalogue)
    assert.ok(source === 'own' || bibliography.includes(`{${source},`), `${id}: ${source}`);
});

test('a measure has its group and its page, which is that of its family or its own', () => {
  const rows = [
    ['creatinine', 'laboratory', 'laboratory'],
    ['eGFR-MDRD', 'filtration', 'egfr-mdrd'],
    ['SLEDAI-2K', 'activity', 'sledai-2k'],
  ] as const;
  for (const [id, group, page] of rows) {
    const measure = catalogue.find((each) => each.id === id) ?? assert.fail(id);
    assert.deepEqual([groupOf(measure), pageOf(measure)], [group, page]);
  }
});
