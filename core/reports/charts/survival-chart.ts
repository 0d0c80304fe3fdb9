import { everyFormula } from '#core/criteria/walk.ts';
import {
  type ArmTimes,
  analyseTime,
  isTimeToEvent,
  type TimeAnalysis,
  type TimeResult,
} from '#core/endpoints/analyse-time.ts';
import type { SurvivalStep } from '#core/statistics/survival/kaplan-meier.ts';
import { askedHere } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { SurvivalChart } from '../chart.ts';
import { valueId } from '../response-table.ts';
import { writePercent, writeProbability } from '../round.ts';
import { armNames, armNotes, type ChartScene, visitsFromBaseline } from './chart-scene.ts';
import { sayNumber3 } from './said.ts';

type SurvivalSeries = SurvivalChart['series'][number];
type TimeEndpointOf = Extract<Endpoint, { kind: 'time' }>;

/** Methods count the day of allocation as day 1; people count it as day 0. */
const dayOfTime = (time: number): number => time - 1;

const stepsOf = (steps: readonly SurvivalStep[]): SurvivalSeries['steps'] => [
  { day: 0, share: 1 },
  ...steps
    .filter(({ events }) => events > 0)
    .map(({ time, survival, interval }) => ({
      day: dayOfTime(time),
      share: survival,
      ...('notEstimable' in interval ? {} : { interval: { lower: interval.lower, upper: interval.upper } }),
    })),
];

const atRiskOn = (steps: readonly SurvivalStep[], days: readonly number[]): SurvivalSeries['atRisk'] =>
  days.map((day) => ({
    day,
    n: steps.find(({ time }) => dayOfTime(time) >= day)?.atRisk ?? 0,
    events: steps.filter(({ time }) => dayOfTime(time) < day).reduce((sum, { events }) => sum + events, 0),
  }));

const seriesOf = ({ arm, curve, values }: ArmTimes, days: readonly number[]): readonly SurvivalSeries[] => {
  if ('notEstimable' in curve) return [];
  const { steps } = curve;
  return [
    {
      arm,
      steps: stepsOf(steps),
      censored: steps
        .filter(({ censored }) => censored > 0)
        .map(({ time, survival }) => ({ day: dayOfTime(time), share: survival })),
      atRisk: atRiskOn(steps, days),
      rests: values.map((value) => valueId(value)),
    },
  ];
};

/** What is waited for with hope is drawn as it is reached: a time to a level of a response. */
const isResponse = ({ time }: TimeEndpointOf, { definitions, responses }: Study): boolean => {
  const levels = new Set([...responses.values()].flatMap(({ levels: own }) => own.map(({ id }) => id)));
  return askedHere(time.where, definitions)
    .flatMap(everyFormula)
    .some((each) => each.kind === 'reference' && levels.has(each.definition));
};

const sayMedianOf = ({ median }: ArmTimes): string => {
  if (median === undefined || typeof median.estimate !== 'number') return 'median not reached';
  return `median day ${sayNumber3(dayOfTime(median.estimate))}`;
};

const sayArm = (times: ArmTimes, shows: SurvivalChart['shows'], last: number): string => {
  const { arm, curve } = times;
  if ('notEstimable' in curve) return `${arm}: not estimable.`;
  const { survival = 1 } = curve.steps.findLast(({ time }) => dayOfTime(time) <= last) ?? {};
  const share = writePercent(shows === 'reached' ? 1 - survival : survival);
  return `${arm}: ${curve.events} of ${curve.participants} had it, ${share} ${shows === 'reached' ? 'have reached it' : 'are free of it'} by day ${last}, ${sayMedianOf(times)}.`;
};

const sayTest = ({ test }: TimeResult): readonly string[] =>
  test === undefined || 'notEstimable' in test
    ? []
    : [`Log-rank test, two-sided p ${writeProbability(test.twoSided)}.`];

/** The days of the plan up to the last one that a curve comes to. */
const daysOf = ({ arms }: TimeResult, scene: ChartScene): readonly number[] => {
  const ends = arms.map(({ curve }) => ('notEstimable' in curve ? 0 : dayOfTime(curve.steps.at(-1)?.time ?? 1)));
  const last = Math.max(0, ...ends);
  return [...new Set(visitsFromBaseline(scene.study).map(({ day }) => day))].filter((day) => day <= last);
};

const curveChart = (
  analysis: TimeAnalysis,
  endpoint: TimeEndpointOf,
  scene: ChartScene,
  isPlanned: boolean,
): readonly SurvivalChart[] => {
  const strata = new Map(scene.people.map(({ id, participant }) => [id, participant.allocated?.slot?.stratum]));
  // The arms of a scene that are not told are one group: the analysis then has this one arm, and no test.
  const { definition } = scene.study;
  const arms = scene.arms.flatMap(({ id }) => {
    const arm = definition.arms.find((each) => each.id === id) ?? definition.arms[0];
    return arm === undefined ? [] : [{ ...arm, id }];
  });
  const study: Study = { ...scene.study, definition: { ...definition, arms } };
  const asked: TimeAnalysis = scene.isPooled ? { ...analysis, test: 'none' } : analysis;
  const result = analyseTime(asked, study, scene.valuesOf, (id) => strata.get(id));
  const days = daysOf(result, scene);
  const series = result.arms.flatMap((arm) => seriesOf(arm, days));
  if (series.length === 0) return [];
  const shows = isResponse(endpoint, scene.study) ? 'reached' : 'free';
  const unknown = result.arms.reduce((sum, arm) => sum + arm.unknown, 0);
  const last = days.at(-1) ?? 0;
  return [
    {
      kind: 'survival',
      id: `chart/survival/${analysis.id}`,
      title: endpoint.of.title,
      said: [...result.arms.map((arm) => sayArm(arm, shows, last)), ...sayTest(result)].join(' '),
      arms: armNames(scene),
      notes: [
        'Kaplan and Meier, with 95% intervals by log-log where there are any; ticks where somebody was censored.',
        ...(isPlanned ? [] : ['Described: the plan has no analysis of it.']),
        ...sayTest(result),
        ...(unknown === 0 ? [] : [`Of ${unknown} no time is known; they are left out.`]),
        ...armNotes(scene),
      ],
      shows,
      x: { label: 'days from allocation', unit: 'd', from: 0, to: last },
      y: {
        label: shows === 'reached' ? 'share that has reached it' : 'share free of it',
        unit: undefined,
        isShare: true,
        from: 0,
        to: 1,
      },
      series,
    },
  ];
};

/** A curve for each time that is analysed, and for each other time that the study asks: described, without a test. */
export const survivalCharts = (scene: ChartScene): readonly SurvivalChart[] => {
  const { study } = scene;
  const planned = study.definition.analyses.filter(isTimeToEvent);
  return study.endpoints.flatMap((endpoint) => {
    if (endpoint.kind !== 'time') return [];
    const own = planned.filter((each) => each.endpoint === endpoint.of.id);
    const described: TimeAnalysis = {
      id: endpoint.of.id,
      endpoint: endpoint.of.id,
      kind: 'time to event',
      population: 'randomised',
      estimate: 'kaplan-meier',
      test: 'none',
    };
    if (own.length === 0) return curveChart(described, endpoint, scene, false);
    return own.flatMap((analysis) => curveChart(analysis, endpoint, scene, true));
  });
};
