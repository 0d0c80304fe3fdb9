import type {
  DrawnInterval,
  ForestChart,
  HeatMapChart,
  LinesChart,
  ReportChart,
  SurvivalChart,
  SwimmerChart,
  WaterfallChart,
} from '#core/reports/chart.ts';

/** The numbers beside a picture: as they are, unrounded, shares as fractions of one; what is not there is empty. */
export interface ChartNumbers {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const write = (value: number | undefined): string => (value === undefined ? '' : String(value));

const ends = (interval: DrawnInterval | undefined): readonly [string, string] => [
  write(interval?.lower),
  write(interval?.upper),
];

const ofForest = ({ rows }: ForestChart): ChartNumbers => ({
  columns: ['row', 'role', 'counts', 'estimate', 'lower', 'upper'],
  rows: rows.map(({ label, role, counts, estimate, interval }) => [
    label,
    role,
    counts,
    write(estimate),
    ...ends(interval),
  ]),
});

const ofLines = ({ of, series }: LinesChart): ChartNumbers => ({
  columns: [of === 'individual' ? 'participant' : 'group', 'arm', 'visit', 'day', 'value', 'lower', 'upper', 'n'],
  rows: series.flatMap(({ label, arm = '', points }) =>
    points.map((point) => [
      label,
      arm,
      point.label,
      write(point.x),
      write(point.y),
      ...ends(point.interval),
      write(point.n),
    ]),
  ),
});

/** Steps, then censorings, then numbers at risk, arm by arm. */
const ofSurvival = ({ shows, series }: SurvivalChart): ChartNumbers => {
  const share = (value: number): string => write(shows === 'reached' ? 1 - value : value);
  const sides = (interval: DrawnInterval | undefined): readonly string[] => {
    if (interval === undefined) return ['', ''];
    const { lower, upper } = interval;
    return shows === 'reached' ? [share(upper), share(lower)] : [share(lower), share(upper)];
  };
  return {
    columns: ['arm', 'what', 'day', 'share', 'lower', 'upper', 'at risk', 'events until then'],
    rows: series.flatMap(({ arm, steps, censored, atRisk }) => [
      ...steps.map((step) => [arm, 'step', write(step.day), share(step.share), ...sides(step.interval), '', '']),
      ...censored.map((each) => [arm, 'censored', write(each.day), share(each.share), '', '', '', '']),
      ...atRisk.map(({ day, n, events }) => [arm, 'at risk', write(day), '', '', '', write(n), write(events)]),
    ]),
  };
};

const ofWaterfall = ({ y, bars, missing }: WaterfallChart): ChartNumbers => ({
  columns: ['participant', 'arm', `${y.label}${y.unit === undefined ? '' : `, ${y.unit}`}`, 'marked'],
  rows: [
    ...bars.map(({ participant, arm = '', value, marked = '' }) => [participant, arm, write(value), marked]),
    ...missing.map((participant) => [participant, '', '', '']),
  ],
});

const ofSwimmer = ({ lanes }: SwimmerChart): ChartNumbers => ({
  columns: ['participant', 'arm', 'what', 'from day', 'to day', 'said'],
  rows: lanes.flatMap(({ participant, arm = '', from, to, marks, spans }) => [
    [participant, arm, 'followed', write(from), write(to), ''],
    ...spans.map((span) => [participant, arm, 'in response', write(span.from), write(span.to), span.level]),
    ...marks.map(({ kind, day, label }) => [participant, arm, kind, write(day), write(day), label]),
  ]),
});

const ofHeatMap = ({ columns, rows }: HeatMapChart): ChartNumbers => ({
  columns: ['row', 'arm', ...columns],
  rows: rows.map(({ label, arm = '', cells }) => [label, arm, ...cells.map((cell) => cell?.said ?? cell?.text ?? '')]),
});

/** The numbers beside a picture as a plain table, for a page or a file. */
export const chartNumbers = (chart: ReportChart): ChartNumbers => {
  switch (chart.kind) {
    case 'forest':
      return ofForest(chart);
    case 'lines':
      return ofLines(chart);
    case 'survival':
      return ofSurvival(chart);
    case 'waterfall':
      return ofWaterfall(chart);
    case 'swimmer':
      return ofSwimmer(chart);
    case 'heat map':
      return ofHeatMap(chart);
    default:
      return chart satisfies never;
  }
};
