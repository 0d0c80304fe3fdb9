import assert from 'node:assert/strict';
import test from 'node:test';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type Case, chartOfCase, claimKey, keyOf } from './case.ts';

const person: Case = {
  numbers: new Map([[keyOf('UPCR', 'week 24'), rational(1, 2)]]),
  levels: new Map([[keyOf('pregnant', 'screening'), 'no']]),
  claims: new Map([[claimKey('worse', 'week 24'), true]]),
};

test('a case answers what it holds', () => {
  const chart = chartOfCase(person);
  const [number, level] = [chart.measure('UPCR', 'week 24'), chart.measure('pregnant', 'screening')];
  assert.deepEqual(number.kind === 'number' && number.range, exactly(rational(1, 2)));
  assert.deepEqual(level.kind === 'level' && level.possible, ['no']);
  assert.equal(chart.judgement('worse', 'week 24').truth, 'true');
});

test('asking a case for what it does not hold is a broken invariant', () => {
  const chart = chartOfCase(person);
  assert.throws(() => chart.measure('UPCR', 'baseline'), /UPCR at baseline/);
  assert.throws(() => chart.judgement('better', 'week 24'), /better/);
});
