import type { HeatMapChart } from '../chart.ts';
import { writePercent } from '../round.ts';
import {
  allParticipants,
  armNames,
  armNotes,
  type ChartScene,
  peopleOf,
  type ScenePerson,
  visitsFromBaseline,
} from './chart-scene.ts';
import { recordsOfEvents } from './read-measure.ts';
import { sayPeople } from './said.ts';
import { visitsOfMeasure } from './urine-protein-of.ts';

type BilagRow = HeatMapChart['rows'][number];
type BilagCell = NonNullable<BilagRow['cells'][number]>;

/** The measures that grade systems, the first that a study repeats is shown. */
const profiles = ['BILAG-2004', 'BILAG-2004-items'] as const;

/** Up to so many people each has a row; of more, systems are counted. */
const mostPeople = 30;

/** From the least to the most severe. */
const grades = ['E', 'D', 'C', 'B', 'A'] as const;

interface SystemGrades {
  /** Of the systems that were graded, the one grade of each. */
  readonly grades: ReadonlyMap<string, string>;
  readonly rests: readonly string[];
}

const gradedAt = ({ chart }: ScenePerson, measure: string, visit: string): SystemGrades | undefined => {
  if (chart.dateOf(visit) === undefined) return undefined;
  const measured = chart.measure(measure, visit);
  if (measured.kind !== 'profile') return undefined;
  const known = [...measured.systems].flatMap(([system, [grade, ...others]]) =>
    grade === undefined || others.length > 0 ? [] : [[system, grade] as const],
  );
  const rests = recordsOfEvents(measured.evidence.map(({ record }) => record));
  return known.length === 0 ? undefined : { grades: new Map(known), rests };
};

const order: readonly string[] = grades;

const severity = (grade: string): number => order.indexOf(grade);

/** The worst grade over the systems: "A ren +1" for an A of the kidney and of one system more. */
const worstCell = ({ grades: found, rests }: SystemGrades): BilagCell => {
  const worst = Math.max(...[...found.values()].map(severity));
  const grade = grades[worst] ?? '';
  const systems = [...found].flatMap(([system, own]) => (own === grade ? [system] : []));
  if (worst < severity('C')) return { level: worst, text: grade, said: `${grade} at worst`, rests };
  const [first = '', ...more] = systems;
  const text = `${grade} ${first.slice(0, 3)}${more.length === 0 ? '' : ` +${more.length}`}`;
  return { level: worst, text, said: `${grade}: ${systems.join(', ')}`, rests };
};

const visitsGraded = ({ study }: ChartScene, measure: string): readonly string[] => {
  const asked = visitsOfMeasure(study, measure);
  return visitsFromBaseline(study)
    .map(({ id }) => id)
    .filter((id) => asked.includes(id));
};

const saySevere = (scene: ChartScene, measure: string, visit: string): string => {
  const found = scene.people.flatMap((person) => gradedAt(person, measure, visit) ?? []);
  const severe = found.filter((each) => [...each.grades.values()].some((grade) => grade === 'A' || grade === 'B'));
  return `${visit}: an A or B in ${severe.length} of ${found.length}`;
};

const personMap = (scene: ChartScene, measure: string, visits: readonly string[]): HeatMapChart => ({
  kind: 'heat map',
  id: `chart/heat/${measure}`,
  title: `${measure}: worst grade of each participant by visit`,
  said: `${measure} of ${sayPeople(scene.people.length)}. ${visits.map((visit) => saySevere(scene, measure, visit)).join('; ')}.`,
  arms: armNames(scene),
  notes: [
    'The worst grade over the systems, with the first three letters of the system and how many more have this grade. An empty cell: not graded.',
    ...armNotes(scene),
  ],
  columns: visits,
  levels: grades,
  rows: scene.arms.flatMap(({ id }) =>
    peopleOf(scene, id).map((person) => ({
      label: person.id,
      arm: person.arm === allParticipants ? undefined : person.arm,
      cells: visits.map((visit) => {
        const graded = gradedAt(person, measure, visit);
        return graded && worstCell(graded);
      }),
    })),
  ),
});

/** Bands of a share, for the shade alone. */
const shares = [
  { to: 0, label: '0%' },
  { to: 0.1, label: 'to 10%' },
  { to: 0.25, label: 'to 25%' },
  { to: 0.5, label: 'to 50%' },
  { to: 1, label: 'above 50%' },
] as const;

const shareCell = (graded: readonly SystemGrades[], system: string): BilagCell | undefined => {
  const known = graded.filter(({ grades: found }) => found.has(system));
  if (known.length === 0) return undefined;
  const severe = known.filter(({ grades: found }) => severity(found.get(system) ?? '') >= severity('B'));
  const share = severe.length / known.length;
  return {
    level: shares.findIndex(({ to }) => share <= to),
    text: writePercent(share, 0),
    said: `${severe.length} of ${known.length} with A or B`,
    rests: known.flatMap(({ rests }) => rests),
  };
};

const systemRows = (
  scene: ChartScene,
  measure: string,
  visits: readonly string[],
  arm: string,
): readonly BilagRow[] => {
  const value = scene.study.lexicon.measures.get(measure)?.value;
  const systems = value?.kind === 'profile' ? value.systems : [];
  const people = peopleOf(scene, arm);
  const graded = visits.map((visit) => people.flatMap((person) => gradedAt(person, measure, visit) ?? []));
  return systems.map((system) => ({
    label: system,
    arm: arm === allParticipants ? undefined : arm,
    cells: graded.map((found) => shareCell(found, system)),
  }));
};

const systemMap = (scene: ChartScene, measure: string, visits: readonly string[]): HeatMapChart => ({
  kind: 'heat map',
  id: `chart/heat/${measure}`,
  title: `${measure}: share with grade A or B, by system and visit`,
  said: `${measure} of ${sayPeople(scene.people.length)}. ${visits.map((visit) => saySevere(scene, measure, visit)).join('; ')}.`,
  arms: armNames(scene),
  notes: ['Of those whose system was graded at the visit. An empty cell: nobody was.', ...armNotes(scene)],
  columns: visits,
  levels: shares.map(({ label }) => label),
  rows: scene.arms.flatMap(({ id }) => systemRows(scene, measure, visits, id)),
});

/** BILAG-2004 by visit: the worst grade of each participant, or, of many, the share with A or B in each system. */
export const bilagHeatMaps = (scene: ChartScene): readonly HeatMapChart[] => {
  const measure = profiles.find((each) => visitsOfMeasure(scene.study, each).length > 0);
  if (measure === undefined) return [];
  const visits = visitsGraded(scene, measure);
  const map = scene.people.length > mostPeople ? systemMap : personMap;
  const found = map(scene, measure, visits);
  return found.rows.every(({ cells }) => cells.every((cell) => cell === undefined)) ? [] : [found];
};
