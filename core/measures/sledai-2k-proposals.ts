import { type Comparator, compareRanges, exactly } from '#core/quantities/range.ts';
import { type Rational, rational } from '#core/quantities/rational.ts';
import { or, type Truth } from '#core/quantities/truth.ts';
import { findings } from './findings.ts';
import { laboratoryMeasure } from './laboratory.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, Measured } from './measured.ts';

/**
 * What the results of a visit say of an item of SLEDAI-2K: a proposal, never an answer. Whether lupus is the cause (no
 * infection, stone or drug) only an investigator can say, who confirms it or does not.
 */
export interface SledaiProposal {
  /** Item of the form, such as `haematuria`. */
  readonly item: string;
  /** `true`: the threshold is passed; `unknown`: nothing was measured that could say so. */
  readonly passes: Truth;
  readonly evidence: readonly Evidence[];
}

type ProposalLimit = Rational | 'ULN' | 'LLN';

interface Threshold {
  readonly measure: string;
  readonly comparator: Extract<Comparator, '<' | '>'>;
  readonly limit: ProposalLimit;
}

const above = (measure: string, limit: ProposalLimit): Threshold => ({ measure, comparator: '>', limit });
const below = (measure: string, limit: ProposalLimit): Threshold => ({ measure, comparator: '<', limit });

/** @source gladman2002: every threshold is strict; one of several results is enough */
const thresholds: readonly (readonly [item: string, ...Threshold[]])[] = [
  ['haematuria', above('urine-RBC', rational(5))],
  ['proteinuria', above('protein-24h', rational(1, 2))],
  ['pyuria', above('urine-WBC', rational(5))],
  ['low-complement', below('C3', 'LLN'), below('C4', 'LLN')],
  ['increased-dna-binding', above('anti-dsDNA', 'ULN')],
  ['fever', above('temperature', rational(38))],
  ['thrombocytopenia', below('platelets', rational(100))],
  ['leucopenia', below('leucocytes', rational(3))],
];

const limitAt = ({ measure, limit }: Threshold, sitting: Sitting): Rational | undefined => {
  if (limit !== 'ULN' && limit !== 'LLN') return limit;
  const normal = sitting.normalRange(measure);
  return limit === 'ULN' ? normal?.high : normal?.low;
};

const passes = (threshold: Threshold, measured: Measured, sitting: Sitting): Truth => {
  const limit = limitAt(threshold, sitting);
  if (measured.kind !== 'number' || measured.status === 'not evaluable' || limit === undefined) return 'unknown';
  return compareRanges(measured.range, threshold.comparator, exactly(limit));
};

const propose = ([item, ...rules]: (typeof thresholds)[number], sitting: Sitting): SledaiProposal => {
  const results = rules.map((rule) => ({ rule, measured: laboratoryMeasure(rule.measure).compute(sitting) }));
  return {
    item,
    passes: or(results.map(({ rule, measured }) => passes(rule, measured, sitting))),
    evidence: results.flatMap(({ measured }) => measured.evidence),
  };
};

const casts = (sitting: Sitting): SledaiProposal => {
  const measured = findings.find(({ id }) => id === 'RBC-casts')?.compute(sitting);
  if (measured?.kind !== 'level') throw new Error('red cell casts are no finding');
  const isPresent: Truth = measured.possible.includes('present') ? 'true' : 'false';
  return {
    item: 'urinary-casts',
    passes: measured.status === 'ok' ? isPresent : 'unknown',
    evidence: measured.evidence,
  };
};

/**
 * The nine items of SLEDAI-2K that results of the visit speak about, in the order of the form.
 *
 * @source gladman2002: protein above 0.5 g/24 h, cells above 5 per field, complement below and antibodies above the
 * limits of the laboratory, temperature above 38 °C, platelets below 100 and leucocytes below 3.0 ×10⁹/L
 * @unknown nothing measured; a censored result on both sides of a threshold; no normal range of the laboratory
 */
export const sledaiProposals = (sitting: Sitting): readonly SledaiProposal[] => [
  casts(sitting),
  ...thresholds.map((each) => propose(each, sitting)),
];
