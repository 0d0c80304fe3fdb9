import type { Measure, Sitting } from './measure.ts';
import type { Measured } from './measured.ts';
import { readLevel } from './read-level.ts';

type Levels = readonly [string, ...string[]];
const yesNo: Levels = ['yes', 'no'];
const testResult: Levels = ['negative', 'positive'];

/** id, title, levels. A yes/no finding can stand in a sentence as a claim: `pregnant at screening`. */
const rows: readonly (readonly [string, string, Levels])[] = [
  ['fertile', 'Able to have children, or to father them', yesNo],
  ['agrees-to-contraception', 'Agrees to effective contraception during the trial', yesNo],
  ['childbearing-potential', 'Woman of childbearing age', yesNo],
  ['pregnant', 'Pregnant', yesNo],
  ['lactating', 'Breast-feeding', yesNo],
  ['urine-hCG', 'Urine pregnancy test', testResult],
  ['serum-hCG', 'Serum pregnancy test', testResult],
];

const compute =
  (id: string, levels: Levels) =>
  (sitting: Sitting): Measured => {
    const read = readLevel(id, levels, sitting);
    return read.level === undefined
      ? { kind: 'level', status: 'not evaluable', possible: levels, evidence: [], missing: [read.missing] }
      : { kind: 'level', status: 'ok', possible: [read.level], evidence: [read.evidence], missing: [] };
  };

const measureOf = ([id, title, levels]: readonly [string, string, Levels]): Measure => ({
  id,
  title,
  value: { kind: 'level', levels, ordered: false },
  instrument: { id, title, items: [{ id, label: title, answer: { type: 'level', levels } }] },
  source: 'own',
  rule: `${id}/1`,
  compute: compute(id, levels),
  explain: (measured) => `${title}: ${measured.kind === 'level' ? measured.possible.join(' or ') : ''}`,
});

/** Measures that are one answer of a closed list. Not done is never negative. */
export const findings: readonly Measure[] = rows.map(measureOf);
