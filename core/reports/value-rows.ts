import { sayMissing } from '#core/criteria/explain.ts';
import type { AnalysisValue, Outcome } from '#core/endpoints/analysis-value.ts';
import type { EventOccurrence } from '#core/endpoints/event-occurrence.ts';
import type { PopulationMember } from '#core/endpoints/population.ts';
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
  'arm received',
  'treated',
  'per protocol',
  'why not',
  'endpoint',
  'visit',
  'recorded at',
  'kind',
  'value',
  'low',
  'low included',
  'high',
  'high included',
  'possible',
  'after day',
  'by day',
  'censored',
  'reported',
  'entered',
  'policy',
  'strategy',
  'events',
  'missing',
  'records',
] as const;

/** The populations of one participant. */
export interface Membership {
  readonly treated: PopulationMember | undefined;
  readonly perProtocol: PopulationMember | undefined;
}

export type ValueColumn = (typeof valueColumns)[number];
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

const dayCell = (day: number): ValueCell => ({ number: String(day) });

const timeCells = ({ visit, day, by, interval, censored }: Extract<Outcome, { kind: 'time' }>): OutcomeCells => ({
  ...(day === undefined ? {} : { value: dayCell(day) }),
  ...(visit === undefined && by === undefined ? {} : { possible: words(visit ?? `by ${by}`) }),
  ...(interval === undefined ? {} : { 'after day': dayCell(interval.after) }),
  ...(interval?.by === undefined ? {} : { 'by day': dayCell(interval.by) }),
  ...(censored === undefined ? {} : { censored: words(`day ${censored.day}: ${censored.why}`) }),
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

/** To which populations somebody belongs; a population that was not asked for has no cells. */
const memberCells = ({ treated, perProtocol }: Membership): OutcomeCells => {
  const outOf = (name: string, member: PopulationMember | undefined): readonly string[] =>
    (member?.because ?? []).map((each) => `${name}: ${each}`);
  const isIn = (member: PopulationMember | undefined): ValueCell =>
    words(member === undefined ? '' : truths[member.in ? 'true' : 'false']);
  return {
    'arm received': words(treated?.armTaken ?? ''),
    treated: isIn(treated),
    'per protocol': isIn(perProtocol),
    'why not': words([...outOf('treated', treated), ...outOf('per protocol', perProtocol)].join('; ')),
  };
};

/** "rescue medicine methylprednisolone on 2026-07-01", with what is open about it. */
const sayEvent = ({ what, on, happened, of }: EventOccurrence): string =>
  `${what}${on === undefined ? '' : ` on ${on.written}`}${happened === 'unknown' ? ' (not known)' : ''} [${of.strategy}]`;

/** The value as analyses take it, in one cell, where it is not what was observed. */
const enteredCell = ({ entered }: AnalysisValue): ValueCell => {
  if (entered === undefined) return words('');
  const { value, low, high, possible } = outcomeCells(entered);
  const text = (cell: ValueCell | undefined): string =>
    cell === undefined ? '' : 'number' in cell ? cell.number : cell.words;
  if (value !== undefined) return value;
  if (low !== undefined || high !== undefined) return words(`${text(low)} to ${text(high)}`);
  return possible ?? words('not known');
};

const rowOf = (value: AnalysisValue, members: Membership): ValueRow => {
  const cells: OutcomeCells = {
    participant: words(value.participant),
    arm: words(value.arm ?? ''),
    ...memberCells(members),
    endpoint: words(value.endpoint),
    visit: words(value.at ?? ''),
    'recorded at': words(value.mapped?.because ?? ''),
    kind: words(value.outcome.kind),
    ...outcomeCells(value.outcome),
    reported: words(value.reported === undefined ? '' : truths[value.reported]),
    entered: enteredCell(value),
    policy: words(value.policy),
    strategy: words(value.decidedBy === undefined ? '' : sayEvent(value.decidedBy)),
    events: words((value.events ?? []).map(sayEvent).join('; ')),
    missing: words([...new Set(value.missing.map(sayMissing))].join('; ')),
    records: words(value.records.join(' ')),
  };
  return valueColumns.map((column) => cells[column] ?? words(''));
};

/**
 * Analysis values as rows, in the order given: what is known exactly stands under `value`, what is known in part between
 * `low` and `high`; nothing is filled in. Numbers are exact to 12 decimal places, half away from zero beyond.
 */
export const valueRows = (
  values: readonly AnalysisValue[],
  memberOf: (participant: string) => Membership = () => ({ treated: undefined, perProtocol: undefined }),
): readonly ValueRow[] => values.map((value) => rowOf(value, memberOf(value.participant)));
