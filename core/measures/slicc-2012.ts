import { and, atLeast, or, type Truth } from '#core/quantities/truth.ts';
import type { Instrument } from './instrument.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, Measured, Missing } from './measured.ts';
import { readLevel } from './read-level.ts';
import { wholeForm } from './weighted-score.ts';

const id = 'SLICC-2012';
const title = 'SLICC 2012 classification as SLE';
const presence = ['present', 'absent'] as const;
const answers = ['yes', 'no'] as const;

type Labelled = readonly [id: string, label: string];

const clinical: readonly Labelled[] = [
  ['acute-cutaneous', 'Acute or subacute cutaneous lupus'],
  ['chronic-cutaneous', 'Chronic cutaneous lupus'],
  ['oral-ulcers', 'Oral or nasal ulcers'],
  ['alopecia', 'Non-scarring alopecia'],
  ['synovitis', 'Synovitis of two or more joints'],
  ['serositis', 'Serositis'],
  ['renal', 'Proteinuria or red cell casts'],
  ['neurologic', 'Neurologic disorder'],
  ['haemolytic-anaemia', 'Haemolytic anaemia'],
  ['leucopenia', 'Leucopenia or lymphopenia'],
  ['thrombocytopenia', 'Thrombocytopenia'],
];

const immunologic: readonly Labelled[] = [
  ['ana', 'Antinuclear antibody'],
  ['anti-dsDNA', 'Antibodies to double-stranded DNA'],
  ['anti-Sm', 'Antibodies to Sm'],
  ['antiphospholipid', 'Antiphospholipid antibody'],
  ['low-complement', 'Low complement'],
  ['direct-coombs', 'Direct Coombs test without haemolytic anaemia'],
];

const biopsy: Labelled = ['biopsy-proven-nephritis', 'Lupus nephritis proven by biopsy'];

const item = ([name, label]: Labelled) => ({
  id: `${id}.${name}`,
  label,
  answer: { type: 'level', levels: presence } as const,
});

const criteria = [...clinical, ...immunologic];
const instrument: Instrument = { id, title, items: [item(biopsy), ...criteria.map(item)] };

interface Findings {
  readonly truths: ReadonlyMap<string, Truth>;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

const findingsAt = (sitting: Sitting): Findings => {
  const [truths, evidence, missing] = [new Map<string, Truth>(), [] as Evidence[], [] as Missing[]];
  for (const [name] of [biopsy, ...criteria]) {
    const read = readLevel(`${id}.${name}`, presence, sitting);
    truths.set(name, read.level === undefined ? 'unknown' : read.level === 'present' ? 'true' : 'false');
    if (read.level === undefined) missing.push(read.missing);
    else if (read.level === 'present') evidence.push(read.evidence);
  }
  return { truths, evidence, missing };
};

/**
 * No criterion counts against another, so what is true with every open criterion absent stays true, and what is false
 * with every one present stays false: three-valued logic decides exactly here.
 */
const classify = (truths: ReadonlyMap<string, Truth>): Truth => {
  const of = ([name]: Labelled): Truth => truths.get(name) ?? 'unknown';
  const [fromClinic, fromSerum] = [clinical.map(of), immunologic.map(of)];
  const byCount = and([atLeast(4, [...fromClinic, ...fromSerum]), or(fromClinic), or(fromSerum)]);
  const antibody = or([truths.get('ana') ?? 'unknown', truths.get('anti-dsDNA') ?? 'unknown']);
  return or([byCount, and([of(biopsy), antibody])]);
};

const compute = (sitting: Sitting): Measured => {
  const { truths, evidence, missing } = findingsAt(sitting);
  const truth = classify(truths);
  if (truth !== 'unknown')
    return { kind: 'level', status: 'ok', possible: [truth === 'true' ? 'yes' : 'no'], evidence, missing: [] };
  const open = missing.length === truths.size ? [wholeForm(id, sitting, missing)] : missing;
  return { kind: 'level', status: 'not evaluable', possible: answers, evidence, missing: open };
};

/**
 * Classification as SLE by the criteria of 2012: four of seventeen with at least one clinical and one immunologic, or
 * lupus nephritis proven by biopsy with antinuclear or anti-dsDNA antibodies. Criteria count when they were ever met.
 * Labels are our own and short.
 *
 * @source petri2012
 * @returns yes or no; undecided while criteria that were not assessed could change it
 */
export const slicc2012: Measure = {
  id,
  title,
  value: { kind: 'level', levels: answers, ordered: false },
  instrument,
  source: 'petri2012',
  rule: 'slicc-2012/1',
  compute,
  explain: (measured) => {
    const met = measured.evidence.map(({ what }) => what.slice(id.length + 1));
    const verdict = measured.kind === 'level' ? measured.possible.join(' or ') : '';
    return `${id} ${verdict}: ${met.length === 0 ? 'nothing present' : met.join(', ')}`;
  },
};
