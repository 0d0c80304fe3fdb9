import assert from 'node:assert/strict';
import test from 'node:test';
import type { Relation } from '#core/criteria/analysis/criterion-relations.ts';
import type { ResponseCell } from '#core/criteria/analysis/response-cells.ts';
import { sayAnalysis, sayRelation, sayResponse, sayVerdict } from './say-analysis.ts';

const relations: readonly (readonly [Relation, string])[] = [
  [{ relation: 'nobody passes', criteria: ['I1'] }, 'Nobody passes I1.'],
  [{ relation: 'nobody passes', criteria: ['I3', 'I8'] }, 'Nobody passes I3 and I8 together.'],
  [{ relation: 'excludes nobody', criteria: ['I4'] }, 'I4 excludes nobody.'],
  [{ relation: 'implied by', criteria: ['I8', 'I3'] }, 'I8 adds nothing: I3 implies it.'],
];

for (const [relation, said] of relations) test(said, () => assert.equal(sayRelation(relation), said));

const cell = (truths: ResponseCell['truths'], verdict: ResponseCell['verdict'], example: readonly string[] = []) => ({
  truths,
  verdict,
  cases: 3,
  example,
});

/** What holds of CR, PR and minor, and what is reported; the rows of `deriveResponse`. */
const verdicts: readonly (readonly [ResponseCell['truths'], ResponseCell['verdict'], string])[] = [
  [['true', 'false', 'false'], 'one level', 'CR'],
  [['false', 'false', 'true'], 'one level', 'minor'],
  [['true', 'unknown', 'false'], 'one level', 'CR'],
  [['unknown', 'true', 'false'], 'one level', 'PR or CR'],
  [['true', 'true', 'false'], 'several levels', 'CR, which hides PR'],
  [['true', 'true', 'true'], 'several levels', 'CR, which hides PR and minor'],
  [['false', 'false', 'false'], 'none', 'none'],
  [['false', 'unknown', 'false'], 'no rule', 'no rule'],
];

for (const [truths, verdict, said] of verdicts)
  test(`${truths.join(' ')}: ${said}`, () =>
    assert.equal(sayVerdict(cell(truths, verdict), ['CR', 'PR', 'minor']), said));

test('a table has a column for each level, the verdict and the number of cases', () => {
  const cells = [cell(['false'], 'none'), { ...cell(['true'], 'one level'), cases: 12 }];
  assert.deepEqual(sayResponse('halving', ['week 12'], { levels: ['halved'], cells, complete: true }), [
    'halving at week 12, when everything is known:',
    '  halved  reported  cases',
    '  fails       none      3',
    '  holds     halved     12',
  ]);
});

const exampleOf = (example: readonly string[]): string => {
  const table = { levels: ['PR'], cells: [cell(['unknown'], 'no rule', example)], complete: true };
  return sayResponse('r', ['week 24'], table)[3] ?? '';
};

test('a row without a rule has an example, cut to a line between two items', () => {
  assert.equal(exampleOf(['UPCR 1', 'PGA 2']), '    no rule, such as: UPCR 1, PGA 2');
  const items = Array.from({ length: 30 }, (_, index) => `item ${index}`);
  const cut = exampleOf(items);
  assert.match(cut, /^ {4}no rule, such as: item 0, item 1, (item \d+, )+…$/);
  assert.ok(cut.length <= 110 && cut.length > 95, `${cut.length} characters`);
  assert.equal(exampleOf(['x'.repeat(200), 'y']), `    no rule, such as: ${'x'.repeat(200)}, …`);
});

test('a table that is not complete says so', () => {
  const said = (complete: boolean): string =>
    sayResponse('r', ['week 24'], { levels: [], cells: [], complete }).join('\n');
  assert.match(said(false), /The table is not complete/);
  assert.doesNotMatch(said(true), /complete/);
});

test('nothing found is one line', () => {
  const none = 'No criterion contradicts, repeats or is implied by another.';
  assert.deepEqual(sayAnalysis({ relations: [], responses: [], jumps: [] }), [none]);
  const found = sayAnalysis({ relations: relations.map(([relation]) => relation), responses: [], jumps: [] });
  assert.deepEqual(
    found,
    relations.map(([, said]) => said),
  );
});
