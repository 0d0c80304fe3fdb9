import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { ForestChart, ForestRow } from '../chart.ts';
import { writePercent } from '../round.ts';
import { armNames, armNotes, type ChartScene } from './chart-scene.ts';
import { comparisonsOf, type ForestEntry, plannedRows, populationWords } from './forest-rows.ts';
import { subgroupRows } from './forest-subgroups.ts';

/** The level of the two-sided interval that goes with the test. */
const confidenceOf = ({ alpha, sides }: ProportionComparison): number =>
  1 - (sides === 1 ? 2 * Number(alpha) : Number(alpha));

const sayRow = ({ label, counts, estimate, interval }: ForestRow): string => {
  if (estimate === undefined) return `${label}, ${counts}: not estimable.`;
  const ends = interval && ` (${writePercent(interval.lower)} to ${writePercent(interval.upper)})`;
  return `${label}, ${counts}: ${writePercent(estimate)}${ends ?? ''}.`;
};

const marginOf = ({ hypothesis, margin }: ProportionComparison): number | undefined =>
  hypothesis === 'non-inferiority' && margin !== undefined ? -Number(margin) : undefined;

const notesOf = (first: ProportionComparison, rows: readonly ForestRow[], scene: ChartScene): readonly string[] => {
  const margin = marginOf(first);
  return [
    `Differences of proportions, ${first.experimental} minus ${first.control}, with ${writePercent(confidenceOf(first), 0)} intervals by Miettinen and Nurminen unless a row says otherwise; counts in this order.`,
    ...(margin === undefined
      ? []
      : [`Not inferior where the whole interval lies to the right of ${writePercent(margin)}.`]),
    ...(rows.some(({ role }) => role === 'subgroup')
      ? ['Subgroups are described: no test, and no adjustment for their number.']
      : []),
    ...armNotes(scene),
  ];
};

/** Which way is better is known of a response; of another condition only where there is more of it. */
const favoursOf = (first: ProportionComparison, scene: ChartScene): ForestChart['favours'] => {
  const isWanted =
    first.hypothesis === 'non-inferiority' ||
    scene.study.endpoints.some(({ kind, of }) => kind === 'response' && of.id === first.endpoint);
  const word = isWanted ? 'favours' : 'more with';
  return [`${word} ${first.control}`, `${word} ${first.experimental}`];
};

const forestOf = (
  first: ProportionComparison,
  analyses: readonly ProportionComparison[],
  scene: ChartScene,
  further: readonly ForestRow[],
): readonly ForestChart[] => {
  const endpoint = scene.study.endpoints.find(({ of }) => of.id === first.endpoint);
  const subgroups = endpoint?.of.role === 'primary' ? subgroupRows(first, scene, confidenceOf(first)) : [];
  const rows = [...plannedRows(analyses, scene, further.length > 0), ...further, ...subgroups];
  if (rows.every(({ estimate }) => estimate === undefined)) return [];
  return [
    {
      kind: 'forest',
      id: `chart/forest/${first.id}`,
      title: `${endpoint?.of.title ?? first.endpoint}: ${first.experimental} minus ${first.control}`,
      said: rows.map(sayRow).join(' '),
      arms: armNames(scene),
      notes: notesOf(first, rows, scene),
      axis: { label: 'difference of proportions', unit: undefined, isShare: true },
      none: 0,
      margin: marginOf(first),
      favours: favoursOf(first, scene),
      rows,
    },
  ];
};

const isSame = (a: Pick<ForestEntry, 'endpoint' | 'experimental' | 'control'>, b: ProportionComparison): boolean =>
  a.endpoint === b.endpoint && a.experimental === b.experimental && a.control === b.control;

const isSameEffect = (a: ForestRow, b: ForestRow): boolean =>
  a.counts === b.counts &&
  a.estimate === b.estimate &&
  a.interval?.lower === b.interval?.lower &&
  a.interval?.upper === b.interval?.upper;

/**
 * Further rows as this forest shows them. Those that stand beside another analysis than its first say the population of
 * that, and are left out where they repeat what a row before them has: they were asked twice.
 */
const joined = (
  further: readonly ForestEntry[],
  first: ProportionComparison,
  analyses: readonly ProportionComparison[],
): readonly ForestRow[] => {
  const rows = further.map(({ analysis = first.id, label, role, counts, estimate, interval, rests }) => {
    const beside = analyses.find(({ id }) => id === analysis && id !== first.id);
    const population = beside === undefined ? '' : `${populationWords[beside.population]}, `;
    return {
      row: { label: `${population}${label}`, role, counts, estimate, interval, rests },
      isOwn: beside === undefined,
    };
  });
  return rows
    .filter(({ row, isOwn }, index) => isOwn || !rows.slice(0, index).some((before) => isSameEffect(before.row, row)))
    .map(({ row }) => row);
};

/**
 * A forest for each endpoint whose proportions are compared between two arms: the planned analyses, further ones that
 * are given, and of a primary endpoint the subgroups. With further rows the planned ones leave their own views of who is
 * missing out, since those bring them. Absent while arms are not told.
 */
export const forestCharts = (scene: ChartScene, further: readonly ForestEntry[] = []): readonly ForestChart[] => {
  if (scene.isPooled) return [];
  const all = comparisonsOf(scene);
  const firsts = all.filter((each, index) => all.findIndex((other) => isSame(other, each)) === index);
  return firsts.flatMap((first) => {
    const analyses = all.filter((each) => isSame(each, first));
    const rows = further.filter((each) => isSame(each, first));
    return forestOf(first, analyses, scene, joined(rows, first, analyses));
  });
};
