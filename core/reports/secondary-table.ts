import { describeGroup, isDescription } from '#core/endpoints/analyses/describe.ts';
import { asDouble, knownNumber } from '#core/endpoints/analyses/known-number.ts';
import { isComparedProportion } from '#core/endpoints/analyses/sensitivity.ts';
import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import { decimalOf, writeDecimal } from '#core/quantities/decimal.ts';
import { add, divide, rational, zero } from '#core/quantities/rational.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { type SaidCell, unitOf } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { minus } from './round.ts';

/** Mean of the values that are known, with how many they are; to two decimals of the exact mean. */
const sayNumbers = (values: readonly AnalysisValue[], unit: string): SaidCell => {
  const known = values.flatMap((value) => knownNumber(value) ?? []);
  const [n, of] = [known.length, values.length];
  if (n === 0) return { value: `0 of ${of} known`, numbers: { n, of } };
  const mean = divide(known.reduce(add, zero), rational(n));
  const value = `mean ${writeDecimal(decimalOf(mean, 2)).replace('-', minus)}${unit} (${n} of ${of} known)`;
  return { value, numbers: { mean: asDouble(mean), n, of } };
};

const sayClaims = (values: readonly AnalysisValue[]): SaidCell => {
  const count = (truth: AnalysisValue['reported']): number => values.filter((value) => value.reported === truth).length;
  const [events, of, unknown] = [count('true'), values.length, count('unknown')];
  const open = unknown === 0 ? '' : `, ${unknown} not known`;
  return { value: `${events} of ${of}${open}`, numbers: { events, of, unknown } };
};

interface CountedCell {
  /** The class that is counted, which is part of the row's label; undefined for an endpoint without classes. */
  readonly counted: string | undefined;
  readonly said: SaidCell;
}

/** One cell, or, of classes, one for each in the order of the sentence. */
const summarise = (endpoint: Endpoint, values: readonly AnalysisValue[], study: Study): readonly CountedCell[] => {
  if (endpoint.kind === 'value') return [{ counted: undefined, said: sayNumbers(values, unitOf(endpoint, study)) }];
  const group = describeGroup(endpoint, values);
  if (endpoint.kind !== 'class' || group.kind !== 'shares') return [{ counted: undefined, said: sayClaims(values) }];
  return group.shares.map(({ label, events, of, unknown }) => {
    const open = unknown === 0 ? '' : `, ${unknown} not known`;
    return { counted: label, said: { value: `${events} of ${of}${open}`, numbers: { events, of, unknown } } };
  });
};

/** A row of the table: an endpoint, at a visit beside that of the analyses where `further` says so. */
interface Described {
  readonly endpoint: Endpoint;
  readonly label: string;
  readonly further: string | undefined;
}

/** In the order of time; the visit is said where there are several. */
const describedVisits = (endpoint: Endpoint, isAnalysed: boolean, study: Study): readonly Described[] => {
  const { title } = endpoint.of;
  const [main, ...further] = visitsAsked(endpoint.of);
  if (further.length === 0) return isAnalysed ? [] : [{ endpoint, label: title, further: undefined }];
  const asked = new Set(isAnalysed ? further : [main, ...further]);
  return study.definition.visits
    .map(({ id }) => id)
    .filter((visit) => asked.has(visit))
    .map((visit) => ({ endpoint, label: `${title}, ${visit}`, further: visit === main ? undefined : visit }));
};

/** Endpoints whose main visit another table shows for all randomised, and those that are described at every visit. */
const shownElsewhere = ({ definition }: Study) => {
  const ofAll = definition.analyses.filter(({ population }) => population === 'randomised');
  const isShown = (analysis: AnalysisDefinition): boolean =>
    analysis.kind !== 'compare proportions' || isComparedProportion(analysis);
  return {
    described: new Set(ofAll.filter(isDescription).map(({ endpoint }) => endpoint)),
    analysed: new Set(ofAll.filter(isShown).map(({ endpoint }) => endpoint)),
  };
};

interface Group {
  readonly id: string;
  readonly has: (value: AnalysisValue) => boolean;
}

const rowsOf = (described: Described, groups: readonly Group[], study: Study, valuesOf: ValuesOf): Table['rows'] => {
  const { endpoint, label, further } = described;
  const cells = groups.map(({ id, has }) => {
    const values = valuesOf(endpoint, further).filter(has);
    return { id, values, counted: summarise(endpoint, values, study) };
  });
  return (cells[0]?.counted ?? []).map(({ counted }, index) => {
    const own = counted === undefined ? label : `${label}: ${counted}`;
    const place = `secondary/${endpoint.of.id}/${further === undefined ? '' : `${further}/`}`;
    return {
      label: own,
      cells: cells.map(
        ({ id, values, counted: all }): Figure => ({
          id: `${place}${id}${counted === undefined ? '' : `/${counted}`}`,
          label: `${own}, ${id}`,
          ...(all[index]?.said ?? { value: '', numbers: {} }),
          rests: values.map((value) => valueId(value, further !== undefined)),
        }),
      ),
    };
  });
};

/**
 * The other endpoints by arm, and all endpoints at their further visits: described and not tested. While the arms are masked
 * all participants are one column.
 */
export const secondaryTable = (study: Study, valuesOf: ValuesOf, isPooled = false): Table => {
  const { described, analysed } = shownElsewhere(study);
  const byArm = study.definition.arms.map(({ id }): Group => ({ id, has: ({ arm }) => arm === id }));
  const groups = isPooled ? [{ id: 'all participants', has: () => true }] : byArm;
  const rows = study.endpoints
    .filter(({ of }) => isPooled || !described.has(of.id))
    .flatMap((endpoint) => describedVisits(endpoint, analysed.has(endpoint.of.id), study))
    .flatMap((row) => rowsOf(row, groups, study, valuesOf));
  const title = isPooled ? 'Other endpoints, all arms together' : 'Other endpoints, described by arm';
  return { id: 'secondary', title, columns: groups.map(({ id }) => id), rows };
};
