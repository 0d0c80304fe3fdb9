import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { firstRefusal, precedence, unless } from './first-refusal.ts';
import type { Refusal } from './refusal.ts';

const reason: Refusal = { refused: 'reason missing' };
const consent: Refusal = { refused: 'consent missing' };
const list: Refusal = { refused: 'list not sealed' };

test('the order of precedence is the order of the union', () => {
  const source = readFileSync(new URL('./refusal.ts', import.meta.url), 'utf8');
  assert.deepEqual(
    [...source.matchAll(/readonly refused: '([^']+)'/g)].map(([, refused]) => refused),
    precedence,
  );
});

test('of several reasons the first in order of precedence is given, wherever it stands in the list', () => {
  const rows = [
    [[reason, consent, list], list],
    [[consent, reason], consent],
    [[undefined, false, reason], reason],
    [[undefined, false], undefined],
    [[], undefined],
  ] as const;
  for (const [objections, expected] of rows) assert.equal(firstRefusal(objections), expected);
});

test('of two alike the one that stands first is given', () => {
  const first: Refusal = { refused: 'done already', what: 'first' };
  assert.equal(firstRefusal([reason, first, { refused: 'done already', what: 'second' }]), first);
});

test('without a reason to refuse the act takes place, and only then', () => {
  assert.equal(
    unless([undefined, false], () => 'done'),
    'done',
  );
  assert.equal(
    unless([reason], () => assert.fail('it was refused')),
    reason,
  );
});
