import { isTypeProblem, typeOfValue } from '#core/criteria/value-type.ts';
import { isComputed } from '#core/endpoints/analyse.ts';
import { type AnalysisValue, enteredOutcome } from '#core/endpoints/analysis-value.ts';
import { unclassified } from '#core/endpoints/derive-class.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import { decimalOf, writeDecimal } from '#core/quantities/decimal.ts';
import { isExact } from '#core/quantities/range.ts';
import { add, divide, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { minus } from './round.ts';

const exactValues = (values: readonly AnalysisValue[]): readonly Rational[] =>
  values
    .map(enteredOutcome)
    .flatMap((outcome) =>
      outcome.kind === 'number' && isExact(outcome.range) && outcome.range.low !== undefined ? [outcome.range.low] : [],
    );

/** Mean of the values that are known, with how many they are. */
const summariseNumbers = (values: readonly AnalysisValue[], unit: string): string => {
  const known = exactValues(values);
  if (known.length === 0) return `0 of ${values.length} known`;
  const mean = divide(known.reduce(add, zero), rational(known.length));
  return `mean ${writeDecimal(decimalOf(mean, 2)).replace('-', minus)}${unit} (${known.length} of ${values.length} known)`;
};

const summariseClaims = (values: readonly AnalysisValue[]): string => {
  const count = (truth: AnalysisValue['reported']): number => values.filter((value) => value.reported === truth).length;
  const unknown = count('unknown');
  return `${count('true')} of ${values.length}${unknown === 0 ? '' : `, ${unknown} not known`}`;
};

/** How many are in each class, in the order of the sentence, and how many are not known. */
const summariseClasses = (endpoint: Extract<Endpoint, { kind: 'class' }>, values: readonly AnalysisValue[]): string => {
  const found = values
    .map(enteredOutcome)
    .map((outcome) => (outcome.kind === 'class' && outcome.possible.length === 1 ? outcome.possible[0] : undefined));
  const labels = [...endpoint.classes.map(({ label }) => label), endpoint.classification.otherwise ?? unclassified];
  const counted = labels.map((label) => `${label}: ${found.filter((each) => each === label).length}`);
  const open = found.filter((each) => each === undefined).length;
  return [...counted, ...(open === 0 ? [] : [`not known: ${open}`])].join(', ');
};

/** The unit of an endpoint's number; a score has none. */
export const unitOf = (endpoint: Extract<Endpoint, { kind: 'value' }>, study: Study): string => {
  const summarised = endpoint.of.summarised?.as;
  if (summarised === 'percent change') return '%';
  const type = typeOfValue(endpoint.value, study.lexicon);
  const unit = isTypeProblem(type) || !type.demandsUnit ? '' : ` ${type.unit.written}`;
  return summarised === 'area' ? `${unit}·d` : unit;
};

const summarise = (endpoint: Endpoint, values: readonly AnalysisValue[], study: Study): string => {
  if (endpoint.kind === 'value') return summariseNumbers(values, unitOf(endpoint, study));
  return endpoint.kind === 'class' ? summariseClasses(endpoint, values) : summariseClaims(values);
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

/** The other endpoints by arm, and all endpoints at their further visits: described and not tested. */
export const secondaryTable = (study: Study, valuesOf: ValuesOf): Table => {
  const analysed = new Set(study.definition.analyses.filter(isComputed).map((analysis) => analysis.endpoint));
  const arms = study.definition.arms.map((arm) => arm.id);
  const cell = ({ endpoint, label, further }: Described, arm: string): Figure => {
    const values = valuesOf(endpoint, further).filter((value) => value.arm === arm);
    return {
      id: `secondary/${endpoint.of.id}/${further === undefined ? '' : `${further}/`}${arm}`,
      label: `${label}, ${arm}`,
      value: summarise(endpoint, values, study),
      rests: values.map((value) => valueId(value, further !== undefined)),
    };
  };
  const rows = study.endpoints
    .flatMap((endpoint) => describedVisits(endpoint, analysed.has(endpoint.of.id), study))
    .map((row) => ({ label: row.label, cells: arms.map((arm) => cell(row, arm)) }));
  return { id: 'secondary', title: 'Other endpoints, described by arm', columns: arms, rows };
};
