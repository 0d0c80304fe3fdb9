import {
  type DescribedShare,
  type DescribedVisit,
  type Description,
  describeEndpoint,
  itself,
} from '#core/endpoints/analyses/describe.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import type { NotEstimable } from '#core/statistics/counts.ts';
import type { Summary } from '#core/statistics/descriptive/summary.ts';
import type { Study } from '#core/study/study.ts';
import { placesFor, populationWords, type SaidCell, titleOf, titleWithUnit } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writePercent } from './round.ts';

/** "12 of 20 (60.0%), 1 not known" */
export const sayShare = ({ events, of, unknown }: Omit<DescribedShare, 'label'>): SaidCell => {
  if (of === 0) return { value: '0 of 0', numbers: { events, of } };
  const open = unknown === 0 ? '' : `, ${unknown} not known`;
  const share = events / of;
  return { value: `${events} of ${of} (${writePercent(share)})${open}`, numbers: { events, of, share, unknown } };
};

const none: SaidCell = { value: '–', numbers: {} };

const sayMean = ({ mean, spread }: Summary, places: number): SaidCell => {
  if (spread === undefined) return { value: roundHalfAway(mean, places), numbers: { mean } };
  const sd = spread.standardDeviation;
  return { value: `${roundHalfAway(mean, places)} (${roundHalfAway(sd, places)})`, numbers: { mean, sd } };
};

const sayMedian = ({ median, lowerQuartile: q1, upperQuartile: q3 }: Summary, places: number): SaidCell => {
  const write = (value: number): string => roundHalfAway(value, places);
  return { value: `${write(median)} (${write(q1)} to ${write(q3)})`, numbers: { median, q1, q3 } };
};

const sayRange = ({ minimum, maximum }: Summary, places: number): SaidCell => {
  const write = (value: number): string => roundHalfAway(value, places);
  return { value: `${write(minimum)} to ${write(maximum)}`, numbers: { minimum, maximum } };
};

/** The cells of a group of values: how many are known, mean (SD), median (quartiles), range. */
export const valueCells = (
  of: number,
  summary: Summary | NotEstimable<string>,
  places = placesFor('notEstimable' in summary ? undefined : summary.spread?.standardDeviation),
): Readonly<Record<'known' | 'mean' | 'median' | 'range', SaidCell>> => {
  if ('notEstimable' in summary)
    return { known: { value: `0 of ${of}`, numbers: { n: 0, of } }, mean: none, median: none, range: none };
  const { n } = summary;
  return {
    known: { value: `${n} of ${of}`, numbers: { n, of } },
    mean: sayMean(summary, places),
    median: sayMedian(summary, places),
    range: sayRange(summary, places),
  };
};

const idOf = ({ analysis, visit, isFurther }: DescribedVisit): string =>
  isFurther && visit !== undefined ? `${analysis.id}/${visit}` : analysis.id;

/** The visit is said where there are several, and the population where it is not all randomised. */
const labelOf = (described: DescribedVisit, title: string, isAlone: boolean): string => {
  const { visit, analysis } = described;
  const at = visit === undefined || isAlone ? '' : `, ${visit}`;
  return `${title}${at}${analysis.population === 'randomised' ? '' : `, ${populationWords[analysis.population]}`}`;
};

const shareRows = (described: DescribedVisit, label: string): Table['rows'] => {
  const [first] = described.groups;
  const labels = first?.described.kind === 'shares' ? first.described.shares.map((share) => share.label) : [];
  return labels.map((counted, index) => {
    const own = counted === itself ? label : `${label}: ${counted}`;
    return {
      label: own,
      cells: described.groups.map(({ arm, values, described: group }): Figure => {
        const share = group.kind === 'shares' ? group.shares[index] : undefined;
        return {
          id: `${idOf(described)}/${arm}/share${counted === itself ? '' : `/${counted}`}`,
          label: `${own}, ${arm}`,
          ...(share === undefined ? none : sayShare(share)),
          rests: values.map((value) => valueId(value, described.isFurther)),
        };
      }),
    };
  });
};

/** The same decimals in all groups of a visit: those that the widest spread needs. */
const placesOf = ({ groups }: DescribedVisit): number => {
  const spreads = groups.flatMap(({ described }) =>
    described.kind === 'values' && 'spread' in described.summary
      ? (described.summary.spread?.standardDeviation ?? [])
      : [],
  );
  return placesFor(spreads.length === 0 ? undefined : Math.max(...spreads));
};

const valueRowsOf = (described: DescribedVisit, label: string): Table['rows'] =>
  described.groups.map(({ arm, values, described: group }) => {
    const own = described.groups.length === 1 ? label : `${label}, ${arm}`;
    const rests = values.map((value) => valueId(value, described.isFurther));
    const cells =
      group.kind === 'values'
        ? valueCells(group.of, group.summary, placesOf(described))
        : valueCells(0, { notEstimable: '' });
    return {
      label: own,
      cells: (['known', 'mean', 'median', 'range'] as const).map((id) => ({
        id: `${idOf(described)}/${arm}/${id}`,
        label: `${own}: ${id}`,
        ...cells[id],
        rests,
      })),
    };
  });

const quartiles = 'quartiles of type 2, the average at the steps (SAS PCTLDEF 5)';

/** What a study wants described: shares by arm in one table, values in another, in the order of the analyses. */
export const plannedDescriptions = (
  analyses: readonly Description[],
  study: Study,
  valuesOf: ValuesOf,
): readonly Table[] => {
  const all = analyses.map((analysis) => describeEndpoint(analysis, { study, valuesOf }));
  const rowsOf = (isValue: boolean) =>
    all.flatMap((visits) =>
      visits
        .filter(({ endpoint }) => (endpoint.kind === 'value') === isValue)
        .flatMap((each) =>
          isValue
            ? valueRowsOf(each, labelOf(each, titleWithUnit(each.analysis, study), visits.length === 1))
            : shareRows(each, labelOf(each, titleOf(each.analysis, study), visits.length === 1)),
        ),
    );
  const tables: readonly Table[] = [
    {
      id: 'described',
      title: 'Described by arm: counts and shares',
      columns: study.definition.arms.map(({ id }) => id),
      rows: rowsOf(false),
      notes: ['nothing is tested; who is not known is among those counted'],
    },
    {
      id: 'described-values',
      title: 'Described by arm: values',
      columns: ['known', 'mean (SD)', 'median (quartiles)', 'range'],
      rows: rowsOf(true),
      notes: ['nothing is tested; of those known', quartiles],
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
};
