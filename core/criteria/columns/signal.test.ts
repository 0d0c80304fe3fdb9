import assert from 'node:assert/strict';
import test from 'node:test';
import type { Instruction, Signal } from './instruction.ts';
import { negated, signalsRead, stepsFor } from './signal.ts';

const step = (index: number): Signal => ({ kind: 'computed', step: index, negated: false });
const answer: Signal = { kind: 'answer', parameter: 'consent', level: null, negated: false };
const yes: Signal = { kind: 'constant', truth: 'true' };

test('the opposite of the opposite is the same, of every kind', () => {
  for (const signal of [step(0), answer, yes]) {
    assert.notDeepEqual(negated(signal), signal);
    assert.deepEqual(negated(negated(signal)), signal);
  }
  assert.deepEqual(negated({ kind: 'constant', truth: 'unknown' }), { kind: 'constant', truth: 'unknown' });
});

const instructions: readonly Instruction[] = [
  { kind: 'at least', terms: [{ parameter: 'age', factor: 1 }], bound: 18 },
  { kind: 'equal', terms: [{ parameter: 'age', factor: 1 }], bound: 20 },
  { kind: 'both', left: step(0), right: answer },
  { kind: 'first known', left: step(2), right: negated(step(0)) },
  { kind: 'choice', test: step(1), taken: step(3), otherwise: yes },
  { kind: 'count', of: [{ signal: step(2), counts: 'true' }], needed: 1 },
];

const read: readonly (readonly [index: number, count: number])[] = [
  [0, 0],
  [1, 0],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 1],
];
for (const [index, count] of read)
  test(`step ${index} reads ${count}`, () => {
    const instruction = instructions[index];
    assert(instruction !== undefined);
    assert.equal(signalsRead(instruction).length, count);
  });

test('a step comes after those that it reads, and each is taken once', () => {
  const taken = new Set<number>();
  assert.deepEqual(stepsFor(step(3), instructions, taken), [0, 2, 3]);
  assert.deepEqual(stepsFor(step(4), instructions, taken), [1, 4]);
  assert.deepEqual(stepsFor(step(5), instructions, taken), [5]);
  assert.deepEqual(stepsFor(negated(step(5)), instructions, taken), []);
});

test('what the table answers takes no step, and a step that is not there is refused', () => {
  assert.deepEqual(stepsFor(answer, instructions, new Set()), []);
  assert.deepEqual(stepsFor(yes, instructions, new Set()), []);
  assert.throws(() => stepsFor(step(9), instructions, new Set()), /there is no step 9/);
});
