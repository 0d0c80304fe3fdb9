import assert from 'node:assert/strict';
import test from 'node:test';
import { writeDay } from '#core/quantities/civil-date.ts';
import { flipsOn } from './flips.ts';
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
  [`at least 1 of (${bCells}; ${surgery})`, [rituximab], undefined],
  ['received rituximab within 24 weeks around screening', [rituximab], undefined],
];
for (const [sentence, history, expected] of rows)
  test(`${sentence}; ${history.map(({ concept, start }) => `${concept} ${start}`).join(', ') || 'nothing'}: ${expected}`, () => {
    const day = flipsOn(ask(sentence, factsOn('2026-05-18', history)));
    assert.equal(day === undefined ? undefined : writeDay(day), expected);
  });

test('on that day the answer is another, and on no day before it', () => {
  for (const [sentence, history, expected] of rows) {
    if (expected === undefined) continue;
    const today = truthOf(sentence, factsOn('2026-05-18', history));
    const day = flipsOn(ask(sentence, factsOn('2026-05-18', history)));
    assert(day !== undefined);
    assert.notEqual(truthOf(sentence, factsOn(expected, history)), today, sentence);
    assert.equal(truthOf(sentence, factsOn(writeDay(day - 1), history)), today, sentence);
  }
});

test('what no window decides has no such day', () => {
  assert.equal(flipsOn(ask('judged "A" at screening', factsOn('2026-05-18', [], { A: 'yes' }))), undefined);
  const both = ask(`${bCells} or judged "A" at screening`, factsOn('2026-05-18', [rituximab], { A: 'yes' }));
  assert.equal(flipsOn(both), undefined, 'the judgement would still hold');
});
