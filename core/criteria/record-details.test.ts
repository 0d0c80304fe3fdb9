import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { conditionOf } from './given.ts';
import { detailTruth, openDetails } from './record-details.ts';

const date = (written: string) => {
  const read = readDate(written);
  assert(read !== undefined, written);
  return read;
};

/** `prednisone 10 mg x2 /1` from a day to a day. */
const course = (dose: string | undefined, start: string, end: string): HistoryRecord => {
  const [amount = '', unit = '', times = '1', every = '1'] = dose?.split(' ') ?? [];
  return {
    source: 'medication',
    concept: 'prednisone',
    start: date(start),
    end: end === 'single' || end === 'ongoing' ? end : date(end),
    attributes: { failed: true },
    dose: dose === undefined ? undefined : { amount, unit, timesADay: Number(times), everyDays: Number(every) },
    kind: undefined,
    record: 'history.1',
  };
};

const upTo = (through: string | undefined) => {
  const day = through === undefined ? undefined : readDay(through);
  return day === undefined ? undefined : { first: day, last: day };
};

const whereOf = (where: string) => {
  const read = conditionOf(`received prednisone where (${where}) ever`);
  assert(read.kind === 'records' && read.where !== undefined);
  return read.where;
};

const truth = (where: string, record: HistoryRecord, through?: string): string =>
  detailTruth(whereOf(where), record, upTo(through));

/** Detail, dose as `amount unit times-a-day every-days`, truth. */
const doses: readonly (readonly [string, string | undefined, string])[] = [
  ['dose > 20 mg/d', '25 mg', 'true'],
  ['dose > 20 mg/d', '20 mg', 'false'],
  ['dose >= 20 mg/d', '10 mg 2', 'true'],
  ['dose > 20 mg/d', '40 mg 1 2', 'false'],
  ['dose >= 20 mg/d', '40 mg 1 2', 'true'],
  ['dose > 20 mg/d', '0.025 g', 'true'],
  ['dose > 20 mg', '25 mg 1 7', 'true'],
  ['dose >= 0.4 g/m2', '500 mg/m2', 'true'],
  ['dose <= 0.6 g/m2', '700 mg/m2', 'false'],
  ['dose >= 0.4 g/m2', '500 mg', 'unknown'],
  ['dose > 20 mg/d', undefined, 'unknown'],
  ['not dose > 20 mg/d', '25 mg', 'false'],
];
for (const [where, dose, expected] of doses)
  test(`${where}, given ${dose}: ${expected}`, () =>
    assert.equal(truth(where, course(dose, '2026-01-01', 'ongoing')), expected));

/** Start, end, day through which the history is known, whether it lasted at least 6 months (both ends included). */
const lasting: readonly (readonly [string, string, string | undefined, string])[] = [
  ['2026-01-01', '2026-06-30', undefined, 'true'],
  ['2026-01-01', '2026-06-29', undefined, 'false'],
  ['2026-01-01', 'single', undefined, 'false'],
  ['2026-01-01', 'ongoing', '2026-06-30', 'true'],
  ['2026-01-01', 'ongoing', '2026-06-29', 'false'],
  ['2026-01-01', 'ongoing', undefined, 'unknown'],
  // What comes after the end of the window is not counted.
  ['2026-01-01', '2027-01-01', '2026-06-29', 'false'],
  ['2026-01-01', '2027-01-01', '2026-06-30', 'true'],
  ['2026-01', '2026-07', undefined, 'unknown'],
  ['2026-01', '2026-08', undefined, 'true'],
  ['2026-01', '2026-05', undefined, 'false'],
];
for (const [start, end, through, expected] of lasting)
  test(`from ${start} to ${end}, known through ${through}: ${expected}`, () =>
    assert.equal(truth('lasting at least 6 months', course('10 mg', start, end), through), expected));

/** Three-valued, as everywhere. */
const joined: readonly (readonly [string, string])[] = [
  ['failed', 'true'],
  ['not-tolerated', 'unknown'],
  ['failed and not-tolerated', 'unknown'],
  ['failed or not-tolerated', 'true'],
  ['not failed and not-tolerated', 'false'],
];
for (const [where, expected] of joined)
  test(`${where}: ${expected}`, () => assert.equal(truth(where, course(undefined, '2026', 'ongoing')), expected));

/** What a course of 10 mg a day since 2026, of which only `failed` was answered, leaves open. */
const open: readonly (readonly [string, readonly string[]])[] = [
  ['failed', []],
  ['not-tolerated', ['not-tolerated']],
  ['failed and (not-tolerated or not not-tolerated)', ['not-tolerated']],
  ['dose > 2 g/m2', ['dose']],
  ['lasting at least 6 months', ['how long']],
  ['dose > 2 g/m2 and failed and lasting at least 6 months', ['dose', 'how long']],
];
for (const [where, expected] of open)
  test(`${where} leaves open ${expected.join(' and ') || 'nothing'}`, () =>
    assert.deepEqual(openDetails(whereOf(where), course('10 mg', '2026', 'ongoing'), undefined), expected));
