import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '#core/statistics/given.ts';
import type { RowFinding, SensitivityTable } from './estimate-row.ts';
import { arms, studyWith, timed } from './given.ts';
import { rowOf, sayKnown } from './row-parts.ts';
import { runTesting, type TestedHypothesis, type TestingResult } from './testing.ts';

const shares = (id: string, endpoint: string): string =>
  `id: ${id}, kind: compare proportions, endpoint: ${endpoint}, population: randomised, hypothesis: superiority, ${arms}, alpha: "0.05", sides: 2, test: fisher exact, interval: miettinen-nurminen`;
const written = [shares('second', 'sri-4'), shares('third', 'complete-response'), `id: fourth, ${timed}`];
const studyTesting = (testing?: string) =>
  studyWith(
    written,
    ...(testing === undefined ? [] : ([['assumptions:\n', `testing: ${testing}\n\nassumptions:\n`]] as const)),
  );
const tableOf = (analysis: string, found: RowFinding): SensitivityTable => ({
  analysis,
  endpoint: analysis,
  scale: 'difference of proportions',
  confidence: 0.95,
  margin: undefined,
  rows: [rowOf('main', { found, method: 'm/1' }, sayKnown(1, 1, []))],
});
const ps = { primary: 0.01, second: 0.03, third: 0.04, fourth: 0.001 };
const tables = Object.entries(ps).map(([id, p]) => tableOf(id, { kind: 'p', p }));
const tested = (testing?: string, of = tables): TestingResult => runTesting(studyTesting(testing), of);
const said = ({ hypotheses }: TestingResult): readonly string[] =>
  hypotheses.map(
    (each: TestedHypothesis) =>
      `${each.analysis} ${each.kind}${each.kind === 'protected' ? ` ${each.isRejected ? 'rejected' : 'not rejected'}` : ''}`,
  );
const adjustedIn = ({ hypotheses }: TestingResult): readonly number[] =>
  hypotheses.flatMap((each) => (each.kind === 'protected' ? [each.adjusted] : []));

test('without a procedure the one primary analysis has the whole level, and nothing protects the others', () => {
  const found = tested();
  assert.deepEqual([found.procedure, found.alpha, found.isNamed], ['one primary', 0.05, false]);
  assert.deepEqual(said(found), [
    'primary protected rejected',
    'second not protected',
    'third not protected',
    'fourth not protected',
  ]);
});

test('a fixed sequence stops at the first that is not rejected', () => {
  const found = tested('{ procedure: fixed sequence, analyses: [second, third, primary], alpha: "0.035" }');
  assert.deepEqual(said(found), [
    'second protected rejected',
    'third protected not rejected',
    'primary protected not rejected',
    'fourth not protected',
  ]);
  assert.deepEqual(adjustedIn(found), [0.03, 0.04, 0.04]);
});

/** By hand of .01, .03, .04. Holm (holm1979): .03, .06, .06; Hochberg (hochberg1988): .03, .04, .04. */
test('Holm and Hochberg', () => {
  const analyses = 'analyses: [primary, second, third], alpha: "0.05"';
  const holm = tested(`{ procedure: holm, ${analyses} }`);
  const hochberg = tested(`{ procedure: hochberg, ${analyses} }`);
  [0.03, 0.06, 0.06].forEach((value, i) => {
    assertNear(adjustedIn(holm)[i] ?? 0, value, 1e-12);
  });
  [0.03, 0.04, 0.04].forEach((value, i) => {
    assertNear(adjustedIn(hochberg)[i] ?? 0, value, 1e-12);
  });
  assert.deepEqual(
    said(holm)
      .slice(0, 3)
      .map((each) => each.endsWith(' rejected') && !each.includes('not ')),
    [true, false, false],
  );
});

/** By hand (bretz2009): the first has all, and leaves half to each; second .03 / .5, then the third has all: .04, not below .06. */
test('a graph', () => {
  const hypotheses =
    '[{ analysis: primary, weight: "1" }, { analysis: second, weight: "0" }, { analysis: third, weight: "0" }]';
  const transitions =
    '[{ before: primary, after: second, share: "0.5" }, { before: primary, after: third, share: "0.5" }, { before: second, after: third, share: "1" }, { before: third, after: second, share: "1" }]';
  const found = tested(
    `{ procedure: graphical, hypotheses: ${hypotheses}, transitions: ${transitions}, alpha: "0.05" }`,
  );
  [0.01, 0.06, 0.06].forEach((value, i) => {
    assertNear(adjustedIn(found)[i] ?? 0, value, 1e-12);
  });
});

test('a named hypothesis without p is not rejected and stops a sequence; an unnamed one is only said', () => {
  const [, ...others] = tables;
  const missing = [tableOf('primary', { kind: 'not estimable', why: 'no participants' }), ...others];
  const found = tested('{ procedure: fixed sequence, analyses: [primary, second], alpha: "0.05" }', missing);
  assert.deepEqual(said(found), [
    'primary no p',
    'second protected not rejected',
    'third not protected',
    'fourth not protected',
  ]);
  assert.deepEqual(found.hypotheses[0], { kind: 'no p', analysis: 'primary', why: 'no participants', isNamed: true });
});

test('p of one side is doubled, and the usual level with it', () => {
  const study = studyWith(
    [],
    ['    hypothesis: superiority\n', '    hypothesis: non-inferiority\n    margin: "0.15"\n'],
    ['    alpha: "0.05"\n    sides: 2\n', '    alpha: "0.025"\n    sides: 1\n'],
  );
  const { alpha, hypotheses } = runTesting(study, [tableOf('primary', { kind: 'p', p: 0.02 })]);
  assert.equal(alpha, 0.05);
  assert.deepEqual(hypotheses, [{ kind: 'protected', analysis: 'primary', p: 0.04, adjusted: 0.04, isRejected: true }]);
});

test('several primary endpoints without a procedure: nothing is protected', () => {
  const study = studyWith(
    [shares('second', 'complete-response')],
    [
      '    title: Complete response\n    role: secondary\n',
      '    title: Complete response\n    role: primary\n    estimand: { population: all, treatment: assigned, variable: CR, intercurrent events: [], summary: difference }\n',
    ],
  );
  const found = runTesting(study, [
    tableOf('primary', { kind: 'p', p: 0.01 }),
    tableOf('second', { kind: 'p', p: 0.02 }),
  ]);
  assert.deepEqual([found.procedure, ...said(found)], ['none', 'primary not protected', 'second not protected']);
});

test('the primary endpoint in another population is read with the first', () => {
  const study = studyWith([shares('again', 'response')]);
  const found = runTesting(study, [
    tableOf('primary', { kind: 'p', p: 0.01 }),
    tableOf('again', { kind: 'p', p: 0.2 }),
  ]);
  assert.deepEqual(said(found), ['primary protected rejected', 'again supporting']);
});

const anyP = fc.double({ min: 0, max: 1, noNaN: true });
const procedures = [
  '{ procedure: fixed sequence, analyses: [primary, second, third], alpha: "0.05" }',
  '{ procedure: holm, analyses: [primary, second, third], alpha: "0.05" }',
  '{ procedure: hochberg, analyses: [primary, second, third], alpha: "0.05" }',
];

test('property: what a procedure rejects has a p within its level, and a smaller p rejects no less', () => {
  const studies = procedures.map((written) => studyTesting(written));
  const rejectedBy = (study: (typeof studies)[number], p: readonly number[]): readonly boolean[] => {
    const named = ['primary', 'second', 'third'].map((id, i) => tableOf(id, { kind: 'p', p: p[i] ?? 1 }));
    return runTesting(study, named).hypotheses.map((each) => each.kind === 'protected' && each.isRejected);
  };
  fc.assert(
    fc.property(fc.tuple(anyP, anyP, anyP), fc.integer({ min: 0, max: 2 }), (p, place) => {
      for (const study of studies) {
        const rejected = rejectedBy(study, p);
        rejected.forEach((isRejected, i) => {
          assert.ok(!isRejected || (p[i] ?? 1) <= 0.05);
        });
        const smaller = p.map((value, i) => (i === place ? value / 2 : value));
        rejectedBy(study, smaller).forEach((isRejected, i) => {
          assert.ok(isRejected || rejected[i] !== true);
        });
      }
    }),
    { numRuns: 60 },
  );
});
