import assert from 'node:assert/strict';
import test from 'node:test';
import { type Allocation, answersNewcomer, type Newcomer, wholeStudy } from './newcomer.ts';

const newcomer: Newcomer = {
  participant: 'P-01',
  stratum: wholeStudy,
  levels: { sex: 'woman', site: 'north' },
  choice: 'A',
  replaces: { participant: 'P-00', takes: 'same arm' },
};
const allocation: Allocation = { ...newcomer, slot: 4, arm: 'A', kit: 'k4', replacement: 1 };

const rows: readonly (readonly [change: Partial<Newcomer>, expected: boolean])[] = [
  [{}, true],
  [{ levels: { site: 'north', sex: 'woman' } }, true],
  [{ participant: 'P-02' }, false],
  [{ stratum: 'x' }, false],
  [{ levels: { sex: 'man', site: 'north' } }, false],
  [{ levels: { sex: 'woman' } }, false],
  [{ choice: 'B' }, false],
  [{ replaces: { participant: 'P-00', takes: 'next slot' } }, false],
  [{ replaces: { participant: 'P-03', takes: 'same arm' } }, false],
];
for (const [change, expected] of rows) {
  test(`asked ${JSON.stringify(change)}: ${expected ? 'a retry' : 'another question'}`, () =>
    assert.equal(answersNewcomer(allocation, { ...newcomer, ...change }), expected));
}

test('what was given is no part of the question', () => {
  const { levels: _levels, choice: _choice, replaces: _replaces, ...plain } = newcomer;
  assert.equal(answersNewcomer({ ...plain, slot: 1, arm: 'B' }, plain), true);
  assert.equal(answersNewcomer({ ...plain, slot: 1, arm: 'B' }, newcomer), false);
});
