import type { MeasurementData, RangePlace } from '#core/reports/datasets/measurement-data.ts';
import type { Table } from '#core/reports/figure.ts';
import type { Study } from '#core/study/study.ts';
import { armGroups } from './arm-groups.ts';
import { countCell } from './cells.ts';

type Before = RangePlace | 'not known';
type After = RangePlace | 'low and high';

const before: readonly Before[] = ['low', 'normal', 'high', 'not known'];
const after: readonly After[] = ['low', 'normal', 'high', 'low and high'];

/** One participant of one measure: where it lay at baseline, and where it lay furthest from normal afterwards. */
interface Shift {
  readonly arm: string;
  readonly from: Before;
  readonly to: After;
  readonly records: readonly string[];
}

const furthest = (places: readonly RangePlace[]): After => {
  const [low, high] = [places.includes('low'), places.includes('high')];
  if (low && high) return 'low and high';
  if (low) return 'low';
  return high ? 'high' : 'normal';
};

const shiftOf = (own: readonly MeasurementData[]): readonly Shift[] => {
  const baseline = own.find(({ isBaseline }) => isBaseline);
  const later = own.filter(({ isBaseline, day, place }) => !isBaseline && day > 0 && place !== undefined);
  const [first] = later;
  if (first === undefined) return [];
  return [
    {
      arm: first.arm,
      from: baseline?.place ?? 'not known',
      to: furthest(later.flatMap(({ place }) => place ?? [])),
      records: [...(baseline?.records ?? []), ...later.flatMap(({ records }) => records)],
    },
  ];
};

/**
 * Shifts of laboratory values between baseline and the visit that lay furthest outside the limits of the laboratory. A
 * participant with a value below and one above counts as both. Only combinations that somebody has are shown.
 */
export const laboratoryShifts = (
  { lexicon }: Study,
  measurements: readonly MeasurementData[],
  arms: readonly { readonly id: string }[],
): Table => {
  const groups = armGroups(arms);
  const measures = [...new Set(measurements.flatMap(({ measure, place }) => (place === undefined ? [] : [measure])))];
  const rows = measures.flatMap((measure) => {
    const people = Map.groupBy(
      measurements.filter((each) => each.measure === measure),
      ({ participant }) => participant,
    );
    const shifts = [...people.values()].flatMap(shiftOf);
    const title = lexicon.measures.get(measure)?.title ?? measure;
    return before.flatMap((from) =>
      after.flatMap((to) => {
        const those = shifts.filter((each) => each.from === from && each.to === to);
        if (those.length === 0) return [];
        const label = `${title}: ${from} to ${to}`;
        return [
          {
            label,
            cells: groups.map((group) => {
              const own = those.filter(({ arm }) => group.holds(arm));
              return countCell(
                {
                  id: `shift/${measure}/${from}/${to}/${group.id}`,
                  label: `${label}, ${group.id}`,
                  rests: own.flatMap(({ records }) => records),
                },
                { events: own.length, of: shifts.filter(({ arm }) => group.holds(arm)).length },
              );
            }),
          },
        ];
      }),
    );
  });
  return {
    id: 'laboratory-shifts',
    title: 'Laboratory values: from baseline to the furthest from normal afterwards',
    columns: groups.map(({ id }) => id),
    rows,
    notes: [
      'Limits are those of the laboratory of the site, by sex and age. Of those with at least one value after baseline.',
    ],
  };
};
