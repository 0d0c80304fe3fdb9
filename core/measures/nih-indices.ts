import { type CountedItem, countedInstrument, sayCounts, totalOfCounts } from './counted-score.ts';
import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';

const id = 'NIH';

interface Lesion extends CountedItem {
  readonly weight: number;
}

/** 0 none; 1 below 25%, 2 from 25 to 50%, 3 above 50% of the glomeruli, or of the cortex. */
const lesion = (name: string, label: string, weight = 1): Lesion => ({ id: name, label, most: 3, weight });

/** @source bajema2018: six lesions of activity, of which two count double */
const activity: readonly [Lesion, ...Lesion[]] = [
  lesion('endocapillary', 'Endocapillary hypercellularity'),
  lesion('neutrophils', 'Neutrophils or karyorrhexis'),
  lesion('necrosis', 'Fibrinoid necrosis', 2),
  lesion('hyaline-deposits', 'Hyaline deposits'),
  lesion('crescents', 'Cellular or fibrocellular crescents', 2),
  lesion('interstitial-inflammation', 'Interstitial inflammation'),
];

/** @source bajema2018: four lesions of chronicity */
const chronicity: readonly [Lesion, ...Lesion[]] = [
  lesion('glomerulosclerosis', 'Glomerulosclerosis, segmental and global'),
  lesion('fibrous-crescents', 'Fibrous crescents'),
  lesion('tubular-atrophy', 'Tubular atrophy'),
  lesion('interstitial-fibrosis', 'Interstitial fibrosis'),
];

const indexOf = (name: string, title: string, most: number, lesions: readonly [Lesion, ...Lesion[]]): Measure => {
  const form = `${id}-${name}`;
  return {
    id: form,
    title,
    value: { kind: 'score', least: 0, most },
    instrument: countedInstrument(form, title, lesions),
    source: 'bajema2018',
    rule: `nih-${name}/1`,
    compute: (sitting) =>
      totalOfCounts(
        form,
        lesions,
        (counts) => lesions.reduce((sum, each) => sum + each.weight * (counts.get(each.id) ?? 0), 0),
        sitting,
      ),
    explain: (measured) => `${form} ${sayNumber(measured)}: ${sayCounts(form, measured.evidence)}`,
  };
};

/**
 * Activity index of lupus nephritis by the modification of 2018: six lesions from 0 to 3, necrosis and crescents doubled,
 * 0 to 24.
 *
 * @source bajema2018
 * @returns whole number; bounds when lesions were not scored
 */
export const nihActivity = indexOf('activity', 'Activity index of lupus nephritis, NIH 2018', 24, activity);

/**
 * Chronicity index of lupus nephritis by the modification of 2018: four lesions from 0 to 3, 0 to 12.
 *
 * @source bajema2018
 * @returns whole number; bounds when lesions were not scored
 */
export const nihChronicity = indexOf('chronicity', 'Chronicity index of lupus nephritis, NIH 2018', 12, chronicity);
