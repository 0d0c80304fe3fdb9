import type { DrawnValue, RowKind, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import { type DataSet, dataSet, numberColumn, textColumn } from './data-set.ts';

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
      textColumn('analysis', 'analysis', (row) => row.analysis),
      textColumn('method', 'what is assumed', (row) => row.method),
      numberColumn('imputation', 'number of the completed data set, from 1', (row) => row.imputation),
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('visit', 'visit', (row) => row.visit),
      // A number or a yes: no column of one kind holds both.
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
