import assert from 'node:assert/strict';
import test from 'node:test';
import { mustBeCalm, tell } from './given.ts';
import { simulateInParts } from './trial-parts.ts';

const many = async (...more: readonly string[]) => {
  const told = await tell(['rehearse', 'nct05631717', '--trials', '2000', '--json', ...more]);
  mustBeCalm(told);
  return JSON.parse(told.out);
};

test('one process, two and three come to the same figures', async () => {
  const [one, two, three] = [
    await many('--workers', '1'),
    await many('--workers', '2'),
    await many('--workers', '3', '--first', '0'),
  ];
  assert.deepEqual(two, one);
  const { first, counts, ...figures } = three;
  assert.deepEqual([first, counts.length, figures], [0, 2000, one]);
});

test('a wanted response reaches every part to the last digit', async () => {
  const response = ['--response', 'msc=0.6,il-2=0.3', '--participants', '40'];
  assert.deepEqual(await many('--workers', '2', ...response), await many('--workers', '1', ...response));
});

test('a part that fails is no answer', async () => {
  const parted = { trial: 'no such trial', seed: 7, start: '2026-01-05', workers: 2 };
  const people = { scenario: undefined, participants: undefined, effect: undefined };
  await assert.rejects(simulateInParts({ ...parted, ...people }, undefined, 10), /a part of the trials failed/);
});
