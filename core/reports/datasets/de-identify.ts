import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ValueCell } from '#core/reports/value-rows.ts';
import type { DataSet } from './data-set.ts';

/** Ages above are told as this one, as rules for sharing ask (45 CFR 164.514(b)(2)(i)(C)). */
export const highestAge = 90;

const textOf = (cell: ValueCell): string => ('words' in cell ? cell.words : cell.number);

const codesIn = (sets: readonly DataSet[]): readonly string[] => [
  ...new Set(
    sets.flatMap(({ columns, rows }) => {
      const at = columns.findIndex(({ tells }) => tells === 'code');
      return at < 0 ? [] : rows.flatMap((row) => (row[at] === undefined ? [] : [textOf(row[at])]));
    }),
  ),
];

/** New codes, by the order of a keyed hash: neither the order of enrolment nor the site shows through. */
const newCodes = (codes: readonly string[], secret: string): ReadonlyMap<string, string> => {
  const hashed = codes.map((code) => [code, bytesToHex(sha256(utf8ToBytes(`${secret}\n${code}`)))] as const);
  const ordered = hashed.toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  const width = Math.max(3, String(codes.length).length);
  return new Map(ordered.map(([code], index) => [code, `P${String(index + 1).padStart(width, '0')}`]));
};

const withoutPeople = (set: DataSet, codes: ReadonlyMap<string, string>): DataSet => {
  const kept = set.columns.flatMap((column, at) =>
    column.tells === 'place' || column.tells === 'words' ? [] : [{ column, at }],
  );
  const cellOf = (row: readonly ValueCell[], { column, at }: (typeof kept)[number]): ValueCell => {
    const cell = row[at] ?? { words: '' };
    if (column.tells === 'code') return { words: codes.get(textOf(cell)) ?? '' };
    return column.name === 'age' && Number(textOf(cell)) > highestAge ? { number: String(highestAge) } : cell;
  };
  const rows = set.rows.map((row) => kept.map((each) => cellOf(row, each)));
  const key = (row: readonly ValueCell[]): string => (row[0] === undefined ? '' : textOf(row[0]));
  return {
    ...set,
    columns: kept.map(({ column }) => column),
    rows: rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  };
};

/**
 * Data sets for others: codes are new and in an order that says nothing, sites, strata and free words are gone, days count
 * from allocation, ages above 90 are 90. `secret` decides the new codes: who has it and the old codes can join both, so it
 * is drawn anew for each release and not kept. This lowers the risk; whether it is low enough for a release is for the
 * team to judge, with few participants above all.
 */
export const deIdentify = (sets: readonly DataSet[], secret: string): readonly DataSet[] => {
  const codes = newCodes(codesIn(sets), secret);
  return sets.map((set) => withoutPeople(set, codes));
};
