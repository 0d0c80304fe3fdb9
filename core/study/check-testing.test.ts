import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { isTested, testedAnalyses } from './check-testing.ts';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const arms = 'experimental: msc, control: il-2';
const text = edited(
  readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'),
  'assumptions:\n',
  `  - { id: second, kind: compare proportions, endpoint: sri-4, population: randomised, test: boschloo, interval: newcombe, hypothesis: superiority, ${arms}, alpha: "0.05", sides: 2 }
  - { id: ranked, kind: change, endpoint: sledai-change, population: randomised, test: none, comparison: ancova, ${arms} }
  - { id: timed, kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: none }
  - { id: said, kind: description, endpoint: sri-4, population: randomised }

assumptions:
`,
);
const before = 'assumptions:\n';
const testing = (written: string): readonly [string, string] => [before, `testing: { ${written} }\n\n${before}`];
const known = 'primary | second | ranked';

test('a procedure names analyses with a test, each once, at a level', () => {
  const rows: readonly PlantedFault[] = [
    [...testing('procedure: one primary, analysis: primary, alpha: "0.05"')],
    [...testing('procedure: fixed sequence, analyses: [primary, second, ranked], alpha: "0.05"')],
    [
      ...testing('procedure: holm, analyses: [primary, said], alpha: "0.05"'),
      `testing.analyses[1]: "said" is no analysis with a test; ${known}`,
    ],
    [
      ...testing('procedure: holm, analyses: [primary, timed], alpha: "0.05"'),
      `testing.analyses[1]: "timed" is no analysis with a test; ${known}`,
    ],
    [
      ...testing('procedure: hochberg, analyses: [second, second], alpha: "0.05"'),
      'testing.analyses[1]: "second" is tested twice; each analysis once',
    ],
    [
      ...testing('procedure: one primary, analysis: primary, alpha: "0.00"'),
      'testing.alpha: a level of zero never rejects; "0.05"',
    ],
  ];
  expectFindings(text, rows);
});

const graph = (weights: readonly [string, string], ...transitions: readonly string[]): readonly [string, string] =>
  testing(
    `procedure: graphical, hypotheses: [{ analysis: primary, weight: "${weights[0]}" }, { analysis: second, weight: "${weights[1]}" }], transitions: [${transitions.join(', ')}], alpha: "0.05"`,
  );

test('the shares of a graph', () => {
  const share = 'a number from 0 to 1, such as "0.5"';
  const rows: readonly PlantedFault[] = [
    [...graph(['0.5', '0.5'], '{ before: primary, after: second, share: "1" }')],
    [...graph(['0.5', '0.6']), 'testing.hypotheses: the weights come to more than 1; shares of one'],
    [...graph(['0.5', 'half']), `testing.hypotheses[1].weight: "half" is no share; ${share}`],
    [
      ...graph(['1', '0'], '{ before: primary, after: ranked, share: "1" }'),
      'testing.transitions[0].after: "ranked" is no hypothesis of the graph; primary | second',
    ],
    [
      ...graph(['1', '0'], '{ before: second, after: second, share: "1" }'),
      'testing.transitions[0].after: a transition to itself; another hypothesis',
    ],
    [
      ...graph(
        ['1', '0'],
        '{ before: primary, after: second, share: "0.6" }',
        '{ before: primary, after: second, share: "0.6" }',
      ),
      'testing.transitions: the transitions of primary come to more than 1; shares of one',
    ],
    [
      ...graph(['1', '0'], '{ before: primary, after: second, share: "-1" }'),
      `testing.transitions[0].share: "-1" is no share; ${share}`,
    ],
  ];
  expectFindings(text, rows);
});

test('a model of all visits asks for more than one', () => {
  expectFindings(text, [
    [
      'comparison: ancova',
      'comparison: mmrm',
      'analyses[2].comparison: mmrm of sledai-change, which is asked at one visit; ancova | also at: further visits of the endpoint',
    ],
  ]);
});

test('which analyses end in a p, and those of a procedure in its order', () => {
  const { definition } = studyIn(text);
  assert.deepEqual(
    definition.analyses.filter(isTested).map(({ id }) => id),
    ['primary', 'second', 'ranked'],
  );
  const named = testedAnalyses({ procedure: 'fixed sequence', analyses: ['second', 'primary'], alpha: '0.05' });
  assert.deepEqual(named, ['second', 'primary']);
  assert.equal(definition.testing, undefined);
});
