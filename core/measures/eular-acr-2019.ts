import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Measured } from './measured.ts';
import { decideRising, type PresenceFindings, presenceFindings } from './presence-findings.ts';
import { sayNumber } from './say.ts';
import { presenceInstrument, type WeightedItem, wholeForm } from './weighted-score.ts';

const id = 'EULAR-ACR-2019';
const title = 'EULAR/ACR 2019 classification as SLE';

interface Domain {
  readonly clinical: boolean;
  readonly items: readonly WeightedItem[];
  /** Points where several items count more together than the heaviest of them. */
  readonly together?: number;
}

const item = (name: string, label: string, weight: number): WeightedItem => ({ id: name, label, weight });
const clinical = (...items: readonly WeightedItem[]): Domain => ({ clinical: true, items });
const immunologic = (...items: readonly WeightedItem[]): Domain => ({ clinical: false, items });

/** @source aringer2019: only the heaviest item of a domain counts; both complement proteins low count 4 */
const domains: readonly Domain[] = [
  clinical(item('fever', 'Fever above 38.3 °C', 2)),
  clinical(
    item('leucopenia', 'Leucocytes below 4.0 ×10⁹/L', 3),
    item('thrombocytopenia', 'Platelets below 100 ×10⁹/L', 4),
    item('autoimmune-haemolysis', 'Autoimmune haemolysis', 4),
  ),
  clinical(item('delirium', 'Delirium', 2), item('psychosis', 'Psychosis', 3), item('seizure', 'Seizure', 5)),
  clinical(
    item('alopecia', 'Non-scarring alopecia', 2),
    item('oral-ulcers', 'Oral ulcers', 2),
    item('subacute-cutaneous', 'Subacute cutaneous or discoid lupus', 4),
    item('acute-cutaneous', 'Acute cutaneous lupus', 6),
  ),
  clinical(item('effusion', 'Pleural or pericardial effusion', 5), item('pericarditis', 'Acute pericarditis', 6)),
  clinical(item('joints', 'Joint involvement', 6)),
  clinical(
    item('proteinuria', 'Proteinuria above 0.5 g/24 h', 4),
    item('class-II-or-V', 'Biopsy of class II or V', 8),
    item('class-III-or-IV', 'Biopsy of class III or IV', 10),
  ),
  immunologic(item('antiphospholipid', 'Antiphospholipid antibody', 2)),
  { clinical: false, items: [item('low-C3', 'Low C3', 3), item('low-C4', 'Low C4', 3)], together: 4 },
  immunologic(item('anti-dsDNA', 'Antibodies to double-stranded DNA', 6), item('anti-Sm', 'Antibodies to Sm', 6)),
];

const entry = item('ana', 'Antinuclear antibody of 1:80 or more, ever', 0);
const weighted = domains.flatMap(({ items }) => items);
const names = [entry, ...weighted].map((each) => each.id);
const clinicalNames = domains.flatMap((domain) => (domain.clinical ? domain.items.map((each) => each.id) : []));
const instrument = presenceInstrument(id, title, [entry, ...weighted]);

const pointsOf = ({ items, together }: Domain, present: ReadonlySet<string>): number => {
  const found = items.filter((each) => present.has(each.id));
  if (together !== undefined && found.length === items.length) return together;
  return Math.max(0, ...found.map(({ weight }) => weight));
};

const total = (present: ReadonlySet<string>): number =>
  domains.reduce((sum, domain) => sum + pointsOf(domain, present), 0);

const pointsToClassify = 10;

const classifies = (present: ReadonlySet<string>): boolean =>
  present.has(entry.id) && total(present) >= pointsToClassify && clinicalNames.some((name) => present.has(name));

const nothingAssessed = ({ missing }: PresenceFindings, sitting: Sitting) =>
  missing.length === names.length ? [wholeForm(id, sitting, missing)] : undefined;

const computeScore = (sitting: Sitting): Measured => {
  const found = presenceFindings(id, names, sitting);
  const whole = nothingAssessed(found, sitting);
  if (whole !== undefined) return notEvaluable(whole);
  const [least, most] = [total(found.present), total(found.possible)];
  const missing = least === most ? [] : found.missing;
  const range = between(rational(least), rational(most));
  return { kind: 'number', status: least === most ? 'ok' : 'partial', range, evidence: found.evidence, missing };
};

const answers = ['yes', 'no'] as const;

const computeClass = (sitting: Sitting): Measured => {
  const found = presenceFindings(id, names, sitting);
  const truth = decideRising(found, classifies);
  const { evidence } = found;
  if (truth !== 'unknown')
    return { kind: 'level', status: 'ok', possible: [truth === 'true' ? 'yes' : 'no'], evidence, missing: [] };
  const missing = nothingAssessed(found, sitting) ?? found.missing;
  return { kind: 'level', status: 'not evaluable', possible: answers, evidence, missing };
};

const said = ({ evidence }: Measured): string =>
  evidence.length === 0 ? 'nothing present' : evidence.map(({ what }) => what.slice(id.length + 1)).join(', ');

/**
 * Points of the classification of 2019, the heaviest item of each of ten domains: 0 to 51. An item counts when it was
 * ever there and nothing else explains it better. Labels are our own and short.
 *
 * @source aringer2019
 * @returns whole number; bounds while items that were not assessed may count
 */
export const eularAcr2019Score: Measure = {
  id: `${id}-score`,
  title: 'EULAR/ACR 2019 points',
  value: { kind: 'score', least: 0, most: 51 },
  instrument,
  source: 'aringer2019',
  rule: 'eular-acr-2019-score/1',
  compute: computeScore,
  explain: (measured) => `${id} ${sayNumber(measured)} points: ${said(measured)}`,
};

/**
 * Classification as SLE by the criteria of 2019: antinuclear antibodies of 1:80 or more at any time, ten points, and at
 * least one clinical item.
 *
 * @source aringer2019
 * @returns yes or no; undecided while items that were not assessed could change it
 */
export const eularAcr2019: Measure = {
  id,
  title,
  value: { kind: 'level', levels: answers, ordered: false },
  instrument,
  source: 'aringer2019',
  rule: 'eular-acr-2019/1',
  compute: computeClass,
  explain: (measured) => `${id} ${measured.kind === 'level' ? measured.possible.join(' or ') : ''}: ${said(measured)}`,
};
