import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';
import { presenceInstrument, sumOfPresent, type WeightedItem } from './weighted-score.ts';

const labels: readonly (readonly [string, string])[] = [
  ['discoid-rash', 'Discoid rash'],
  ['photosensitivity', 'Photosensitivity'],
  ['oral-ulcers', 'Oral or nasopharyngeal ulcers'],
  ['arthritis', 'Non-erosive arthritis of two or more joints'],
  ['serositis', 'Pleuritis or pericarditis'],
  ['renal', 'Renal disorder'],
  ['neurologic', 'Seizures or psychosis'],
  ['haematologic', 'Haematologic disorder'],
  ['immunologic', 'Immunologic disorder'],
  ['ana', 'Antinuclear antibody'],
];

/**
 * How many of the eleven criteria of 1982, revised in 1997, were ever met, serially or together. Four classify as SLE.
 *
 * @source hochberg1997, with the criteria of Tan 1982
 * @returns whole number 0–11; bounds when criteria are not assessed (0 and 1 for each)
 */
const items: readonly [WeightedItem, ...WeightedItem[]] = [
  { id: 'malar-rash', label: 'Malar rash', weight: 1 },
  ...labels.map(([id, label]) => ({ id, label, weight: 1 })),
];

const id = 'ACR-1997-count';
const title = 'ACR 1997 classification criteria met, of 11';

export const acr1997Count: Measure = {
  id,
  title,
  value: { kind: 'score', least: 0, most: 11 },
  instrument: presenceInstrument(id, title, items),
  source: 'hochberg1997',
  rule: 'acr-1997-count/1',
  compute: sumOfPresent(id, items),
  explain: (measured) => `${sayNumber(measured)} of the 11 ACR 1997 criteria`,
};
