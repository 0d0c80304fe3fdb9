import type { Evidence, Missing } from '#core/measures/measured.ts';
import { atLeastValue, between, everything, exactly, scaleRange } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Chart } from './chart.ts';
import { findRecords } from './compile-records.ts';
import type { Lexicon } from './lexicon.ts';
import { literal } from './literal.ts';
import { pointName } from './point-name.ts';
import { chooseReading } from './reading-choice.ts';
import { readingsIn } from './readings.ts';
import type { Value } from './syntax.ts';
import { daysOf, isNoDate } from './window-days.ts';
import { numberOf, type Worth } from './worth.ts';

type AskWorth = (chart: Chart, here: string | undefined) => Worth;

const unknownFor = (missing: readonly Missing[], evidence: readonly Evidence[] = []): Worth => ({
  range: everything,
  evidence,
  missing,
});

const noDate = (point: string): Worth => unknownFor([{ kind: 'date', of: point, written: undefined }]);

const boundNames = { ULN: 'upper limit of normal', LLN: 'lower limit of normal' } as const;

/** So many times a limit of the laboratory's normal range on the day of the measurement. */
export const askLimit = ({ times, bound, of }: Extract<Value, { kind: 'limit' }>): AskWorth => {
  const factor = literal(times);
  return (chart, here) => {
    const point = pointName(of.point, here);
    const range = chart.normalRange(of.measure, point);
    const limit = bound === 'ULN' ? range?.high : range?.low;
    const what = `${boundNames[bound]} of ${of.measure}`;
    if (range === undefined || limit === undefined)
      return unknownFor([{ kind: 'item', item: what, point, why: 'not recorded' }]);
    const evidence = { record: `normal range: ${range.of}`, what, written: range.written, date: undefined };
    return { range: scaleRange(exactly(limit), factor), evidence: [evidence], missing: [] };
  };
};

/** One of the readings in a window, or what can be said of it while some are open. */
export const askReading = (value: Extract<Value, { kind: 'reading' }>, lexicon: Lexicon): AskWorth => {
  const readings = readingsIn(value.measure, value.window, lexicon);
  return (chart, here) => {
    const window = daysOf(value.window, chart, here);
    return isNoDate(window) ? noDate(window.noDateOf) : chooseReading(value, readings(chart, here, window));
  };
};

/** What a daily rate comes to over the days from one point to another, both included. */
export const askIntegral =
  ({ measure, from, to }: Extract<Value, { kind: 'integral' }>): AskWorth =>
  (chart, here) => {
    const names = [pointName(from, here), pointName(to, here)] as const;
    const [first, last] = names.map((name) => chart.dateOf(name));
    if (first === undefined) return noDate(names[0]);
    if (last === undefined) return noDate(names[1]);
    const partial = [first, last].find((date) => date.first !== date.last);
    if (partial !== undefined)
      return unknownFor([{ kind: 'date', of: partial === first ? names[0] : names[1], written: partial.written }]);
    return numberOf(chart.accumulated(measure, first.first, last.last));
  };

/** How many records fit: at least those that certainly do, and no more only once the histories are complete. */
export const askCount = (value: Extract<Value, { kind: 'record-count' }>, lexicon: Lexicon): AskWorth => {
  const find = findRecords(value.of, lexicon);
  return (chart, here) => {
    const { certain, possible, missing, closed } = find(chart, here);
    const least = rational(certain.length);
    const evidence = [...certain, ...possible].flatMap((hit) => hit.evidence);
    if (!closed) return { range: atLeastValue(least), evidence, missing };
    return { range: between(least, rational(certain.length + possible.length)), evidence, missing };
  };
};
