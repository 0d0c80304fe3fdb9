import type { Measured } from '#core/measures/measured.ts';
import { exactly } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { Chart } from '../chart.ts';
import { noReadings } from '../no-readings.ts';
import type { MeasureAt } from '../syntax.ts';

/** One fully known imaginary person, as far as some sentences ask: by `measure at point`, and claims by their text. */
export interface Case {
  readonly numbers: ReadonlyMap<string, Rational>;
  readonly levels: ReadonlyMap<string, string>;
  /** Several levels at once; absent where none is asked for. */
  readonly sets?: ReadonlyMap<string, readonly string[]>;
  readonly claims: ReadonlyMap<string, boolean>;
}

export const keyOf = (measure: string, point: string): string => `${measure} at ${point}`;
/** The point in a key. */
export const pointOfKey = (key: string): string => key.slice(key.indexOf(' at ') + 4);

/** The key of a measure of which the point has been named. */
export const keyOfAsked = ({ measure, point }: MeasureAt): string =>
  keyOf(measure, point.kind === 'named' ? point.name : '');
export const claimKey = (text: string, point: string): string => (point === '' ? text : `${text} at ${point}`);

const known = { status: 'ok', evidence: [], missing: [] } as const;

const measured = (person: Case, key: string): Measured => {
  const number = person.numbers.get(key);
  if (number !== undefined) return { kind: 'number', range: exactly(number), ...known };
  const level = person.levels.get(key);
  if (level !== undefined) return { kind: 'level', possible: [level], ...known };
  const set = person.sets?.get(key);
  if (set !== undefined) return { kind: 'set', certain: set, possible: set, ...known };
  throw new Error(`a case was asked for ${key}, which it does not hold`);
};

/** A chart that answers from a case: everything is known, and nothing else may be asked. */
export const chartOfCase = (person: Case): Chart => ({
  ...noReadings,
  dateOf: () => undefined,
  recordOf: () => undefined,
  measure: (measure, point) => measured(person, keyOf(measure, point)),
  records: () => [],
  completeThrough: () => undefined,
  judgement: (text, point) => {
    const claimed = person.claims.get(claimKey(text, point));
    if (claimed === undefined) throw new Error(`a case was asked whether ${text}`);
    return { truth: claimed ? 'true' : 'false', record: undefined };
  },
});
