import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, lexicon } from '../given.ts';
import { tabulateResponse } from './response-cells.ts';

const names = { ...lexicon, definitions: new Set(['best', 'good']) };

const verdicts = (best: string, good: string): readonly string[] => {
  const definitions = new Map([
    ['best', conditionOf(best)],
    ['good', conditionOf(good)],
  ]);
  const { cells, complete } = tabulateResponse(['best', 'good'], 'week 24', definitions, names);
  assert.ok(complete);
  return cells.map(({ truths, verdict }) => `${truths.join(' ')}: ${verdict}`).toSorted();
};

test('nested limits: the better level implies the worse one', () =>
  assert.deepEqual(verdicts('UPCR < 0.5 g/g', 'UPCR < 1 g/g'), [
    'false false: none',
    'false true: one level',
    'true true: several levels',
  ]));

test('two levels that meet at a limit without gap or overlap', () =>
  assert.deepEqual(verdicts('UPCR < 0.5 g/g', 'UPCR >= 0.5 g/g'), ['false true: one level', 'true false: one level']));

test('a gap of a single point is found: neither < 0.5 nor > 0.5', () =>
  assert.deepEqual(verdicts('UPCR < 0.5 g/g', 'UPCR > 500 mg/g'), [
    'false false: none',
    'false true: one level',
    'true false: one level',
  ]));

test('a case without a rule is told from no response', () =>
  assert.deepEqual(
    verdicts(
      'UPCR < 0.5 g/g',
      '(if UPCR at baseline >= 0.5 g/g then UPCR falls by > 50% from baseline else undefined "normal before")',
    ),
    [
      'false false: none',
      'false true: one level',
      'false unknown: no rule',
      'true false: one level',
      'true true: several levels',
      'true unknown: one level',
    ],
  ));

/** The levels of NCT03673748 as its record words them: below 3.5 g is enough from 3.5 g, half is needed below it. */
test('each cell comes with a case that gives it', () => {
  const definitions = new Map([
    ['best', conditionOf('protein-24h <= 0.5 g/24h')],
    [
      'good',
      conditionOf(
        '(if protein-24h at baseline >= 3.5 g/24h then protein-24h < 3.5 g/24h else protein-24h falls by > 50% from baseline)',
      ),
    ],
  ]);
  const { cells } = tabulateResponse(['best', 'good'], 'week 24', definitions, names);
  const none = cells.find(({ verdict }) => verdict === 'none');
  assert.match(none?.example.join('; ') ?? '', /^protein-24h at baseline [\d.]+; protein-24h at week 24 [\d.]+$/);
});
