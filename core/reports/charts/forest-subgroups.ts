import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { ForestRow } from '../chart.ts';
import { valueId } from '../response-table.ts';
import type { ChartScene, ScenePerson } from './chart-scene.ts';
import { effectOf, sayCounts } from './forest-rows.ts';

/** What parts participants into groups: the level of each, undefined for who belongs to none. */
interface Factor {
  readonly title: string;
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  readonly levelOf: (person: ScenePerson) => string | undefined;
}

const plain = (id: string) => ({ id, title: id });

/** The rules of the strata, sex, and the centre. */
const factorsOf = ({ study }: ChartScene): readonly Factor[] => [
  ...study.strata.map(({ title, ask }) => ({
    title,
    levels: [
      { id: 'true', title: 'yes' },
      { id: 'false', title: 'no' },
    ],
    levelOf: ({ chart }: ScenePerson) => ask(chart, undefined).truth,
  })),
  { title: 'sex', levels: ['female', 'male'].map(plain), levelOf: ({ participant }) => participant.sex },
  {
    title: 'centre',
    levels: study.definition.sites.map(({ id }) => plain(id)),
    levelOf: ({ participant }) => participant.site,
  },
];

const armCounts = (values: readonly AnalysisValue[], arm: string) => {
  const own = values.filter((value) => value.arm === arm);
  return { events: own.filter(({ reported }) => reported === 'true').length, of: own.length };
};

const levelRow = (
  label: string,
  { experimental, control }: ProportionComparison,
  values: readonly AnalysisValue[],
  confidence: number,
): readonly ForestRow[] => {
  const [first, second] = [armCounts(values, experimental), armCounts(values, control)];
  if (first.of === 0 || second.of === 0) return [];
  const effect = effectOf(computeDifferenceInterval(first, second, confidence));
  const rests = values.map((value) => valueId(value));
  return [{ label, role: 'subgroup', counts: sayCounts(first, second), ...effect, rests }];
};

/**
 * The difference of proportions within each group of participants with people in both arms, by Miettinen and Nurminen
 * (`miettinen1985`); a factor of which fewer than two groups have people in both is left out.
 */
export const subgroupRows = (
  analysis: ProportionComparison,
  scene: ChartScene,
  confidence: number,
): readonly ForestRow[] => {
  const endpoint = scene.study.endpoints.find(({ of }) => of.id === analysis.endpoint);
  const people = new Map(scene.people.map((person) => [person.id, person]));
  const arms = [analysis.experimental, analysis.control];
  const values = (endpoint === undefined ? [] : scene.valuesOf(endpoint, undefined, analysis.population)).filter(
    ({ arm }) => arm !== undefined && arms.includes(arm),
  );
  return factorsOf(scene).flatMap(({ title, levels, levelOf }) => {
    const found = new Map([...people].map(([id, person]) => [id, levelOf(person)]));
    const rows = levels.flatMap((level) =>
      levelRow(
        `${title}: ${level.title}`,
        analysis,
        values.filter(({ participant }) => found.get(participant) === level.id),
        confidence,
      ),
    );
    return rows.length < 2 ? [] : rows;
  });
};
