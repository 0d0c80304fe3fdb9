import type { ComparedChanges, ComparedGroup } from '#core/endpoints/analyses/compare-changes.ts';
import { confidenceOf } from '#core/endpoints/analyses/compare-changes.ts';
import { sayMmrm } from '#core/endpoints/analyses/sensitivity-of-changes.ts';
import type { NotEstimable } from '#core/statistics/counts.ts';
import type { StudentInference } from '#core/statistics/tests/student-t-test.ts';
import type { Study } from '#core/study/study.ts';
import {
  confidenceWords,
  endsOf,
  placesFor,
  populationWords,
  type SaidCell,
  sayEnds,
  sayWhyNot,
  titleWithUnit,
} from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writeProbability } from './round.ts';

type Row = Table['rows'][number];

/** A contrast of the model, or why it has none. */
interface Contrast {
  readonly difference: StudentInference;
  readonly adjustedMeans: Readonly<Record<'arm1' | 'arm0', StudentInference>>;
}

interface VisitContrast {
  readonly id: string;
  readonly at: string;
  readonly found: Contrast | NotEstimable<string>;
}

const blank: SaidCell = { value: '', numbers: {} };

const sayInference = (found: StudentInference, places: number): SaidCell => ({
  value: sayEnds(found, places),
  numbers: { ...endsOf(found), standardError: found.standardError, df: found.df },
});

const sayBaseline = ({ baseline }: ComparedGroup): SaidCell => {
  if ('notEstimable' in baseline) return { value: '–', numbers: {} };
  const { n, mean, spread } = baseline;
  const places = placesFor(spread?.standardDeviation);
  if (spread === undefined) return { value: roundHalfAway(mean, places), numbers: { n, mean } };
  const sd = spread.standardDeviation;
  return { value: `${roundHalfAway(mean, places)} (${roundHalfAway(sd, places)})`, numbers: { n, mean, sd } };
};

/** The visits of the model, each with its contrast and the words behind "at". */
const contrastsOf = ({ model, data }: ComparedChanges): readonly VisitContrast[] => {
  if (model.kind === 'ancova') return [{ id: '', at: '', found: model.equal }];
  const { fit } = model;
  if ('notEstimable' in fit || 'notEstimable' in data)
    return [{ id: '', at: '', found: 'notEstimable' in fit ? fit : { notEstimable: 'no visits' } }];
  return fit.visits.map(({ visit, difference, adjustedMeans }) => {
    const name = data.visits[visit] ?? '';
    return { id: visit === data.main ? '' : `${name}/`, at: ` at ${name}`, found: { difference, adjustedMeans } };
  });
};

/** Rows by two arms, whose cells have ids of the analysis and rest on all that is compared. */
const rowsOf = ({ analysis, data, experimental, control }: ComparedChanges) => {
  const records = 'notEstimable' in data ? [] : data.records;
  const rests = [
    ...records.map(({ value }) => valueId(value)),
    ...new Set(records.flatMap(({ baselineRecords }) => baselineRecords)),
  ];
  const figure = (id: string, label: string, { value, numbers }: SaidCell): Figure => ({
    id: `${analysis.id}/${id}`,
    label,
    value,
    rests,
    numbers,
  });
  return {
    byArm: (id: string, label: string, one: SaidCell, other: SaidCell): Row => ({
      label,
      cells: [
        figure(`${experimental.arm}/${id}`, `${label}, ${experimental.arm}`, one),
        figure(`${control.arm}/${id}`, `${label}, ${control.arm}`, other),
      ],
    }),
    once: (id: string, label: string, said: SaidCell): Row => ({
      label,
      cells: [figure(id, label, said), figure(`${id}/blank`, '', blank)],
    }),
  };
};

const spreadOf = ({ experimental: { baseline } }: ComparedChanges): number | undefined =>
  'notEstimable' in baseline ? undefined : baseline.spread?.standardDeviation;

const modelRows = (result: ComparedChanges): readonly Row[] => {
  const rows = rowsOf(result);
  const places = placesFor(spreadOf(result));
  const level = confidenceWords(confidenceOf(result.analysis));
  return contrastsOf(result).flatMap(({ id, at, found }) => {
    if ('notEstimable' in found) {
      return [
        rows.once(`${id}difference`, `difference${at}, ${level}`, {
          value: sayWhyNot(found.notEstimable),
          numbers: {},
        }),
      ];
    }
    const { difference, adjustedMeans } = found;
    const { twoSided: p, t, df } = difference;
    return [
      rows.byArm(
        `${id}adjusted`,
        `adjusted mean${at}, ${level}`,
        sayInference(adjustedMeans.arm1, places),
        sayInference(adjustedMeans.arm0, places),
      ),
      rows.once(`${id}difference`, `difference${at}, ${level}`, sayInference(difference, places)),
      rows.once(`${id}p`, `two-sided p${at}`, { value: writeProbability(p), numbers: { p, statistic: t, df } }),
    ];
  });
};

/** Adjusted means with the factors as often as they were observed; the difference is the same. */
const observedRows = (result: ComparedChanges): readonly Row[] => {
  const { model } = result;
  if (model.kind !== 'ancova' || model.observed === undefined || 'notEstimable' in model.observed) return [];
  const { arm1, arm0 } = model.observed.adjustedMeans;
  const places = placesFor(spreadOf(result));
  const label = 'adjusted mean, factors as often as observed';
  return [rowsOf(result).byArm('adjusted-observed', label, sayInference(arm1, places), sayInference(arm0, places))];
};

const notesOf = ({ model, analysis, data }: ComparedChanges): readonly string[] => {
  const factors = 'notEstimable' in data ? 0 : (data.records[0]?.factors.length ?? 0);
  const adjusted = `adjusted for the value at baseline${factors === 0 ? '' : ' and the factors of the allocation, weighted alike'}`;
  const shown = `${populationWords[analysis.population]}; ${analysis.experimental} minus ${analysis.control}, ${adjusted}`;
  if (model.kind === 'ancova') return [`${shown}; who lacks the value or the baseline is left out (ancova/1)`];
  return [`${shown}, each by visit; missing values at random (mmrm/1)`, ...sayMmrm(model.fit)];
};

/**
 * A change compared between two arms: of how many it is known, what they began with, adjusted means with intervals, and their
 * difference with p; of a model of all visits at each of them.
 */
export const changeComparisonTable = (result: ComparedChanges, study: Study): Table => {
  const { analysis, experimental, control } = result;
  const rows = rowsOf(result);
  const sayKnown = ({ known, of }: ComparedGroup): SaidCell => ({ value: `${known} of ${of}`, numbers: { known, of } });
  const how = analysis.comparison === 'ancova' ? 'analysis of covariance' : 'model of all visits';
  return {
    id: analysis.id,
    title: `${titleWithUnit(analysis, study)}: ${experimental.arm} minus ${control.arm}, ${how}`,
    columns: [experimental.arm, control.arm],
    rows: [
      rows.byArm('compared', 'in the model', sayKnown(experimental), sayKnown(control)),
      rows.byArm('baseline', 'baseline, mean (SD)', sayBaseline(experimental), sayBaseline(control)),
      ...modelRows(result),
      ...observedRows(result),
    ],
    notes: notesOf(result),
  };
};
