import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { ask, type ChartFacts, type PlainRecord, truthOf } from './given.ts';
import type { Source } from './lexicon.ts';

const everything: Partial<Record<Source, string>> = {
  medication: '2026-12-31',
  condition: '2026-12-31',
  procedure: '2026-12-31',
  vaccination: '2026-12-31',
  'adverse event': '2026-12-31',
};
const dates = { screening: '2026-05-18', 'first dose': '2026-06-01', 'week 24': '2026-11-16' };
const dosed = { screening: '2026-05-18', 'first dose': '2026-06-01' };
const signed = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history, complete: everything });
const open = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, history });

const on = (concept: string, start: string, more: Partial<PlainRecord> = {}): PlainRecord => ({
  concept,
  start,
  ...more,
});
const bCells = 'received B-cell-depletion within 24 weeks before screening';
const infection = 'had infection where (severe and (active or recurrent)) within 4 weeks before screening';
const serious = 'had adverse-event where (serious) from first dose to week 24';
const malignancy = 'had malignancy other than cured-basal-cell-carcinoma ever';
const unstable = 'changed dose of tacrolimus, mycophenolate within 12 weeks before screening';

type Row = readonly [sentence: string, what: string, facts: ChartFacts, expected: Truth];
const rows: readonly Row[] = [
  // Closed only once it is signed, and through the window.
  [bCells, 'no record, signed', signed(), 'false'],
  [bCells, 'no record, not signed', open(), 'unknown'],
  [bCells, 'no record, another source signed', { ...open(), complete: { condition: '2026-12-31' } }, 'unknown'],
  [bCells, 'signed through the day of screening', { dates, complete: { medication: '2026-05-18' } }, 'false'],
  [bCells, 'signed through the day before', { dates, complete: { medication: '2026-05-17' } }, 'unknown'],
  [bCells, 'a record, not signed', open(on('rituximab', '2026-03-02')), 'true'],
  [bCells, 'no date of screening', { complete: everything }, 'unknown'],
  // Inclusive at both ends: 24 weeks before 2026-05-18 is 2025-12-01.
  [bCells, 'on the first day of the window', signed(on('rituximab', '2025-12-01')), 'true'],
  [bCells, 'on the day before it', signed(on('rituximab', '2025-11-30')), 'false'],
  [bCells, 'on the day of screening', signed(on('rituximab', '2026-05-18')), 'true'],
  [bCells, 'on the day after', signed(on('rituximab', '2026-05-19')), 'false'],
  // Courses count as long as they last.
  [
    bCells,
    'a course that ended on the first day',
    signed(on('rituximab', '2024-01-01', { end: '2025-12-01' })),
    'true',
  ],
  [bCells, 'a course that ended the day before', signed(on('rituximab', '2024-01-01', { end: '2025-11-30' })), 'false'],
  [bCells, 'a course that goes on', signed(on('rituximab', '2020-01-01', { end: 'ongoing' })), 'true'],
  [bCells, 'one that began after and goes on', signed(on('rituximab', '2026-06-01', { end: 'ongoing' })), 'false'],
  // Dates that are known in part.
  [bCells, 'a month within', signed(on('rituximab', '2026-03')), 'true'],
  [bCells, 'a month across the first day', signed(on('rituximab', '2025-12')), 'true'],
  [bCells, 'a month before the first day', signed(on('rituximab', '2025-11')), 'false'],
  [bCells, 'a year that holds the first day', signed(on('rituximab', '2025')), 'unknown'],
  [bCells, 'a month that holds the day of screening', signed(on('rituximab', '2026-05')), 'unknown'],
  [
    bCells,
    'a year across, and one certainly within',
    signed(on('rituximab', '2025'), on('rituximab', '2026-01')),
    'true',
  ],
  [bCells, 'a course from an unknown day on', signed(on('rituximab', '2026-05', { end: 'ongoing' })), 'unknown'],
  [
    'received rituximab within 2 weeks before screening',
    'screening known in part',
    { dates: { screening: '2026-05' }, history: [on('rituximab', '2026-05-01')], complete: everything },
    'unknown',
  ],
  // Narrower and wider concepts.
  [bCells, 'a narrower drug', signed(on('obinutuzumab', '2026-03-02')), 'true'],
  [bCells, 'the class itself', signed(on('B-cell-depletion', '2026-03-02')), 'true'],
  [bCells, 'another class', signed(on('belimumab', '2026-03-02')), 'false'],
  ['received rituximab ever', 'only the class is recorded', signed(on('B-cell-depletion', '2026-03-02')), 'unknown'],
  ['received rituximab ever', 'another drug of the class', signed(on('ocrelizumab', '2026-03-02')), 'false'],
  ['received rituximab, belimumab ever', 'the second of the list', signed(on('belimumab', '2026-03-02')), 'true'],
  // Other than.
  [malignancy, 'the exception alone', signed(on('cured-basal-cell-carcinoma', '2015')), 'false'],
  [malignancy, 'one that is not excepted', signed(on('melanoma', '2015')), 'true'],
  [malignancy, 'one that may be excepted', signed(on('basal-cell-carcinoma', '2015')), 'unknown'],
  [malignancy, 'one of which the kind was not recorded', signed(on('malignancy', '2015')), 'unknown'],
  [
    malignancy,
    'the exception and another',
    signed(on('cured-basal-cell-carcinoma', '2015'), on('lymphoma', '2010')),
    'true',
  ],
  [malignancy, 'nothing, signed', signed(), 'false'],
  [malignancy, 'nothing, not signed', open(), 'unknown'],
  [
    'received live-vaccine other than zoster-vaccine ever',
    'a vaccine that is both',
    signed(on('live-zoster-vaccine', '2026-03-02')),
    'false',
  ],
  // Attributes: absent is not known.
  [
    infection,
    'severe and active',
    signed(on('pneumonia', '2026-05-10', { attributes: { severe: true, active: true } })),
    'true',
  ],
  [infection, 'not severe', signed(on('pneumonia', '2026-05-10', { attributes: { severe: false } })), 'false'],
  [
    infection,
    'severe, nothing more known',
    signed(on('pneumonia', '2026-05-10', { attributes: { severe: true } })),
    'unknown',
  ],
  [infection, 'nothing known', signed(on('pneumonia', '2026-05-10')), 'unknown'],
  [
    infection,
    'severe, recurrent, active not known',
    signed(on('pneumonia', '2026-05-10', { attributes: { severe: true, recurrent: true } })),
    'true',
  ],
  [infection, 'nothing known, too long ago', signed(on('pneumonia', '2026-04-01')), 'false'],
  [
    'had infection where (not severe) ever',
    'severe',
    signed(on('infection', '2026', { attributes: { severe: true } })),
    'false',
  ],
  ['had infection where (not severe) ever', 'nothing known', signed(on('infection', '2026')), 'unknown'],
  // An adverse event counts on the day it began.
  [
    serious,
    'began before, lasts',
    signed(on('infection-event', '2026-05-30', { end: 'ongoing', attributes: { serious: true } })),
    'false',
  ],
  [
    serious,
    'on the day of the first dose',
    signed(on('infection-event', '2026-06-01', { attributes: { serious: true } })),
    'true',
  ],
  [
    serious,
    'on the day of week 24',
    signed(on('adverse-event', '2026-11-16', { attributes: { serious: true } })),
    'true',
  ],
  [
    serious,
    'the day after week 24',
    signed(on('adverse-event', '2026-11-17', { attributes: { serious: true } })),
    'false',
  ],
  [serious, 'seriousness not known', signed(on('adverse-event', '2026-07-01')), 'unknown'],
  [
    serious,
    'not serious, not signed',
    open(on('adverse-event', '2026-07-01', { attributes: { serious: false } })),
    'unknown',
  ],
  // The visit that ends the window has not come, or was missed.
  [
    serious,
    'before a visit that has not come',
    {
      dates: dosed,
      complete: everything,
      history: [on('adverse-event', '2026-07-01', { attributes: { serious: true } })],
    },
    'true',
  ],
  [serious, 'nothing before a visit that has not come', { dates: dosed, complete: everything }, 'unknown'],
  [
    serious,
    'before the first dose, the visit has not come',
    {
      dates: dosed,
      complete: everything,
      history: [on('adverse-event', '2026-05-31', { attributes: { serious: true } })],
    },
    'unknown',
  ],
  [
    serious,
    'the visit was missed',
    {
      dates: { ...dosed, 'week 24': 'missed' },
      complete: everything,
      history: [on('adverse-event', '2026-07-01', { attributes: { serious: true } })],
    },
    'unknown',
  ],
  ...(
    [
      ['before a missed visit was due', '2026-07-01', 'true'],
      ['while a missed visit was due', '2026-11-10', 'unknown'],
      ['after a missed visit was due', '2026-12-01', 'false'],
    ] as const
  ).map(
    ([what, day, expected]): Row => [
      serious,
      what,
      {
        dates: { ...dosed, 'week 24': 'missed' },
        due: { 'week 24': '2026-11' },
        complete: { ...everything, 'adverse event': '2027-01-31' },
        history: [on('adverse-event', day, { attributes: { serious: true } })],
      },
      expected,
    ],
  ),
  [serious, 'not yet dosed', { dates: { 'week 24': '2026-11-16' }, complete: everything }, 'unknown'],
  [
    serious,
    'began in an unknown month',
    signed(on('adverse-event', '2026', { attributes: { serious: true } })),
    'unknown',
  ],
  // Doses.
  [
    `${unstable} counting starts and stops`,
    'a start',
    signed(on('tacrolimus', '2026-04-01', { end: 'ongoing', dose: '2 mg' })),
    'true',
  ],
  [
    `${unstable} not counting starts and stops`,
    'a start',
    signed(on('tacrolimus', '2026-04-01', { end: 'ongoing', dose: '2 mg' })),
    'false',
  ],
  [
    `${unstable} counting starts and stops`,
    'a start long ago',
    signed(on('tacrolimus', '2025-04-01', { end: 'ongoing', dose: '2 mg' })),
    'false',
  ],
  [
    `${unstable} not counting starts and stops`,
    'a change',
    signed(
      on('tacrolimus', '2025-04-01', { end: '2026-04-01', dose: '2 mg' }),
      on('tacrolimus', '2026-04-02', { end: 'ongoing', dose: '3 mg' }),
    ),
    'true',
  ],
  [
    `${unstable} not counting starts and stops`,
    'a change of an unknown dose',
    signed(
      on('tacrolimus', '2025-04-01', { end: '2026-04-01', dose: '2 mg' }),
      on('tacrolimus', '2026-04-02', { end: 'ongoing' }),
    ),
    'unknown',
  ],
  [
    `${unstable} not counting starts and stops`,
    'one drug after another',
    signed(
      on('tacrolimus', '2025-04-01', { end: '2026-04-01', dose: '2 mg' }),
      on('mycophenolate', '2026-04-02', { end: 'ongoing', dose: '1 g' }),
    ),
    'false',
  ],
  [
    `${unstable} counting starts and stops`,
    'a stop on the first day',
    signed(on('tacrolimus', '2025-04-01', { end: '2026-02-23', dose: '2 mg' })),
    'true',
  ],
  [
    `${unstable} counting starts and stops`,
    'a stop on the day before',
    signed(on('tacrolimus', '2025-04-01', { end: '2026-02-22', dose: '2 mg' })),
    'false',
  ],
  [`${unstable} counting starts and stops`, 'nothing, not signed', open(), 'unknown'],
  // Several sources, each signed by itself.
  [
    'received rituximab, plasmapheresis ever',
    'one source of two signed',
    { complete: { medication: '2026-05-18' } },
    'unknown',
  ],
  ['received rituximab, plasmapheresis ever', 'both signed', { complete: everything }, 'false'],
];
for (const [sentence, what, facts, expected] of rows)
  test(`${sentence}; ${what}: ${expected}`, () => assert.equal(truthOf(sentence, facts), expected));

test('a record that fits is named, with its distance from the point', () => {
  const proof = ask(bCells, open(on('rituximab', '2026-03-02')));
  assert.deepEqual(proof.evidence, [
    {
      record: 'history.1',
      what: 'rituximab',
      written: '2026-03-02, 11 weeks before screening (2026-05-18)',
      date: '2026-03-02',
    },
  ]);
  const course = ask(bCells, open(on('rituximab', '2026-01-01', { end: '2026-02-01' })));
  assert.equal(course.evidence[0]?.written, '2026-01-01 to 2026-02-01, 106 days before screening (2026-05-18)');
  assert.equal(ask(bCells, open(on('rituximab', '2026', { end: 'ongoing' }))).evidence[0]?.written, '2026, ongoing');
});

/** What would have to be known, for each thing that can be open. */
const lacks: readonly (readonly [string, string, ChartFacts, ...object[]])[] = [
  [bCells, 'the history', open(), { kind: 'source', source: 'medication', through: '2026-05-18' }],
  [malignancy, 'the history', open(), { kind: 'source', source: 'condition', through: 'today' }],
  [bCells, 'the point', { complete: everything }, { kind: 'date', of: 'screening', written: undefined }],
  [bCells, 'the day', signed(on('rituximab', '2025')), { kind: 'date', of: 'rituximab of 2025', written: '2025' }],
  [
    infection,
    'the details',
    signed(on('pneumonia', '2026-05-10')),
    ...['severe', 'active', 'recurrent'].map((detail) => ({
      kind: 'item',
      item: `pneumonia of 2026-05-10: ${detail}`,
      point: '',
      why: 'not recorded',
    })),
  ],
  [
    malignancy,
    'which cancer it was',
    signed(on('malignancy', '2015')),
    {
      kind: 'unreadable',
      item: 'malignancy of 2015',
      point: '',
      why: 'whether it was cured-basal-cell-carcinoma',
    },
  ],
  [
    'received rituximab ever',
    'the drug',
    signed(on('B-cell-depletion', '2026-03-02')),
    { kind: 'unreadable', item: 'B-cell-depletion of 2026-03-02', point: '', why: 'which of rituximab it was' },
  ],
  [
    `${unstable} not counting starts and stops`,
    'the dose',
    signed(
      on('tacrolimus', '2025-04-01', { end: '2026-04-01', dose: '2 mg' }),
      on('tacrolimus', '2026-04-02', { end: 'ongoing' }),
    ),
    { kind: 'item', item: 'tacrolimus of 2026-04-02: dose', point: '', why: 'not recorded' },
  ],
];
for (const [sentence, what, facts, ...expected] of lacks)
  test(`${sentence} lacks ${what}`, () => assert.deepEqual(ask(sentence, facts).missing, expected));

/** Mycophenolate at 2 g a day for at least 3 months, as it was written down. */
const longEnough = 'received mycophenolate where (dose >= 2 g/d and lasting at least 3 months) ever';
const taken = (from: string, to: string, dose: string) => on('mycophenolate', from, { end: to, dose });
const courses: readonly (readonly [string, readonly PlainRecord[], string])[] = [
  ['in one course', [taken('2025-01-01', '2025-04-01', '2 g')], 'true'],
  [
    'in two, one day after the other',
    [taken('2025-01-01', '2025-02-28', '2 g'), taken('2025-03-01', '2025-04-01', '2 g')],
    'true',
  ],
  [
    'in two, written the other way round',
    [taken('2025-03-01', '2025-04-01', '2 g'), taken('2025-01-01', '2025-02-28', '2 g')],
    'true',
  ],
  ['in two that overlap', [taken('2025-01-01', '2025-03-10', '2 g'), taken('2025-03-01', '2025-04-01', '3 g')], 'true'],
  [
    'in two with a free day between',
    [taken('2025-01-01', '2025-02-28', '2 g'), taken('2025-03-02', '2025-04-01', '2 g')],
    'false',
  ],
  [
    'in two, the second of a lower dose',
    [taken('2025-01-01', '2025-02-28', '2 g'), taken('2025-03-01', '2025-04-01', '1 g')],
    'false',
  ],
  [
    'in two that are together too short',
    [taken('2025-01-01', '2025-01-31', '2 g'), taken('2025-02-01', '2025-03-30', '2 g')],
    'false',
  ],
];
for (const [how, history, expected] of courses)
  test(`three months of mycophenolate ${how}: ${expected}`, () =>
    assert.equal(ask(longEnough, signed(...history)).truth, expected));

test('courses that last as one are each named', () => {
  const two = [taken('2025-01-01', '2025-02-28', '2 g'), taken('2025-03-01', '2025-04-01', '2 g')];
  assert.deepEqual(
    ask(longEnough, signed(...two)).evidence.map(({ written }) => written),
    ['2025-01-01 to 2025-02-28', '2025-03-01 to 2025-04-01'],
  );
});

test('the day on which the window has passed', () => {
  const changes = (...history: readonly PlainRecord[]): string | undefined => {
    const { changesOn } = ask(bCells, open(...history));
    return changesOn === undefined ? undefined : writeDay(changesOn);
  };
  assert.equal(changes(on('rituximab', '2026-03-02')), '2026-08-18');
  assert.equal(changes(on('rituximab', '2026-03-02'), on('rituximab', '2026-04-01')), '2026-09-17');
  assert.equal(
    changes(on('rituximab', '2026-03-02'), on('rituximab', '2026-06-01')),
    '2026-11-17',
    'one after screening',
  );
  assert.equal(
    changes(on('rituximab', '2026-03-02'), on('belimumab', '2026-06-01')),
    '2026-08-18',
    'one not asked for',
  );
  assert.equal(changes(on('rituximab', '2026-03-02', { end: 'ongoing' })), undefined);
});

test('knowing a date better never changes what was decided', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('2025', '2026'),
      fc.boolean(),
      (month, day, year, isSigned) => {
        const two = (n: number): string => String(n).padStart(2, '0');
        const written = [year, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`];
        const [byYear, byMonth, byDay] = written.map((start) =>
          truthOf(bCells, isSigned ? signed(on('rituximab', start)) : open(on('rituximab', start))),
        );
        if (byYear !== 'unknown') assert.equal(byMonth, byYear);
        if (byMonth !== 'unknown') assert.equal(byDay, byMonth);
      },
    ),
    { numRuns: 200, seed: 6 },
  ));

/** Doses of mycophenolate before and from 2026-06-01 on, and whether it was reduced or raised within 4 weeks of baseline. */
const steps: readonly (readonly [string | undefined, string | undefined, string, string])[] = [
  ['1 g', '0.5 g', 'true', 'false'],
  ['1 g', '1500 mg', 'false', 'true'],
  ['1 g', '1000 mg', 'false', 'false'],
  ['1 g', undefined, 'unknown', 'unknown'],
];
for (const [before, now, reduced, raised] of steps)
  test(`mycophenolate from ${before} to ${now}: reduced ${reduced}, raised ${raised}`, () => {
    const course = (start: string, end: string, dose: string | undefined) => ({
      concept: 'mycophenolate',
      start,
      end,
      ...(dose === undefined ? {} : { dose }),
    });
    const facts = {
      dates: { baseline: '2026-06-15' },
      complete: { medication: '2026-12-31' },
      history: [course('2026-01-01', '2026-05-31', before), course('2026-06-01', 'ongoing', now)],
    };
    const asked = (verb: string): string =>
      truthOf(`${verb} dose of mycophenolate within 4 weeks before baseline not counting starts and stops`, facts);
    assert.deepEqual([asked('reduced'), asked('raised')], [reduced, raised]);
  });
