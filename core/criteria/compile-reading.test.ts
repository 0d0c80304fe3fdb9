import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRange } from '#core/measures/say.ts';
import { compileValue } from './compile-value.ts';
import { isValue } from './formula-kind.ts';
import { type ChartFacts, chartFrom, formulaOf, lexicon } from './given.ts';

const dates = {
  screening: '2026-05-18',
  randomisation: '2026-06-01',
  baseline: '2026-06-01',
  'week 4': '2026-06-29',
  'week 24': '2026-11-16',
};

const worth = (text: string, facts: ChartFacts) => {
  const value = formulaOf(text);
  assert(isValue(value), text);
  return compileValue(value, lexicon).ask(chartFrom({ dates, ...facts }), 'week 24');
};
const shown = (text: string, facts: ChartFacts): string => sayRange(worth(text, facts).range);

test('a limit of normal is so many times the laboratory limit', () => {
  const facts = { normal: { ALT: '7..40' } };
  assert.equal(shown('1.5 x ULN of ALT at screening', facts), '60');
  assert.equal(shown('2 x LLN of ALT at screening', facts), '14');
});

test('without a range that fits, or with one end only, it is not known and named', () => {
  const missing = [{ kind: 'item', item: 'upper limit of normal of ALT', point: 'screening', why: 'not recorded' }];
  assert.deepEqual(worth('1 x ULN of ALT at screening', {}).missing, missing);
  assert.deepEqual(worth('1 x ULN of ALT at screening', { normal: { ALT: '7..' } }).missing, missing);
});

/** 10 mg/d from baseline on: 169 days, both ends included. */
test('an integral adds a daily rate up over the days', () => {
  const history = [{ concept: 'prednisone', start: '2026-06-01', end: 'ongoing', dose: '10 mg' }];
  const complete = { medication: '2026-11-16' };
  assert.equal(shown('integral of prednisone-equivalent from baseline to week 24', { history, complete }), '1690');
  const open = worth('integral of prednisone-equivalent from baseline to week 24', { history });
  assert(open.missing.some(({ kind }) => kind === 'source'));
});

test('an integral between points without a whole date is not known, and says which', () => {
  const some = { ...dates, baseline: '2026-06' };
  assert.deepEqual(worth('integral of prednisone-equivalent from baseline to week 24', { dates: some }).missing, [
    { kind: 'date', of: 'baseline', written: '2026-06' },
  ]);
  const { 'week 24': _, ...held } = dates;
  assert.deepEqual(worth('integral of prednisone-equivalent from baseline to week 24', { dates: held }).missing, [
    { kind: 'date', of: 'week 24', written: undefined },
  ]);
});

/** History, whether it is signed, the number of infections in the year before screening. */
const counts: readonly (readonly [readonly string[], string | undefined, string])[] = [
  [[], '2026-05-18', '0'],
  [['2026-01-01', '2025-06-01'], '2026-05-18', '2'],
  [['2026-01-01', '2025-05-17'], '2026-05-18', '1'],
  [['2026-01-01', '2025'], '2026-05-18', '1 to 2'],
  [['2026-01-01'], undefined, 'at least 1'],
];
for (const [starts, through, expected] of counts)
  test(`infections on ${starts.join(', ') || 'no day'}, signed through ${through}: ${expected}`, () => {
    const history = starts.map((start) => ({ concept: 'pneumonia', start }));
    const complete = through === undefined ? {} : { condition: through };
    const text = 'number of infection within 1 year before screening - 0';
    assert.match(shown(text, { history, complete }), new RegExp(expected.replace('at least ', '')));
    assert.equal(worth(text, { history, complete }).range.high === undefined, expected.startsWith('at least'));
  });
