import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import { computeWilson } from '#core/statistics/intervals/wilson.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint } from '#core/study/study.ts';
import type { LinesChart } from '../chart.ts';
import { valueId } from '../response-table.ts';
import { writePercent } from '../round.ts';
import {
  allParticipants,
  armNames,
  armNotes,
  type ChartScene,
  hasCome,
  peopleOf,
  visitsFromBaseline,
} from './chart-scene.ts';
import { recordsOfEvents } from './read-measure.ts';
import { visitsShown } from './response-visits.ts';

type LinePoint = LinesChart['series'][number]['points'][number];

/** What a value rests on: its figure where the report has one, at the visits that the study asks, and else its records. */
export const restsOfValue = (value: AnalysisValue, endpoint: Endpoint): readonly string[] => {
  const asked = visitsAsked(endpoint.of);
  if (value.at === undefined || asked.includes(value.at)) return [valueId(value, value.at !== asked[0])];
  return recordsOfEvents(value.records);
};

const pointAt = (scene: ChartScene, endpoint: Endpoint, arm: string, visit: string): readonly LinePoint[] => {
  const come = new Set(peopleOf(scene, arm).flatMap((each) => (hasCome(each, visit, scene.study) ? [each.id] : [])));
  const values = scene.valuesOf(endpoint, visit).filter(({ participant }) => come.has(participant));
  const events = values.filter(({ reported }) => reported === 'true').length;
  const found = computeWilson({ events, of: values.length });
  if ('notEstimable' in found) return [];
  const { estimate, lower, upper } = found;
  const x = scene.study.definition.visits.find(({ id }) => id === visit)?.day ?? 0;
  const rests = values.flatMap((value) => restsOfValue(value, endpoint));
  return [{ x, label: visit, y: estimate, interval: { lower, upper }, n: values.length, rests }];
};

const sayPoint = ({ label, y, n = 0 }: LinePoint): string =>
  `${Math.round(y * n)} of ${n} (${writePercent(y, 0)}) at ${label}`;

const saySeries = ({ label, points }: LinesChart['series'][number]): string =>
  `${label}: ${points.map(sayPoint).join(', ')}.`;

const missingNote = ({ of }: Endpoint): string =>
  of.missing === 'non-responder'
    ? 'Who is not known counts as not having responded, as the endpoint says.'
    : 'Who is not known counts as not having met it.';

/** The last day of the plan: pictures over time end there alike. */
const lastDay = ({ study }: ChartScene): number => visitsFromBaseline(study).at(-1)?.day ?? 0;

const isShownOverTime = (endpoint: Endpoint, visits: readonly string[]): boolean =>
  (endpoint.kind === 'response' && visits.length > 0) || (endpoint.kind === 'condition' && visits.length > 1);

/** The share that has met one endpoint at each of its visits, by arm. */
const shareChart = (scene: ChartScene, endpoint: Endpoint): readonly LinesChart[] => {
  const { study, arms } = scene;
  const visits = visitsShown(endpoint, study);
  if (!isShownOverTime(endpoint, visits)) return [];
  const series = arms.map(({ id: arm }) => ({
    label: arm,
    arm: arm === allParticipants ? undefined : arm,
    points: visits.flatMap((visit) => pointAt(scene, endpoint, arm, visit)),
  }));
  const drawn = series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return [];
  const asked = visitsAsked(endpoint.of);
  const unplanned = visits.filter((visit) => !asked.includes(visit));
  return [
    {
      kind: 'lines',
      of: 'summary',
      id: `chart/share/${endpoint.of.id}`,
      title: `${endpoint.of.title}, share by visit`,
      said: `Share of participants with it at each visit. ${drawn.map(saySeries).join(' ')}`,
      arms: armNames(scene),
      notes: [
        `Bars: 95% intervals by Wilson, each visit by itself. ${missingNote(endpoint)}`,
        ...(unplanned.length === 0
          ? []
          : [`The study asks it at ${asked.join(', ')}; the other visits are described with the same definition.`]),
        ...armNotes(scene),
      ],
      x: { label: 'days from allocation', unit: 'd', from: 0, to: lastDay(scene) },
      y: { label: 'share', unit: undefined, isShare: true, from: 0, to: 1 },
      series: drawn,
    },
  ];
};

/** Each response, and each condition that is asked more than once, over the visits. */
export const responseCharts = (scene: ChartScene): readonly LinesChart[] =>
  scene.study.endpoints.flatMap((endpoint) => shareChart(scene, endpoint));
