import type { DrawnValue, RowKind, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { type DataSet, dataSet } from './data-set.ts';

/** One value that a multiple imputation filled in. */
interface ImputedData extends DrawnValue {
  readonly analysis: string;
  readonly method: RowKind;
}

const imputedIn = (tables: readonly SensitivityTable[]): readonly ImputedData[] =>
  tables.flatMap(({ analysis, rows }) =>
    rows.flatMap(({ kind, drawn = [] }) => drawn.map((each) => ({ analysis, method: kind, ...each }))),
  );

/**
 * The values that were filled in where an analysis imputes: together with what was observed they are the completed data
 * sets, so that others can analyse the same ones. Empty where nothing was imputed.
 */
export const imputedSet = (tables: readonly SensitivityTable[]): DataSet =>
  dataSet<ImputedData>(
    'imputed',
    'Values filled in by multiple imputation, one line for each value of each completed data set',
    [
      { name: 'analysis', label: 'analysis', kind: 'text', tells: 'nothing', read: (row) => row.analysis },
      { name: 'method', label: 'what is assumed', kind: 'text', tells: 'nothing', read: (row) => row.method },
      {
        name: 'imputation',
        label: 'number of the completed data set, from 1',
        kind: 'number',
        tells: 'nothing',
        read: (row) => row.imputation,
      },
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'visit', label: 'visit', kind: 'text', tells: 'nothing', read: (row) => row.visit },
      {
        name: 'value',
        label: 'the value, in the unit of the measure; of a response yes or no',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.value,
      },
    ],
    imputedIn(tables),
  );
