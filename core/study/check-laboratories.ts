import type { Lexicon } from '#core/criteria/lexicon.ts';
import type { MeasureKind } from '#core/measures/measure.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { type Fault, ids, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

type Row = NonNullable<StudyDefinition['laboratories']>[number]['ranges'][number];

const unitFaults = ({ unit, measure }: Row, kind: MeasureKind | undefined, path: Path): readonly Fault[] => {
  if (kind?.kind !== 'quantity') return [];
  const [written, own] = [readUnit(unit), readUnit(kind.unit)];
  if (isUnit(written) && isUnit(own) && conversionFactor(written, own, kind.molarMass) !== undefined) return [];
  const what = isUnit(written)
    ? `${unit} does not convert to ${kind.unit}, the unit of ${measure}`
    : `"${unit}" is no unit`;
  return [{ path: [...path, 'unit'], what, expected: [kind.unit] }];
};

const limitFaults = (row: Row, path: Path): readonly Fault[] => {
  const { low, high } = row;
  if (low === undefined && high === undefined)
    return [{ path, what: `a range of ${row.measure} without limits`, expected: ['low: "0.5"', 'high: "1.2"'] }];
  const [least, most] = [low, high].map((limit) => (limit === undefined ? undefined : readDecimal(limit)));
  const unread = (['low', 'high'] as const).filter(
    (key) => row[key] !== undefined && readDecimal(row[key]) === undefined,
  );
  if (unread.length > 0)
    return unread.map((key) => ({ path: [...path, key], what: `"${row[key]}" is no number`, expected: ['"1.2"'] }));
  if (least === undefined || most === undefined || compare(rationalOf(least), rationalOf(most)) <= 0) return [];
  return [{ path: [...path, 'low'], what: `low ${low} lies above high ${high}`, expected: [`at most ${high}`] }];
};

const ageFaults = ({ 'from age': from, 'to age': to }: Row, path: Path): readonly Fault[] =>
  from === undefined || to === undefined || from < to
    ? []
    : [{ path: [...path, 'from age'], what: `from age ${from} to age ${to} is nobody`, expected: [`below ${to}`] }];

const dateFaults = (row: Row, path: Path): readonly Fault[] => {
  const unread = (['from', 'to'] as const).filter((key) => row[key] !== undefined && readDay(row[key]) === undefined);
  if (unread.length > 0)
    return unread.map((key) => ({ path: [...path, key], what: `"${row[key]}" is no day`, expected: ['2026-01-31'] }));
  return row.from === undefined || row.to === undefined || row.from <= row.to
    ? []
    : [{ path: [...path, 'from'], what: `from ${row.from} to ${row.to} is no day`, expected: [`at most ${row.to}`] }];
};

const rowFaults = (row: Row, path: Path, { measures }: Lexicon): readonly Fault[] => {
  const numbers = [...measures.values()].filter(({ value, instrument }) => value.kind === 'quantity' && instrument);
  return [
    ...unknown(row.measure, ids(numbers), [...path, 'measure'], 'measure with a unit'),
    ...unitFaults(row, measures.get(row.measure)?.value, path),
    ...limitFaults(row, path),
    ...ageFaults(row, path),
    ...dateFaults(row, path),
  ];
};

type Stretch = readonly [from: number | string, to: number | string];

/** Two stretches share something; both ends belong to them. */
const meet = ([a, b]: Stretch, [c, d]: Stretch): boolean => a <= d && c <= b;

const agesOf = (row: Row): Stretch => [row['from age'] ?? 0, (row['to age'] ?? 1000) - 1];
const daysOf = ({ from = '0000', to = '9999-12-31' }: Row): Stretch => [from, to];

const isSameMeasured = (a: Row, b: Row): boolean =>
  a.measure === b.measure &&
  (a.sex === undefined || b.sex === undefined || a.sex === b.sex) &&
  meet(agesOf(a), agesOf(b)) &&
  meet(daysOf(a), daysOf(b));

const saysOther = (a: Row, b: Row): boolean => a.low !== b.low || a.high !== b.high || a.unit !== b.unit;

/** Somebody for whom two rows say other limits has no normal range: neither is taken. */
const overlapFaults = (ranges: readonly Row[], path: Path): readonly Fault[] =>
  ranges.flatMap((row, index) => {
    const other = ranges.slice(0, index).findIndex((each) => isSameMeasured(each, row) && saysOther(each, row));
    const what = `${row.measure} has other limits in row ${other + 1} for some of the same people and days`;
    const expected = ['rows that part people by sex, age or day'];
    return other < 0 ? [] : [{ path: [...path, index], what, expected, severity: 'warning' as const }];
  });

/** What is wrong with the normal ranges of the laboratories, and with the laboratories that sites name. */
export const checkLaboratories = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const laboratories = study.laboratories ?? [];
  return [
    ...laboratories.flatMap(({ ranges }, index) =>
      ranges.flatMap((row, place) => rowFaults(row, ['laboratories', index, 'ranges', place], lexicon)),
    ),
    ...laboratories.flatMap(({ ranges }, index) => overlapFaults(ranges, ['laboratories', index, 'ranges'])),
    ...study.sites.flatMap(({ laboratory }, index) =>
      laboratory === undefined
        ? []
        : unknown(laboratory, ids(laboratories), ['sites', index, 'laboratory'], 'laboratory'),
    ),
  ];
};
