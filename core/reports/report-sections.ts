import type { AnalysedTables } from './analysis-tables.ts';
import type { TrialCharts } from './charts/trial-charts.ts';
import type { DescribedTables } from './described/described-tables.ts';
import type { ReportSection, Table } from './figure.ts';

/** What the sections of a report are made of. */
export interface SectionParts {
  /** Undefined where nothing is compared. */
  readonly short: Table | undefined;
  readonly flow: readonly Table[];
  readonly described: DescribedTables;
  readonly analysed: Pick<AnalysedTables, 'efficacy' | 'described'>;
  readonly charts: TrialCharts;
}

const isSensitivity = ({ id }: Table): boolean => id.endsWith('-sensitivity');

const section = (
  id: string,
  title: string,
  tables: readonly Table[],
  charts: ReportSection['charts'] = [],
): ReportSection => ({ id, title, tables, charts, isBrief: false });

const brief = (made: ReportSection): ReportSection => ({ ...made, isBrief: true });

/** The chapters of a report in the order of CONSORT: who took part, what they received, what it came to, what harm was done. */
export const reportSections = ({
  short,
  flow,
  described,
  analysed,
  charts,
}: SectionParts): readonly ReportSection[] => [
  section('in-short', 'In short', short === undefined ? [] : [short]),
  brief(section('flow', 'Participants', flow)),
  section('baseline', 'At baseline', described.baseline),
  section('exposure', 'Treatment and follow-up', described.exposure, charts.exposure),
  brief(
    section(
      'efficacy',
      'Planned analyses',
      analysed.efficacy.filter((table) => !isSensitivity(table)),
      charts.efficacy,
    ),
  ),
  section('sensitivity', 'The same analyses done otherwise', analysed.efficacy.filter(isSensitivity)),
  brief(section('described', 'Other endpoints', analysed.described, charts.disease)),
  section('safety', 'Safety', described.safety, charts.safety),
  section('listings', 'Listings', described.listings),
];
