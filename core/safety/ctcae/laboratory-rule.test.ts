import assert from 'node:assert/strict';
import test from 'node:test';
import { rational } from '#core/quantities/rational.ts';
import { above, at, bothVersions, lowerLimit, rulesFor, step, times, upwards } from './laboratory-rule.ts';

test('a multiple of a reference', () => {
  assert.deepEqual(times('1.5', 'baseline'), {
    kind: 'relative',
    to: 'baseline',
    times: rational(3, 2),
    plus: rational(0),
  });
});

test('an amount above a reference', () => {
  assert.deepEqual(above('baseline', '60'), {
    kind: 'relative',
    to: 'baseline',
    times: rational(1),
    plus: rational(60),
  });
});

test('a printed limit keeps each kind of unit', () => {
  const limit = at('100 g/L', '6.2 mmol/L');
  assert.ok(limit.kind === 'printed');
  assert.deepEqual(
    limit.limits.map(({ value, unit }) => [value, unit.code]),
    [
      [rational(100), 'g/L'],
      [rational(31, 5), 'mmol/L'],
    ],
  );
});

test('a limit without a unit is a plain number', () => {
  const limit = at('7.3');
  assert.ok(limit.kind === 'printed');
  assert.deepEqual(
    limit.limits.map(({ unit }) => unit.code),
    ['1'],
  );
});

test('a limit that is no number is a broken table', () => {
  assert.throws(() => at('about 5 g/L'), /about is not a number/);
});

test('steps upwards begin a grade beyond each factor', () => {
  const steps = upwards('upper limit of normal', ['1', '2.5'], { symptomatic: true });
  assert.deepEqual(
    steps.map(({ grade, value, when }) => [grade, value[0]?.is, when]),
    [
      [1, '>', { symptomatic: true }],
      [2, '>', { symptomatic: true }],
    ],
  );
});

test('the rows of a term carry it and its versions', () => {
  const rules = rulesFor('anemia', bothVersions, [step(1, '<', lowerLimit)]);
  assert.deepEqual(
    rules.map(({ term, versions, grade }) => [term, versions, grade]),
    [['anemia', ['v4.03', 'v5.0'], 1]],
  );
});
