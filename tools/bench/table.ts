/** Measurements as a table of text. */
import type { Measurement } from './measurement.ts';

const head = ['what', 'ours', 'peer', 'ratio'] as const;

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const rowOf = ({ what, unit, ours, peer }: Measurement): readonly string[] => [
  what,
  `${rounded(ours)} ${unit}`,
  peer === undefined ? '–' : `${rounded(peer.value)} ${unit} ${peer.name}`,
  peer === undefined ? '–' : rounded(ours / peer.value),
];

export const layOut = (measurements: readonly Measurement[]): readonly string[] => {
  const rows: readonly (readonly string[])[] = [head, ...measurements.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** What has to be known beside the numbers, each note once. */
export const listNotes = (measurements: readonly Measurement[]): readonly string[] => [
  ...new Set(measurements.flatMap(({ note }) => (note === undefined ? [] : [`– ${note}`]))),
];
