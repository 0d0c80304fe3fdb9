import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { describeChange, type Touched } from './describe-change.ts';
import { diffStudies } from './diff-studies.ts';
import { edited, withSections } from './given.ts';

const trial = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const rules = `safety:
  adverse events: { from: consent, to: week 24 }
  rules:
    - { id: S1, title: Kidney, rule: creatinine > 3 mg/dL, at: [week 4], action: review }
  stopping:
    - { id: T1, title: Infections, event: had infection ever, participants: 2, action: stop the trial }
duties:
  - { id: D1, title: Contraception, of: men, until: week 24 }
`;
const text = withSections(trial, rules);

const definitionOf = (content: string) => {
  const { study, findings } = readStudy(content);
  assert.ok(study, JSON.stringify(findings));
  return study.definition;
};

const before = definitionOf(text);
const described = (from: string, to: string) =>
  diffStudies(before, definitionOf(edited(text, from, to))).map((change) => {
    const { said, touches } = describeChange(change);
    return [said, touches];
  });

/** What is replaced, by what, what is said of it, and whom it touches. */
const rows: readonly (readonly [from: string, to: string, said: string, touches: Touched])[] = [
  [
    'SLEDAI-2K at screening >= 6',
    'SLEDAI-2K at screening >= 10',
    'I3 (Active disease) now reads SLEDAI-2K at screening >= 10; it read SLEDAI-2K at screening >= 6 before',
    'people being screened',
  ],
  [
    '  exclude:\n',
    '    - { id: I9, title: Not thin, rule: weight at screening >= 40 kg }\n  exclude:\n',
    'I9 (Not thin) is new: weight at screening >= 40 kg',
    'people being screened',
  ],
  [
    'title: Active disease',
    'title: Very active disease',
    'I3 is now called Very active disease; it was called Active disease before',
    'the text only',
  ],
  [
    '      from: inclusion[3]\n',
    '',
    'I3 (Active disease): from is no longer said; it was inclusion[3] before',
    'the text only',
  ],
  [
    'age: completed years',
    'age: exact',
    'conventions age is now exact; it was completed years before',
    'people being screened',
  ],
  ['participants: 40', 'participants: 60', 'design participants is now 60; it was 40 before', 'nobody yet included'],
  ['phase: 3', 'phase: 2b', 'design phase is now 2b; it was 3 before', 'the text only'],
  ['[2, 4, 6]', '[4, 6]', 'allocation block sizes is now 4, 6; it was 2, 4, 6 before', 'nobody yet included'],
  [
    'sites:\n',
    'sites:\n  - { id: two, title: Two, zone: Asia/Shanghai, offset: "+08:00" }\n',
    'two (Two) is new',
    'nobody yet included',
  ],
  [
    '        every days: 2\n',
    '        every days: 3\n',
    'il-2-injection: every days is now 3; it was 2 before',
    'participants in the study',
  ],
  [
    'earliest: 25, latest: 31',
    'earliest: 24, latest: 31',
    'week 4: earliest is now 24; it was 25 before',
    'participants in the study',
  ],
  [
    'creatinine > 3 mg/dL',
    'creatinine > 2 mg/dL',
    'S1 (Kidney) now reads creatinine > 2 mg/dL; it read creatinine > 3 mg/dL before',
    'participants in the study',
  ],
  [
    'event: had infection ever',
    'event: had malignancy ever',
    'T1 (Infections) now reads had malignancy ever; it read had infection ever before',
    'participants in the study',
  ],
  [
    'from: consent, to',
    'from: first dose, to',
    'safety adverse events from is now first dose; it was consent before',
    'participants in the study',
  ],
  [
    '  - { id: D1, title: Contraception, of: men, until: week 24 }\n',
    '  - { id: D1, title: Contraception, of: everyone, until: week 24 }\n',
    'D1 (Contraception): of is now everyone; it was men before',
    'participants in the study',
  ],
  [
    'rule: creatinine at baseline > 1.2 mg/dL',
    'rule: creatinine at baseline > 1.3 mg/dL',
    'creatinine-abnormal-at-baseline (Creatinine abnormal before treatment) now reads creatinine at baseline > 1.3 mg/dL; it read creatinine at baseline > 1.2 mg/dL before',
    'the analysis',
  ],
  [
    '        - { event: death before week 24, kinds: [death], strategy: composite }\n',
    '',
    'response (Complete or partial response): estimand intercurrent events is now event: discontinuation of treatment; kinds: treatment discontinued; strategy: treatment policy; it was event: discontinuation of treatment; kinds: treatment discontinued; strategy: treatment policy, event: death before week 24; kinds: death; strategy: composite before',
    'the analysis',
  ],
  ['alpha: "0.05"', 'alpha: "0.01"', 'primary: alpha is now 0.01; it was 0.05 before', 'the analysis'],
  [
    'ask: "How many cycles of IL-2 are given?"',
    'ask: "How many?"',
    'S002-04: ask is now How many?; it was How many cycles of IL-2 are given? before',
    'the text only',
  ],
  ['version: "0.1"', 'version: "0.2"', 'version is now 0.2; it was 0.1 before', 'the text only'],
  [
    'title: Umbilical cord mesenchymal stem cells compared with low-dose interleukin-2 in active lupus nephritis',
    'title: Short',
    'the study is now called Short; it was called Umbilical cord mesenchymal stem cells compared with low-dose interleukin-2 in active lupus nephritis before',
    'the text only',
  ],
];

for (const [from, to, said, touches] of rows)
  test(said.slice(0, 80), () => assert.deepEqual(described(from, to), [[said, touches]]));

test('what is gone, what comes as a whole section, and what changes its order', () => {
  const words = (from: string, to: string): readonly string[] =>
    diffStudies(definitionOf(from), definitionOf(to)).map((change) => describeChange(change).said);
  const more = edited(
    text,
    '  exclude:\n',
    '    - { id: I9, title: Not thin, rule: weight at screening >= 40 kg }\n  exclude:\n',
  );
  assert.deepEqual(words(more, text), ['I9 (Not thin) is gone; it read weight at screening >= 40 kg before']);
  assert.deepEqual(words(trial, text), ['safety is new', 'duties is new']);
  assert.deepEqual(words(text, trial), ['safety is gone', 'duties is gone']);
  const turned = edited(
    text,
    'sites:\n',
    'sites:\n  - { id: two, title: Two, zone: Asia/Shanghai, offset: "+08:00" }\n',
  );
  const [two = '', nanjing = ''] = turned.split('\n').filter((line) => /^ {2}- { id: (two|nanjing)/.test(line));
  assert.deepEqual(words(turned, edited(turned, `${two}\n${nanjing}`, `${nanjing}\n${two}`)), [
    'the order of sites is now nanjing, two; it was two, nanjing before',
  ]);
});
