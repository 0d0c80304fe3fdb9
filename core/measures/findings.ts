import type { Measure, Sitting } from './measure.ts';
import type { Measured } from './measured.ts';
import { readLevel } from './read-level.ts';

type Levels = readonly [string, ...string[]];
type Row = readonly [id: string, title: string, levels: Levels, order?: 'worst to best'];
const yesNo: Levels = ['yes', 'no'];
const presence: Levels = ['present', 'absent'];
const testResult: Levels = ['negative', 'positive'];

/** A yes/no finding can stand in a sentence as a claim: `pregnant at screening`. */
const rows: readonly Row[] = [
  ['fertile', 'Able to have children, or to father them', yesNo],
  ['agrees-to-contraception', 'Agrees to effective contraception during the trial', yesNo],
  ['childbearing-potential', 'Woman of childbearing age', yesNo],
  ['pregnant', 'Pregnant', yesNo],
  ['possible-pregnancy', 'May be pregnant', yesNo],
  ['intends-pregnancy', 'Intends a pregnancy, as mother or father', yesNo],
  ['lactating', 'Breast-feeding', yesNo],
  ['urine-hCG', 'Urine pregnancy test', testResult],
  ['serum-hCG', 'Serum pregnancy test', testResult],
  ['RBC-casts', 'Red cell casts in the urine sediment', presence],
  ['ANA', 'Antinuclear antibodies', testResult],
  ['HBsAg', 'Hepatitis B surface antigen', testResult],
  ['anti-HCV', 'Antibodies to hepatitis C virus', testResult],
  ['anti-HIV', 'Antibodies to HIV', testResult],
  ['syphilis-test', 'Syphilis serology', testResult],
  ['tuberculosis-test', 'Test for tuberculosis infection', testResult],
  ['on-dialysis', 'On dialysis', yesNo],
  ['other-glomerular-disease', 'Glomerular disease other than lupus nephritis', yesNo],
  ['blood-pressure-controlled', 'Blood pressure controlled', yesNo],
  ['vaccinated-pneumococcus', 'Vaccinated against pneumococcus', yesNo],
  ['vaccinated-influenza', 'Vaccinated against influenza', yesNo],
  ['entry', 'Way of entry', ['induction', 'relapse']],
  ['standard-treatment-response', 'Response to standard treatment', ['none', 'partial', 'complete'], 'worst to best'],
];

const compute =
  (id: string, levels: Levels) =>
  (sitting: Sitting): Measured => {
    const read = readLevel(id, levels, sitting);
    return read.level === undefined
      ? { kind: 'level', status: 'not evaluable', possible: levels, evidence: [], missing: [read.missing] }
      : { kind: 'level', status: 'ok', possible: [read.level], evidence: [read.evidence], missing: [] };
  };

const measureOf = ([id, title, levels, order]: Row): Measure => ({
  id,
  title,
  value: { kind: 'level', levels, ordered: order !== undefined },
  instrument: { id, title, items: [{ id, label: title, answer: { type: 'level', levels } }] },
  source: 'own',
  rule: `${id}/1`,
  compute: compute(id, levels),
  explain: (measured) => `${title}: ${measured.kind === 'level' ? measured.possible.join(' or ') : ''}`,
});

/** Measures that are one answer of a closed list. Not done is never negative. */
export const findings: readonly Measure[] = rows.map(measureOf);
