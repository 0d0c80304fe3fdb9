import type { SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import type { Study } from '#core/study/study.ts';
import type { ForestEntry } from './charts/forest-rows.ts';
import { valueId } from './response-table.ts';

/** Rows of sensitivity that a forest of the same comparison can draw beside the planned one: differences of proportions. */
export const forestEntries = ({ definition }: Study, tables: readonly SensitivityTable[]): readonly ForestEntry[] =>
  tables.flatMap(({ analysis: id, endpoint, scale, rows }) => {
    const analysis = definition.analyses.find((each) => each.id === id);
    if (scale !== 'difference of proportions' || analysis?.kind !== 'compare proportions') return [];
    const { experimental, control } = analysis;
    return rows.flatMap(({ role, label, counts, found, values }): readonly ForestEntry[] => {
      if (role === 'main' || found.kind !== 'estimate') return [];
      const { estimate, lower, upper } = found;
      const rests = values.map((value) => valueId(value));
      return [
        {
          analysis: id,
          endpoint,
          experimental,
          control,
          role,
          label,
          counts,
          estimate,
          interval: { lower, upper },
          rests,
        },
      ];
    });
  });
