import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { type DoseChange, doseChanges, isAskedChange, isDoseChange } from './dose-changes.ts';
import { type DatedCourse, type DoseStep, doseSteps } from './dose-steps.ts';
import { sayMissing } from './explain.ts';
import { type ChartFacts, chartFrom, type PlainRecord, truthOf } from './given.ts';
import type { RecordVerb } from './syntax.ts';

const course = (
  start: string,
  end: string | undefined,
  dose?: string,
  more: Partial<PlainRecord> = {},
): PlainRecord => ({
  concept: 'tacrolimus',
  start,
  ...(end === undefined ? {} : { end }),
  ...(dose === undefined ? {} : { dose }),
  ...more,
});

const said = (changes: readonly DoseChange[]): string =>
  changes
    .map(({ on, what, certain, either }) => `${either?.join(' or ') ?? what} ${on.written}${certain ? '' : '?'}`)
    .join(', ');

const shown = (history: readonly PlainRecord[]): string =>
  said(doseChanges(chartFrom({ history }).records('medication')));

const rows: readonly (readonly [string, readonly PlainRecord[], string])[] = [
  ['no course', [], ''],
  ['one that goes on', [course('2026-01-01', 'ongoing', '2 mg')], 'started 2026-01-01'],
  ['one that ended', [course('2026-01-01', '2026-02-01', '2 mg')], 'started 2026-01-01, stopped 2026-02-01'],
  ['a single day', [course('2026-01-01', undefined, '2 mg')], 'started 2026-01-01, stopped 2026-01-01'],
  [
    'a higher dose on the next day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '3 mg')],
    'started 2026-01-01, raised 2026-02-01',
  ],
  [
    'the same dose on the next day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg')],
    'started 2026-01-01',
  ],
  [
    'a gap of a day',
    [course('2026-01-01', '2026-01-30', '2 mg'), course('2026-02-01', 'ongoing', '2 mg')],
    'started 2026-01-01, stopped 2026-01-30, started 2026-02-01',
  ],
  [
    'written in another order',
    [course('2026-02-01', 'ongoing', '3 mg'), course('2026-01-01', '2026-01-31', '2 mg')],
    'started 2026-01-01, raised 2026-02-01',
  ],
  [
    'the same dose in another unit',
    [course('2026-01-01', '2026-01-31', '1 g'), course('2026-02-01', 'ongoing', '1000 mg')],
    'started 2026-01-01',
  ],
  [
    'the same number written with more places',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2.0 mg')],
    'started 2026-01-01',
  ],
  [
    'the same dose in two parts',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '1 mg', { timesADay: 2 })],
    'started 2026-01-01',
  ],
  [
    'half the dose by every other day',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg', { everyDays: 2 })],
    'started 2026-01-01, reduced 2026-02-01',
  ],
  [
    'a dose by weight after one that is not',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', '2 mg/kg')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'a dose that is not recorded',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'a dose that cannot be read',
    [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', 'ongoing', 'some mg')],
    'started 2026-01-01, changed 2026-02-01?',
  ],
  [
    'three steps',
    [
      course('2026-01-01', '2026-01-31', '3 mg'),
      course('2026-02-01', '2026-02-28', '2 mg'),
      course('2026-03-01', '2026-03-31', '1 mg'),
    ],
    'started 2026-01-01, reduced 2026-02-01, reduced 2026-03-01, stopped 2026-03-31',
  ],
  [
    'a month that is all that is known, and no other near it',
    [course('2026-01', '2026-03-10', '3 mg'), course('2026-03-11', '2026-05', '2 mg')],
    'started 2026-01, reduced 2026-03-11, stopped 2026-05',
  ],
  // Courses that overlap: what is taken in a day of all of them.
  [
    'a pulse beside a lasting course is a raise and a fall',
    [course('2026-01-01', 'ongoing', '10 mg'), course('2026-05-25', '2026-05-27', '500 mg', { kind: 'pulse' })],
    'started 2026-01-01, raised 2026-05-25, reduced 2026-05-28',
  ],
  [
    'a pulse of one day beside a lasting course',
    [course('2026-01-01', 'ongoing', '10 mg'), course('2026-05-25', undefined, '500 mg', { kind: 'pulse' })],
    'started 2026-01-01, raised 2026-05-25, reduced 2026-05-26',
  ],
  [
    'a pulse long before the next course of the same dose',
    [
      course('2026-01-01', '2026-06-10', '10 mg'),
      course('2026-02-01', '2026-02-03', '500 mg', { kind: 'pulse' }),
      course('2026-06-11', 'ongoing', '10 mg'),
    ],
    'started 2026-01-01, raised 2026-02-01, reduced 2026-02-04',
  ],
  [
    'two courses that start on one day',
    [course('2026-05-20', 'ongoing', '10 mg'), course('2026-05-20', '2026-05-22', '40 mg')],
    'started 2026-05-20, reduced 2026-05-23',
  ],
  [
    'the same, written in another order',
    [course('2026-05-20', '2026-05-22', '40 mg'), course('2026-05-20', 'ongoing', '10 mg')],
    'started 2026-05-20, reduced 2026-05-23',
  ],
  [
    'a lasting course, of which a second goes on',
    [course('2026-01-01', '2026-02-01', '1 mg'), course('2026-01-15', 'ongoing', '2 mg')],
    'started 2026-01-01, raised 2026-01-15, reduced 2026-02-02',
  ],
  [
    'the day on which one ends and the next begins belongs to the next',
    [course('2026-01-01', '2026-02-01', '2 mg'), course('2026-02-01', 'ongoing', '1 mg')],
    'started 2026-01-01, reduced 2026-02-01',
  ],
  [
    'the same dose again from the last day on',
    [course('2026-01-01', '2026-02-01', '2 mg'), course('2026-02-01', 'ongoing', '2 mg')],
    'started 2026-01-01',
  ],
  [
    'a course without a dose beside one that goes on',
    [course('2026-01-01', 'ongoing', '2 mg'), course('2026-02-01', '2026-02-03')],
    'started 2026-01-01, raised 2026-02-01?, reduced 2026-02-04?',
  ],
  [
    'a dose beside one that goes on and is not recorded',
    [course('2026-01-01', 'ongoing'), course('2026-02-01', '2026-02-03', '2 mg')],
    'started 2026-01-01, raised 2026-02-01, reduced 2026-02-04',
  ],
  [
    'one dose in the place of two',
    [
      course('2026-01-01', '2026-01-31', '2 mg'),
      course('2026-01-01', '2026-01-31', '1 mg'),
      course('2026-02-01', 'ongoing', '3 mg'),
    ],
    'started 2026-01-01',
  ],
  // A taper falls somewhere within its days, and ends no higher than it began.
  [
    'a taper',
    [course('2026-05-20', '2026-06-20', '40 mg', { kind: 'taper' })],
    'started 2026-05-20, reduced 2026-05-20 to 2026-06-20, stopped 2026-06-20',
  ],
  [
    'a taper, then less than it began with',
    [course('2026-05-20', '2026-06-20', '40 mg', { kind: 'taper' }), course('2026-06-21', 'ongoing', '5 mg')],
    'started 2026-05-20, reduced 2026-05-20 to 2026-06-20, changed 2026-06-21?',
  ],
  [
    'a taper, then more than it began with',
    [course('2026-05-20', '2026-06-20', '40 mg', { kind: 'taper' }), course('2026-06-21', 'ongoing', '50 mg')],
    'started 2026-05-20, reduced 2026-05-20 to 2026-06-20, raised 2026-06-21',
  ],
  [
    'a taper that goes on',
    [course('2026-05-20', 'ongoing', '40 mg', { kind: 'taper' })],
    'started 2026-05-20, reduced 2026-05-20 to now?',
  ],
  [
    'a taper of one day',
    [course('2026-05-20', '2026-05-20', '40 mg', { kind: 'taper' })],
    'started 2026-05-20, stopped 2026-05-20',
  ],
  // Dates known in part: certain only what holds on all their days.
  [
    'the same dose, perhaps after a gap',
    [course('2026-01-01', '2026-05', '1 g'), course('2026-05-31', 'ongoing', '1 g')],
    'started 2026-01-01, stopped 2026-05-01 to 2026-05-29?, started 2026-05-31?',
  ],
  [
    'a higher dose, perhaps after a gap',
    [course('2026-01-01', '2026-05', '1 g'), course('2026-05-31', 'ongoing', '2 g')],
    'started 2026-01-01, stopped 2026-05-01 to 2026-05-29?, started 2026-05-31?, raised 2026-05-31?, started or raised 2026-05-31',
  ],
  [
    'a course of an unknown day of the year beside a lasting one',
    [course('2025-12-01', 'ongoing', '1 g'), course('2026', 'ongoing', '2 g')],
    'started 2025-12-01, raised 2026',
  ],
  [
    'a course of an unknown day of the year in which another begins',
    [course('2026-05-18', 'ongoing', '1 g'), course('2026', 'ongoing', '2 g')],
    'started 2026-01-01 to 2026-05-18?, started 2026-05-18?, raised 2026-05-18?, started or raised 2026-05-18, raised 2026-05-19 to 2026-12-31?',
  ],
];
for (const [what, history, expected] of rows)
  test(`${what}: ${expected || 'no change'}`, () => assert.equal(shown(history), expected));

/** A course that is coded too widely to say whether it is one of the drug. */
const wider: readonly (readonly [string, readonly PlainRecord[], readonly PlainRecord[], string])[] = [
  [
    'twice the dose, perhaps of the drug, on the next day',
    [course('2026-01-01', '2026-05-31', '1 g')],
    [course('2026-06-01', 'ongoing', '2 g')],
    'started 2026-01-01, stopped 2026-05-31?, stopped or raised 2026-05-31 to 2026-06-01, raised 2026-06-01?',
  ],
  [
    'perhaps of the drug, months later',
    [course('2026-01-01', '2026-01-31', '1 g')],
    [course('2026-06-01', 'ongoing', '2 g')],
    'started 2026-01-01, stopped 2026-01-31, started 2026-06-01?',
  ],
  [
    'perhaps of the drug, all the while',
    [course('2026-01-01', '2026-01-31', '1 g'), course('2026-02-01', 'ongoing', '2 g')],
    [course('2025-01-01', 'ongoing', '2 g')],
    'started 2025-01-01?, started 2026-01-01?, raised 2026-01-01?, started or raised 2026-01-01, raised 2026-02-01',
  ],
  [
    'a taper, perhaps of the drug',
    [],
    [course('2026-05-20', '2026-06-20', '40 mg', { kind: 'taper' })],
    'started 2026-05-20?, reduced 2026-05-20 to 2026-06-20?, stopped 2026-06-20?',
  ],
];
for (const [what, history, perhaps, expected] of wider)
  test(`${what}: ${expected}`, () => {
    const records = chartFrom({ history: [...history, ...perhaps] }).records('medication');
    const changes = doseChanges(records.slice(0, history.length), records.slice(history.length));
    assert.equal(said(changes), expected);
  });

/** What would have to be known of a change that is not certain: the dates beside it, or its dose. */
const missing: readonly (readonly [readonly PlainRecord[], string])[] = [
  [
    [course('2026-01-01', '2026-05', '1 g'), course('2026-05-31', 'ongoing', '1 g')],
    'the exact date of tacrolimus of 2026-01-01',
  ],
  [
    [course('2026-01-01', '2026-05-30', '1 g'), course('2026-05-31', 'ongoing')],
    'tacrolimus of 2026-05-31: dose (not recorded)',
  ],
  [[course('2026-01-01', 'ongoing', '1 g')], ''],
];
for (const [history, expected] of missing)
  test(`to be certain needs ${expected || 'nothing'}`, () => {
    const changes = doseChanges(chartFrom({ history }).records('medication'));
    assert.equal([...new Set(changes.flatMap((change) => change.missing.map(sayMissing)))].join(', '), expected);
  });

/** Screening 2026-05-18, week 4 on 2026-06-29, and the history signed. */
const facts = (history: readonly PlainRecord[]): ChartFacts => ({
  dates: { screening: '2026-05-18', baseline: '2026-05-27', 'week 4': '2026-06-29' },
  history,
  complete: { medication: '2026-12-31' },
});
const withPulse = [
  course('2026-01-01', 'ongoing', '10 mg'),
  course('2026-05-25', '2026-05-27', '500 mg', { kind: 'pulse' }),
];
const resumed = [
  course('2026-01-01', '2026-06-10', '10 mg'),
  course('2026-02-05', '2026-02-07', '500 mg', { kind: 'pulse' }),
  course('2026-06-11', 'ongoing', '10 mg'),
];
const bothAtOnce = [course('2026-05-20', 'ongoing', '10 mg'), course('2026-05-20', '2026-05-22', '40 mg')];
const alike = [course('2026-01-01', '2026-05', '1 g'), course('2026-05-31', 'ongoing', '1 g')];
const doubled = [course('2026-01-01', '2026-05', '1 g'), course('2026-05-31', 'ongoing', '2 g')];
const inTheYear = [course('2026-05-18', '2026-06-10', '1 g'), course('2026', 'ongoing', '2 g')];
const taper = [course('2026-05-20', '2026-06-20', '40 mg', { kind: 'taper' })];

const truths: readonly (readonly [string, readonly PlainRecord[], string, string])[] = [
  ['reduced dose of tacrolimus from screening to week 4', withPulse, 'true', 'true'],
  ['changed dose of tacrolimus within 1 day before baseline', withPulse, 'false', 'false'],
  ['raised dose of tacrolimus from screening to week 4', withPulse, 'true', 'true'],
  ['changed dose of tacrolimus from screening to week 4', resumed, 'false', 'false'],
  ['raised dose of tacrolimus from screening to week 4', bothAtOnce, 'true', 'false'],
  ['raised dose of tacrolimus from screening to week 4', bothAtOnce.toReversed(), 'true', 'false'],
  ['changed dose of tacrolimus from screening to week 4', alike, 'unknown', 'false'],
  // Perhaps a raise, perhaps a stop and a start: some change whichever it was.
  ['changed dose of tacrolimus from screening to week 4', doubled, 'true', 'unknown'],
  ['raised dose of tacrolimus from screening to week 4', doubled, 'true', 'unknown'],
  ['reduced dose of tacrolimus from screening to week 4', doubled, 'unknown', 'false'],
  ['raised dose of tacrolimus from screening to week 4', inTheYear, 'true', 'unknown'],
  ['reduced dose of tacrolimus from screening to week 4', taper, 'true', 'true'],
  ['reduced dose of tacrolimus within 1 week after baseline', taper, 'unknown', 'unknown'],
  ['raised dose of tacrolimus from baseline to week 4', taper, 'false', 'false'],
];
for (const [sentence, history, counting, not] of truths)
  test(`${sentence}, ${shown(history)}: ${counting} counting starts and stops, else ${not}`, () => {
    assert.equal(truthOf(`${sentence} counting starts and stops`, facts(history)), counting);
    assert.equal(truthOf(`${sentence} not counting starts and stops`, facts(history)), not);
  });

test('a taper that goes on is followed by no window without it, and by no error', () => {
  const history = [
    course('2026-03-01', '2026-05-03', '40 mg'),
    course('2026-04-01', 'ongoing', '40 mg', { kind: 'taper' }),
  ];
  const changes = doseChanges(chartFrom({ history }).records('medication'));
  assert.deepEqual(
    changes.filter(({ goesOn }) => goesOn).map(({ on }) => on.written),
    ['2026-04-01 to now'],
  );
  for (const length of ['24 weeks', '2 months', '200 years'])
    assert.equal(
      truthOf(`reduced dose of tacrolimus within ${length} before screening counting starts and stops`, facts(history)),
      'true',
    );
});

test('what would take long to try is soon called uncertain', () => {
  const years = Array.from({ length: 20 }, (_, index) => course('2026', 'ongoing', `${index + 1} mg`));
  const days = Array.from({ length: 28 }, (_, index) =>
    course(`2026-01-${String(index + 1).padStart(2, '0')}`, undefined, '1 mg'),
  );
  const start = performance.now();
  for (const history of [years, [...years.slice(0, 2), ...days]])
    assert(doseChanges(chartFrom({ history }).records('medication')).every(({ certain }) => !certain));
  assert(performance.now() - start < 400);
});

const base = 20_000;
const date: fc.Arbitrary<PartialDate> = fc
  .tuple(fc.nat(30), fc.oneof(fc.constant(0), fc.constant(0), fc.nat(14)))
  .map(([first, more]) => ({ first: base + first, last: base + first + more, written: `${first} to ${first + more}` }));
const courses: fc.Arbitrary<readonly HistoryRecord[]> = fc
  .array(
    fc.record({
      start: date,
      end: fc.oneof(date, fc.constant('ongoing' as const), fc.constant('single' as const)),
      amount: fc.constantFrom('1', '2', '3'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all
      .filter(({ start, end }) => typeof end === 'string' || end.last >= start.first)
      .map(({ start, end, amount }, index) => ({
        ...{
          source: 'medication' as const,
          concept: 'tacrolimus',
          attributes: {},
          kind: undefined,
          record: `${index}`,
        },
        ...{ start, end, dose: { amount, unit: 'mg', everyDays: 1, timesADay: 1 } },
      })),
  );

const daysOf = ({ first, last }: PartialDate): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Every way in which the dates may turn out, day by day. */
const completions = (records: readonly HistoryRecord[]): readonly (readonly DatedCourse[])[] =>
  records.reduce<readonly (readonly DatedCourse[])[]>(
    (all, record) => {
      const { start, end } = record;
      const ways = daysOf(start).flatMap((first): readonly DatedCourse[] => {
        if (end === 'ongoing') return [{ record, first, last: undefined }];
        if (end === 'single') return [{ record, first, last: first }];
        return daysOf(end).flatMap((last) => (last < first ? [] : [{ record, first, last }]));
      });
      return all.flatMap((earlier) => ways.map((way) => [...earlier, way]));
    },
    [[]],
  );

const countOf = (records: readonly HistoryRecord[]): number =>
  records.reduce((count, { start, end }) => {
    const ends = typeof end === 'string' ? 1 : daysOf(end).length;
    return count * daysOf(start).length * ends;
  }, 1);

const covers = ({ on }: DoseChange, step: DoseStep): boolean => on.first <= step.on && step.on <= on.last;

test('whatever the days, each change is among those said, and those said to be certain are there', () => {
  let uncertain = 0;
  fc.assert(
    fc.property(courses, (records) => {
      fc.pre(countOf(records) <= 4000);
      const changes = doseChanges(records);
      if (changes.some(({ certain }) => !certain)) uncertain += 1;
      for (const world of completions(records)) {
        const steps = doseSteps(world);
        for (const step of steps)
          assert(
            changes.some((each) => covers(each, step) && [step.what, 'changed'].includes(each.what)),
            `${step.what} ${step.on - base} is not said: ${said(changes)}`,
          );
        for (const each of changes.filter(({ certain }) => certain))
          assert(
            steps.some((step) => covers(each, step) && (each.either ?? [each.what]).includes(step.what)),
            `${each.what} ${each.on.written} is not there`,
          );
      }
    }),
    { seed: 9, numRuns: 600 },
  );
  assert(uncertain > 100, `${uncertain} only`);
});

test('the order of the records changes nothing', () =>
  fc.assert(
    fc.property(courses, (records) => {
      const told = (all: readonly HistoryRecord[]): readonly string[] =>
        doseChanges(all)
          .map(({ what, either, on, certain }) => `${either?.toSorted() ?? what} ${on.first} ${on.last} ${certain}`)
          .toSorted();
      assert.deepEqual(told(records.toReversed()), told(records));
    }),
    { seed: 10, numRuns: 400 },
  ));

test('a change names the course that it began or ended', () => {
  const history = [course('2026-01-01', '2026-01-31', '2 mg'), course('2026-02-01', '2026-03-01', '3 mg')];
  const changes = doseChanges(chartFrom({ history }).records('medication'));
  assert.deepEqual(
    changes.map(({ record }) => record.record),
    ['history.1', 'history.2', 'history.2'],
  );
});

/** Which changes each verb asks for: with starts and stops counted, and without. */
const verbs: readonly (readonly [RecordVerb, string, string])[] = [
  ['changed dose of', 'reduced raised changed started stopped', 'reduced raised changed'],
  ['reduced dose of', 'reduced changed stopped', 'reduced changed'],
  ['raised dose of', 'raised changed started', 'raised changed'],
];
for (const [verb, counting, without] of verbs)
  test(`${verb}: ${counting}, or ${without}`, () => {
    assert(isDoseChange(verb));
    const [record] = chartFrom({ history: [course('2026-01-01', 'ongoing')] }).records('medication');
    assert(record !== undefined);
    const all = ['reduced', 'raised', 'changed', 'started', 'stopped'] as const;
    const asked = (counted: boolean): string =>
      all
        .filter((what) =>
          isAskedChange(
            { record, on: record.start, what, certain: true, either: undefined, goesOn: false, missing: [] },
            verb,
            counted,
          ),
        )
        .join(' ');
    assert.deepEqual([asked(true), asked(false)], [counting, without]);
  });

test('other verbs ask for no change of dose', () => {
  for (const verb of ['received', 'takes', 'had', 'has'] as const) assert.equal(isDoseChange(verb), false);
});
