import type { Formula } from '#core/criteria/syntax.ts';
import type { Comparator } from '#core/quantities/range.ts';
import { summariseValues } from '#core/statistics/descriptive/summary.ts';
import type { Study } from '#core/study/study.ts';
import type { LinesChart } from '../chart.ts';
import {
  allParticipants,
  armNames,
  armNotes,
  type ChartScene,
  dayAt,
  peopleOf,
  visitsFromBaseline,
} from './chart-scene.ts';
import { readMeasure, unitOf } from './read-measure.ts';
import { mainResponse, sentencesByLevel } from './response-visits.ts';
import { sayPeople, sayWithUnit } from './said.ts';
import { visitsOfMeasure } from './urine-protein-of.ts';

type LineSeries = LinesChart['series'][number];
type LineAt = LineSeries['points'][number];

/** Mean with Student's interval, or median with the quartiles. */
export type LineSummary = 'mean' | 'median';

const titleOf = (study: Study, measure: string): string => study.lexicon.measures.get(measure)?.title ?? measure;

const pointOf = (
  scene: ChartScene,
  measure: string,
  summary: LineSummary,
  arm: string,
  visit: { readonly id: string; readonly day: number },
): readonly LineAt[] => {
  const read = peopleOf(scene, arm).flatMap((person) => readMeasure(person, measure, visit.id) ?? []);
  const found = summariseValues(read.map(({ value }) => value));
  if ('notEstimable' in found) return [];
  const { n, mean, spread, median, lowerQuartile: lower, upperQuartile: upper } = found;
  const interval = summary === 'median' ? { lower, upper } : spread?.interval;
  const of = { x: visit.day, label: visit.id, y: summary === 'mean' ? mean : median, n };
  return [{ ...of, ...(interval === undefined ? {} : { interval }), rests: read.flatMap(({ rests }) => rests) }];
};

const written: Readonly<Record<Comparator, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '!=': '≠' };

/** The limit that a sentence sets to a measure at the visit, in the measure's own unit. */
const limitIn = (sentence: Formula, measure: string, unit: string | undefined) => {
  if (sentence.kind !== 'comparison' || sentence.left.kind !== 'measure' || sentence.right.kind !== 'number') return [];
  const { left, right, comparator } = sentence;
  if (left.measure !== measure || left.point.kind !== 'here' || right.unit !== unit) return [];
  return [
    {
      at: Number(right.written),
      said: `${written[comparator]} ${right.written}${unit === undefined ? '' : ` ${unit}`}`,
    },
  ];
};

/** The first limit that a level of the response sets to a measure: "CR: < 0.5 g/g". */
const referenceOf = (study: Study, measure: string): LinesChart['reference'] => {
  const response = mainResponse(study);
  const levels = response === undefined ? [] : sentencesByLevel(response, study);
  const [limit] = levels.flatMap(({ level, sentences }) =>
    sentences
      .flatMap((sentence) => limitIn(sentence, measure, unitOf(study, measure)))
      .map(({ at, said }) => ({ at, label: `${level}: ${said}` })),
  );
  return limit;
};

const saySeries = ({ label, points }: LineSeries, unit: string | undefined, summary: LineSummary): string => {
  const ends = [...new Set([points[0], points.at(-1)])].flatMap((point) =>
    point === undefined ? [] : [`${sayWithUnit(point.y, unit)} at ${point.label} (n ${point.n ?? 0})`],
  );
  return `${label}: ${summary} ${ends.join(', ')}.`;
};

const withReference = (study: Study, measure: string): Pick<LinesChart, 'reference'> => {
  const reference = referenceOf(study, measure);
  return reference === undefined ? {} : { reference };
};

const axesOf = (scene: ChartScene, measure: string): Pick<LinesChart, 'x' | 'y'> => ({
  x: {
    label: 'days from allocation',
    unit: 'd',
    from: 0,
    to: visitsFromBaseline(scene.study).at(-1)?.day ?? 0,
  },
  y: { label: measure, unit: unitOf(scene.study, measure) },
});

/** One line for each arm over the visits at which a measure is taken, of those of whom it is known as one number. */
export const summaryLines = (scene: ChartScene, measure: string, summary: LineSummary): readonly LinesChart[] => {
  const { study, arms } = scene;
  const asked = visitsOfMeasure(study, measure);
  const visits = visitsFromBaseline(study).filter(({ id }) => asked.includes(id));
  const series = arms
    .map(({ id: arm }) => ({
      label: arm,
      arm: arm === allParticipants ? undefined : arm,
      points: visits.flatMap((visit) => pointOf(scene, measure, summary, arm, visit)),
    }))
    .filter(({ points }) => points.length > 0);
  if (visits.length < 2 || series.every(({ points }) => points.every(({ y }) => y === 0))) return [];
  const unit = unitOf(study, measure);
  return [
    {
      kind: 'lines',
      of: 'summary',
      id: `chart/${summary}/${measure}`,
      title: `${titleOf(study, measure)}: ${summary} by visit`,
      said: series.map((each) => saySeries(each, unit, summary)).join(' '),
      arms: armNames(scene),
      notes: [
        summary === 'mean'
          ? 'Bars: 95% intervals of the mean by Student. Of those of whom it is known as a number; nothing is filled in.'
          : 'Bars: from the lower to the upper quartile. Of those of whom it is known as a number; nothing is filled in.',
        ...armNotes(scene),
      ],
      ...axesOf(scene, measure),
      ...withReference(study, measure),
      series,
    },
  ];
};

/** One line for each participant, on the days on which the visits were held. */
export const profileLines = (scene: ChartScene, measure: string): readonly LinesChart[] => {
  const { study, people } = scene;
  const visits = visitsOfMeasure(study, measure);
  const series = people.flatMap((person): readonly LineSeries[] => {
    const points = visits.flatMap((visit): readonly LineAt[] => {
      const [x, read] = [dayAt(person, visit), readMeasure(person, measure, visit)];
      return x === undefined || read === undefined ? [] : [{ x, label: visit, y: read.value, rests: read.rests }];
    });
    const arm = person.arm === allParticipants ? undefined : person.arm;
    return points.length === 0 ? [] : [{ label: person.id, arm, points: points.toSorted((a, b) => a.x - b.x) }];
  });
  if (visits.length < 2 || series.length === 0) return [];
  const values = series.flatMap(({ points }) => points.map(({ y }) => y));
  const unit = unitOf(study, measure);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return [
    {
      kind: 'lines',
      of: 'individual',
      id: `chart/profiles/${measure}`,
      title: `${titleOf(study, measure)}: each participant`,
      said: `${measure} of ${sayPeople(series.length)} on the days of their visits, ${values.length} values from ${sayWithUnit(least, unit)} to ${sayWithUnit(most, unit)}.`,
      arms: armNames(scene),
      notes: armNotes(scene),
      ...axesOf(scene, measure),
      ...withReference(study, measure),
      series,
    },
  ];
};
