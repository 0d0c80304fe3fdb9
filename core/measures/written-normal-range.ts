import { nearestName } from '#core/criteria/nearest-name.ts';
import { catalogue } from './catalogue.ts';
import { findNormalRange } from './find-normal-range.ts';
import type { NormalRange, NormalRangeRow } from './normal-range.ts';
import type { ReadWritten, WrittenPath } from './written-fault.ts';

const number = '(\\d+(?:\\.\\d+)?)';
const shapes = [
  new RegExp(`^${number} to ${number} (\\S+)$`),
  new RegExp(`^(?:up to )${number}() (\\S+)$`),
  new RegExp(`^(?:from )${number}() (\\S+)$`),
] as const;

/** Whose range it is, as evidence names it. */
const laboratory = 'written';

const rowOf = (measure: string, written: string): NormalRangeRow | undefined => {
  const [both, upTo, from] = shapes.map((shape) => shape.exec(written));
  if (both) return { laboratory, measure, low: both[1] ?? '', high: both[2] ?? '', unit: both[3] ?? '' };
  if (upTo) return { laboratory, measure, high: upTo[1] ?? '', unit: upTo[3] ?? '' };
  return from ? { laboratory, measure, low: from[1] ?? '', unit: from[3] ?? '' } : undefined;
};

const kinds = new Map(catalogue.map(({ id, value }) => [id, value]));

const accepted = 'limits and a unit, such as "7 to 40 U/L", "up to 40 U/L" or "from 7 U/L"';

/** Limits of normal as a person writes them: "7 to 40 U/L", "up to 40 U/L", "from 7 U/L". */
export const writtenNormalRange = (measure: string, written: string, path: WrittenPath): ReadWritten<NormalRange> => {
  const kind = kinds.get(measure);
  if (kind?.kind !== 'quantity') {
    const measured = [...kinds].filter(([, each]) => each.kind === 'quantity').map(([id]) => id);
    return { faults: [{ fault: 'item unknown', path, name: measure, nearest: nearestName(measure, measured) }] };
  }
  const row = rowOf(measure, written);
  const asked = { laboratory, measure, sex: undefined, birth: undefined, date: undefined };
  const range = row && findNormalRange([row], asked, kind);
  if (range !== undefined) return { read: range };
  return { faults: [{ fault: 'value not accepted', path, of: measure, value: written, accepted }] };
};
