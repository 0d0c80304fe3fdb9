import type { ReportChart } from './chart.ts';

/** Every figure and record behind the marks of a picture, each once, in the order in which they are drawn. */
export const chartRests = (chart: ReportChart): readonly string[] => {
  switch (chart.kind) {
    case 'forest':
      return unique(chart.rows.flatMap(({ rests }) => rests));
    case 'lines':
      return unique(chart.series.flatMap(({ points }) => points.flatMap(({ rests }) => rests)));
    case 'survival':
      return unique(chart.series.flatMap(({ rests }) => rests));
    case 'waterfall':
      return unique(chart.bars.flatMap(({ rests }) => rests));
    case 'swimmer':
      return unique(chart.lanes.flatMap(({ marks }) => marks.flatMap(({ rests }) => rests)));
    case 'heat map':
      return unique(chart.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.rests ?? [])));
    default:
      return chart satisfies never;
  }
};

const unique = (rests: readonly string[]): readonly string[] => [...new Set(rests)];
