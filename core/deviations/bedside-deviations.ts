import { type BedsideRow, bedsideGrid } from '#core/conduct/bedside/bedside-grid.ts';
import { watchOf } from '#core/conduct/bedside/watch-points.ts';
import type { GivenDose } from '#core/conduct/participant.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import { type Dossier, type FindDeviations, isDue, mustBeDay } from './dossier.ts';

const mostNamed = 3;

const named = (rows: readonly BedsideRow[]): string => {
  const points = rows.slice(0, mostNamed).map(({ point }) => point.id);
  return `${points.join(', ')}${rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : ''}`;
};

const found = (
  kind: DeviationKind,
  { dose, number, on, record }: GivenDose,
  rows: readonly BedsideRow[],
  says: string,
): readonly FoundDeviation[] =>
  rows.length === 0
    ? []
    : [{ kind, dose, on, record, says: `Around dose ${number} of ${dose}, ${named(rows)} ${says}.` }];

const ofDose = ({ study, participant }: Dossier, given: GivenDose): readonly FoundDeviation[] => {
  const watch = watchOf(study.definition, given.dose);
  if (watch === undefined) return [];
  const grid = bedsideGrid(watch, participant, given);
  const withStatus = (status: BedsideRow['status']): readonly BedsideRow[] =>
    grid.filter((row) => row.status === status);
  const off = withStatus('off time');
  const minutes = off.map((row) => Math.abs(row.minutesOff ?? 0));
  return [
    ...found('bedside readings missing', given, withStatus('not done'), `of ${grid.length} moments were not read`),
    ...found('bedside readings off time', given, off, `were read up to ${Math.max(0, ...minutes)} minutes off`),
  ];
};

/** What is to be read around each dose, one deviation an administration: what was not read, and what not in its time. */
export const findBedsideDeviations: FindDeviations = (dossier) =>
  dossier.participant.doses
    .filter(({ on }) => isDue(dossier, mustBeDay(on)))
    .flatMap((given) => ofDose(dossier, given));
