import assert from 'node:assert/strict';
import test from 'node:test';
import type { Allocation, Newcomer } from './newcomer.ts';
import { refuseReplacement, replaceInArm, withoutReplaced, withoutReplacements } from './replacement.ts';

const first: Allocation = { participant: 'P-01', stratum: 'x', slot: 1, arm: 'A' };
const second: Allocation = { participant: 'P-02', stratum: 'x', slot: 2, arm: 'B', kit: 'k2' };
const third: Allocation = {
  participant: 'P-03',
  stratum: 'x',
  replaces: { participant: 'P-01', takes: 'same arm' },
  slot: 1,
  arm: 'A',
  replacement: 1,
};
const given = [first, second, third];

const newcomer: Newcomer = { participant: 'P-09', stratum: 'x' };
const replacing = (participant: string, takes: 'next slot' | 'same arm', stratum = 'x'): Newcomer => ({
  ...newcomer,
  stratum,
  replaces: { participant, takes },
});

const rows: readonly (readonly [newcomer: Newcomer, expected: string | undefined])[] = [
  [newcomer, undefined],
  [replacing('P-07', 'next slot', 'y'), 'nobody to replace'],
  [replacing('P-09', 'same arm', 'y'), 'nobody to replace'],
  [replacing('P-01', 'next slot', 'y'), 'replaced already'],
  [replacing('P-01', 'same arm', 'y'), 'replaced already'],
  [replacing('P-02', 'same arm', 'y'), 'replacement from another stratum'],
  [replacing('P-02', 'same arm'), 'no kit for a replacement'],
  [replacing('P-02', 'next slot', 'y'), undefined],
  [replacing('P-03', 'same arm'), undefined],
];
for (const [asked, expected] of rows) {
  const { participant = 'nobody', takes = '' } = asked.replaces ?? {};
  test(`replacing ${participant} ${takes} in ${asked.stratum}: ${expected ?? 'may be'}`, () => {
    const refused = expected === undefined ? undefined : { refused: expected, participant };
    assert.deepEqual(refuseReplacement(asked, given), refused);
  });
}

test('a slot of the replacement list stands for the slot that it repeats, once for each holder', () => {
  const asked = replacing('P-03', 'same arm');
  assert.deepEqual(replaceInArm(asked, given), { ...asked, slot: 1, arm: 'A', replacement: 2 });
  assert.equal(replaceInArm(replacing('P-03', 'next slot'), given), undefined);
  assert.equal(replaceInArm(newcomer, given), undefined);
  assert.throws(() => replaceInArm(replacing('P-07', 'same arm'), given), /P-07 has no arm to hand on/);
});

test('slots of the list are taken for good, places in an arm are handed on', () => {
  assert.deepEqual(withoutReplacements(given), [first, second]);
  assert.deepEqual(withoutReplaced(given, newcomer), [second, third]);
  assert.deepEqual(withoutReplaced(given, replacing('P-02', 'next slot')), [third]);
});
