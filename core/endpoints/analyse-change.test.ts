import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { between, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { edited } from '#core/study/given.ts';
import { analyseChange, isChange } from './analyse-change.ts';
import type { AnalysisValue } from './analysis-value.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const analysisOf = (test: string) => {
  const written = `  - { id: change, kind: change, endpoint: sledai-change, population: randomised, test: ${test} }\n\n`;
  const study = studyIn(edited(text, 'assumptions:\n', `${written}assumptions:\n`));
  const [analysis] = study.definition.analyses.filter(isChange);
  return { study, analysis: analysis ?? assert.fail() };
};
const valueFor = (participant: string, arm: string, range: ReturnType<typeof exactly>): AnalysisValue => ({
  endpoint: 'sledai-change',
  participant,
  arm,
  at: 'week 24',
  outcome: { kind: 'number', range },
  reported: undefined,
  policy: 'observed',
  because: [],
  records: [],
  missing: [],
});
/** Cells: −4, −2, −6, 2 and one that is still a range; IL-2: −3 alone. */
const values = [
  ...[-4, -2, -6, 2].map((change, index) => valueFor(`P-${index}`, 'msc', exactly(rational(change)))),
  valueFor('P-4', 'msc', between(rational(-8), rational(0))),
  valueFor('P-5', 'il-2', exactly(rational(-3))),
];
const changes = (test: string, of: readonly AnalysisValue[] = values) => {
  const { study, analysis } = analysisOf(test);
  return analyseChange(analysis, study, () => of).arms;
};

/** By hand: mean −2.5, median −3; ranks of 2, 2, 4, 6 are 1.5, 1.5, 3, 4, so V is 1.5, and of 16 signs 3 are at most that and 3 at least 8.5. */
test('what is known is summarised and tested, and what is not is counted', () => {
  const [cells, control] = changes('wilcoxon signed rank');
  assert.deepEqual([cells?.of, control?.of], [5, 1]);
  assert.ok(cells && 'n' in cells.summary);
  assert.deepEqual([cells.summary.n, cells.summary.mean, cells.summary.median], [4, -2.5, -3]);
  assert.ok(cells.test !== undefined && 'v' in cells.test);
  assert.deepEqual([cells.test.v, cells.test.exactTwoSided], [1.5, 0.375]);
});

test('the paired t test, or none; nobody, and no number', () => {
  const [cells] = changes('paired t');
  assert.ok(cells?.test !== undefined && 'df' in cells.test);
  assert.deepEqual([cells.test.df, cells.test.estimate], [3, -2.5]);
  assert.equal(changes('none')[0]?.test, undefined);
  const [empty] = changes('wilcoxon signed rank', []);
  assert.deepEqual(
    [empty?.summary, empty?.test],
    [{ notEstimable: 'no participants' }, { notEstimable: 'no participants' }],
  );
});
