import assert from 'node:assert/strict';
import test from 'node:test';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { not } from '#core/quantities/truth.ts';
import { flipsOn, turningDays } from './flips.ts';
import { ask, type ChartFacts, type PlainRecord, truthOf } from './given.ts';

const bCells = 'received B-cell-depletion within 24 weeks before screening';
const surgery = 'had major-surgery within 12 weeks before screening';
const complete = { medication: '2027-12-31', procedure: '2027-12-31', condition: '2027-12-31' };

const factsOn = (
  screening: string,
  history: readonly PlainRecord[],
  judged: ChartFacts['judged'] = {},
): ChartFacts => ({
  dates: { screening },
  history,
  judged: judged ?? {},
  complete,
});

const flips = (sentence: string, history: readonly PlainRecord[], judged?: ChartFacts['judged']): Day | undefined =>
  flipsOn(ask(sentence, factsOn('2026-05-18', history, judged)), (day) =>
    ask(sentence, factsOn(writeDay(day), history, judged)),
  );

const rituximab: PlainRecord = { concept: 'rituximab', start: '2026-03-02' };
const operation: PlainRecord = { concept: 'major-surgery', start: '2026-05-01' };

const rows: readonly (readonly [string, readonly PlainRecord[], string | undefined])[] = [
  // The case of facts 1.4: rituximab on 2026-03-02, screened on 2026-05-18, would be eligible from 2026-08-18.
  [bCells, [rituximab], '2026-08-18'],
  [bCells, [], undefined],
  [bCells, [{ concept: 'rituximab', start: '2026-03-02', end: 'ongoing' }], undefined],
  [bCells, [rituximab, { concept: 'rituximab', start: '2026-03-16' }], '2026-09-01'],
  [surgery, [operation], '2026-07-25'],
  [`${bCells} or ${surgery}`, [rituximab, operation], '2026-08-18'],
  [`${bCells} or ${surgery}`, [operation], '2026-07-25'],
  [`${bCells} and ${surgery}`, [rituximab, operation], '2026-07-25'],
  [`not ${bCells}`, [rituximab], '2026-08-18'],
  [`not (${bCells} or ${surgery})`, [rituximab, operation], '2026-08-18'],
  [`not ${bCells} and not ${surgery}`, [rituximab, operation], '2026-08-18'],
  ['had malignancy ever', [{ concept: 'malignancy', start: '2010' }], undefined],
  [`${bCells} or had malignancy ever`, [rituximab, { concept: 'malignancy', start: '2010' }], undefined],
  [`at least 1 of (${bCells}; ${surgery})`, [rituximab], '2026-08-18'],
  // What comes into one window before the other has passed.
  [
    'received rituximab within 4 weeks before screening or received mycophenolate within 4 weeks before screening',
    [
      { concept: 'rituximab', start: '2026-05-01' },
      { concept: 'mycophenolate', start: '2026-05-20', end: '2026-05-25' },
    ],
    '2026-06-23',
  ],
  [
    'received rituximab within 4 weeks before screening and not received mycophenolate within 4 weeks before screening',
    [
      { concept: 'rituximab', start: '2026-05-01' },
      { concept: 'mycophenolate', start: '2026-05-10', end: '2026-05-11' },
    ],
    undefined,
  ],
  // A record of which nobody knows whether it counts has to be out of the window too.
  [bCells, [rituximab, { concept: 'biologic', start: '2026-05-01' }], '2026-10-17'],
  ['received rituximab within 24 weeks around screening', [rituximab], undefined],
];
for (const [sentence, history, expected] of rows)
  test(`${sentence}; ${history.map(({ concept, start }) => `${concept} ${start}`).join(', ') || 'nothing'}: ${expected}`, () => {
    const day = flips(sentence, history);
    assert.equal(day === undefined ? undefined : writeDay(day), expected);
  });

test('on that day the answer is the opposite, and the day before it is not', () => {
  for (const [sentence, history, expected] of rows) {
    if (expected === undefined) continue;
    const today = truthOf(sentence, factsOn('2026-05-18', history));
    const day = flips(sentence, history);
    assert(day !== undefined);
    assert.equal(truthOf(sentence, factsOn(expected, history)), not(today), sentence);
    assert.notEqual(truthOf(sentence, factsOn(writeDay(day - 1), history)), not(today), sentence);
  }
});

test('what no window decides has no such day', () => {
  assert.equal(flips('judged "A" at screening', [], { A: 'yes' }), undefined);
  const sentence = `${bCells} or judged "A" at screening`;
  assert.equal(flips(sentence, [rituximab], { A: 'yes' }), undefined, 'the judgement would still hold');
  assert.deepEqual(
    turningDays(ask(sentence, factsOn('2026-05-18', [rituximab], { A: 'yes' }))).map(writeDay),
    ['2026-08-18'],
    'the window turns all the same',
  );
});

test('what is not known has no day on which it is something else', () => {
  const open = ask(bCells, { dates: { screening: '2026-05-18' } });
  assert.equal(open.truth, 'unknown');
  assert.equal(
    flipsOn(open, () => open),
    undefined,
  );
});
