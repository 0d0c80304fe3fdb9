import type { HeatMapChart } from '../chart.ts';
import {
  allParticipants,
  armNames,
  armNotes,
  type ChartScene,
  type ScenePerson,
  visitsFromBaseline,
} from './chart-scene.ts';
import { readMeasure } from './read-measure.ts';
import { sayNumber3, sayPeople } from './said.ts';
import { visitsOfMeasure } from './urine-protein-of.ts';

type ScoreRow = HeatMapChart['rows'][number];

/** So many rows are still legible; of more people the first by number are shown, and that is said. */
export const mostHeatRows = 300;

/** Bands of a score, for the shade alone: each cell prints its number. */
const bands = [
  { to: 0, label: '0' },
  { to: 4, label: '1–4' },
  { to: 8, label: '5–8' },
  { to: 12, label: '9–12' },
  { to: 16, label: '13–16' },
  { to: Number.POSITIVE_INFINITY, label: '17 and more' },
] as const;

/** The place of the band in which a score lies. */
export const bandOf = (score: number): number => bands.findIndex(({ to }) => score <= to);

const rowOf = (person: ScenePerson, measure: string, visits: readonly string[]): ScoreRow => ({
  label: person.id,
  arm: person.arm === allParticipants ? undefined : person.arm,
  cells: visits.map((visit) => {
    const read = readMeasure(person, measure, visit);
    if (read === undefined) return undefined;
    return { level: bandOf(read.value), text: sayNumber3(read.value), rests: read.rests };
  }),
});

const sayColumn = (rows: readonly ScoreRow[], visit: string, column: number): string => {
  const cells = rows.flatMap(({ cells: own }) => own[column] ?? []);
  const zero = cells.filter(({ level }) => level === 0).length;
  const high = cells.filter(({ level }) => level >= bandOf(9)).length;
  return `${visit}: known of ${cells.length}, 0 in ${zero}, 9 or more in ${high}`;
};

/** The people in the order of the arms and of their ids, and a sentence where not all of them have room. */
export const heatPeople = ({ arms, people }: ChartScene) => {
  const all = arms.flatMap(({ id }) => people.filter(({ arm }) => arm === id));
  const shown = new Set(all.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostHeatRows));
  const left = all.length - shown.size;
  const notes = left === 0 ? [] : [`The first ${mostHeatRows} of ${all.length} participants by number are shown.`];
  return { shown: all.filter((person) => shown.has(person)), notes };
};

/** SLEDAI-2K of each participant at each visit at which it is taken. */
export const sledaiHeatMaps = (scene: ChartScene): readonly HeatMapChart[] => {
  const measure = 'SLEDAI-2K';
  const asked = visitsOfMeasure(scene.study, measure);
  const visits = visitsFromBaseline(scene.study)
    .map(({ id }) => id)
    .filter((id) => asked.includes(id));
  const { shown, notes } = heatPeople(scene);
  const rows = shown.map((person) => rowOf(person, measure, visits));
  if (rows.every(({ cells }) => cells.every((cell) => cell === undefined))) return [];
  return [
    {
      kind: 'heat map',
      id: `chart/heat/${measure}`,
      title: `${measure}: each participant by visit`,
      said: `${measure} of ${sayPeople(rows.length)}. ${visits.map((visit, column) => sayColumn(rows, visit, column)).join('; ')}.`,
      arms: armNames(scene),
      notes: ['An empty cell: not known as one number.', ...notes, ...armNotes(scene)],
      columns: visits,
      levels: bands.map(({ label }) => label),
      rows,
    },
  ];
};
