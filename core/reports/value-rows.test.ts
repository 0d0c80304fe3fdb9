import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { AnalysisValue, Outcome } from '#core/endpoints/analysis-value.ts';
import type { EventOccurrence } from '#core/endpoints/event-occurrence.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { between, everything, exactly, lessThan, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { deriveReport } from './trial-report.ts';
import { type ValueCell, type ValueRow, valueColumns, valueRows } from './value-rows.ts';

const found = (outcome: Outcome, more: Partial<AnalysisValue> = {}): AnalysisValue => ({
  endpoint: 'response',
  participant: '001',
  arm: 'msc',
  at: 'week 24',
  outcome,
  reported: undefined,
  policy: 'observed',
  because: [],
  records: [],
  missing: [],
  ...more,
});

/** The cells of one value that are not empty, by column; a number without quotes around it. */
const cellsOf = (value: AnalysisValue): Readonly<Record<string, string>> => {
  const [row = []] = valueRows([value]);
  assert.equal(row.length, valueColumns.length);
  const text = (cell: ValueCell): string => ('number' in cell ? cell.number : `"${cell.words}"`);
  return Object.fromEntries(
    valueColumns
      .map((name, index) => [name, text(row[index] ?? assert.fail())] as const)
      .filter(([, cell]) => cell !== '""'),
  );
};
const place = { participant: '"001"', arm: '"msc"', endpoint: '"response"', visit: '"week 24"', policy: '"observed"' };

/** What an endpoint came to, and what the table says of it. */
const rows: readonly (readonly [outcome: Outcome, cells: Readonly<Record<string, string>>])[] = [
  [{ kind: 'number', range: exactly(rational(-5, 4)) }, { value: '-1.25' }],
  [{ kind: 'number', range: exactly(rational(1, 3)) }, { value: '0.333333333333' }],
  [
    { kind: 'number', range: between(rational(2), rational(7, 2)) },
    { low: '2', 'low included': '"yes"', high: '3.5', 'high included': '"yes"' },
  ],
  [
    { kind: 'number', range: lessThan(rational(4, 100)) },
    { high: '0.04', 'high included': '"no"' },
  ],
  [{ kind: 'number', range: everything }, {}],
  [{ kind: 'level', worst: 'PR', best: 'PR', reached: 'true' }, { value: '"PR"' }],
  [
    { kind: 'level', worst: 'none', best: 'CR', reached: 'unknown' },
    { low: '"none"', high: '"CR"' },
  ],
  [{ kind: 'claim', reached: 'true' }, { value: '"yes"' }],
  [{ kind: 'claim', reached: 'false' }, { value: '"no"' }],
  [{ kind: 'claim', reached: 'unknown' }, {}],
  [{ kind: 'class', possible: ['III'] }, { value: '"III"' }],
  [{ kind: 'class', possible: ['III', 'IV'] }, { possible: '"III | IV"' }],
  [
    { kind: 'time', reached: 'true', visit: 'week 12', day: 84, by: 'week 12' },
    { value: '84', possible: '"week 12"' },
  ],
  [{ kind: 'time', reached: 'true', visit: undefined, day: undefined, by: 'week 12' }, { possible: '"by week 12"' }],
  [{ kind: 'time', reached: 'false', visit: undefined, day: undefined, by: undefined }, {}],
  [
    { kind: 'time', reached: 'true', visit: 'week 12', day: 84, by: 'week 12', interval: { after: 56, by: 84 } },
    { value: '84', possible: '"week 12"', 'after day': '56', 'by day': '84' },
  ],
  [
    {
      kind: 'time',
      reached: 'unknown',
      visit: undefined,
      day: undefined,
      by: undefined,
      interval: { after: 56, by: undefined },
      censored: { day: 80, why: 'died', record: 'r' },
    },
    { 'after day': '56', censored: '"day 80: died"' },
  ],
];

for (const [outcome, cells] of rows)
  test(`${outcome.kind}: ${JSON.stringify(cells)}`, () =>
    assert.deepEqual(cellsOf(found(outcome)), { ...place, kind: `"${outcome.kind}"`, ...cells }));

test('what is reported, by which policy, what is missing, and the records', () => {
  const value = found(
    { kind: 'claim', reached: 'unknown' },
    {
      arm: undefined,
      at: undefined,
      reported: 'false',
      policy: 'non-responder',
      records: ['participant/001#7/UPCR', 'participant/001#9/consent given'],
      missing: [
        { kind: 'item', item: 'UPCR', point: 'week 24', why: 'not done' },
        { kind: 'item', item: 'UPCR', point: 'week 24', why: 'not done' },
        { kind: 'date', of: 'birth', written: undefined },
      ],
    },
  );
  assert.deepEqual(cellsOf(value), {
    participant: '"001"',
    endpoint: '"response"',
    kind: '"claim"',
    reported: '"no"',
    policy: '"non-responder"',
    missing: '"UPCR at week 24 (not done); the date of birth"',
    records: '"participant/001#7/UPCR participant/001#9/consent given"',
  });
});

test('a row for every endpoint of everyone who was randomised, endpoint by endpoint in the order of the study', () => {
  const study = g.shipped('nct05631717');
  const people = sixPeople(study);
  const { values } = deriveReport(study, people);
  const cell = (row: ValueRow, column: (typeof valueColumns)[number]): string => {
    const found = row[valueColumns.indexOf(column)] ?? assert.fail();
    return 'words' in found ? found.words : found.number;
  };
  assert.deepEqual(
    values.map((row) => `${cell(row, 'endpoint')} ${cell(row, 'participant')}`),
    study.endpoints.flatMap(({ of }) => people.map(({ id }) => `${of.id} ${id}`)),
  );
  const unknown = values.find((row) => cell(row, 'endpoint') === 'response' && cell(row, 'participant') === 'P-005');
  assert.ok(unknown);
  assert.deepEqual(
    [cell(unknown, 'value'), cell(unknown, 'reported'), cell(unknown, 'policy')],
    ['', 'no', 'non-responder'],
  );
  assert.match(cell(unknown, 'missing'), /creatinine at week 24/);
});

const event: EventOccurrence = {
  of: { event: 'rescue', strategy: 'composite' },
  what: 'rescue medicine methylprednisolone',
  on: { first: 20_635, last: 20_635, written: '2026-07-01' },
  happened: 'true',
  records: ['r'],
  missing: [],
};

test('what enters, by which strategy and event, and where it was recorded', () => {
  const value = found(
    { kind: 'level', worst: 'CR', best: 'CR', reached: 'true' },
    {
      reported: 'false',
      policy: 'composite',
      entered: { kind: 'level', worst: 'none', best: 'none', reached: 'false' },
      decidedBy: event,
      events: [
        event,
        { ...event, of: { event: 'stop', strategy: 'treatment policy' }, on: undefined, happened: 'unknown' },
      ],
      mapped: { visit: 'week 20', because: 'recorded at week 20' },
    },
  );
  const said = 'rescue medicine methylprednisolone on 2026-07-01 [composite]';
  assert.deepEqual(cellsOf(value), {
    ...place,
    kind: '"level"',
    value: '"CR"',
    reported: '"no"',
    entered: '"none"',
    policy: '"composite"',
    strategy: `"${said}"`,
    events: `"${said}; rescue medicine methylprednisolone (not known) [treatment policy]"`,
    'recorded at': '"recorded at week 20"',
  });
});

test('a number that enters is a number; bounds and what is not known are words', () => {
  const entered = (range: Range): string | undefined =>
    cellsOf(found({ kind: 'number', range: everything }, { entered: { kind: 'number', range } })).entered;
  assert.equal(entered(exactly(rational(28))), '28');
  assert.equal(entered(between(rational(-6), rational(28))), '"-6 to 28"');
  assert.equal(entered(everything), '"not known"');
});

test('membership: in or not, by which arm, and why not', () => {
  const member = { participant: '001', records: ['r'], armTaken: 'il-2' };
  const members = () => ({
    treated: { ...member, in: true, because: [] },
    perProtocol: { ...member, in: false, because: ['received no dose', 'visit missed'] },
  });
  const [row = []] = valueRows([found({ kind: 'claim', reached: 'true' })], members);
  const cell = (column: (typeof valueColumns)[number]) => row[valueColumns.indexOf(column)];
  assert.deepEqual(
    (['arm received', 'treated', 'per protocol', 'why not'] as const).map(cell),
    ['il-2', 'yes', 'no', 'per protocol: received no dose; per protocol: visit missed'].map((words) => ({ words })),
  );
});
