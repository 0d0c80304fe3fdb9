import type { EstimateRow, RowFinding, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import type { TippingFinding } from '#core/endpoints/analyses/tipping.ts';
import type { Study } from '#core/study/study.ts';
import {
  confidenceWords,
  endsOf,
  placesFor,
  type SaidCell,
  sayEnds,
  sayShares,
  sayWhyNot,
  titleWithUnit,
} from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent, writeProbability } from './round.ts';

const sayTipping = ({ holds, standing, ways, nearest, missing1, missing0 }: TippingFinding): SaidCell => {
  const conclusion = holds ? 'shown' : 'not shown';
  if (nearest === undefined) return { value: `${conclusion} in all ${ways} ways to fill in`, numbers: { ways } };
  const { responses1, responses0 } = nearest;
  return {
    value: `${conclusion} in ${standing} of ${ways} ways; changes with ${responses1} of ${missing1} v ${responses0} of ${missing0} as responses`,
    numbers: { standing, ways, missing1, missing0, responses1, responses0 },
  };
};

const saySize = ({ size, nominal }: Extract<RowFinding, { kind: 'size' }>): SaidCell => {
  const { complete, withMissing } = size;
  const twice = (share: number): string => writePercent(share, 2);
  const value = `${twice(withMissing)} with those missing, ${twice(complete)} with nobody missing, for ${twice(nominal)}`;
  return { value, numbers: { ...size, nominal } };
};

const sayEstimate = (found: Extract<RowFinding, { kind: 'estimate' }>, table: SensitivityTable): string => {
  if (table.scale === 'difference of proportions') return sayShares(found);
  return sayEnds(found, table.scale === 'hazard ratio' ? 2 : placesFor(found.upper - found.lower));
};

const sayFound = (found: RowFinding, table: SensitivityTable): SaidCell => {
  switch (found.kind) {
    case 'estimate':
      return { value: sayEstimate(found, table), numbers: endsOf(found) };
    case 'other scale': {
      const unit = found.unit === 'days' ? ' days' : '';
      const name = found.unit === 'odds ratio' ? 'odds ratio ' : '';
      return { value: `${name}${sayEnds(found)}${unit}`, numbers: endsOf(found) };
    }
    case 'p':
      return { value: '', numbers: {} };
    case 'tipping':
      return sayTipping(found.tipping);
    case 'size':
      return saySize(found);
    case 'shares': {
      const { share1, share0 } = found;
      return { value: `${writePercent(share1)} v ${writePercent(share0)}`, numbers: { share1, share0 } };
    }
    case 'not estimable':
      return { value: sayWhyNot(found.why), numbers: {} };
    default:
      return found satisfies never;
  }
};

const sayP = (found: RowFinding): SaidCell => {
  const isTested = found.kind === 'estimate' || found.kind === 'p' || found.kind === 'other scale';
  const p = isTested ? found.p : undefined;
  if (!isTested || p === undefined) return { value: '', numbers: {} };
  return { value: writeProbability(p), numbers: { p, ...found.more } };
};

const sayShown = (found: RowFinding): SaidCell => {
  const isShown = found.kind === 'estimate' ? found.isShown : undefined;
  return { value: isShown === undefined ? '' : isShown ? 'yes' : 'no', numbers: {} };
};

const scaleWords = {
  'difference of proportions': 'difference',
  'difference of means': 'difference',
  'mean change': 'change',
  'hazard ratio': 'hazard ratio',
} as const satisfies Record<SensitivityTable['scale'], string>;

const countWords = {
  'difference of proportions': 'responders',
  'difference of means': 'known',
  'mean change': 'known',
  'hazard ratio': 'reached',
} as const satisfies Record<SensitivityTable['scale'], string>;

const cellsOf = (row: EstimateRow, table: SensitivityTable): readonly Figure[] => {
  const rests = [...row.values.map((value) => valueId(value)), ...new Set(row.records)];
  const figure = (id: string, { value, numbers }: SaidCell): Figure => ({
    id: `${table.analysis}-sensitivity/${row.kind}/${id}`,
    label: `${row.label}: ${id}`,
    value,
    rests,
    because: [row.method, ...row.notes],
    numbers,
  });
  return [
    figure('counts', { value: row.counts, numbers: row.countNumbers }),
    figure('estimate', sayFound(row.found, table)),
    figure('p', sayP(row.found)),
    ...(table.margin === undefined ? [] : [figure('shown', sayShown(row.found))]),
  ];
};

/** Rows of the same words say them once. */
const notesOf = ({ rows, margin }: SensitivityTable): readonly string[] => {
  const noted = Map.groupBy(
    rows.filter(({ notes }) => notes.length > 0),
    ({ notes }) => notes.join('; '),
  );
  return [
    ...(margin === undefined ? [] : [`p is one-sided, of a margin of ${writePercent(margin)}`]),
    ...[...noted].map(([note, own]) => `${own.map(({ label }) => label).join(', ')}: ${note}`),
  ];
};

/** An analysis as planned and each way of doing it otherwise, one a row. */
export const sensitivityTable = (table: SensitivityTable, study: Study): Table => {
  const { analysis, scale, confidence, margin } = table;
  return {
    id: `${analysis}-sensitivity`,
    title: `${titleWithUnit(table, study)}: ${analysis} done otherwise`,
    columns: [
      countWords[scale],
      `${scaleWords[scale]}, ${confidenceWords(confidence)}`,
      margin === undefined ? 'p' : 'one-sided p',
      ...(margin === undefined ? [] : ['shown']),
    ],
    rows: table.rows.map((row) => ({ label: row.label, cells: cellsOf(row, table) })),
    notes: notesOf(table),
  };
};
