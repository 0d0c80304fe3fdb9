import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import { between, everything, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Outcome } from './analysis-value.ts';
import { endpointOf } from './given.ts';
import { eitherOutcome, isOpen, levelsOf, unknownOutcome } from './outcome-kinds.ts';

const study = g.shipped('nct05631717');
const response = endpointOf(study, 'response');
const classes = endpointOf(g.shipped('nct03673748'), 'glucocorticoid-class');
const time = endpointOf(study, 'time-to-response');
const number = endpointOf(study, 'sledai-change');
const claim = endpointOf(study, 'sri-4');
const exact = (n: number): Outcome => ({ kind: 'number', range: exactly(rational(n)) });
const level = (worst: string, best: string, reached: 'true' | 'false' | 'unknown'): Outcome => ({
  kind: 'level',
  worst,
  best,
  reached,
});
const days = { kind: 'time', reached: 'true', visit: 'week 8', day: 56, by: 'week 8' } as const;

test('levels stand best first, with none below them', () => {
  assert.ok(response.kind === 'response');
  assert.deepEqual(levelsOf(response), ['CR', 'PR', 'none']);
});

test('what is open is what a policy would fill', () => {
  const rows: readonly (readonly [Outcome, boolean])[] = [
    [level('PR', 'CR', 'true'), false],
    [level('none', 'CR', 'unknown'), true],
    [{ kind: 'claim', reached: 'false' }, false],
    [{ kind: 'claim', reached: 'unknown' }, true],
    [exact(3), false],
    [{ kind: 'number', range: between(rational(1), rational(2)) }, true],
    [{ kind: 'class', possible: ['a'] }, false],
    [{ kind: 'class', possible: ['a', 'b'] }, true],
    [days, false],
  ];
  for (const [outcome, expected] of rows) assert.equal(isOpen(outcome), expected, JSON.stringify(outcome.kind));
});

test('nothing is known of the unknown outcome of each kind', () => {
  assert.deepEqual(unknownOutcome(response), level('none', 'CR', 'unknown'));
  assert.deepEqual(unknownOutcome(claim), { kind: 'claim', reached: 'unknown' });
  assert.deepEqual(unknownOutcome(number), { kind: 'number', range: everything });
  const unknownClass = unknownOutcome(classes);
  assert.ok(unknownClass.kind === 'class' && unknownClass.possible.length > 2);
  for (const endpoint of [response, claim, number, classes, time]) assert.ok(isOpen(unknownOutcome(endpoint)));
});

// biome-ignore format: one row a line
const rows: readonly (readonly [Outcome, Outcome, typeof response, Outcome])[] = [
  [level('CR', 'CR', 'true'), level('PR', 'PR', 'true'), response, level('PR', 'CR', 'true')],
  [level('PR', 'CR', 'true'), level('none', 'none', 'false'), response, level('none', 'CR', 'unknown')],
  [{ kind: 'claim', reached: 'true' }, { kind: 'claim', reached: 'true' }, claim, { kind: 'claim', reached: 'true' }],
  [{ kind: 'claim', reached: 'true' }, { kind: 'claim', reached: 'false' }, claim, { kind: 'claim', reached: 'unknown' }],
  [exact(-6), exact(28), number, { kind: 'number', range: between(rational(-6), rational(28)) }],
  [{ kind: 'class', possible: ['a'] }, { kind: 'class', possible: ['b', 'a'] }, classes, { kind: 'class', possible: ['a', 'b'] }],
  [{ ...days, interval: { after: 28, by: 56 } }, { ...days, interval: { after: 0, by: 84 } }, time, { ...days, interval: { after: 0, by: 84 } }],
  [
    { ...days, interval: { after: 28, by: 56 } },
    { kind: 'time', reached: 'false', visit: undefined, day: undefined, by: undefined, interval: { after: 168, by: undefined }, censored: { day: 168, why: 'intercurrent event', record: 'r' } },
    time,
    { kind: 'time', reached: 'unknown', visit: undefined, day: undefined, by: undefined, interval: { after: 28, by: undefined }, censored: { day: 168, why: 'intercurrent event', record: 'r' } },
  ],
];

for (const [a, b, endpoint, expected] of rows)
  test(`one of two ${a.kind}s`, () => {
    assert.deepEqual(eitherOutcome(a, b, endpoint), expected);
    assert.equal(isOpen(eitherOutcome(b, a, endpoint)), isOpen(expected), 'in either order');
  });

test('outcomes of two kinds are broken', () => {
  assert.throws(() => eitherOutcome(exact(1), { kind: 'claim', reached: 'true' }, claim), /is a number or a claim/);
});

test('either of two numbers holds both, and is exact only when they are one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (a, b) => {
      const found = eitherOutcome(exact(a), exact(b), number);
      assert.ok(found.kind === 'number');
      assert.deepEqual(found.range, between(rational(Math.min(a, b)), rational(Math.max(a, b))));
      assert.equal(isOpen(found), a !== b);
    }),
  );
});
