import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { doseDays } from './dose-days.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** The trial with whole sections exchanged: from the first heading to the one after it. */
const withDesign = (sections: Readonly<Record<string, string>>): string =>
  Object.entries(sections).reduce((study, [heading, written]) => {
    const start = study.indexOf(`\n${heading}:`) + 1;
    assert.ok(start > 0, heading);
    const end = study.slice(start).search(/\n\n/) + start;
    const next = heading === 'arms' ? study.indexOf('\nallocation:') : end;
    return `${study.slice(0, start)}${written}${study.slice(next)}`;
  }, text);

/** NCT03580291: cells and a placebo of MMF, or MMF and a placebo of cells; days and doses are assumptions of the record. */
const doubleDummy = withDesign({
  design: `design: { phase: 2, assignment: parallel, masking: double dummy, participants: 230 }
masking:
  masked: [participant, care provider, investigator, assessor]
  means: [two placebos, an opaque bag and line]
  sealed measures: [lymphocytes]
  unmasked roles: [pharmacist]
`,
  arms: `arms:
  - id: msc
    title: Cells
    role: experimental
    doses:
      - { id: cells, product: umbilical cord mesenchymal stem cells, route: intravenous, amount: "1000000 {cells}/kg", weight at: baseline, volume: 100 mL, on days: [0, 7] }
      - { id: no-mmf, product: placebo tablets, route: oral, amount: 0.75 g, last day: 167, per day: 2, self administered: true, placebo for: mmf }
  - id: mmf-arm
    title: Mycophenolate mofetil
    role: active comparator
    doses:
      - { id: mmf, product: mycophenolate mofetil, route: oral, amount: 0.75 g, last day: 167, per day: 2, self administered: true }
      - { id: no-cells, product: saline, route: intravenous, amount: 100 mL, volume: 100 mL, on days: [0, 7], placebo for: cells }
`,
  allocation: `allocation:
  method: permuted blocks
  ratio: { msc: 1, mmf-arm: 1 }
  block sizes: [4, 6]
  by site: true
  strata: [{ id: heavy, title: Heavy proteinuria, rule: UPCR at screening >= 3 g/g }]
  assumes: [A-18]
`,
  analyses: `analyses:
  - { id: primary, kind: compare proportions, endpoint: response, population: randomised, test: cochran-mantel-haenszel, interval: newcombe, hypothesis: non-inferiority, margin question: S002-31, experimental: msc, control: mmf-arm, alpha: "0.025", sides: 1, assumes: [A-20] }
  - { id: per-protocol, kind: compare proportions, endpoint: response, population: per protocol, test: chi-squared, interval: miettinen-nurminen, hypothesis: non-inferiority, margin: "0.15", margin question: S002-31, experimental: msc, control: mmf-arm, alpha: "0.025", sides: 1 }
`,
});

/** NCT04318600: 11 with three monthly infusions by the weight of the day, 5 without treatment, minors from 14 years. */
const assigned = withDesign({
  design: 'design: { phase: 1, assignment: parallel, masking: open, participants: 16 }\n',
  conventions:
    'conventions: { age: completed years }\nconsent: { of age: 18, assent from: 14, reconsent at majority: true, assumes: [A-08] }\n',
  arms: `arms:
  - id: amsc
    title: Amniotic cells
    role: experimental
    doses:
      - { id: cells, product: amniotic mesenchymal stem cells, route: intravenous, amount: "1000000 {cells}/kg", weight at: each visit, on days: [0, 28, 56] }
  - { id: none, title: No treatment, role: no intervention, doses: [] }
`,
  allocation: `allocation:
  method: assigned
  rule: the investigator assigns
  participants: { amsc: 11, none: 5 }
  assumes: [A-18]
`,
  analyses: `analyses:
  - { id: events, kind: proportion, endpoint: any-adverse-event, population: treated, interval: clopper-pearson, level: "0.95", assumes: [A-20] }
  - { id: protein, kind: change, endpoint: sledai-change, population: all enrolled, test: none }
`,
}).replace('visits: [screening, baseline]', 'visits: [screening, baseline, week 4, week 8]');

/** NCT03673748: one infusion of cells in 100 mL or 100 mL alone, double-blind. */
const placebo = withDesign({
  design: `design: { phase: 2b, assignment: parallel, masking: double, participants: 20 }
masking: { masked: [participant, investigator], means: [opaque bag and line], unmasked roles: [pharmacist] }
`,
  arms: `arms:
  - id: msv
    title: Cells
    role: experimental
    doses: [{ id: cells, product: bone marrow mesenchymal stem cells, route: intravenous, amount: "2000000 {cells}/kg", weight at: baseline, volume: 100 mL, times: 1 }]
  - id: placebo
    title: Saline
    role: placebo comparator
    doses: [{ id: saline, product: saline, route: intravenous, amount: 100 mL, volume: 100 mL, times: 1, placebo for: cells }]
`,
  allocation:
    'allocation: { method: permuted blocks, ratio: { msv: 1, placebo: 1 }, block sizes: [2, 4], assumes: [A-18] }\n',
  analyses: `analyses:
  - { id: primary, kind: compare proportions, endpoint: response, population: randomised, test: boschloo, interval: newcombe, hypothesis: superiority, experimental: msv, control: placebo, alpha: "0.05", sides: 2, assumes: [A-20] }
`,
});

/** NCT01741857: one group, cells on days 0 and 7. */
const single = withDesign({
  design: 'design: { phase: 1/2, assignment: single group, masking: open, participants: 40 }\n',
  arms: `arms:
  - id: msc
    title: Cells
    role: experimental
    doses: [{ id: cells, product: umbilical cord mesenchymal stem cells, route: intravenous, amount: "1000000 {cells}/kg", weight at: baseline, on days: [0, 7] }]
`,
  allocation: 'allocation: { method: single group, assumes: [A-18] }\n',
  analyses: `analyses:
  - { id: bilag, kind: change, endpoint: bilag-change, population: all enrolled, test: wilcoxon signed rank, level: "0.95", assumes: [A-20] }
  - { id: responders, kind: proportion, endpoint: response, population: all enrolled, interval: clopper-pearson, level: "0.95" }
  - { id: survival, kind: time to event, endpoint: time-to-response, population: treated, estimate: kaplan-meier, test: none }
`,
});

const rows = [
  ['NCT03580291', doubleDummy, { cells: 2, 'no-mmf': 336, mmf: 336, 'no-cells': 2 }],
  ['NCT04318600', assigned, { cells: 3 }],
  ['NCT05631717', text, { 'msc-infusion': 1, 'il-2-injection': 21 }],
  ['NCT03673748', placebo, { cells: 1, saline: 1 }],
  ['NCT01741857', single, { cells: 2 }],
] as const;

for (const [trial, written, administrations] of rows)
  test(`the design of ${trial} can be written, and its administrations are counted`, () => {
    const { study, findings } = readStudy(written);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    const doses = study?.definition.arms.flatMap((arm) => arm.doses) ?? [];
    assert.deepEqual(Object.fromEntries(doses.map((dose) => [dose.id, doseDays(dose).length])), administrations);
  });
