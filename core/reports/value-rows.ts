import { sayMissing } from '#core/criteria/explain.ts';
import type { AnalysisValue, Outcome } from '#core/endpoints/analysis-value.ts';
import { writeRational } from '#core/quantities/decimal.ts';
import { isExact, type Range } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';

/** A cell of a table of values: words, which a spreadsheet must not take for anything else, or a number. */
export type ValueCell = { readonly words: string } | { readonly number: string };

/** One value, a cell for each of `valueColumns`. */
export type ValueRow = readonly ValueCell[];

/** The columns, in their order; docs/run-folder.md says what stands in each. */
export const valueColumns = [
  'participant',
  'arm',
  'endpoint',
  'visit',
  'kind',
  'value',
  'low',
  'low included',
  'high',
  'high included',
  'possible',
  'reported',
  'policy',
  'missing',
  'records',
] as const;

type ValueColumn = (typeof valueColumns)[number];
type OutcomeCells = Partial<Record<ValueColumn, ValueCell>>;

const words = (text: string): ValueCell => ({ words: text });
const number = (value: Rational): ValueCell => ({ number: writeRational(value) });

const truths = { true: 'yes', false: 'no', unknown: '' } as const satisfies Record<Truth, string>;

/** One number is a value; several are their ends, each with whether it is possible itself. */
const rangeCells = (range: Range): OutcomeCells => {
  const { low, high, lowOpen, highOpen } = range;
  if (isExact(range) && low !== undefined) return { value: number(low) };
  return {
    ...(low === undefined ? {} : { low: number(low), 'low included': words(lowOpen ? 'no' : 'yes') }),
    ...(high === undefined ? {} : { high: number(high), 'high included': words(highOpen ? 'no' : 'yes') }),
  };
};

/** Between possible levels or classes; none of their names holds it. */
const either = ' | ';

const timeCells = ({ visit, day, by }: Extract<Outcome, { kind: 'time' }>): OutcomeCells => ({
  ...(day === undefined ? {} : { value: { number: String(day) } }),
  ...(visit === undefined && by === undefined ? {} : { possible: words(visit ?? `by ${by}`) }),
});

const outcomeCells = (outcome: Outcome): OutcomeCells => {
  switch (outcome.kind) {
    case 'number':
      return rangeCells(outcome.range);
    case 'level':
      return outcome.worst === outcome.best
        ? { value: words(outcome.worst) }
        : { low: words(outcome.worst), high: words(outcome.best) };
    case 'claim':
      return { value: words(truths[outcome.reached]) };
    case 'class':
      return outcome.possible.length === 1
        ? { value: words(outcome.possible.join()) }
        : { possible: words(outcome.possible.join(either)) };
    case 'time':
      return timeCells(outcome);
    default:
      return outcome satisfies never;
  }
};

const rowOf = (value: AnalysisValue): ValueRow => {
  const cells: OutcomeCells = {
    participant: words(value.participant),
    arm: words(value.arm ?? ''),
    endpoint: words(value.endpoint),
    visit: words(value.at ?? ''),
    kind: words(value.outcome.kind),
    ...outcomeCells(value.outcome),
    reported: words(value.reported === undefined ? '' : truths[value.reported]),
    policy: words(value.policy),
    missing: words([...new Set(value.missing.map(sayMissing))].join('; ')),
    records: words(value.records.join(' ')),
  };
  return valueColumns.map((column) => cells[column] ?? words(''));
};

/**
 * Analysis values as rows, in the order given: what is known exactly stands under `value`, what is known in part between
 * `low` and `high`; nothing is filled in. Numbers are exact to 12 decimal places, half away from zero beyond.
 */
export const valueRows = (values: readonly AnalysisValue[]): readonly ValueRow[] => values.map(rowOf);
