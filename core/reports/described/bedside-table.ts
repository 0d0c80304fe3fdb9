import type { BedsideData } from '#core/reports/datasets/bedside-data.ts';
import type { Table } from '#core/reports/figure.ts';
import type { Study } from '#core/study/study.ts';
import { armGroups } from './arm-groups.ts';
import { meanCell } from './cells.ts';

const sitting = ({ participant, dose, number, item }: BedsideData): string =>
  [participant, dose, number, item].join('|');

const clock = ({ day, time }: BedsideData): string => `${String(day ?? 0).padStart(6, '0')} ${time}`;

/** Each reading less the first one of its administration. */
const changes = (readings: readonly BedsideData[]) =>
  [...Map.groupBy(readings, sitting).values()].flatMap((own) => {
    const known = own.filter(({ value }) => value !== undefined).toSorted((a, b) => (clock(a) < clock(b) ? -1 : 1));
    const [first, ...later] = known;
    if (first?.value === undefined) return [];
    const from = first.value;
    return later.flatMap((each) =>
      each.value === undefined || each.moment === undefined
        ? []
        : [{ ...each, change: each.value - from, records: [first.record, each.record] }],
    );
  });

/** Vital signs around administrations: the change from the first reading of each, by moment of the plan, mean over all administrations. */
export const bedsideTable = (
  { definition, lexicon }: Study,
  readings: readonly BedsideData[],
  arms: readonly { readonly id: string }[],
): Table => {
  const groups = armGroups(arms);
  const all = changes(readings);
  const items = [...new Set(all.map(({ item }) => item))];
  const moments = [...new Set(all.flatMap(({ moment }) => moment ?? []))];
  const rows = items.flatMap((item) =>
    moments.flatMap((moment) => {
      const own = all.filter((each) => each.item === item && each.moment === moment);
      if (own.length === 0) return [];
      const unit = own[0]?.unit;
      const label = `${lexicon.measures.get(item)?.title ?? item}${unit === undefined ? '' : `, ${unit}`}: ${moment}`;
      return [
        {
          label,
          cells: groups.map((group) => {
            const those = own.filter(({ arm }) => group.holds(arm));
            return meanCell(
              {
                id: `bedside/${item}/${moment}/${group.id}`,
                label: `${label}, ${group.id}`,
                rests: [...new Set(those.flatMap(({ records }) => records))],
              },
              those.map(({ change }) => change),
            );
          }),
        },
      ];
    }),
  );
  return {
    id: 'bedside-changes',
    title: 'Vital signs around administrations: change from the first reading',
    columns: groups.map(({ id }) => id),
    rows,
    notes: [`Mean (SD) over the administrations of ${definition.id}; one participant may have several.`],
  };
};
