import assert from 'node:assert/strict';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { edit, readTrialFile } from './given.ts';
import { sayConduct } from './say-conduct.ts';

const shipped = readTrialFile('study.yaml');
const definitionOf = (text: string) => {
  const { study, findings } = readStudy(text);
  return (study ?? assert.fail(JSON.stringify(findings))).definition;
};

const sections = `masking: { masked: [assessor], means: [forms without the arm], sealed measures: [creatinine] }
consent: { of age: 18, assent from: 14, reconsent at majority: true }
laboratories: [{ id: central, title: Central, ranges: [{ measure: ALT, high: 40, unit: U/L }] }]
treatments: { background: standard care, prohibited: [rituximab] }
safety:
  grading: CTCAE v5.0
  adverse events: { from: consent, to: week 24 }
  special interest: [{ id: X1, title: Reaction, concept: infusion-reaction, within: 24 hours }]
  regions: [European Union]
  reference: [{ concept: infusion-reaction, term: Chills }, { product: interleukin-2, concept: injection-site-reaction, grade at most: 2 }]
  watch: [{ id: W1, title: Signs, doses: [msc-infusion], measures: [heart-rate], minutes from start: [15, 30], minutes from end: [60] }]
  observation: [two hours in bed after the infusion]
  rules: [{ id: S1, title: Kidney, rule: creatinine > 3 mg/dL, at: [week 4], action: stop treatment }]
  stopping: [{ id: T1, title: Infections, event: had infection ever, participants: 3, of: 10, action: pause recruitment }]
duties: [{ id: D1, title: Contraception, of: men, until: 24 weeks after the last dose }]
`;

test('what a study says of its conduct is said; what it does not say has no heading', () => {
  assert.deepEqual(sayConduct(definitionOf(shipped)), []);
  const site = edit(shipped, 'zone: Asia/Shanghai,', 'zone: Asia/Shanghai, laboratory: central,');
  assert.deepEqual(sayConduct(definitionOf(edit(site, 'visits:\n', `${sections}visits:\n`))), [
    { title: 'Masking', lines: ['masked: assessor', 'forms without the arm', 'sealed: creatinine'] },
    { title: 'Consent', lines: ['of age at 18', 'assent from 14', 'asked again on coming of age'] },
    { title: 'Laboratories', lines: ['central  Central: 1 normal range, for nanjing'] },
    { title: 'Other treatments', lines: ['standard care', 'prohibited: rituximab'] },
    {
      title: 'Safety',
      lines: [
        'graded by CTCAE v5.0',
        'adverse events from consent to week 24',
        'X1  Reaction, within 24 hours of a dose',
        'authorities: European Union',
        'expected: Chills, unless fatal',
        'expected of interleukin-2: injection-site-reaction, up to grade 2',
        'W1  Signs: heart-rate around msc-infusion; before; 15, 30 minutes from its start; 60 minutes from its end',
        'two hours in bed after the infusion',
        'S1  Kidney: creatinine > 3 mg/dL, at week 4 -> stop treatment',
        'T1  Infections: 3 of the first 10 with had infection ever -> pause recruitment',
      ],
    },
    { title: 'Duties', lines: ['D1  Contraception: men, until 24 weeks after the last dose'] },
  ]);
});
