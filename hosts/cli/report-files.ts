import { createHash } from 'node:crypto';
import type { Cover } from '#core/reports/cover.ts';
import type { DataSet } from '#core/reports/datasets/data-set.ts';
import { deIdentify } from '#core/reports/datasets/de-identify.ts';
import { definitionSets } from '#core/reports/datasets/definition-data.ts';
import { dictionaryOf } from '#core/reports/datasets/dictionary.ts';
import { imputedSet } from '#core/reports/datasets/imputed-data.ts';
import { dataSets } from '#core/reports/datasets/trial-data.ts';
import { valueSet } from '#core/reports/datasets/value-data.ts';
import { resultRows } from '#core/reports/result-rows.ts';
import type { TrialReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { chartNumbers } from '#hosts/render/charts/chart-numbers.ts';
import { renderChart } from '#hosts/render/charts/render-chart.ts';
import { reportPdf } from '#hosts/render/pdf/report-pdf.ts';
import { asJson } from './derived-files.ts';
import { dataCsv, resultsCsv, tableCsv, wordsCsv } from './table-csv.ts';

/** What a report folder is made from. */
export interface ReportParts {
  readonly study: Study;
  readonly cover: Cover;
  readonly report: TrialReport;
  readonly html: string;
  readonly flow: string;
  /** Whether the data by participant go with it. */
  readonly hasData: boolean;
  /** Decides the codes of the data for others; without it there are none. */
  readonly shareSecret: string | undefined;
}

/** A name of a file: ids of tables and charts hold what a file name may not. */
const fileName = (id: string): string => id.replaceAll(/[^A-Za-z0-9.-]+/g, '-');

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const numbersOf = ({ report }: ReportParts): readonly (readonly [string, string])[] =>
  report.sections.flatMap(({ charts }) =>
    charts.flatMap((chart) => {
      const { columns, rows } = chartNumbers(chart);
      return [
        [`figures/${fileName(chart.id)}.svg`, renderChart(chart)],
        [`figures/${fileName(chart.id)}.csv`, wordsCsv(columns, rows)],
      ] as const;
    }),
  );

const dataFiles = (folder: string, sets: readonly DataSet[]): readonly (readonly [string, string])[] =>
  [...sets, dictionaryOf(sets)].map((set) => [`${folder}/${set.id}.csv`, dataCsv(set)] as const);

/**
 * The files of a report: the page, the document for paper, each table and figure by itself, every number with its digits,
 * the data by participant, and at the end what each file's hash is.
 */
export const reportFiles = async (parts: ReportParts): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const { study, cover, report, html, flow, hasData, shareSecret } = parts;
  const sets = [
    valueSet(report.values),
    ...dataSets(report.data),
    imputedSet(report.sensitivity),
    ...definitionSets(study),
  ];
  const files = new Map<string, string | Uint8Array>([
    ['report.html', html],
    ['report.pdf', await reportPdf({ cover, report, flow, drawChart: renderChart })],
    ['results.csv', resultsCsv(resultRows(report))],
    ...report.tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => [`tables/${fileName(table.id)}.csv`, tableCsv(table)] as const),
    ['figures/flow.svg', flow],
    ...numbersOf(parts),
    ...(hasData ? dataFiles('data', sets) : []),
    ...(shareSecret === undefined ? [] : dataFiles('share', deIdentify(sets, shareSecret))),
  ]);
  const mark = { report: cover.trial, kind: cover.kind, study: cover.study, cut: cover.cut };
  const hashes = Object.fromEntries([...files].map(([name, content]) => [name, hashOf(content)]));
  return new Map([...files, ['contents.json', asJson({ ...mark, sha256: hashes })]]);
};
