import type { MeasurementData } from '#core/reports/datasets/measurement-data.ts';
import type { Table } from '#core/reports/figure.ts';
import type { Study } from '#core/study/study.ts';
import { armGroups } from './arm-groups.ts';
import { meanCell } from './cells.ts';

/** A value after baseline with what it changed by. */
interface Changed extends MeasurementData {
  readonly change: number;
}

const changesOf = (own: readonly MeasurementData[]): readonly Changed[] => {
  const baselines = new Map(own.flatMap((each) => (each.isBaseline ? [[each.participant, each]] : [])));
  return own.flatMap((each) => {
    const before = baselines.get(each.participant);
    if (each.isBaseline || each.day <= 0 || each.value === undefined || before?.value === undefined) return [];
    return [{ ...each, change: each.value - before.value, records: [...before.records, ...each.records] }];
  });
};

/**
 * Of everything that is measured in a unit, as the laboratory and vital signs are: the change from baseline at each later
 * visit, mean over those of whom both are known. Scores stand with the endpoints.
 */
export const changesByVisit = (
  { definition, lexicon }: Study,
  measurements: readonly MeasurementData[],
  arms: readonly { readonly id: string }[],
): Table => {
  const groups = armGroups(arms);
  const byMeasure = Map.groupBy(
    measurements.filter(({ unit }) => unit !== undefined),
    ({ measure }) => measure,
  );
  const rows = [...byMeasure].flatMap(([measure, own]) => {
    const byVisit = Map.groupBy(changesOf(own), ({ visit }) => visit);
    const unit = own[0]?.unit;
    const title = `${lexicon.measures.get(measure)?.title ?? measure}${unit === '1' ? '' : `, ${unit}`}`;
    return definition.visits.flatMap(({ id: visit }) => {
      const those = byVisit.get(visit);
      if (those === undefined) return [];
      return [
        {
          label: `${title}: ${visit}`,
          cells: groups.map((group) => {
            const seen = those.filter(({ arm }) => group.holds(arm));
            const name = {
              id: `visit-change/${measure}/${visit}/${group.id}`,
              label: `${title}: ${visit}, ${group.id}`,
              rests: [...new Set(seen.flatMap(({ records }) => records))],
            };
            return meanCell(
              name,
              seen.map(({ change }) => change),
            );
          }),
        },
      ];
    });
  });
  return {
    id: 'changes-by-visit',
    title: 'Laboratory values and vital signs: change from baseline, mean (SD)',
    columns: groups.map(({ id }) => id),
    rows,
  };
};
